import { Worker } from 'node:worker_threads';
import { checkRecipients, plainPassphrase } from '#shared/bundles/ageKeys.ts';
import { BundleError } from '#shared/bundles/bundleError.ts';
import { LIMITS } from '#shared/bundles/limits.ts';
import type { SealTask } from './sealWorker.ts';

/** Whom a bundle is sealed to: X25519 recipients, or one passphrase; never both. */
export type SealTo = { recipients: readonly string[] } | { passphrase: string };

const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('./sealWorker.ts', import.meta.url)
  : new URL('./sealWorker.js', import.meta.url);
/** Bytes handed to the worker at once, and how many such pieces may be under way. */
const PIECE = 1024 * 1024;
const AHEAD = 3;

/**
 * The age v1 file (binary) of a stream, as a stream, in constant memory. `logN` is the cost of a passphrase. Throws a
 * BundleError (KEY_INVALID) before anything is read: no recipient, one that is not X25519, an empty passphrase.
 */
export async function* sealed(
  plain: AsyncIterable<Uint8Array>,
  to: SealTo,
  logN: number = LIMITS.scryptLogN,
): AsyncGenerator<Uint8Array, void> {
  const worker = new Worker(WORKER, { workerData: taskOf(to, logN) });
  const answers = answersOf(worker);
  const pieces = inPieces(plain);
  try {
    let underWay = 0;
    let ended = false;
    while (!ended || underWay > 0) {
      while (!ended && underWay < AHEAD) {
        const next = await pieces.next();
        ended = next.done === true;
        underWay += 1;
        if (next.done === true) worker.postMessage(null);
        else worker.postMessage(next.value, [next.value.buffer]);
      }
      const bytes = await answers.next();
      underWay -= 1;
      if (bytes.length > 0) yield bytes;
    }
  } finally {
    await worker.terminate();
    await pieces.return();
  }
}

function taskOf(to: SealTo, logN: number): SealTask {
  if ('passphrase' in to && 'recipients' in to) throw new BundleError('KEY_INVALID', { rule: 'KEYS_MIXED' });
  if ('passphrase' in to) return { passphrase: plainPassphrase(to.passphrase), logN };
  checkRecipients(to.recipients);
  return { recipients: [...new Set(to.recipients)] };
}

/** The worker's answers in order; throws what stopped it. */
function answersOf(worker: Worker): { next(): Promise<Uint8Array> } {
  const held: Uint8Array[] = [];
  let failure: Error | null = null;
  let wake = (): void => undefined;
  worker.on('message', (bytes: Uint8Array) => {
    held.push(bytes);
    wake();
  });
  worker.on('error', (error) => {
    failure = error instanceof Error ? error : new Error(String(error));
    wake();
  });
  worker.on('exit', () => {
    failure ??= new Error('the sealing worker ended early');
    wake();
  });

  async function next(): Promise<Uint8Array> {
    for (;;) {
      const bytes = held.shift();
      if (bytes !== undefined) return bytes;
      if (failure !== null) throw failure;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  return { next };
}

/** The stream in buffers of its own, one mebibyte each, so that they can change threads. */
async function* inPieces(
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  let piece = new Uint8Array(PIECE);
  let filled = 0;
  for await (const bytes of plain) {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + PIECE - filled);
      piece.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < PIECE) continue;
      yield piece;
      piece = new Uint8Array(PIECE);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.slice(0, filled);
}
