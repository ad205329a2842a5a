import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import {
  type AnnualReview,
  annualReviewSchema,
  REVIEW_DIMENSIONS,
  REVIEW_POINTS,
  reviewConsequence,
  reviewGrade,
  reviewTotal,
} from '#shared/members/annualReview.ts';

/** A year with this total, spread over the dimensions from the first on. */
function year(of: number, total: number): AnnualReview {
  let left = total;
  return {
    id: newId(),
    year: of,
    reviewedOn: `${of}-12-31`,
    reviewer: '王雅琴',
    opinion: '',
    scores: REVIEW_DIMENSIONS.map((dimension) => {
      const score = Math.min(left, REVIEW_POINTS[dimension]);
      left -= score;
      return { dimension, score, basis: '', evidence: null };
    }),
  };
}
const faults = (review: object) =>
  annualReviewSchema.safeParse(review).error?.issues.map(({ message }) => message) ?? [];

describe('§1.9 the annual review', () => {
  test('scores a hundred points: 参与度 20, 任务完成 30, 资源投入 20, 成果与转化 20, 合规 10', () => {
    expect(REVIEW_POINTS).toEqual({
      PARTICIPATION: 20,
      TASKS: 30,
      RESOURCES: 20,
      OUTCOMES: 20,
      COMPLIANCE: 10,
    });
    expect(reviewTotal(year(2026, 100).scores)).toBe(100);
  });

  test.each([
    [100, 'EXCELLENT'],
    [85, 'EXCELLENT'],
    [84.5, 'GOOD'],
    [84, 'GOOD'],
    [70, 'GOOD'],
    [69.5, 'PASSED'],
    [60, 'PASSED'],
    [59.5, 'FAILED'],
    [0, 'FAILED'],
  ] as const)('%d is %s', (total, grade) => {
    expect(reviewTotal(year(2026, total).scores)).toBe(total);
    expect(reviewGrade(total)).toBe(grade);
  });

  test('a better total never has a worse grade, and halves add up exactly', () => {
    const ORDER = ['FAILED', 'PASSED', 'GOOD', 'EXCELLENT'];
    const half = fc.integer({ min: 0, max: 200 }).map((halves) => halves / 2);
    fc.assert(
      fc.property(half, half, (a, b) => {
        expect(
          Math.sign(a - b) * (ORDER.indexOf(reviewGrade(a)) - ORDER.indexOf(reviewGrade(b))),
        ).toBeGreaterThanOrEqual(0);
        expect(reviewTotal([{ score: a }, { score: b }])).toBe(a + b);
      }),
    );
  });

  test('a failed year asks for 限期整改, two in a row for 劝退', () => {
    const consequence = (...years: [number, number][]) =>
      reviewConsequence(
        years.map(([of, total]) => year(of, total)),
        years.at(-1)?.[0] ?? 0,
      );
    expect(consequence([2026, 60])).toBe('NONE');
    expect(consequence([2026, 59.5])).toBe('RECTIFYING');
    expect(consequence([2025, 40], [2026, 59.5])).toBe('EXIT_PERSUADED');
    expect(consequence([2025, 60], [2026, 59.5])).toBe('RECTIFYING');
    expect(consequence([2025, 40], [2026, 60])).toBe('NONE');
    // A year without review lies between.
    expect(consequence([2024, 40], [2026, 40])).toBe('RECTIFYING');
    // A later year does not speak about an earlier one.
    expect(reviewConsequence([year(2025, 40), year(2026, 40)], 2025)).toBe('RECTIFYING');
  });

  test('takes steps of half a point up to those of the dimension, each once, and not before its year', () => {
    const good = year(2026, 80);
    expect(faults(good)).toEqual([]);
    const first = (score: number) => ({
      ...good,
      scores: good.scores.map((each, index) => (index === 0 ? { ...each, score } : each)),
    });
    expect(faults(first(20.5))).toEqual(['SCORE_OVER_FULL']);
    expect(faults(first(10.3))).toEqual(['SCORE_STEP']);
    expect(faults(first(-0.5))).toEqual(['NEGATIVE']);
    expect(faults({ ...good, scores: good.scores.map(() => good.scores[0]) })).toEqual(['SCORE_TWICE']);
    expect(faults({ ...good, reviewedOn: '2025-12-31' })).toEqual(['REVIEW_BEFORE_YEAR']);
  });
});
