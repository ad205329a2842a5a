import type { Asked, FilledForm, Told } from './messages.ts';
import ReaderWorker from './readerWorker.ts?worker&inline';

/** One attempt to open one file: a worker that can be ended at any moment. */
export interface ReaderSession {
  open(identities: readonly string[], passphrase: string | null): void;
  /** One file's bytes; throws a FileFault where they are not what the list says. */
  blobOf(path: string): Promise<Blob>;
  /** The same in pieces, for files too large for memory. `onPiece` is awaited. */
  piecesOf(path: string, onPiece: (bytes: Uint8Array) => Promise<void>): Promise<void>;
  /** The answer as a sealed file; throws where it cannot be made. */
  answer(filled: FilledForm): Promise<Uint8Array<ArrayBuffer>>;
  end(): void;
}

/** A file could not be taken out; `code` as in shared/bundles/bundleError.ts. */
export class FileFault extends Error {}

export function readerSession(file: File, onTold: (told: Told) => void): ReaderSession {
  const worker = new ReaderWorker();
  let taking: { path: string; told: (told: Told) => void } | null = null;
  let answered: ((bytes: Uint8Array<ArrayBuffer> | null) => void) | null = null;
  /** One file at a time: each streams the bundle from its start. */
  let queue: Promise<unknown> = Promise.resolve();

  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (data.tell === 'answer') answered?.(data.bytes);
    else if ('path' in data) taking?.told(data);
    else onTold(data);
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onTold({ tell: 'fault', fault: { code: 'UNREADABLE', data: { rule: event.message } } });
  });

  function ask(asked: Asked): void {
    worker.postMessage(asked);
  }

  function take(path: string, onPiece: ((bytes: Uint8Array) => Promise<void>) | null): Promise<Blob | null> {
    const taken = queue.then(
      () =>
        new Promise<Blob | null>((resolve, reject) => {
          taking = { path, told: (told) => void heard(told, resolve, reject) };
          ask({ ask: 'file', path, pieces: onPiece !== null });
        }),
    );
    async function heard(
      told: Told,
      resolve: (blob: Blob | null) => void,
      reject: (error: unknown) => void,
    ): Promise<void> {
      if (told.tell === 'whole') resolve(told.blob);
      else if (told.tell === 'end') resolve(null);
      else if (told.tell === 'fileFault') reject(new FileFault(told.fault.code));
      else if (told.tell === 'piece') {
        try {
          await onPiece?.(told.bytes);
          ask({ ask: 'more' });
        } catch (error) {
          reject(error);
        }
      }
    }
    queue = taken.catch(() => undefined);
    return taken;
  }

  return {
    open: (identities, passphrase) => ask({ ask: 'open', file, identities: [...identities], passphrase }),
    async blobOf(path) {
      return (await take(path, null)) ?? new Blob([]);
    },
    async piecesOf(path, onPiece) {
      await take(path, onPiece);
    },
    answer: (filled) =>
      new Promise((resolve, reject) => {
        answered = (bytes) => (bytes === null ? reject(new FileFault('ANSWER')) : resolve(bytes));
        ask({ ask: 'answer', answer: filled });
      }),
    end: () => worker.terminate(),
  };
}
