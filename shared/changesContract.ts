import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './errors.ts';

export const changeSchema = z.object({
  /** The nouns whose lists and pages may show something old now. */
  nouns: z.array(z.string()),
});
export type Change = z.infer<typeof changeSchema>;

export const changesContract = {
  /** One event per committed write; the first comes at once and says the stream is open. */
  watch: procedure.output(eventIterator(changeSchema)),
};
