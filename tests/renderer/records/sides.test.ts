import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sideOf, splitRange } from '../../../renderer/features/records/browse/sides.ts';

const total = fc.option(fc.integer({ min: 0, max: 200_000 }), { nil: undefined });

describe('sides of a list', () => {
  it('splits a range into stretches that hold each of its rows once, where that row stands', () => {
    fc.assert(
      fc.property(total, fc.nat({ max: 200_000 }), fc.nat({ max: 600 }), (count, first, span) => {
        const last = first + span;
        const stretches = splitRange(first, last, count);
        const rows = Array.from({ length: span + 1 }, (_, index) => first + index).filter(
          (row) => count === undefined || row < count,
        );
        for (const row of rows) {
          const { side, at } = sideOf(row, count);
          const holding = stretches.filter((one) => one.side === side && one.from <= at && at <= one.to);
          expect(holding).toHaveLength(1);
        }
      }),
    );
  });

  it('never counts farther than half of a long list', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 200_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, where) => {
          const row = Math.floor(where * (count - 1));
          expect(sideOf(row, count).at).toBeLessThanOrEqual(Math.ceil(count / 2));
        },
      ),
    );
  });

  it('reads the last row of a long list from its end, and a short list from its start alone', () => {
    expect(sideOf(99_999, 100_000)).toEqual({ side: 'end', at: 0 });
    expect(sideOf(1998, 1999)).toEqual({ side: 'start', at: 1998 });
    expect(sideOf(99_999, undefined)).toEqual({ side: 'start', at: 99_999 });
  });
});
