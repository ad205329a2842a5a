import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { problemSchema, procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';

/** Long work as the tray shows it, whatever it is. */
export const jobSchema = z.object({
  id: idSchema,
  kind: z.enum(['import', 'export', 'check', 'backup', 'search']),
  title: z.string(),
  state: z.enum(['RUNNING', 'PAUSED', 'CANCELLED', 'DONE', 'FAILED']),
  done: z.number(),
  total: z.number(),
  /** 'bytes' or 'items': what done and total count. */
  unit: z.enum(['bytes', 'items']),
  startedAt: z.number().int(),
  endedAt: z.number().int().nullable(),
  /** Items that need a person: held, refused or failed. */
  attention: z.number().int(),
  problems: z.array(problemSchema),
});
export type Job = z.infer<typeof jobSchema>;

export const jobsContract = {
  /** The present state at once, then every change. */
  watch: procedure.output(eventIterator(z.array(jobSchema))),
  cancel: procedure.input(z.object({ id: idSchema })).output(z.object({})),
  dismiss: procedure.input(z.object({ id: idSchema })).output(z.object({})),
};
