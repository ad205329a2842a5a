import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { justify, shownAspect } from '../../../renderer/components/Gallery/justify.ts';

const options = { width: 1000, rowHeight: 200, gap: 10, captionHeight: 40 };
const aspects = fc.array(fc.double({ min: 0.05, max: 20, noNaN: true }), { maxLength: 80 });

describe('justified rows', () => {
  it('holds every picture once, in order', () => {
    fc.assert(
      fc.property(aspects, (list) => {
        const indexes = justify(list, options).flatMap(({ cells }) => cells.map(({ index }) => index));
        expect(indexes).toEqual(list.map((_, index) => index));
      }),
    );
  });

  it('keeps proportions and stays within the width', () => {
    fc.assert(
      fc.property(aspects, (list) => {
        for (const row of justify(list, options)) {
          for (const cell of row.cells)
            expect(cell.width).toBeCloseTo(shownAspect(list[cell.index]) * row.height, 4);
          const last = row.cells.at(-1);
          expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(options.width + 1e-6);
        }
      }),
    );
  });

  it('fills all rows but the last to the edge', () => {
    const rows = justify(
      Array.from({ length: 30 }, () => 1.5),
      options,
    );
    for (const row of rows.slice(0, -1)) {
      const last = row.cells.at(-1);
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(options.width, 6);
    }
  });

  it('lets no row lie on another', () => {
    fc.assert(
      fc.property(aspects, (list) => {
        let bottom = 0;
        for (const { y, height } of justify(list, options)) {
          expect(y).toBeGreaterThanOrEqual(bottom - 1e-6);
          bottom = y + height + options.captionHeight;
        }
      }),
    );
  });

  it('does not blow up a last row, and takes what has no size for a square', () => {
    expect(justify([1], options)).toEqual([{ y: 0, height: 200, cells: [{ index: 0, x: 0, width: 200 }] }]);
    expect(shownAspect(undefined)).toBe(1);
    expect(shownAspect(Number.NaN)).toBe(1);
    expect(shownAspect(100)).toBe(3);
  });
});
