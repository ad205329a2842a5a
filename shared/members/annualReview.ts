import { z } from 'zod';
import type { CalendarDate } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { citationSchema } from '../records/citation.ts';

/** What the annual review scores, and the most points each can have: 100 in all (proposal of domain rules 1.9). */
export const REVIEW_POINTS = {
  PARTICIPATION: 20,
  TASKS: 30,
  RESOURCES: 20,
  OUTCOMES: 20,
  COMPLIANCE: 10,
} as const;
export const REVIEW_DIMENSIONS = ['PARTICIPATION', 'TASKS', 'RESOURCES', 'OUTCOMES', 'COMPLIANCE'] as const;
export type ReviewDimension = (typeof REVIEW_DIMENSIONS)[number];

export const REVIEW_GRADES = ['EXCELLENT', 'GOOD', 'PASSED', 'FAILED'] as const;
export type ReviewGrade = (typeof REVIEW_GRADES)[number];

export const annualScoreSchema = z
  .object({
    dimension: z.enum(REVIEW_DIMENSIONS),
    score: z.number('NOT_A_NUMBER').min(0, 'NEGATIVE'),
    /** What the score rests on. */
    basis: z.string().trim().max(500, 'TOO_LONG'),
    evidence: citationSchema.nullable(),
  })
  .refine(({ dimension, score }) => score <= REVIEW_POINTS[dimension], {
    path: ['score'],
    error: 'SCORE_OVER_FULL',
  })
  .refine(({ score }) => Number.isInteger(score * 2), { path: ['score'], error: 'SCORE_STEP' });
export type AnnualScore = z.infer<typeof annualScoreSchema>;

export const annualReviewSchema = z
  .object({
    id: idSchema,
    year: z.number().int().min(2000).max(2100),
    reviewedOn: z.iso.date('NOT_A_DATE'),
    reviewer: z.string().trim().min(1, 'REQUIRED').max(60, 'TOO_LONG'),
    opinion: z.string().trim().max(2000, 'TOO_LONG'),
    scores: z.array(annualScoreSchema).length(REVIEW_DIMENSIONS.length),
  })
  .refine(({ scores }) => new Set(scores.map(({ dimension }) => dimension)).size === scores.length, {
    path: ['scores'],
    error: 'SCORE_TWICE',
  })
  .refine(({ year, reviewedOn }) => reviewedOn >= `${year}-01-01`, {
    path: ['reviewedOn'],
    error: 'REVIEW_BEFORE_YEAR',
  });
export type AnnualReview = z.infer<typeof annualReviewSchema>;

/** Points in all, half points counted exactly. */
export function reviewTotal(scores: readonly Pick<AnnualScore, 'score'>[]): number {
  return scores.reduce((half, { score }) => half + Math.round(score * 2), 0) / 2;
}

/** ≥85 优秀, 70–84 良好, 60–69 合格, below 60 不合格. What lies between whole points belongs to the lower grade. */
export function reviewGrade(total: number): ReviewGrade {
  if (total >= 85) return 'EXCELLENT';
  if (total >= 70) return 'GOOD';
  return total >= 60 ? 'PASSED' : 'FAILED';
}

/** What follows: a failed year asks for 限期整改, two in a row for the proposal of 劝退. */
export function reviewConsequence(
  reviews: readonly Pick<AnnualReview, 'year' | 'scores'>[],
  year: number,
): 'NONE' | 'RECTIFYING' | 'EXIT_PERSUADED' {
  const failed = (of: number) => {
    const review = reviews.find((each) => each.year === of);
    return review !== undefined && reviewGrade(reviewTotal(review.scores)) === 'FAILED';
  };
  if (!failed(year)) return 'NONE';
  return failed(year - 1) ? 'EXIT_PERSUADED' : 'RECTIFYING';
}

/**
 * The year of which a member still lacks its review, and the last day for it: years are reported on by their 31 December. The year
 * before comes first; a year in which the unit was not yet a member on its first day has none.
 */
export function missingReview(
  since: CalendarDate,
  reviews: readonly Pick<AnnualReview, 'year'>[],
  today: CalendarDate,
): { year: number; due: CalendarDate } | null {
  const present = Number(today.slice(0, 4));
  const year = [present - 1, present].find(
    (each) => since <= `${each}-01-01` && !reviews.some((review) => review.year === each),
  );
  return year === undefined ? null : { year, due: `${year}-12-31` };
}
