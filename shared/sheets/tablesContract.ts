import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { offeredFileSchema } from '../documents/document.ts';
import { problemSchema, procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemRefSchema } from '../items.ts';
import { placeTokenSchema } from '../places.ts';
import { LANGUAGES } from '../translations/catalogue.ts';
import { textEncodingSchema } from './encoding.ts';
import { TABLE_KINDS } from './tableColumns.ts';

const kind = z.enum(TABLE_KINDS);

const source = z.object({
  kind,
  place: placeTokenSchema,
  /** Everything the table brings gets this level. */
  level: levelSchema,
  /** null: as the bytes suggest. */
  encoding: textEncodingSchema.nullable(),
});

/** NEW will be made; EXISTS is on file already; TWICE stands in the table before; BAD breaks a rule. */
export const tableRowSchema = z.object({
  /** As the spreadsheet program numbers it. */
  row: z.number().int(),
  title: z.string(),
  /** What tells namesakes apart: a person's unit, a unit's role. */
  detail: z.string(),
  status: z.enum(['NEW', 'EXISTS', 'TWICE', 'BAD']),
  problems: z.array(problemSchema),
  existing: itemRefSchema.nullable(),
});
export type TableRow = z.infer<typeof tableRowSchema>;

export const tablePreviewSchema = z.object({
  rows: z.array(tableRowSchema),
  counts: z.object({
    NEW: z.number().int(),
    EXISTS: z.number().int(),
    TWICE: z.number().int(),
    BAD: z.number().int(),
  }),
  /** Titles of columns no field takes. */
  unknownColumns: z.array(z.string()),
  encoding: textEncodingSchema.nullable(),
  /** Names this very preview: given back on importing, nothing else is written. */
  digest: z.string(),
});
export type TablePreview = z.infer<typeof tablePreviewSchema>;

export const tablesContract = {
  template: procedure.input(z.object({ kind, language: z.enum(LANGUAGES) })).output(offeredFileSchema),
  /** Every row against the rules and against what is on file. Nothing is written. */
  preview: procedure.input(source).output(tablePreviewSchema),
  /** Makes the new rows, and only those. `undo` takes all of them back. */
  import: procedure
    .input(source.extend({ digest: z.string() }))
    .output(z.object({ created: z.number().int(), undo: z.array(idSchema) })),
  /** Takes back what an import made, but for what was changed or is used since. */
  undoImport: procedure
    .input(z.object({ undo: z.array(idSchema).min(1).max(1000) }))
    .output(z.object({ removed: z.number().int(), kept: z.number().int() })),
};
