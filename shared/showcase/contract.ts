import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { documentFormatSchema, offeredFileSchema } from '../documents/document.ts';
import { problemSchema, procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemHeadSchema, itemRefSchema, removedSchema } from '../items.ts';
import { placeTokenSchema } from '../places.ts';
import { shownCitationSchema } from '../records/citationsContract.ts';
import { boothPackSchema } from './boothPack.ts';
import { columnInputSchema, exhibitionFieldsSchema } from './exhibition.ts';
import { madePackSchema, packSchema } from './exportContract.ts';
import { CONTRADICTIONS, consentSchema, decisionInputSchema, GATE_POINTS, PANEL_STATES } from './gate.ts';
import { panelFieldsSchema, panelPictureSchema, panelPicturesSchema } from './panel.ts';
import { passagesSchema, redactionInputSchema, redactionSchema } from './redaction.ts';
import { STEPS, stepInputSchema } from './review.ts';
import { visitFieldsSchema } from './visit.ts';

const edited = { id: idSchema, version: z.number().int() };
const found = z.object({ text: z.string().max(200) });
const one = z.object({ id: idSchema });
const removal = z.object({
  ...edited,
  reason: z.string().trim().min(1, 'REASON_TEXT_REQUIRED').max(500),
});

/** A cited picture as screens show it. */
const citedSchema = shownCitationSchema.extend({
  isPublic: z.boolean(),
  kind: z.enum(['image', 'video', 'other']),
  thumbnail: z.string().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
});
export type Cited = z.infer<typeof citedSchema>;

export const panelRowSchema = itemHeadSchema.extend({
  state: z.enum(PANEL_STATES),
  fields: panelFieldsSchema,
  edition: z.number().int(),
  reviewNo: z.string(),
  validTo: z.iso.date().nullable(),
  /** Null also where it is not open to this session. */
  outcome: itemRefSchema.nullable(),
  green: z.number().int(),
  cover: z.string().nullable(),
  pictureCount: z.number().int(),
});
export type PanelRow = z.infer<typeof panelRowSchema>;

export const panelSchema = panelRowSchema.extend({
  contentHash: z.string(),
  pictures: z.array(panelPictureSchema.extend({ cited: citedSchema })),
  decisions: z.array(
    decisionInputSchema.extend({
      id: idSchema,
      isVoid: z.boolean(),
      cited: shownCitationSchema.nullable(),
      consents: z.array(consentSchema.extend({ cited: shownCitationSchema })),
    }),
  ),
  points: z.array(
    z.object({
      point: z.enum(GATE_POINTS),
      status: z.enum(['OPEN', 'GREEN', 'FAILED', 'VOID', 'CONTRADICTED']),
      /** Of CONTRADICTED: which fact speaks against it. */
      why: z.enum(CONTRADICTIONS).nullable(),
    }),
  ),
  /** Units that must consent, because what is presented belongs to them. */
  owners: z.array(z.string()),
  /** The review record, oldest first. */
  steps: z.array(
    z.object({
      id: idSchema,
      at: z.number().int(),
      step: z.enum([...STEPS, 'EDIT']),
      fromState: z.enum(PANEL_STATES),
      toState: z.enum(PANEL_STATES),
      actor: z.string(),
      remark: z.string(),
      edition: z.number().int(),
    }),
  ),
  exhibitions: z.array(itemRefSchema),
});
export type Panel = z.infer<typeof panelSchema>;

export const panelSourcesSchema = z.object({
  /** What lies above is not seen here: there may be more. */
  everyTierOpen: z.boolean(),
  sources: z.array(
    itemHeadSchema.extend({
      /** Nothing is to be compared: it is 公开, or was compared with what the panel says now. */
      isRedacted: z.boolean(),
      /** The panel names it as its outcome; it is released there. */
      isLinked: z.boolean(),
      /** Newest first. */
      redactions: z.array(redactionSchema.extend({ id: idSchema })),
    }),
  ),
});
export type PanelSources = z.infer<typeof panelSourcesSchema>;

export const exhibitionSchema = itemHeadSchema.extend({
  fields: exhibitionFieldsSchema,
  unit: itemRefSchema.nullable(),
  columns: z.array(
    columnInputSchema
      .omit({ id: true, panelIds: true })
      .extend({ id: idSchema, panels: z.array(panelRowSchema), hidden: z.number().int() }),
  ),
  panelCount: z.number().int(),
  publishedCount: z.number().int(),
  packs: z.array(packSchema),
});
export type Exhibition = z.infer<typeof exhibitionSchema>;

