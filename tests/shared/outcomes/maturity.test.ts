import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  halvesText,
  halvesTyped,
  hundredthsText,
  maturityOf,
  type Scores,
  totalOf,
} from '#shared/outcomes/maturity.ts';
import {
  INDICATOR_GROUPS,
  INDICATORS,
  type Indicator,
  MATURITY_TABLE,
  pointsOf,
} from '#shared/outcomes/maturityTable.ts';
import { meansOfScores } from '#shared/outcomes/radar.ts';

const anyScores: fc.Arbitrary<Scores> = fc
  .tuple(...INDICATORS.map((indicator) => fc.integer({ min: 0, max: pointsOf(indicator) * 2 })))
  .map(
    (values) =>
      Object.fromEntries(INDICATORS.map((id, index) => [id, values[index] ?? 0])) as Record<
        Indicator,
        number
      >,
  );

/** A sheet with this total in halves, spread over the indicators from the first on. */
function sheet(total: number): Scores {
  let left = total;
  return Object.fromEntries(
    INDICATORS.map((id) => {
      const part = Math.min(left, pointsOf(id) * 2);
      left -= part;
      return [id, part];
    }),
  ) as Record<Indicator, number>;
}

describe('Table 1', () => {
  test('has three first-level and ten second-level indicators with 100 points', () => {
    expect(MATURITY_TABLE.map(({ id, points }) => [id, points])).toEqual([
      ['innovation', 15],
      ['advancement', 15],
      ['maturity', 10],
      ['ip', 10],
      ['benefit', 15],
      ['market', 15],
      ['external', 5],
      ['risk_tech', 5],
      ['risk_market', 5],
      ['risk_policy', 5],
    ]);
    for (const { id, points } of INDICATOR_GROUPS) {
      const own = MATURITY_TABLE.filter(({ group }) => group === id);
      expect(own.reduce((sum, row) => sum + row.points, 0)).toBe(points);
    }
    expect(INDICATOR_GROUPS.map(({ points }) => points)).toEqual([50, 35, 15]);
  });
});

describe('the result of a panel', () => {
  test('without the highest and the lowest of five: the mean of three with two decimals', () => {
    const totals = [160, 170, 150, 199, 20];
    const result = maturityOf(totals.map(sheet));
    expect(result).toMatchObject({ sheets: 5, counted: 3, trimmed: true, total: 8000, verdict: 'MATURE' });
  });

  test('of four it is the plain mean, rounded half up', () => {
    // 80 + 80 + 79.5 + 80 = 319.5; /4 = 79.875 → 79.88.
    expect(maturityOf([160, 160, 159, 160].map(sheet))).toMatchObject({
      trimmed: false,
      counted: 4,
      total: 7988,
      verdict: 'NOT_MATURE',
    });
    // 79.5 + 80 + … a half hundredth: 0.125 → 0.13.
    expect(maturityOf([0, 0, 0, 1].map(sheet)).total).toBe(13);
  });

  test.each([
    [[160], 'MATURE'],
    [[159], 'NOT_MATURE'],
    [[160, 159], 'NOT_MATURE'],
    [[161, 159], 'MATURE'],
  ] as const)('%j halves: %s', (totals, verdict) => {
    expect(maturityOf(totals.map(sheet)).verdict).toBe(verdict);
  });

  test('of equal totals at an end only one is left out', () => {
    expect(maturityOf([180, 180, 160, 150, 150].map(sheet)).total).toBe(
      maturityOf([180, 160, 150].map(sheet)).total,
    );
    expect(maturityOf([160, 160, 160, 160, 160].map(sheet)).counted).toBe(3);
  });

  test('no sheets, no result', () => expect(() => maturityOf([])).toThrow(RangeError));

  test('agrees with exact fractions and lies between the retained totals', () => {
    fc.assert(
      fc.property(fc.array(anyScores, { minLength: 1, maxLength: 15 }), (sheets) => {
        const sorted = sheets.map(totalOf).toSorted((a, b) => a - b);
        const retained = sheets.length >= 5 ? sorted.slice(1, -1) : sorted;
        const sum = retained.reduce((a, b) => a + b, 0);
        const { total, counted } = maturityOf(sheets);
        expect(counted).toBe(retained.length);
        // |2·n·total − 100·sum| ≤ n, and a tie goes up.
        const off = 2 * counted * total - 100 * sum;
        expect(off).toBeGreaterThan(-counted);
        expect(off).toBeLessThanOrEqual(counted);
        expect(total).toBeGreaterThanOrEqual((retained[0] ?? 0) * 50);
        expect(total).toBeLessThanOrEqual((retained.at(-1) ?? 0) * 50);
      }),
    );
  });

  test('the means by indicator come from the same sheets and add up but for their rounding', () => {
    fc.assert(
      fc.property(fc.array(anyScores, { minLength: 1, maxLength: 9 }), (sheets) => {
        const { total, means } = maturityOf(sheets);
        const sum = INDICATORS.reduce((all, id) => all + means[id], 0);
        expect(Math.abs(sum - total)).toBeLessThanOrEqual(INDICATORS.length);
      }),
    );
  });

  test('of one sheet are that sheet, as the radar draws it', () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        expect(maturityOf([scores]).means).toEqual(meansOfScores(scores));
      }),
    );
  });

  test('one outlier more or less does not move a panel of five beyond its other scores', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 4, maxLength: 9 }), (totals) => {
        const high = maturityOf([...totals, 200].map(sheet)).total;
        const low = maturityOf([...totals, 0].map(sheet)).total;
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high).toBeLessThanOrEqual(Math.max(...totals) * 50);
        expect(low).toBeGreaterThanOrEqual(Math.min(...totals) * 50);
      }),
    );
  });
});

describe('scores as people write them', () => {
  test.each([
    ['7.5', 15],
    ['8', 16],
    ['８．５', 17],
    ['8.0', 16],
    ['7.50', 15],
    ['0', 0],
    ['7.3', null],
    ['7.25', null],
    ['-1', null],
    ['', null],
    ['abc', null],
  ])('%s', (typed, halves) => expect(halvesTyped(typed)).toBe(halves));

  test('what is shown reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 199 }), (halves) => {
        expect(halvesTyped(halvesText(halves))).toBe(halves);
      }),
    );
  });

  test('hundredths have two decimals', () => {
    expect([8000, 7999, 5, 10000].map(hundredthsText)).toEqual(['80.00', '79.99', '0.05', '100.00']);
  });
});
