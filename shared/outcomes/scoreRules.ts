import type { Problem } from '../errors.ts';
import { halvesText, type Scores } from './maturity.ts';
import { INDICATORS, type Indicator, pointsOf } from './maturityTable.ts';
import type { SheetFields, SheetScore } from './scoreSheet.ts';

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
export function lockProblems({ scores, opinion }: Pick<SheetFields, 'scores' | 'opinion'>): Problem[] {
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