export const visitSchema = itemHeadSchema.extend({
  fields: visitFieldsSchema,
  unit: itemRefSchema.nullable(),
  exhibition: itemRefSchema.nullable(),
  notice: shownCitationSchema.nullable(),
  /** What was shown, as it was then. */
  shown: z.array(
    z.object({ panelId: idSchema, title: z.string(), edition: z.number().int(), reviewNo: z.string() }),
  ),
});
export type Visit = z.infer<typeof visitSchema>;

const panelInput = z.object({
  fields: panelFieldsSchema,
  pictures: panelPicturesSchema,
  /** The outcome the panel presents. It is not shown; it places the panel on the board. */
  outcomeId: idSchema.nullable().default(null),
});
const exhibitionInput = z.object({
  fields: exhibitionFieldsSchema,
  unitId: idSchema.nullable(),
  columns: z.array(columnInputSchema).max(30),
});
const visitInput = z.object({
  fields: visitFieldsSchema,
  unitId: idSchema.nullable(),
  exhibitionId: idSchema.nullable(),
  /** Panels of that exhibition that were shown. */
  panelIds: z.array(idSchema).max(500),
});

/** 展板: what is exhibited, and its nine-point gate. */
export const panelsContract = {
  list: procedure.input(found).output(z.array(panelRowSchema)),
  get: procedure.input(one).output(panelSchema),
  create: procedure.input(panelInput.extend({ level: levelSchema })).output(panelSchema),
  edit: procedure.input(panelInput.extend(edited)).output(panelSchema),
  decide: procedure.input(decisionInputSchema.extend(edited)).output(panelSchema),
  step: procedure.input(stepInputSchema.extend(edited)).output(panelSchema),
  /** Only a panel that nothing names and that was never submitted: what was reviewed is withdrawn, and its record kept. */
  remove: procedure.input(removal).output(removedSchema),
  /** 保密审查审批表 as Word or PDF, to be signed by hand. */
  reviewForm: procedure.input(one.extend({ format: documentFormatSchema })).output(offeredFileSchema),
};

/** 脱密: outcomes above 公开 that a panel presents, and the comparison of both texts that is kept with each outcome. */
export const panelSourcesContract = {
  get: procedure.input(one).output(panelSourcesSchema),
  /** What an outcome says now, to be held beside the panel. */
  compare: procedure
    .input(one.extend({ outcomeId: idSchema }))
    .output(z.object({ level: levelSchema, version: z.number().int(), source: passagesSchema })),
  /** Keeps both texts as they are now. From then on the outcome counts as presented by the panel. */
  redact: procedure
    .input(redactionInputSchema.extend({ ...edited, outcomeId: idSchema, outcomeVersion: z.number().int() }))
    .output(panelSourcesSchema),
  /** For an outcome that was compared by mistake: it is no source any more. What was kept stays. */
  release: procedure
    .input(
      one.extend({
        outcomeId: idSchema,
        outcomeVersion: z.number().int(),
        reason: z.string().trim().min(1, 'REASON_TEXT_REQUIRED').max(500),
      }),
    )
    .output(panelSourcesSchema),
};

/** 展览: panels in columns, and the packs that were made of it. */
export const exhibitionsContract = {
  list: procedure.input(found).output(z.array(exhibitionSchema)),
  get: procedure.input(one).output(exhibitionSchema),
  create: procedure.input(exhibitionInput.extend({ level: levelSchema })).output(exhibitionSchema),
  edit: procedure.input(exhibitionInput.extend(edited)).output(exhibitionSchema),
  /** Only one of which no pack was made and no visit tells. */
  remove: procedure.input(removal).output(removedSchema),
  /** What the booth would show now, approved or not, with addresses of the vault for its pictures. */
  preview: procedure.input(one).output(boothPackSchema),
  /** What stands in the way of an export. */
  check: procedure.input(one).output(z.object({ problems: z.array(problemSchema), until: z.iso.date() })),
  /**
   * Writes the pack into a new folder of the place, tests it for leaks and enters it in the ledger. `expiresOn` null takes the last
   * day that is allowed.
   */
  export: procedure
    .input(one.extend({ place: placeTokenSchema, expiresOn: z.iso.date().nullable() }))
    .output(z.object({ jobId: idSchema })),
  /** Resolves when that export has ended; rejects with what the leak test found. */
  wait: procedure.input(z.object({ jobId: idSchema })).output(madePackSchema),
};

/** 来访登记 of the display area. */
export const visitsContract = {
  list: procedure.input(found).output(z.array(visitSchema)),
  get: procedure.input(one).output(visitSchema),
  create: procedure.input(visitInput.extend({ level: levelSchema })).output(visitSchema),
  edit: procedure.input(visitInput.extend(edited)).output(visitSchema),
  remove: procedure.input(removal).output(removedSchema),
};
