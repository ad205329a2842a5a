import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { offeredFileSchema } from '../documents/document.ts';
import { procedure } from '../errors.ts';
import { outcomeStatusSchema } from '../outcomes/outcome.ts';
import { directionSchema } from '../paging.ts';
import { recordOrderSchema, recordQuerySchema } from '../records/query.ts';
import { LANGUAGES } from '../translations/catalogue.ts';

/** A list of the screens, as it is narrowed there. */
export const listChoiceSchema = z.discriminatedUnion('list', [
  z.object({
    list: z.literal('RECORDS'),
    query: recordQuerySchema,
    order: recordOrderSchema,
    direction: directionSchema,
  }),
  z.object({
    list: z.enum([
      'PEOPLE',
      'UNITS',
      'PROJECTS',
      'AGREEMENTS',
      'CONTACTS',
      'SCREENING',
      'MEETINGS',
      'MATURITY',
      'EXHIBITIONS',
      'PANELS',
      'VISITS',
    ]),
    text: z.string().max(200),
  }),
  z.object({
    list: z.literal('OUTCOMES'),
    text: z.string().max(200),
    status: outcomeStatusSchema.nullable(),
  }),
  z.object({ list: z.literal('EXPIRING'), days: z.number().int().min(0).max(3660) }),
  z.object({ list: z.enum(['JOURNAL', 'SENT', 'RECEIVED', 'ACTIONS']) }),
]);
export type ListChoice = z.infer<typeof listChoiceSchema>;

const input = z.object({ choice: listChoiceSchema, language: z.enum(LANGUAGES) });

export const listLookSchema = z.object({
  rows: z.number().int(),
  /** How many rows of each level; levels without rows are left out. */
  levels: z.array(z.object({ level: levelSchema, count: z.number().int() })),
  /** What the sheet as a whole is held as; '' for 公开. */
  mark: z.string(),
});
export type ListLook = z.infer<typeof listLookSchema>;

export const sheetsContract = {
  /** What an export would hold, before it is made. Nothing is written. */
  look: procedure.input(input).output(listLookSchema),
  /** The list as a workbook (.xlsx), every row with its level and mark. The journal keeps that it was made. */
  exportList: procedure.input(input).output(offeredFileSchema),
};
