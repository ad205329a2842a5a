import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { termSchema } from '../confidentiality/terms.ts';
import { problemSchema, procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemHeadSchema, itemRefSchema } from '../items.ts';
import { cursorSchema, directionSchema, pageLimitSchema } from '../paging.ts';
import { recordFileSchema } from './file.ts';
import { recordOrderSchema, recordQuerySchema, recordStageSchema } from './query.ts';
import { recordFieldsSchema } from './recordFields.ts';

/** A record as a list shows it. */
export const recordRowSchema = itemHeadSchema.extend({
  stage: recordStageSchema,
  refCode: z.string().nullable(),
  docDate: z.string().nullable(),
  year: z.number().int().nullable(),
  responsible: z.string(),
  category: z.string(),
  retention: z.string(),
  fileCount: z.number().int(),
  bytes: z.number().int(),
  /** The picture that stands for it. `address` is a capability address, good for some minutes. */
  cover: z
    .object({
      fileId: idSchema,
      address: z.string(),
      width: z.number().nullable(),
      height: z.number().nullable(),
    })
    .nullable(),
  coverKind: recordFileSchema.shape.kind.nullable(),
  removedAt: z.number().int().nullable(),
});
export type RecordRow = z.infer<typeof recordRowSchema>;

export const recordSchema = recordRowSchema.extend({
  fields: recordFieldsSchema,
  basis: z.string(),
  files: z.array(recordFileSchema),
  project: itemRefSchema.nullable(),
  people: z.array(itemRefSchema),
  archivedAt: z.number().int().nullable(),
  /** The day the retention term ends; null for 永久 or while the year is not known. */
  retainUntil: z.iso.date().nullable(),
});
export type RecordDetail = z.infer<typeof recordSchema>;

/** Links a record may have. Absent: unchanged. */
const linksSchema = z.object({
  projectId: idSchema.nullable().optional(),
  peopleIds: z.array(idSchema).max(100).optional(),
});

/** Fields to change in one go; absent: unchanged. */
const changesSchema = recordFieldsSchema.partial().extend(linksSchema.shape);

/** One stored state of an item against the one before, field by field. */
export const historyEntrySchema = z.object({
  /** Names the write for an undo. */
  deed: idSchema,
  at: z.number().int(),
  verb: z.string(),
  actor: z.string(),
  version: z.number().int(),
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  reason: z.string(),
  undoable: z.boolean(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** What a bulk deed did: one entry per item that was refused, the rest is done. */
export const bulkResultSchema = z.object({
  done: z.array(idSchema),
  refused: z.array(z.object({ id: idSchema, title: z.string(), problems: z.array(problemSchema) })),
  /** Writes that one undo takes back, one per tier. */
  undo: z.array(idSchema),
});
export type BulkResult = z.infer<typeof bulkResultSchema>;

const facetSchema = z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() }));

export const recordsContract = {
  page: procedure
    .input(
      z.object({
        query: recordQuerySchema,
        order: recordOrderSchema,
        direction: directionSchema,
        after: cursorSchema.nullable(),
        limit: pageLimitSchema,
      }),
    )
    .output(z.object({ rows: z.array(recordRowSchema), after: cursorSchema.nullable() })),
  /** How many there are, and how they spread. Asked for apart from the page, so that the page is there at once. */
  facets: procedure.input(z.object({ query: recordQuerySchema })).output(
    z.object({
      total: z.number().int(),
      years: facetSchema,
      categories: facetSchema,
      levels: facetSchema,
      stages: facetSchema,
      projects: facetSchema,
      people: facetSchema,
    }),
  ),
  /** The ids of all that the query finds, for "select all"; at most 10,000. */
  ids: procedure
    .input(z.object({ query: recordQuerySchema }))
    .output(z.object({ ids: z.array(idSchema), more: z.boolean() })),
  get: procedure.input(z.object({ id: idSchema })).output(recordSchema),
  create: procedure
    .input(
      z.object({
        level: levelSchema,
        term: termSchema,
        basis: z.string().max(500),
        personalInfo: z.boolean(),
        fields: recordFieldsSchema.partial().required({ title: true }),
        ...linksSchema.shape,
      }),
    )
    .output(recordSchema),
  edit: procedure
    .input(z.object({ id: idSchema, version: z.number().int(), changes: changesSchema }))
    .output(recordSchema),
  editMany: procedure
    .input(z.object({ ids: z.array(idSchema).min(1).max(10_000), changes: changesSchema }))
    .output(bulkResultSchema),
  /** What stands in the way of 归档, without doing it. */
  checkArchiving: procedure
    .input(z.object({ ids: z.array(idSchema).min(1).max(10_000) }))
    .output(
      z.array(
        z.object({ id: idSchema, title: z.string(), refCode: z.string(), problems: z.array(problemSchema) }),
      ),
    ),
  /** 归档: gives each record its 档号 once. Refused ones say why; the others are archived. */
  archive: procedure.input(z.object({ ids: z.array(idSchema).min(1).max(10_000) })).output(bulkResultSchema),
  remove: procedure
    .input(z.object({ ids: z.array(idSchema).min(1).max(10_000), reason: z.string().max(500) }))
    .output(bulkResultSchema),
  restore: procedure.input(z.object({ ids: z.array(idSchema).min(1).max(10_000) })).output(bulkResultSchema),
  history: procedure.input(z.object({ id: idSchema })).output(z.array(historyEntrySchema)),
  /** Takes back an edit while nobody has changed the thing since; itself a journal entry. */
  undo: procedure
    .input(z.object({ undo: z.array(idSchema).min(1).max(3) }))
    .output(z.object({ ids: z.array(idSchema) })),
  arrangeFiles: procedure
    .input(
      z.object({
        id: idSchema,
        version: z.number().int(),
        /** All files of the record in their new order, each with its role. */
        files: z.array(
          z.object({ id: idSchema, role: recordFileSchema.shape.role, name: z.string().min(1).max(255) }),
        ),
      }),
    )
    .output(recordSchema),
  removeFile: procedure
    .input(z.object({ id: idSchema, version: z.number().int(), fileId: idSchema }))
    .output(recordSchema),
  /** A capability address of a file's bytes or of its picture; good for some minutes, in this session only. */
  fileAddress: procedure
    .input(z.object({ fileId: idSchema, variant: z.enum(['original', 'thumbnail', 'preview', 'download']) }))
    .output(z.object({ address: z.string(), mediaType: z.string(), size: z.number() })),
};
