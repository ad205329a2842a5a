import { describe, expect, it } from 'vitest';
import { sendInLanes } from '../../../renderer/features/records/imports/lanes.ts';

async function* batchesOf(...batches: number[][]) {
  for (const batch of batches) {
    await Promise.resolve();
    yield batch;
  }
}

function collector() {
  const counts = { sent: 0, failed: 0 };
  return { counts, onSent: () => void counts.sent++, onFailed: () => void counts.failed++ };
}

const signal = new AbortController().signal;

describe('sending in lanes', () => {
  it('sends every thing of every batch once, never more at a time than there are lanes', async () => {
    const seen: number[] = [];
    let active = 0;
    let most = 0;
    const { counts, ...told } = collector();
    await sendInLanes({
      lanes: 2,
      signal,
      batches: batchesOf([1, 2, 3], [], [4, 5]),
      async send(thing) {
        active += 1;
        most = Math.max(most, active);
        await Promise.resolve();
        seen.push(thing);
        active -= 1;
      },
      ...told,
    });
    expect(seen.toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
    expect(counts).toEqual({ sent: 5, failed: 0 });
  });

  it('begins before the last batch is there', async () => {
    const released = Promise.withResolvers<void>();
    async function* slow() {
      yield [1];
      await released.promise;
      yield [2];
    }
    const seen: number[] = [];
    const { counts, ...told } = collector();
    await sendInLanes({
      lanes: 2,
      signal,
      batches: slow(),
      async send(thing) {
        seen.push(thing);
        released.resolve();
      },
      ...told,
    });
    expect(seen).toEqual([1, 2]);
    expect(counts.sent).toBe(2);
  });

  it('tries a thing three times, then leaves it out and goes on', async () => {
    const tries = new Map<number, number>();
    const { counts, ...told } = collector();
    await sendInLanes({
      lanes: 1,
      signal,
      batches: batchesOf([1, 2, 3]),
      async send(thing) {
        const now = (tries.get(thing) ?? 0) + 1;
        tries.set(thing, now);
        if (thing === 2 || (thing === 3 && now < 3)) throw new Error('lost');
      },
      ...told,
    });
    expect(Object.fromEntries(tries)).toEqual({ 1: 1, 2: 3, 3: 3 });
    expect(counts).toEqual({ sent: 2, failed: 1 });
  });

  it('gives up where nothing arrives any more', async () => {
    const { counts, ...told } = collector();
    const all = Array.from({ length: 100 }, (_, index) => index);
    const sending = sendInLanes({
      lanes: 2,
      signal,
      batches: batchesOf(all),
      send: () => Promise.reject(new Error('locked')),
      ...told,
    });
    await expect(sending).rejects.toThrow('locked');
    expect(counts.failed).toBeLessThan(12);
  });

  it('passes on what the batches throw', async () => {
    const { counts: _, ...told } = collector();
    async function* broken(): AsyncGenerator<number[]> {
      yield [];
      throw new Error('not announced');
    }
    const sending = sendInLanes({
      lanes: 2,
      signal,
      batches: broken(),
      send: async () => undefined,
      ...told,
    });
    await expect(sending).rejects.toThrow('not announced');
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const { counts: _, ...told } = collector();
    await sendInLanes({
      lanes: 1,
      signal: stop.signal,
      batches: batchesOf([1, 2, 3]),
      async send(thing) {
        seen.push(thing);
        if (thing === 2) stop.abort();
      },
      ...told,
    });
    expect(seen).toEqual([1, 2]);
  });
});
