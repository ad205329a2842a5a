import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemHeadSchema, itemRefSchema, removedSchema } from '../items.ts';
import { dossierFieldsSchema } from './dossier.ts';

export const dossierSchema = itemHeadSchema.extend({
  fields: dossierFieldsSchema,
  person: itemRefSchema.nullable(),
});
export type Dossier = z.infer<typeof dossierSchema>;

const versioned = z.object({ id: idSchema, version: z.number().int() });

/** Personnel matters, apart from the person's card and usually a level above it. */
export const dossiersContract = {
  /** Those this session can see. */
  ofPerson: procedure.input(z.object({ personId: idSchema })).output(z.array(dossierSchema)),
  get: procedure.input(z.object({ id: idSchema })).output(dossierSchema),
  create: procedure
    .input(z.object({ personId: idSchema, level: levelSchema, fields: dossierFieldsSchema }))
    .output(dossierSchema),
  edit: procedure.input(versioned.extend({ fields: dossierFieldsSchema })).output(dossierSchema),
  remove: procedure.input(versioned.extend({ reason: z.string().trim().max(500) })).output(removedSchema),
};
