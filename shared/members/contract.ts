import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemHeadSchema } from '../items.ts';
import { unitFieldsSchema } from './unit.ts';

export const unitSchema = itemHeadSchema.extend({ fields: unitFieldsSchema, peopleCount: z.number().int() });
export type Unit = z.infer<typeof unitSchema>;

const input = z.object({ fields: unitFieldsSchema, level: levelSchema });

/** Units as thin as people, agreements and bundle recipients need them. */
export const membersContract = {
  list: procedure.input(z.object({ text: z.string().max(200) })).output(z.array(unitSchema)),
  get: procedure.input(z.object({ id: idSchema })).output(unitSchema),
  create: procedure.input(input).output(unitSchema),
  edit: procedure
    .input(input.omit({ level: true }).extend({ id: idSchema, version: z.number().int() }))
    .output(unitSchema),
};
