import { z } from 'zod';
import { canonicalJson } from '../canonical.ts';
import { citationSchema } from '../records/citation.ts';
import { INDICATORS } from './maturityTable.ts';

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
