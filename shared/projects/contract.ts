import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemHeadSchema, itemRefSchema } from '../items.ts';
import { projectFieldsSchema } from './project.ts';

export const projectSchema = itemHeadSchema.extend({
  fields: projectFieldsSchema,
  lead: itemRefSchema.nullable(),
  recordCount: z.number().int(),
});
export type Project = z.infer<typeof projectSchema>;

const input = z.object({ fields: projectFieldsSchema, level: levelSchema, leadId: idSchema.nullable() });

/** Projects as thin as records need them: a name, a number, a lead unit and a span of time. */
export const projectsContract = {
  list: procedure.input(z.object({ text: z.string().max(200) })).output(z.array(projectSchema)),
  get: procedure.input(z.object({ id: idSchema })).output(projectSchema),
  create: procedure.input(input).output(projectSchema),
  edit: procedure
    .input(input.omit({ level: true }).extend({ id: idSchema, version: z.number().int() }))
    .output(projectSchema),
};
