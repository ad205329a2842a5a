import { parentPort } from 'node:worker_threads';
import type { RecordPlan } from './content/plan.ts';
import { planRecords } from './content/plans.ts';
import { makeWorld } from './content/world.ts';
import type { DrawAnswer, DrawRequest } from './drawProtocol.ts';
import { openStudio } from './pictures/studio.ts';

/** Draws the files of records it is asked for. It plans the sample by itself: the same seed and day give the same plans. */
const port = parentPort;
if (!port) throw new Error('the drawing worker runs as a worker thread');

const studio = openStudio();
let plans: RecordPlan[] = [];

port.on('message', async (request: DrawRequest) => {
  if (request.do === 'plan') {
    plans = planRecords(makeWorld(request.seed, request.today));
    return;
  }
  if (request.do === 'close') {
    studio.close();
    port.close();
    return;
  }
  port.postMessage(await answerTo(request.index));
});

async function answerTo(index: number): Promise<DrawAnswer> {
  try {
    const files: Uint8Array[] = [];
    for (const { make } of plans[index]?.files ?? []) files.push(await make(studio));
    return { index, ok: true, files };
  } catch (error) {
    return {
      index,
      ok: false,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
