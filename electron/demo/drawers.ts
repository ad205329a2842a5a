import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CalendarDate } from '#shared/dates.ts';
import type { DrawAnswer, DrawRequest } from './drawProtocol.ts';

/** Worker threads that draw the sample's files, so that the service's own thread stays free. */
export type Drawers = {
  /** The files of one record of the plan, in their order. Records are drawn in the order in which they are asked for. */
  draw(index: number): Promise<Uint8Array[]>;
  /** What is still waiting is rejected. */
  close(): Promise<void>;
};

const DRAW_WORKER = import.meta.url.endsWith('.ts')
  ? new URL('./drawWorker.ts', import.meta.url)
  : new URL('./drawWorker.js', import.meta.url);

type Order = { index: number; done(files: Uint8Array[]): void; failed(error: Error): void };

export function hireDrawers(seed: string, today: CalendarDate, count = 2): Drawers {
  const waiting: Order[] = [];
  const desks = Array.from({ length: count }, () => ({
    worker: new Worker(DRAW_WORKER, { name: 'drawing' }),
    at: null as Order | null,
  }));
  for (const desk of desks) {
    const ask = (request: DrawRequest) => desk.worker.postMessage(request);
    desk.worker.on('message', (answer: DrawAnswer) => {
      const order = desk.at;
      desk.at = null;
      if (answer.ok) order?.done(answer.files);
      else order?.failed(new Error(answer.message));
      handOut();
    });
    desk.worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    ask({ do: 'plan', seed, today });
  }

  function handOut(): void {
    for (const desk of desks) {
      const order = desk.at === null ? waiting.shift() : undefined;
      if (order === undefined) continue;
      desk.at = order;
      desk.worker.postMessage({ do: 'draw', index: order.index } satisfies DrawRequest);
    }
  }

  function fail(error: Error): void {
    for (const order of [...desks.flatMap(({ at }) => at ?? []), ...waiting.splice(0)]) order.failed(error);
    for (const desk of desks) desk.at = null;
  }

  return {
    draw: (index) =>
      new Promise((done, failed) => {
        waiting.push({ index, done, failed });
        handOut();
      }),
    async close() {
      fail(new Error('the drawers were sent home'));
      await Promise.all(
        desks.map(async ({ worker }) => {
          const ended = once(worker, 'exit');
          worker.postMessage({ do: 'close' } satisfies DrawRequest);
          await ended;
        }),
      );
    },
  };
}
