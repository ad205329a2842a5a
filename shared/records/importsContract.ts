import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { termSchema } from '../confidentiality/terms.ts';
import { problemSchema, procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { placeTokenSchema } from '../places.ts';
import { recordFieldsSchema } from './recordFields.ts';

/** One record per file, one for all, one photo group (组) with its files as 件, or as the rows of a 归档目录 say. */
export const importShapeSchema = z.enum(['EACH', 'ONE', 'GROUP', 'CATALOGUE']);
export type ImportShape = z.infer<typeof importShapeSchema>;

/** Where a file of an import stands. HELD: the guard stopped it and a person must decide or leave it. */
export const entryStateSchema = z.enum([
  'WAITING',
  'DONE',
  'DUPLICATE',
  'HELD',
  'REFUSED',
  'FAILED',
  'SKIPPED',
]);
export type EntryState = z.infer<typeof entryStateSchema>;

/** What an import is to make. The level is asked first: everything lies in its tier from the first byte. */
export const importPlanSchema = z.object({
  shape: importShapeSchema,
  level: levelSchema,
  term: termSchema,
  basis: z.string().max(500),
  personalInfo: z.boolean(),
  /** Title of the one record or group; with EACH the file names are the titles. */
  title: z.string().max(500),
  /** Given to every record that is made. */
  fields: recordFieldsSchema.omit({ title: true }).partial(),
  projectId: idSchema.nullable(),
  peopleIds: z.array(idSchema).max(100),
  /** Files to attach to an existing record instead of making new ones; shape is then ONE. */
  recordId: idSchema.nullable(),
  /** Whether a file whose bytes are in the vault already is filed again. */
  takeDuplicates: z.boolean(),
});
export type ImportPlan = z.infer<typeof importPlanSchema>;

export const importEntrySchema = z.object({
  id: idSchema,
  path: z.string(),
  size: z.number().int(),
  state: entryStateSchema,
  problems: z.array(problemSchema),
  recordId: idSchema.nullable(),
  /** What was noticed about a file that is kept, as codes of recordFileSchema's problems; no failure. */
  remarks: z.array(z.string()),
  /** false where the remarks are why nothing of the file can be shown here. */
  isShown: z.boolean(),
  /** Where the same bytes lie already, as far as this user can open it. */
  duplicateOf: z.object({ recordId: idSchema, title: z.string() }).nullable(),
  /** HELD by a rule that a declaration may override (a quoted mark). */
  quotable: z.boolean(),
});
export type ImportEntry = z.infer<typeof importEntrySchema>;

/** WAITING: its files are still coming; LEFT: no record was made of it, `problems` say why. */
export const importRowStateSchema = z.enum(['WAITING', 'DONE', 'LEFT']);
export type ImportRowState = z.infer<typeof importRowStateSchema>;

/** What became of a row of the 归档目录 an import follows. */
export const importRowSchema = z.object({
  row: z.number().int(),
  title: z.string(),
  state: importRowStateSchema,
  /** How many files it was to have. */
  files: z.number().int(),
  problems: z.array(problemSchema),
  recordId: idSchema.nullable(),
});
export type ImportedRow = z.infer<typeof importRowSchema>;

export const importStateSchema = z.enum(['LISTING', 'RUNNING', 'PAUSED', 'CANCELLED', 'DONE']);
export type ImportState = z.infer<typeof importStateSchema>;

export const importSchema = z.object({
  id: idSchema,
  state: importStateSchema,
  plan: importPlanSchema,
  /** The title given, else the name of what was picked or dropped; '' while nothing is announced. */
  title: z.string(),
  /** Why a paused import stands still. */
  problems: z.array(problemSchema),
  startedAt: z.number().int(),
  counts: z.record(entryStateSchema, z.number().int()),
  bytes: z.object({ done: z.number(), total: z.number() }),
  /** The browser door cannot read files again by itself: they have to be dropped again to go on. */
  needsFiles: z.boolean(),
});
export type Import = z.infer<typeof importSchema>;

const uploadListing = z.object({
  path: z.string().min(1).max(4000),
  size: z.number().int().min(0),
  modifiedAt: z.number(),
});

export const importsContract = {
  /** Starts an import of places (desktop, CLI, folder list) or of uploads that are announced and sent afterwards. */
  begin: procedure
    .input(z.object({ plan: importPlanSchema, places: z.array(placeTokenSchema).max(1000) }))
    .output(importSchema),
  /** Browser door: announces what was dropped; each entry's bytes then go to /upload/<import>/<entry>. Entries that are done already are not asked for again. */
  announce: procedure
    .input(z.object({ id: idSchema, entries: z.array(uploadListing).max(2000), last: z.boolean() }))
    .output(z.object({ wanted: z.array(z.object({ index: z.number().int(), entryId: idSchema })) })),
  list: procedure.output(z.array(importSchema)),
  get: procedure.input(z.object({ id: idSchema })).output(importSchema),
  entries: procedure
    .input(
      z.object({
        id: idSchema,
        states: z.array(entryStateSchema),
        after: z.string().nullable(),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .output(z.object({ entries: z.array(importEntrySchema), after: z.string().nullable() })),
  /** Of an import that follows a 归档目录: its rows in their order. */
  rows: procedure
    .input(z.object({ id: idSchema, after: z.number().int(), limit: z.number().int().min(1).max(500) }))
    .output(z.object({ rows: z.array(importRowSchema), after: z.number().int().nullable() })),
  cancel: procedure.input(z.object({ id: idSchema })).output(importSchema),
  resume: procedure.input(z.object({ id: idSchema })).output(importSchema),
  /** Files a held entry by declaration that its mark is only quoted; logged without content. Never for genomic or DICOM files. */
  declareQuoted: procedure
    .input(z.object({ id: idSchema, entryId: idSchema, declaration: z.string().min(4).max(500) }))
    .output(importEntrySchema),
  /** Takes the whole import back: the records it made are removed while nobody changed them since. */
  undo: procedure
    .input(z.object({ id: idSchema }))
    .output(z.object({ removed: z.number().int(), kept: z.number().int() })),
};
