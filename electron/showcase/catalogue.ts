import { Worker } from 'node:worker_threads';
import type { BoothPack } from '#shared/showcase/boothPack.ts';

const CATALOGUE_WORKER = import.meta.url.endsWith('.ts')
  ? new URL('./catalogueWorker.ts', import.meta.url)
  : new URL('./catalogueWorker.js', import.meta.url);

/**
 * The printed catalogue as PDF, set in a thread of its own: hundreds of panels take seconds. `covers`: a JPEG by the number of its
 * panel.
 */
export function printCatalogue(
  pack: BoothPack,
  covers: ReadonlyMap<number, Uint8Array | null>,
  signal: AbortSignal,
): Promise<Uint8Array> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const worker = new Worker(CATALOGUE_WORKER, { name: 'catalogue', workerData: { pack, covers } });
    const stop = () => {
      void worker.terminate();
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
    const settle = (deed: () => void) => {
      signal.removeEventListener('abort', stop);
      void worker.terminate();
      deed();
    };
    worker.once('message', (bytes: Uint8Array) => settle(() => resolve(bytes)));
    worker.once('error', (error) => settle(() => reject(error)));
    worker.once('exit', () => reject(new Error('the catalogue was not set')));
  });
}
