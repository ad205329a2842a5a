import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CalendarDate } from '#shared/dates.ts';
import type { DrawAnswer, DrawRequest } from './drawProtocol.ts';

/** A worker thread that draws the sample's files, so that the service's own thread stays free. */
export type Drawer = {
  /** The files of one record of the plan, in their order. Records are begun in the order in which they are asked for. */
  draw(index: number): Promise<Uint8Array[]>;
  /** What is still waiting is rejected. */
  close(): Promise<void>;
};

const DRAW_WORKER = import.meta.url.endsWith('.ts')
  ? new URL('./drawWorker.ts', import.meta.url)
  : new URL('./drawWorker.js', import.meta.url);

/** Records under way at once: the drawing library works in threads of its own meanwhile. */
const AT_ONCE = 4;

type Order = { index: number; done(files: Uint8Array[]): void; failed(error: Error): void };

export function hireDrawer(seed: string, today: CalendarDate): Drawer {
  const worker = new Worker(DRAW_WORKER, { name: 'drawing' });
  const waiting: Order[] = [];
  const begun = new Map<number, Order>();
  const ask = (request: DrawRequest) => worker.postMessage(request);

  function beginNext(): void {
    while (begun.size < AT_ONCE) {
      const order = waiting.shift();
      if (order === undefined) return;
      begun.set(order.index, order);
      ask({ do: 'draw', index: order.index });
    }
  }

  function fail(error: Error): void {
    for (const order of [...begun.values(), ...waiting.splice(0)]) order.failed(error);
    begun.clear();
  }

  worker.on('message', (answer: DrawAnswer) => {
    const order = begun.get(answer.index);
    begun.delete(answer.index);
    if (answer.ok) order?.done(answer.files);
    else order?.failed(new Error(answer.message));
    beginNext();
  });
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  ask({ do: 'plan', seed, today });

  return {
    draw: (index) =>
      new Promise((done, failed) => {
        waiting.push({ index, done, failed });
        beginNext();
      }),
    async close() {
      fail(new Error('the drawing was given up'));
      const ended = once(worker, 'exit');
      ask({ do: 'close' });
      await ended;
    },
  };
}
