import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { offeredFileSchema } from '../documents/document.ts';
import { problemSchema, procedure } from '../errors.ts';
import { itemRefSchema } from '../items.ts';
import { placeTokenSchema } from '../places.ts';
import { textEncodingSchema } from '../sheets/encoding.ts';
import { LANGUAGES } from '../translations/catalogue.ts';
import { importPlanSchema, importSchema } from './importsContract.ts';

/** A 归档目录 and the files beside it: places the service reads itself, or the paths of what the screens will send. */
const source = z.object({
  place: placeTokenSchema,
  /** null: as the bytes suggest. */
  encoding: textEncodingSchema.nullable(),
  /** Rows that give no level take it; rows of another tier are refused. */
  level: levelSchema,
  files: z.discriminatedUnion('from', [
    z.object({ from: z.literal('PLACES'), places: z.array(placeTokenSchema).max(1000) }),
    z.object({ from: z.literal('UPLOADS'), paths: z.array(z.string().min(1).max(4000)).max(50_000) }),
  ]),
});

/**
 * NEW: a record with its files; BARE: no file was found, the record would hold only its description; EXISTS: its 档号 is on file;
 * TWICE: its 档号 stands in the table before; BAD: it breaks a rule.
 */
export const CATALOGUE_STATUSES = ['NEW', 'BARE', 'EXISTS', 'TWICE', 'BAD'] as const;
export type CatalogueStatus = (typeof CATALOGUE_STATUSES)[number];

export const catalogueRowSchema = z.object({
  /** As the spreadsheet program numbers it. */
  row: z.number().int(),
  title: z.string(),
  status: z.enum(CATALOGUE_STATUSES),
  level: levelSchema,
  files: z.array(z.string()),
  /** Of a row that comes in: what is to be known of its files, such as a name that no file bears. */
  problems: z.array(problemSchema),
  existing: itemRefSchema.nullable(),
});
export type CatalogueRow = z.infer<typeof catalogueRowSchema>;

const STRAYS_SHOWN = 500;
const strays = z.array(z.object({ path: z.string(), rows: z.array(z.number().int()) })).max(STRAYS_SHOWN);

export const cataloguePreviewSchema = z.object({
  rows: z.array(catalogueRowSchema),
  counts: z.record(z.enum(CATALOGUE_STATUSES), z.number().int()),
  files: z.object({
    all: z.number().int(),
    matched: z.number().int(),
    unclaimed: z.number().int(),
    claimed: z.number().int(),
  }),
  /** Files that do not come in, the first of them: no row claims them, or several do (`rows`). */
  strays,
  unknownColumns: z.array(z.string()),
  encoding: textEncodingSchema.nullable(),
  /** Names this very preview: given back on beginning, nothing else is taken in. */
  digest: z.string(),
});
export type CataloguePreview = z.infer<typeof cataloguePreviewSchema>;
export { STRAYS_SHOWN };

/** Records from a 归档目录, with files matched by name. */
export const cataloguesContract = {
  template: procedure.input(z.object({ language: z.enum(LANGUAGES) })).output(offeredFileSchema),
  /** Every row against the rules, the files and what is on file. Nothing is written. */
  preview: procedure.input(source).output(cataloguePreviewSchema),
  /** Begins an import that follows the catalogue; it goes on, is cancelled and taken back as every import. */
  begin: procedure
    .input(
      source.extend({
        digest: z.string(),
        /** Rows without files become records that only describe. */
        bare: z.boolean(),
        plan: importPlanSchema.pick({ term: true, basis: true, personalInfo: true, takeDuplicates: true }),
      }),
    )
    .output(importSchema),
};
