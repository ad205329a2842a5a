import { z } from 'zod';
import type { Problem } from '../errors.ts';
import { citationSchema } from '../records/citation.ts';

/** What an expert scores in a membership panel, with the most points of each: 100 in all (a proposal; the charter may differ). */
export const CRITERIA = ['FIELD_FIT', 'RD_ABILITY', 'QUALIFICATIONS', 'RESOURCES', 'TEAM'] as const;
export type Criterion = (typeof CRITERIA)[number];
export const CRITERION_POINTS: Record<Criterion, number> = {
  FIELD_FIT: 20,
  RD_ABILITY: 25,
  QUALIFICATIONS: 20,
  RESOURCES: 20,
  TEAM: 15,
};

/** An odd panel of at least three; the mean that carries a case on. */
export const PANEL_LEAST = 3;
export const PANEL_PASS_MEAN = 60;

export const panelScoreSchema = z
  .object({
    criterion: z.enum(CRITERIA),
    /** Whole points; null: not scored yet. */
    score: z.number('NOT_A_NUMBER').int('NOT_WHOLE').min(0, 'NEGATIVE').nullable(),
    basis: z.string().trim().max(500, 'TOO_LONG'),
    evidence: citationSchema.nullable(),
  })
  .refine(({ criterion, score }) => score === null || score <= CRITERION_POINTS[criterion], {
    path: ['score'],
    error: 'SCORE_OVER_FULL',
  });
export type PanelScore = z.infer<typeof panelScoreSchema>;

export const sheetFieldsSchema = z
  .object({
    /** 回避: the expert has an interest and does not score. */
    recused: z.boolean(),
    recusalReason: z.string().trim().max(500, 'TOO_LONG'),
    scores: z
      .array(panelScoreSchema)
      .length(CRITERIA.length)
      .refine(
        (scores) => new Set(scores.map(({ criterion }) => criterion)).size === scores.length,
        'SCORE_TWICE',
      ),
    opinion: z.string().trim().max(2000, 'TOO_LONG'),
  })
  .refine(({ recused, recusalReason }) => !recused || recusalReason !== '', {
    path: ['recusalReason'],
    error: 'REASON_TEXT_REQUIRED',
  });
export type SheetFields = z.infer<typeof sheetFieldsSchema>;

export const BLANK_SCORES: readonly PanelScore[] = CRITERIA.map((criterion) => ({
  criterion,
  score: null,
  basis: '',
  evidence: null,
}));

/** Points of a whole sheet; null while a criterion is not scored. */
export function sheetTotal(scores: readonly Pick<PanelScore, 'score'>[]): number | null {
  return scores.reduce<number | null>(
    (sum, { score }) => (sum === null || score === null ? null : sum + score),
    0,
  );
}

/** What stands against signing a sheet: every score given, each with evidence that still stands. */
export function signingProblems(
  { recused, scores }: Pick<SheetFields, 'recused' | 'scores'>,
  stale: readonly Criterion[],
): Problem[] {
  if (recused) return [];
  return scores.flatMap(({ criterion, score, evidence }, index): Problem[] => {
    if (score === null) return [{ rule: 'SCORE_MISSING', field: `fields.scores.${index}.score` }];
    if (evidence === null)
      return [{ rule: 'SCORE_EVIDENCE_REQUIRED', field: `fields.scores.${index}.evidence` }];
    return stale.includes(criterion)
      ? [{ rule: 'SCORE_STALE', field: `fields.scores.${index}.evidence` }]
      : [];
  });
}

export type CountedSheet = { recused: boolean; isSigned: boolean; isStale: boolean; total: number | null };

/** The panel's verdict; the mean has two decimals, half up. null while nobody's sheet counts. */
export function panelResult(sheets: readonly CountedSheet[]): { count: number; mean: number | null } {
  const totals = sheets.flatMap(({ recused, isSigned, total }) =>
    recused || !isSigned || total === null ? [] : [total],
  );
  if (totals.length === 0) return { count: 0, mean: null };
  const sum = totals.reduce((all, total) => all + total, 0);
  return { count: totals.length, mean: Math.round((sum * 100) / totals.length) / 100 };
}

/** What stands against concluding the panel. An even panel is told, not refused: charters may differ. */
export function panelProblems(sheets: readonly CountedSheet[]): { problems: Problem[]; isEven: boolean } {
  const { count, mean } = panelResult(sheets);
  const sitting = sheets.filter(({ recused }) => !recused);
  const unsigned = sitting.filter(({ isSigned }) => !isSigned).length;
  const stale = sitting.filter(({ isSigned, isStale }) => isSigned && isStale).length;
  const problems: Problem[] = [];
  if (sitting.length < PANEL_LEAST) {
    problems.push({ rule: 'PANEL_TOO_SMALL', params: { count: sitting.length, needed: PANEL_LEAST } });
  }
  if (unsigned > 0) problems.push({ rule: 'PANEL_UNSIGNED', params: { count: unsigned } });
  if (stale > 0) problems.push({ rule: 'PANEL_STALE', params: { count: stale } });
  if (mean !== null && unsigned === 0 && mean < PANEL_PASS_MEAN) {
    problems.push({ rule: 'PANEL_BELOW', params: { mean: mean.toFixed(2), needed: PANEL_PASS_MEAN } });
  }
  return { problems, isEven: count > 0 && count % 2 === 0 };
}
