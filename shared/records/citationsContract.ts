import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { citationSchema, citationStateSchema } from './citation.ts';
import { fileKindSchema } from './file.ts';

/** A citation as pages show it; names are null where this session does not see the record. */
export const shownCitationSchema = citationSchema.extend({
  state: citationStateSchema,
  recordTitle: z.string().nullable(),
  refCode: z.string().nullable(),
  fileName: z.string().nullable(),
  level: levelSchema.nullable(),
});
export type ShownCitation = z.infer<typeof shownCitationSchema>;

/** A record that may be cited, with its files. */
export const citableRecordSchema = z.object({
  id: idSchema,
  title: z.string(),
  level: levelSchema,
  refCode: z.string().nullable(),
  docDate: z.string().nullable(),
  files: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      sha256: z.string(),
      kind: fileKindSchema,
      size: z.number(),
      /** A capability address, good for some minutes. */
      thumbnail: z.string().nullable(),
    }),
  ),
});
export type CitableRecord = z.infer<typeof citableRecordSchema>;

export const citationsContract = {
  /** In the order they were asked for. */
  resolve: procedure
    .input(z.object({ citations: z.array(citationSchema).max(200) }))
    .output(z.array(shownCitationSchema)),
  /**
   * Records with files, the best or newest first. Only those an item of this level may cite: a citation lies with the item
   * that makes it, so what is cited must not be in a higher tier.
   */
  find: procedure
    .input(
      z.object({
        text: z.string().max(200),
        level: levelSchema,
        limit: z.number().int().min(1).max(50),
      }),
    )
    .output(z.array(citableRecordSchema)),
};
