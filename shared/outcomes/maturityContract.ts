import { z } from 'zod';
import { createBundleSchema } from '../bundles/contract.ts';
import { levelSchema } from '../confidentiality/levels.ts';
import { documentFormatSchema, offeredFileSchema } from '../documents/document.ts';
import { problemSchema, procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemHeadSchema, itemRefSchema } from '../items.ts';
import { panelExpertSchema, panelFieldsSchema, panelResultSchema, recusalGroundSchema } from './panel.ts';
import { sheetFieldsSchema } from './scoreSheet.ts';

const standing = z.enum(['MISSING', 'DRAFT', 'LOCKED', 'STALE', 'CHANGED']);

export const panelSchema = itemHeadSchema.extend({
  fields: panelFieldsSchema,
  outcome: itemRefSchema.nullable(),
  experts: z.array(
    panelExpertSchema.extend({
      /** null where the person is out of sight. */
      person: itemRefSchema.nullable(),
      unit: itemRefSchema.nullable(),
      /** Grounds the register shows by itself. */
      found: z.array(recusalGroundSchema),
      /** null where there is none or it is out of sight; `total` in halves of a point, once complete. */
      sheet: itemRefSchema.extend({ total: z.number().int().nullable() }).nullable(),
      standing,
      /** The newest copy of the blank sheet that was sent to this expert. */
      sent: z.object({ copy: z.number().int(), at: z.number().int(), answered: z.boolean() }).nullable(),
    }),
  ),
  /** Oldest first; the last one stands unless it was voided. */
  results: z.array(panelResultSchema),
  /** Since a late recusal left too few sheets for a new result: the panel goes on and concludes again. */
  voidedOn: z.iso.date().nullable(),
  warnings: z.array(z.string()),
  /** Why it cannot be concluded; null where it is concluded or only somebody with every level could. */
  missing: z.array(problemSchema),
  everyTierOpen: z.boolean(),
});
export type Panel = z.infer<typeof panelSchema>;

export const maturitySheetSchema = itemHeadSchema.extend({
  fields: sheetFieldsSchema,
  panel: itemRefSchema.nullable(),
  outcome: itemRefSchema.nullable(),
  expert: itemRefSchema.nullable(),
  lockedOn: z.iso.date().nullable(),
  /** Hex SHA-256 of the sheet as it was locked; '' while it is open. */
  hash: z.string(),
  standing,
  /** Halves of a point; null while a score is missing. */
  total: z.number().int().nullable(),
  concluded: z.boolean(),
});
export type MaturitySheet = z.infer<typeof maturitySheetSchema>;

/** What came back from a reader. */
export const answerPreviewSchema = z.object({
  /** FILED: this very answer was filed before. */
  state: z.enum(['NEW', 'FILED']),
  expert: z.string(),
  outcome: itemRefSchema.nullable(),
  panelId: idSchema,
  copy: z.number().int(),
  sentAt: z.number().int(),
  answeredAt: z.iso.datetime(),
  fields: sheetFieldsSchema,
  /** Why it cannot be filed. */
  problems: z.array(problemSchema),
});
export type AnswerPreview = z.infer<typeof answerPreviewSchema>;

const versioned = z.object({ id: idSchema, version: z.number().int() });
const ofExpert = versioned.extend({ expertId: idSchema });
const answerInput = z.object({ base64: z.base64().max(1_000_000, 'ANSWER_NOT_ONE') });
const note = z.string().trim().max(500);

/** Panels that judge the maturity of one outcome by Table 1 of the guideline. */
export const maturityContract = {
  get: procedure.input(z.object({ id: idSchema })).output(panelSchema),
  convene: procedure
    .input(
      z.object({
        outcomeId: idSchema,
        level: levelSchema,
        fields: panelFieldsSchema,
        expertIds: z.array(idSchema).max(50),
      }),
    )
    .output(panelSchema),
  edit: procedure.input(versioned.extend({ fields: panelFieldsSchema })).output(panelSchema),
  setExperts: procedure.input(versioned.extend({ personIds: z.array(idSchema).max(50) })).output(panelSchema),
  /** Signed by the expert: no ground, or the one that holds. */
  declare: procedure
    .input(ofExpert.extend({ ground: recusalGroundSchema.nullable(), note }))
    .output(panelSchema),
  markAbsent: procedure
    .input(ofExpert.extend({ note: note.min(1, 'REASON_TEXT_REQUIRED') }))
    .output(panelSchema),
  /** A ground that came out after the sheet was locked: it no longer counts, a result is computed anew. */
  exclude: procedure
    .input(ofExpert.extend({ ground: recusalGroundSchema, note: note.min(1, 'REASON_TEXT_REQUIRED') }))
    .output(panelSchema),
  conclude: procedure.input(versioned).output(panelSchema),
  /** A bundle for one expert: the blank sheet and the records it is judged on. Filled in and returned by the reader. */
  sendSheet: procedure
    .input(
      ofExpert
        .omit({ version: true })
        .extend({ recordIds: z.array(idSchema).min(1, 'REQUIRED').max(200) })
        .extend(
          createBundleSchema.pick({
            recipient: true,
            consent: true,
            purpose: true,
            expires: true,
            terms: true,
            passphrase: true,
          }).shape,
        ),
    )
    .output(
      z.object({
        address: z.string(),
        name: z.string(),
        copy: z.number().int(),
        /** How many of the records left. */
        left: z.number().int(),
      }),
    ),
  /** Whose copy an answer is and what it says; nothing is written. */
  previewAnswer: procedure.input(answerInput).output(answerPreviewSchema),
  /** Files the sheet, locked. The same answer again is nothing new. */
  fileAnswer: procedure.input(answerInput).output(z.object({ panel: panelSchema, isNew: z.boolean() })),
  report: procedure.input(z.object({ id: idSchema, format: documentFormatSchema })).output(offeredFileSchema),
  blankSheet: procedure
    .input(z.object({ id: idSchema, expertId: idSchema.nullable(), format: documentFormatSchema }))
    .output(offeredFileSchema),
};

/** One expert's sheet; an item of its own, 普通商密 unless the outcome is higher. */
export const maturitySheetsContract = {
  get: procedure.input(z.object({ id: idSchema })).output(maturitySheetSchema),
  begin: procedure.input(z.object({ panelId: idSchema, expertId: idSchema })).output(maturitySheetSchema),
  edit: procedure.input(versioned.extend({ fields: sheetFieldsSchema })).output(maturitySheetSchema),
  lock: procedure.input(versioned).output(maturitySheetSchema),
  reopen: procedure
    .input(versioned.extend({ reason: note.min(1, 'REASON_TEXT_REQUIRED') }))
    .output(maturitySheetSchema),
};
