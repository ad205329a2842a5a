import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { documentFormatSchema, offeredFileSchema } from '../documents/document.ts';
import { problemSchema, procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemHeadSchema, itemRefSchema, removedSchema } from '../items.ts';
import { shownCitationSchema } from '../records/citationsContract.ts';
import { caseChangesSchema, caseFieldsSchema, decisionSchema, newCaseSchema, stepSchema } from './case.ts';
import { checkSchema } from './checklist.ts';
import { panelScoreSchema, sheetFieldsSchema } from './panel.ts';
import { objectionSchema } from './publicity.ts';
import { caseStageSchema, outcomeSchema, presetSchema, STAGES } from './stages.ts';

/** A case as the board and lists show it. */
export const caseRowSchema = itemHeadSchema.extend({
  unit: itemRefSchema.nullable(),
  preset: presetSchema,
  stage: caseStageSchema,
  /** The day of the last decision; null while the case is a draft. */
  since: z.iso.date().nullable(),
  /** The day by which the stage should be done; null where it has none. */
  dueOn: z.iso.date().nullable(),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

const evidence = { shownEvidence: shownCitationSchema.nullable() };

/** One expert's sheet in its case, as far as this session sees it. */
export const sheetSchema = itemHeadSchema.extend({
  caseId: idSchema.nullable(),
  caseTitle: z.string(),
  expert: itemRefSchema.nullable(),
  fields: z.object({
    ...sheetFieldsSchema.shape,
    scores: z.array(z.object({ ...panelScoreSchema.shape, ...evidence, isStale: z.boolean() })),
  }),
  signedOn: z.iso.date().nullable(),
  total: z.number().nullable(),
  isStale: z.boolean(),
  /** What stands against signing it. */
  problems: z.array(problemSchema),
});
export type Sheet = z.infer<typeof sheetSchema>;

export const caseSchema = caseRowSchema.extend({
  fields: caseFieldsSchema,
  /** Entered in one sitting after it was decided on paper. */
  isBackfilled: z.boolean(),
  railStage: z.enum(STAGES),
  /** The ruleset whose version the case goes by, where this session sees it. */
  charterRuleset: itemRefSchema.nullable(),
  /** What each stage of the preset asks for that is not there today; nothing for what lies behind. */
  gates: z.array(z.object({ stage: z.enum(STAGES), problems: z.array(problemSchema) })),
  steps: z.array(stepSchema.extend(evidence)),
  checks: z.array(z.object({ ...checkSchema.shape, ...evidence, isStale: z.boolean() })),
  objections: z.array(z.object({ ...objectionSchema.shape, ...evidence })),
  publicityEnds: z.iso.date().nullable(),
  credit: z.object({
    missing: z.array(z.string()),
    expired: z.array(z.string()),
    effect: z.enum(['NONE', 'FLAGS', 'BARS']),
  }),
  panel: z.object({
    /** false: a sheet may lie in a tier that is not open; then nothing is counted. */
    isWhole: z.boolean(),
    sheets: z.array(sheetSchema),
    count: z.number().int(),
    mean: z.number().nullable(),
    isEven: z.boolean(),
  }),
  /** What was counted when the panel was concluded. */
  concluded: z.object({ count: z.number().int(), mean: z.number() }).nullable(),
  /** What stands against passing the present stage today. */
  problems: z.array(problemSchema),
  /** Which decisions this user can make now; only the coordinator waives. */
  outcomes: z.array(outcomeSchema),
});
export type Case = z.infer<typeof caseSchema>;

const versioned = z.object({ id: idSchema, version: z.number().int() });
const opened = z.object({ level: levelSchema, unitId: idSchema });

/** One step of a case that was decided on paper. */
export const paperStepSchema = decisionSchema.extend({
  actor: z.string().trim().min(1, 'REQUIRED').max(60, 'TOO_LONG'),
});

export const screeningContract = {
  list: procedure.input(z.object({ text: z.string().max(200) })).output(z.array(caseRowSchema)),
  get: procedure.input(z.object({ id: idSchema })).output(caseSchema),
  create: procedure.input(opened.extend({ fields: newCaseSchema })).output(caseSchema),
  edit: procedure.input(versioned.extend({ fields: caseChangesSchema })).output(caseSchema),
  putCheck: procedure.input(versioned.extend({ check: checkSchema })).output(caseSchema),
  putObjection: procedure.input(versioned.extend({ objection: objectionSchema })).output(caseSchema),
  /** Decides the present stage. Passing SIGNING (or the last stage of the preset) makes the unit a member. */
  decide: procedure
    .input(versioned.extend({ stage: caseStageSchema, decision: decisionSchema }))
    .output(caseSchema),
  /** 补录: a whole case as it was decided on paper, with the days of then; the day of entering is kept beside them. */
  backfill: procedure
    .input(
      opened.extend({
        fields: newCaseSchema,
        particulars: caseChangesSchema,
        panel: z
          .object({ count: z.number().int().min(1).max(99), mean: z.number().min(0).max(100) })
          .nullable(),
        steps: z.array(paperStepSchema).min(1).max(30),
      }),
    )
    .output(caseSchema),
  /** The decision as a letter to the applicant. */
  document: procedure
    .input(z.object({ id: idSchema, format: documentFormatSchema }))
    .output(offeredFileSchema),
  addSheet: procedure
    .input(z.object({ caseId: idSchema, personId: idSchema, level: levelSchema }))
    .output(sheetSchema),
  /** An expert who does not score after all, or was taken in by mistake: a sheet that is not signed can go. */
  removeSheet: procedure
    .input(versioned.extend({ reason: z.string().trim().min(1, 'REASON_TEXT_REQUIRED').max(500) }))
    .output(removedSchema),
  sheet: procedure.input(z.object({ id: idSchema })).output(sheetSchema),
  editSheet: procedure.input(versioned.extend({ fields: sheetFieldsSchema })).output(sheetSchema),
  /** Signed, a sheet stays as it is until the expert takes it back to score anew. */
  signSheet: procedure.input(versioned.extend({ signedOn: z.iso.date('NOT_A_DATE') })).output(sheetSchema),
  reopenSheet: procedure
    .input(versioned.extend({ reason: z.string().trim().min(1, 'REASON_TEXT_REQUIRED').max(500) }))
    .output(sheetSchema),
};
