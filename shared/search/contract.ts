import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemKindSchema } from '../items.ts';

/** A piece of text, cut where the hit is, so that a screen can mark it without reading markup. */
export const snippetSchema = z.array(z.object({ text: z.string(), hit: z.boolean() }));

export const searchHitSchema = z.object({
  id: idSchema,
  kind: itemKindSchema,
  level: levelSchema,
  title: snippetSchema,
  body: snippetSchema,
  /** 档号, date or position: the line under the title. */
  detail: z.string(),
  cover: z.string().nullable(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchContract = {
  /** What is found in the open tiers, by kind. Up to 10,000 hits by rank, beyond that newest first. */
  find: procedure
    .input(
      z.object({
        text: z.string().max(200),
        kind: itemKindSchema.optional(),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(
      z.object({
        groups: z.array(
          z.object({
            kind: itemKindSchema,
            count: z.number().int(),
            more: z.boolean(),
            hits: z.array(searchHitSchema),
          }),
        ),
      }),
    ),
};
