import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemHeadSchema, itemRefSchema, removedSchema } from '../items.ts';
import { personFieldsSchema } from './person.ts';

export const personSchema = itemHeadSchema.extend({
  fields: personFieldsSchema,
  unit: itemRefSchema.nullable(),
  recordCount: z.number().int(),
});
export type Person = z.infer<typeof personSchema>;

const input = z.object({ fields: personFieldsSchema, level: levelSchema, unitId: idSchema.nullable() });

/** People as thin as records need them: who they are and where they belong. */
export const peopleContract = {
  list: procedure.input(z.object({ text: z.string().max(200) })).output(z.array(personSchema)),
  get: procedure.input(z.object({ id: idSchema })).output(personSchema),
  create: procedure.input(input).output(personSchema),
  edit: procedure
    .input(input.omit({ level: true }).extend({ id: idSchema, version: z.number().int() }))
    .output(personSchema),
  /** For who was entered by mistake or twice: not while anything names the person. */
  remove: procedure
    .input(z.object({ id: idSchema, version: z.number().int(), reason: z.string().trim().max(500) }))
    .output(removedSchema),
};
