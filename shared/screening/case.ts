import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { memberCategorySchema } from '../members/membership.ts';
import { citationSchema } from '../records/citation.ts';
import { PUBLICITY_WORKING_DAYS } from './publicity.ts';
import { caseStageSchema, outcomeSchema, presetSchema } from './stages.ts';
import { voteSchema } from './vote.ts';

const text = (max: number) => z.string().trim().max(max, 'TOO_LONG');
const day = z.iso.date('NOT_A_DATE');

/** What a case is opened with; the preset and the charter's version stay. */
export const newCaseSchema = z.object({
  preset: presetSchema,
  /** The version of the charter by which the case is decided, as papers name it. */
  charter: z.string().trim().min(1, 'REQUIRED').max(200, 'TOO_LONG'),
  /** The same among the rulesets; null where it is only written down. Then `charter` is what the ruleset calls it. */
  charterVersion: z.object({ rulesetId: idSchema, versionId: idSchema }).nullable().default(null),
  /** The category applied for. */
  category: memberCategorySchema,
  /** What the unit is to do in the joint body. */
  intended: text(300),
  note: text(2000),
});
export type NewCase = z.infer<typeof newCaseSchema>;

export const caseFieldsSchema = newCaseSchema.extend({
  creditWaiver: text(500),
  publicityFrom: day.nullable(),
  publicityDays: z.number('NOT_A_NUMBER').int('NOT_WHOLE').min(1).max(60, 'TOO_LARGE'),
  publicityPlace: text(200),
  /** Public holidays within the 公示: not counted as working days. */
  daysOff: z.array(day).max(30, 'TOO_MANY'),
  signedOn: day.nullable(),
  /** 会费, 元; 0: none is due; null: not settled yet. */
  fee: z.number('NOT_A_NUMBER').min(0, 'NEGATIVE').max(1e9, 'TOO_LARGE').nullable(),
  feePaidOn: day.nullable(),
});
export type CaseFields = z.infer<typeof caseFieldsSchema>;

export const BLANK_CASE = {
  creditWaiver: '',
  publicityFrom: null,
  publicityDays: PUBLICITY_WORKING_DAYS,
  publicityPlace: '',
  daysOff: [],
  signedOn: null,
  fee: null,
  feePaidOn: null,
} satisfies Partial<CaseFields>;

/** Absent: unchanged. */
export const caseChangesSchema = caseFieldsSchema
  .omit({ preset: true, charter: true, charterVersion: true })
  .partial();

/** One decision on the way, as it is asked for. */
export const decisionSchema = z.object({
  outcome: outcomeSchema,
  /** The day it was decided; not the day it was entered. */
  decidedOn: day,
  opinion: text(2000),
  vote: voteSchema.nullable(),
  evidence: citationSchema.nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** The same as kept. */
export const stepSchema = decisionSchema.extend({
  id: idSchema,
  stage: caseStageSchema,
  /** Who decided or, for what was decided on paper, as the paper says. */
  actor: z.string(),
  /** The charter it followed, as it was called then; '' where that was not kept. */
  charter: z.string(),
  charterVersionId: idSchema.nullable(),
  enteredAt: z.number().int(),
});
export type Step = z.infer<typeof stepSchema>;
