import { parentPort, workerData } from 'node:worker_threads';
import type { BoothPack } from '#shared/showcase/boothPack.ts';
import { fontFiles } from '../fontFiles.ts';
import { layCatalogue } from './catalogueLayout.ts';

/** Sets one catalogue and ends. */
const { pack, covers } = workerData as { pack: BoothPack; covers: Map<number, Uint8Array | null> };

layCatalogue(pack, covers, fontFiles()).then((bytes) => parentPort?.postMessage(bytes));
