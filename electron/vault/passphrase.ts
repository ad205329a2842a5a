import { Worker } from 'node:worker_threads';
import type { PassphraseAnswer, PassphraseTask } from './passphraseWorker.ts';

/** The passphrase (or the file) is not the right one; it never says which. */
export class WrongPassphraseError extends Error {}

/** Work of sealing with a passphrase, as a power of two: about a second and 256 MB on an ordinary laptop. */
export const SCRYPT_LOG_N = 18;

const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('./passphraseWorker.ts', import.meta.url)
  : new URL('./passphraseWorker.js', import.meta.url);

export async function sealWithPassphrase(
  bytes: Uint8Array,
  passphrase: string,
  logN: number,
): Promise<Uint8Array> {
  return perform({ do: 'seal', passphrase, bytes, logN });
}

export async function openWithPassphrase(sealed: Uint8Array, passphrase: string): Promise<Uint8Array> {
  return perform({ do: 'open', passphrase, sealed });
}

function perform(task: PassphraseTask): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    const worker = new Worker(WORKER, { workerData: task });
    worker.once('message', (answer: PassphraseAnswer) => {
      if (answer.ok) done(answer.bytes);
      else failed(new WrongPassphraseError('nothing opens with this passphrase'));
      void worker.terminate();
    });
    worker.once('error', failed);
  });
}
