import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemHeadSchema, removedSchema } from '../items.ts';
import { agreementFieldsSchema } from './agreement.ts';

export const agreementSchema = itemHeadSchema.extend({
  fields: agreementFieldsSchema,
  /** Today, on this machine's calendar. */
  state: z.enum(['UNSIGNED', 'NOT_YET', 'IN_FORCE', 'ENDED']),
});
export type Agreement = z.infer<typeof agreementSchema>;

const versioned = z.object({ id: idSchema, version: z.number().int() });

/** Agreements as thin as the policy for bundles needs them. */
export const agreementsContract = {
  list: procedure.input(z.object({ text: z.string().max(200) })).output(z.array(agreementSchema)),
  get: procedure.input(z.object({ id: idSchema })).output(agreementSchema),
  create: procedure
    .input(z.object({ fields: agreementFieldsSchema, level: levelSchema }))
    .output(agreementSchema),
  edit: procedure.input(versioned.extend({ fields: agreementFieldsSchema })).output(agreementSchema),
  remove: procedure.input(versioned.extend({ reason: z.string().trim().max(500) })).output(removedSchema),
};
