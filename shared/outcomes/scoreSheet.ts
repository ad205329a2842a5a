import { z } from 'zod';
import { canonicalJson } from '../canonical.ts';
import type { Problem } from '../errors.ts';
import { citationSchema } from '../records/citation.ts';
import { halvesText, type Scores } from './maturity.ts';
import { INDICATORS, type Indicator, pointsOf } from './maturityTable.ts';

/** How a sheet came in. */
export const SHEET_SOURCES = ['APP', 'PAPER', 'ANSWER'] as const;
export const sheetSourceSchema = z.enum(SHEET_SOURCES);
export type SheetSource = z.infer<typeof sheetSourceSchema>;

export const sheetScoreSchema = z.object({
  indicator: z.enum(INDICATORS),
  /** Halves of a point; null while it is not given. */
  halves: z.number().int('SCORE_STEP').min(0, 'SCORE_NEGATIVE').nullable(),
  /** What the score was given on. */
  evidence: citationSchema.nullable(),
});
export type SheetScore = z.infer<typeof sheetScoreSchema>;

export const sheetFieldsSchema = z.object({
  scores: z.array(sheetScoreSchema).max(INDICATORS.length),
  opinion: z.string().trim().max(3000),
  source: sheetSourceSchema,
});
export type SheetFields = z.infer<typeof sheetFieldsSchema>;

export const BLANK_SHEET: SheetFields = {
  scores: INDICATORS.map((indicator) => ({ indicator, halves: null, evidence: null })),
  opinion: '',
  source: 'APP',
};

/** What no sheet may hold, also while it is being filled: more than an indicator's points, or an indicator twice. */
export function scoreProblems(scores: readonly SheetScore[]): Problem[] {
  return scores.flatMap(({ indicator, halves }, index): Problem[] => {
    const field = `scores.${indicator}`;
    if (scores.findIndex((each) => each.indicator === indicator) < index)
      return [{ rule: 'SCORE_TWICE', field }];
    if (halves !== null && halves > pointsOf(indicator) * 2)
      return [
        { rule: 'SCORE_TOO_HIGH', field, params: { max: pointsOf(indicator), score: halvesText(halves) } },
      ];
    return [];
  });
}

/** What is missing before a sheet can be locked: ten scores and an opinion in words. */
export function lockProblems({ scores, opinion }: SheetFields): Problem[] {
  const missing = INDICATORS.filter(
    (indicator) => (scores.find((each) => each.indicator === indicator)?.halves ?? null) === null,
  );
  return [
    ...scoreProblems(scores),
    ...missing.map((indicator): Problem => ({ rule: 'SCORE_MISSING', field: `scores.${indicator}` })),
    ...(opinion.trim() === '' ? [{ rule: 'OPINION_REQUIRED', field: 'opinion' }] : []),
  ];
}

/** The scores of a complete sheet; null while one is missing. */
export function completeScores(scores: readonly SheetScore[]): Scores | null {
  const found = INDICATORS.map((indicator): [Indicator, number | null] => [
    indicator,
    scores.find((each) => each.indicator === indicator)?.halves ?? null,
  ]);
  return found.every((entry): entry is [Indicator, number] => entry[1] !== null)
    ? (Object.fromEntries(found) as Record<Indicator, number>)
    : null;
}

/** What is hashed when a sheet is locked: whose it is, of which panel, every score with its evidence, and the opinion. */
export function sheetText(
  sheet: SheetFields & { id: string; panelId: string; expertId: string; lockedOn: string },
): string {
  const { id, panelId, expertId, lockedOn, opinion, source, scores } = sheet;
  const inOrder = INDICATORS.map((indicator) => {
    const score = scores.find((each) => each.indicator === indicator);
    return { indicator, halves: score?.halves ?? null, evidence: score?.evidence ?? null };
  });
  return canonicalJson({ id, panelId, expertId, lockedOn, opinion, source, scores: inOrder });
}
