import { z } from 'zod';

export const projectFieldsSchema = z.object({
  name: z.string().trim().min(1).max(200),
  /** 项目号 of the 档号 pattern KJ·KY·{项目号}: capital letters and digits. */
  code: z
    .string()
    .trim()
    .regex(/^[A-Z0-9]{0,12}$/),
  startedOn: z.iso.date().nullable(),
  endedOn: z.iso.date().nullable(),
  note: z.string().trim().max(5000),
});
export type ProjectFields = z.infer<typeof projectFieldsSchema>;
