import { z } from 'zod';
import { tierSchema } from '../confidentiality/levels.ts';
import { procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemKindSchema } from '../items.ts';

export const journalEntrySchema = z.object({
  tier: tierSchema,
  seq: z.number().int(),
  at: z.number().int(),
  verb: z.string(),
  actor: z.string(),
  item: z.object({ id: idSchema, kind: itemKindSchema, title: z.string() }).nullable(),
  reason: z.string(),
  /** Hex; the head of the tier after this entry. */
  tierHash: z.string().length(64),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;

export const journalHeadSchema = z.object({
  tier: tierSchema,
  seq: z.number().int(),
  tierHash: z.string().length(64),
  at: z.number().int(),
  /** What this user's sealed file remembered at the last unlock, and whether the journal contains it. */
  remembered: z.object({ seq: z.number().int(), tierHash: z.string(), found: z.boolean() }).nullable(),
});
export type JournalHead = z.infer<typeof journalHeadSchema>;

export const journalContract = {
  /** Newest first, over all open tiers. */
  page: procedure
    .input(
      z.object({
        itemId: idSchema.optional(),
        after: z.string().nullable(),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(z.object({ entries: z.array(journalEntrySchema), after: z.string().nullable() })),
  heads: procedure.output(z.array(journalHeadSchema)),
  /** Recomputes both chains of every open tier and each item's present commitment. */
  verify: procedure.output(
    z.array(
      z.object({
        tier: tierSchema,
        entries: z.number().int(),
        items: z.number().int(),
        ok: z.boolean(),
        /** The first place that does not fit. */
        broken: z
          .object({ seq: z.number().int().nullable(), itemId: z.string().nullable(), rule: z.string() })
          .nullable(),
      }),
    ),
  ),
};
