import type { MessagePortMain } from 'electron';
import type { ByteRange } from '../web/byteRange.ts';
import type { FileAnswer, FileHead, FileQuestion } from './serviceMessages.ts';

/** As the store keeps them: asking along these borders decrypts no chunk twice. */
const CHUNK = 1024 * 1024;

export type OpenFile = {
  head: FileHead;
  /** The bytes of the range, read as they are taken. Cancelling it, or its end, closes the file. */
  bytes(range: ByteRange): ReadableStream<Uint8Array<ArrayBuffer>>;
  close(): void;
};

/** The main process' end of a port on which the service answers for one file. null: the address opens nothing. */
export async function openFile(port: MessagePortMain): Promise<OpenFile | null> {
  const answers = answersOf(port);
  const first = await answers.next();
  if (first?.kind !== 'head') {
    port.close();
    return null;
  }
  const ask = (question: FileQuestion) => port.postMessage(question);
  return {
    head: first.head,
    bytes: (range) => stream(range, ask, answers.next, () => port.close()),
    close: () => port.close(),
  };
}

function stream(
  range: ByteRange,
  ask: (question: FileQuestion) => void,
  next: () => Promise<FileAnswer | null>,
  close: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let offset = range.start;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        if (offset < range.end) {
          const length = Math.min(range.end, offset - (offset % CHUNK) + CHUNK) - offset;
          ask({ kind: 'read', offset, length });
          const answer = await next();
          if (answer?.kind !== 'bytes' || answer.bytes.length !== length) {
            close();
            throw new Error('The service did not deliver the rest of the file.');
          }
          offset += length;
          controller.enqueue(answer.bytes);
        }
        if (offset >= range.end) {
          close();
          controller.close();
        }
      },
      cancel: close,
    },
    // One piece is ready while another is being taken: at most two in memory for each reader.
    { highWaterMark: 1 },
  );
}

/** Answers in the order they come; null once the other end is gone. */
function answersOf(port: MessagePortMain): { next(): Promise<FileAnswer | null> } {
  const arrived: FileAnswer[] = [];
  const waiting: ((answer: FileAnswer | null) => void)[] = [];
  let open = true;
  port.on('message', ({ data }: { data: FileAnswer }) => {
    const taker = waiting.shift();
    if (taker === undefined) arrived.push(data);
    else taker(data);
  });
  port.on('close', () => {
    open = false;
    for (const taker of waiting.splice(0)) taker(null);
  });
  port.start();
  return {
    next() {
      const answer = arrived.shift();
      if (answer !== undefined) return Promise.resolve(answer);
      return open ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(null);
    },
  };
}
