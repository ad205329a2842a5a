import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { documentFormatSchema, offeredFileSchema } from '../documents/document.ts';
import { problemSchema, procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemHeadSchema, itemRefSchema, removedSchema } from '../items.ts';
import { shownCitationSchema } from '../records/citationsContract.ts';
import { annualReviewSchema, annualScoreSchema, REVIEW_GRADES } from './annualReview.ts';
import { contributionSchema } from './contribution.ts';
import { creditCheckSchema } from './creditCheck.ts';
import { EXIT_ITEMS, measureSchema, measureStepKindSchema, measureStepSchema } from './measure.ts';
import { MEMBER_STATES, membershipSchema, standingSchema } from './membership.ts';
import { QUALIFICATION_STATES, qualificationSchema } from './qualification.ts';
import { newUnitFieldsSchema, unitChangesSchema, unitFieldsSchema } from './unit.ts';

/** A unit as lists show it. */
export const unitSchema = itemHeadSchema.extend({
  fields: unitFieldsSchema,
  peopleCount: z.number().int(),
  memberState: z.enum(MEMBER_STATES),
  membership: membershipSchema.nullable(),
  /** How many qualifications need a hand: those that run out soon, and those that have. */
  expiring: z.number().int(),
  expired: z.number().int(),
});
export type Unit = z.infer<typeof unitSchema>;

const evidence = { shownEvidence: shownCitationSchema.nullable() };

export const shownQualificationSchema = z.object({
  ...qualificationSchema.shape,
  ...evidence,
  state: z.enum(QUALIFICATION_STATES),
  renewFrom: z.iso.date().nullable(),
});
export type ShownQualification = z.infer<typeof shownQualificationSchema>;

export const shownCreditCheckSchema = z.object({
  ...creditCheckSchema.shape,
  ...evidence,
  validUntil: z.iso.date(),
  isExpired: z.boolean(),
  effect: z.enum(['NONE', 'FLAGS', 'BARS']),
});
export type ShownCreditCheck = z.infer<typeof shownCreditCheckSchema>;

export const shownContributionSchema = z.object({
  ...contributionSchema.shape,
  ...evidence,
  isOverdue: z.boolean(),
});
export type ShownContribution = z.infer<typeof shownContributionSchema>;

export const shownReviewSchema = z.object({
  ...annualReviewSchema.shape,
  scores: z.array(z.object({ ...annualScoreSchema.shape, ...evidence, isStale: z.boolean() })),
  total: z.number(),
  grade: z.enum(REVIEW_GRADES),
  consequence: z.enum(['NONE', 'RECTIFYING', 'EXIT_PERSUADED']),
});
export type ShownReview = z.infer<typeof shownReviewSchema>;

export const shownMeasureSchema = measureSchema.extend({
  steps: z.array(measureStepSchema.extend(evidence)),
  /** null: all steps are taken. */
  next: measureStepKindSchema.nullable(),
  /** What stands against closing it today. */
  problems: z.array(problemSchema),
});
export type ShownMeasure = z.infer<typeof shownMeasureSchema>;

/** A unit as its page shows it, with the rows that belong to it. */
export const unitDetailSchema = unitSchema.extend({
  /** The 主体标识码 does not keep its own check: look again. */
  isCodeDoubtful: z.boolean(),
  /** Fields that an application needs and that are not filled. */
  missing: z.array(z.string()),
  qualifications: z.array(shownQualificationSchema),
  creditChecks: z.array(shownCreditCheckSchema),
  contributions: z.array(shownContributionSchema),
  contributed: z.object({ promised: z.number(), delivered: z.number(), rate: z.number().nullable() }),
  reviews: z.array(shownReviewSchema),
  measures: z.array(shownMeasureSchema),
  exitDone: z.array(z.enum(EXIT_ITEMS)),
  /** While a way out is under way: what the register still shows under each point of its checklist. */
  exitStands: z.array(
    z.object({ point: z.enum(EXIT_ITEMS), item: itemRefSchema, text: z.string(), endsWithExit: z.boolean() }),
  ),
  /** Its screening cases, the newest first. */
  screenings: z.array(itemRefSchema.extend({ stage: z.string() })),
});
export type UnitDetail = z.infer<typeof unitDetailSchema>;

const versioned = z.object({ id: idSchema, version: z.number().int() });
const row = versioned.extend({ rowId: idSchema });
/** Rows are put whole: an id that is new adds, a known one changes. */
const put = <Row extends z.ZodType>(schema: Row) =>
  procedure.input(versioned.extend({ row: schema })).output(unitDetailSchema);
const takeOut = procedure.input(row).output(unitDetailSchema);

/** Units: who they are, what they may do, what was found about them, and what they are to the joint body. */
export const membersContract = {
  list: procedure.input(z.object({ text: z.string().max(200) })).output(z.array(unitSchema)),
  get: procedure.input(z.object({ id: idSchema })).output(unitDetailSchema),
  create: procedure
    .input(z.object({ fields: newUnitFieldsSchema, level: levelSchema }))
    .output(unitDetailSchema),
  /** Fields that are absent stay as they are. */
  edit: procedure.input(versioned.extend({ fields: unitChangesSchema })).output(unitDetailSchema),

  /** For what was entered by mistake or twice: not a member, past or present, and nothing names it. */
  remove: procedure.input(versioned.extend({ reason: z.string().trim().max(500) })).output(removedSchema),

  putQualification: put(qualificationSchema),
  removeQualification: takeOut,
  putCreditCheck: put(creditCheckSchema),
  removeCreditCheck: takeOut,
  putContribution: put(contributionSchema),
  removeContribution: takeOut,
  putReview: put(annualReviewSchema),
  removeReview: takeOut,

  /** 成员类别 and weights of a member; for a unit that joined before this vault, also that it is one. */
  setStanding: procedure
    .input(versioned.extend({ standing: standingSchema, reason: z.string().trim().max(500) }))
    .output(unitDetailSchema),
  openMeasure: procedure
    .input(versioned.extend({ measure: measureSchema.omit({ closedOn: true, outcome: true }) }))
    .output(unitDetailSchema),
  takeStep: procedure.input(versioned.extend({ step: measureStepSchema })).output(unitDetailSchema),
  /** Done, or given up with a reason. A done exit ends the membership and all that hangs on it here. */
  closeMeasure: procedure
    .input(
      versioned.extend({
        measureId: idSchema,
        outcome: z.enum(['DONE', 'CANCELLED']),
        closedOn: z.iso.date('NOT_A_DATE'),
        reason: z.string().trim().max(500),
      }),
    )
    .output(unitDetailSchema),
  /** The letter about a measure, as far as it has come. */
  measureDocument: procedure
    .input(z.object({ id: idSchema, measureId: idSchema, format: documentFormatSchema }))
    .output(offeredFileSchema),
  tickExit: procedure
    .input(versioned.extend({ item: z.enum(EXIT_ITEMS), done: z.boolean() }))
    .output(unitDetailSchema),
};
