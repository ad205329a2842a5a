import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemHeadSchema, itemRefSchema, removedSchema } from '../items.ts';
import { PANEL_STATES } from '../showcase/gate.ts';
import { ipItemSchema } from './intellectualProperty.ts';
import { outcomeFieldsSchema, outcomeStatusSchema, statusOverrideSchema } from './outcome.ts';
import { panelResultSchema } from './panel.ts';
import { contributorSchema, contributorsSchema } from './shares.ts';
import { transformationEventSchema } from './transformation.ts';

const maturitySchema = z.object({
  total: z.number().int(),
  verdict: z.enum(['MATURE', 'NOT_MATURE']),
  computedOn: z.iso.date(),
});

export const outcomeSchema = itemHeadSchema.extend({
  fields: outcomeFieldsSchema,
  status: outcomeStatusSchema,
  project: itemRefSchema.nullable(),
  /** The newest concluded panel's newest result; null where there is none yet. */
  maturity: maturitySchema.nullable(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** `code` and what fills its sentence; see `StatusReason`. */
const statusReasonSchema = z.looseObject({ code: z.string() });

export const outcomeDetailSchema = outcomeSchema.extend({
  derived: z.object({
    status: outcomeStatusSchema,
    reasons: z.array(statusReasonSchema),
    /** Not every tier is open: a paper out of sight may speak for another status. */
    partial: z.boolean(),
  }),
  override: statusOverrideSchema.nullable(),
  /** `party` is null where it is out of sight. */
  contributors: z.array(contributorSchema.extend({ party: itemRefSchema.nullable() })),
  ipItems: z.array(ipItemSchema.extend({ warnings: z.array(z.string()), termEnd: z.iso.date().nullable() })),
  events: z.array(transformationEventSchema),
  agreements: z.array(itemRefSchema.extend({ signedOn: z.iso.date().nullable() })),
  /** Panels of the showcase that present it. */
  exhibits: z.array(itemRefSchema.extend({ state: z.enum(PANEL_STATES) })),
  /** Newest first. */
  panels: z.array(
    itemRefSchema.extend({
      convenedOn: z.iso.date(),
      results: z.array(panelResultSchema),
      voidedOn: z.iso.date().nullable(),
    }),
  ),
});
export type OutcomeDetail = z.infer<typeof outcomeDetailSchema>;

const versioned = z.object({ id: idSchema, version: z.number().int() });
const linked = z.object({ projectId: idSchema.nullable() });

export const outcomesContract = {
  list: procedure
    .input(z.object({ text: z.string().max(200), status: outcomeStatusSchema.nullable() }))
    .output(z.array(outcomeSchema)),
  get: procedure.input(z.object({ id: idSchema })).output(outcomeDetailSchema),
  create: procedure
    .input(linked.extend({ fields: outcomeFieldsSchema, level: levelSchema }))
    .output(outcomeDetailSchema),
  edit: procedure
    .input(versioned.extend({ fields: outcomeFieldsSchema, ...linked.shape }))
    .output(outcomeDetailSchema),
  /** All contributors at once, because their shares are one whole. */
  setContributors: procedure
    .input(versioned.extend({ contributors: contributorsSchema }))
    .output(outcomeDetailSchema),
  setIpItems: procedure
    .input(versioned.extend({ ipItems: z.array(ipItemSchema).max(200) }))
    .output(outcomeDetailSchema),
  setEvents: procedure
    .input(versioned.extend({ events: z.array(transformationEventSchema).max(300) }))
    .output(outcomeDetailSchema),
  setAgreements: procedure
    .input(versioned.extend({ agreementIds: z.array(idSchema).max(100) }))
    .output(outcomeDetailSchema),
  /** null gives the derived status back its place. */
  overrideStatus: procedure
    .input(versioned.extend({ override: statusOverrideSchema.nullable() }))
    .output(outcomeDetailSchema),
  remove: procedure
    .input(versioned.extend({ reason: z.string().trim().min(1, 'REASON_TEXT_REQUIRED').max(500) }))
    .output(removedSchema),
};
