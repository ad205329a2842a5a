import type { MessagePortMain } from 'electron';
import type { FileAnswer, FileHead, FileQuestion } from './serviceMessages.ts';

/** A file of an open vault behind a capability address. */
export type ReadableFile = FileHead & {
  /** Exactly `length` bytes from `offset`; throws where they are not what was stored. */
  read(offset: number, length: number): Uint8Array | Promise<Uint8Array>;
};

/** The service's end of a port on which the main process asks for one file, piece by piece at its own pace. */
export function answerFile(port: MessagePortMain, file: ReadableFile | null): void {
  const say = (answer: FileAnswer) => port.postMessage(answer);
  if (file === null) {
    say({ kind: 'gone' });
    return;
  }
  port.on('message', async ({ data }: { data: FileQuestion }) => {
    try {
      say({ kind: 'bytes', bytes: alone(await file.read(data.offset, data.length)) });
    } catch {
      say({ kind: 'failed' });
    }
  });
  port.start();
  const { mediaType, size, inline, name } = file;
  say({ kind: 'head', head: { mediaType, size, inline, name } });
}

/** Posting a view copies all of its buffer: what lies beside the bytes must not go along. */
function alone(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return isAlone ? new Uint8Array(buffer) : new Uint8Array(bytes);
}
