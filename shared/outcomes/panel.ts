import { z } from 'zod';
import type { Problem } from '../errors.ts';
import { idSchema } from '../ids.ts';
import type { MaturityResult } from './maturity.ts';
import { INDICATORS, type Indicator } from './maturityTable.ts';

/** 回避情形: what an expert declares not to have. */
export const RECUSAL_GROUNDS = [
  'SAME_UNIT',
  'COMPLETER',
  'KINSHIP',
  'ADVISOR',
  'COOP_3Y',
  'EQUITY',
  'DISPUTE',
  'OTHER_GROUND',
] as const;
export const recusalGroundSchema = z.enum(RECUSAL_GROUNDS);
export type RecusalGround = z.infer<typeof recusalGroundSchema>;

/**
 * Where an expert stands. CLEAR has signed that no ground holds and may score; RECUSED had one before scoring; EXCLUDED had one
 * that came out after the sheet was locked, which no longer counts; ABSENT hands in no sheet.
 */
export const EXPERT_STATES = ['INVITED', 'CLEAR', 'RECUSED', 'EXCLUDED', 'ABSENT'] as const;
export const expertStateSchema = z.enum(EXPERT_STATES);
export type ExpertState = z.infer<typeof expertStateSchema>;

export const panelExpertSchema = z.object({
  id: idSchema,
  personId: idSchema,
  state: expertStateSchema,
  /** The day of the declaration, of the exclusion or of the absence. */
  decidedOn: z.iso.date().nullable(),
  ground: recusalGroundSchema.nullable(),
  note: z.string(),
});
export type PanelExpert = z.infer<typeof panelExpertSchema>;

/** 先进性、市场前景、经济和社会效益 are judged in words beside the points (guideline 8.2). */
export const panelFieldsSchema = z.object({
  convenedOn: z.iso.date('NOT_A_DATE'),
  chair: z.string().trim().max(60),
  advancement: z.string().trim().max(2000),
  marketProspect: z.string().trim().max(2000),
  benefit: z.string().trim().max(2000),
});
export type PanelFields = z.infer<typeof panelFieldsSchema>;

export const RESULT_CAUSES = ['CONCLUDED', 'LATE_RECUSAL'] as const;
export type ResultCause = (typeof RESULT_CAUSES)[number];

const meansSchema = z.object(
  Object.fromEntries(INDICATORS.map((indicator) => [indicator, z.number().int()])) as Record<
    Indicator,
    z.ZodNumber
  >,
);

/** A result as it was computed once; it is kept when a later one takes its place. */
export const panelResultSchema = z.object({
  id: idSchema,
  computedOn: z.iso.date(),
  cause: z.enum(RESULT_CAUSES),
  sheets: z.number().int(),
  counted: z.number().int(),
  trimmed: z.boolean(),
  /** Hundredths of a point. */
  total: z.number().int(),
  means: meansSchema,
  verdict: z.enum(['MATURE', 'NOT_MATURE']),
  /** SHA-256 over the hashes of the sheets it was computed from, in order: hex. */
  basis: z.string(),
});
export type PanelResult = z.infer<typeof panelResultSchema> & Pick<MaturityResult, 'means'>;

/** What a panel came to: every result it had, oldest first, and since when the newest does not stand any more. */
export type Conclusion<Result = PanelResult> = { results: readonly Result[]; voidedOn: string | null };

/** The result that stands; null before there is one, and after a late recusal left too few sheets for another. */
export function standingResult<Result>({ results, voidedOn }: Conclusion<Result>): Result | null {
  return voidedOn === null ? (results.at(-1) ?? null) : null;
}

/** An odd panel of five or more is expected (domain rules §10, 7); a charter may differ, so these warn. */
export type PanelWarning = 'PANEL_UNDER_FIVE' | 'PANEL_EVEN';
export const PANEL_SIZE = 5;

export function panelWarnings(experts: number): PanelWarning[] {
  return [
    ...(experts < PANEL_SIZE ? (['PANEL_UNDER_FIVE'] as const) : []),
    ...(experts % 2 === 0 ? (['PANEL_EVEN'] as const) : []),
  ];
}

/** With fewer sheets the mean, which is less confidential than they are, would tell what single experts scored. */
export const PANEL_FLOOR = 3;

/** Those whose sheets count or are still waited for. */
export function seated<Expert extends Pick<PanelExpert, 'state'>>(experts: readonly Expert[]): Expert[] {
  return experts.filter(({ state }) => state === 'CLEAR' || state === 'INVITED');
}

export type SheetStanding = 'MISSING' | 'DRAFT' | 'LOCKED' | 'STALE' | 'CHANGED';

/**
 * Why the panel cannot be concluded yet; empty when it can. Every seated expert must have signed the declaration and locked
 * a sheet that is what it was when it was locked and whose evidence is too: who concludes with some sheets only chooses the result.
 */
export function conclusionProblems(
  experts: readonly { name: string; state: ExpertState; sheet: SheetStanding }[],
): Problem[] {
  const counting = seated(experts);
  if (counting.length === 0) return [{ rule: 'PANEL_WITHOUT_SHEETS' }];
  const floor: Problem[] =
    counting.length < PANEL_FLOOR
      ? [{ rule: 'PANEL_BELOW_FLOOR', params: { count: counting.length, needed: PANEL_FLOOR } }]
      : [];
  const single = counting.flatMap(({ name, state, sheet }): Problem[] => {
    const params = { name };
    if (state === 'INVITED') return [{ rule: 'PANEL_NOT_DECLARED', params }];
    if (sheet === 'STALE') return [{ rule: 'PANEL_SHEET_STALE', params }];
    if (sheet === 'CHANGED') return [{ rule: 'PANEL_SHEET_CHANGED', params }];
    return sheet === 'LOCKED' ? [] : [{ rule: 'PANEL_SHEET_MISSING', params }];
  });
  return [...floor, ...single];
}

/** Grounds the register itself shows: the expert is a contributor, or of a contributing unit. */
export function groundsFound(
  expert: { personId: string; unitId: string | null },
  contributors: readonly { partyId: string }[],
): RecusalGround[] {
  const parties = new Set(contributors.map(({ partyId }) => partyId));
  return [
    ...(parties.has(expert.personId) ? (['COMPLETER'] as const) : []),
    ...(expert.unitId !== null && parties.has(expert.unitId) ? (['SAME_UNIT'] as const) : []),
  ];
}
