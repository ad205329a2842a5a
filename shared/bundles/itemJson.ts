import { z } from 'zod';
import {
  codeSchema,
  countSchema,
  criticalSchema,
  dateSchema,
  instantSchema,
  itemKindSchema,
  levelMarkSchema,
  partialDateSchema,
  sha256Schema,
  textSchema,
  uuidSchema,
} from './formatParts.ts';

export const ITEM_FORMAT_VERSION = 1;

/** A file of an item. `path` is its place in the bag, `name` the name it came with, kept as text. */
export const fileJsonSchema = z.object({
  id: uuidSchema,
  path: z.string().max(1024),
  name: textSchema(4096),
  sha256: sha256Schema,
  size: countSchema,
  mediaType: z.string().max(127),
  /** 正本, 附件, a page of a scanned original. */
  role: z.enum(['ORIGINAL', 'ATTACHMENT', 'PAGE']),
  position: countSchema,
  /** SHA-256 of the sender's own file where the one sent differs from it (location taken out); else null. */
  strippedFrom: sha256Schema.nullable(),
});
export type FileJson = z.infer<typeof fileJsonSchema>;

/** Only to items of the same bundle. */
export const linkJsonSchema = z.object({
  rel: z.enum(['project', 'person', 'unit', 'lead']),
  kind: itemKindSchema,
  id: uuidSchema,
});
export type LinkJson = z.infer<typeof linkJsonSchema>;

/** What all kinds share. */
const envelope = {
  format: z.literal('mengbu-item'),
  version: z.literal(ITEM_FORMAT_VERSION),
  critical: criticalSchema,
  id: uuidSchema,
  title: textSchema(1000),
  /** The item's own version at the sender's; goes up with every change. */
  itemVersion: z.number().int().min(1),
  updatedAt: instantSchema,
  level: levelMarkSchema.extend({ expires: dateSchema.nullable() }),
  personalInfo: z.boolean(),
  files: z.array(fileJsonSchema).max(20_000),
  links: z.array(linkJsonSchema).max(5000),
  /** Where the item came from, when it is not the sender's own. */
  origin: z.object({ vaultId: uuidSchema, itemId: uuidSchema, unit: textSchema(200) }).nullable(),
  /** The head of the item's chain in data/journal.jsonl and its length; null where it has none there. */
  journal: z.object({ head: sha256Schema, entries: z.number().int().min(1) }).nullable(),
};

export const recordJsonSchema = z.object({
  ...envelope,
  kind: z.literal('record'),
  /** 草稿 or 归档. */
  state: z.enum(['DRAFT', 'ARCHIVED']),
  /** 档号; null while a draft. */
  refCode: textSchema(200).nullable(),
  fields: z.object({
    docDate: partialDateSchema.nullable(),
    responsible: textSchema(400),
    docNo: textSchema(400),
    category: codeSchema,
    subcategory: codeSchema,
    retention: codeSchema,
    year: z.number().int().min(1).max(9999).nullable(),
    dept: textSchema(200),
    originalForm: codeSchema,
    originalPlace: textSchema(400),
    place: textSchema(400),
    description: textSchema(40_000),
    keywords: z.array(textSchema(200)).max(200),
    language: codeSchema,
  }),
});

export const personJsonSchema = z.object({
  ...envelope,
  kind: z.literal('person'),
  fields: z.object({
    position: textSchema(400),
    phone: textSchema(100),
    email: textSchema(320),
    note: textSchema(10_000),
  }),
});

export const unitJsonSchema = z.object({
  ...envelope,
  kind: z.literal('unit'),
  fields: z.object({ shortName: textSchema(200), role: codeSchema, note: textSchema(10_000) }),
});

export const projectJsonSchema = z.object({
  ...envelope,
  kind: z.literal('project'),
  fields: z.object({
    code: textSchema(60),
    startedOn: partialDateSchema.nullable(),
    endedOn: partialDateSchema.nullable(),
    note: textSchema(20_000),
  }),
});

export const itemJsonSchema = z.discriminatedUnion('kind', [
  recordJsonSchema,
  personJsonSchema,
  unitJsonSchema,
  projectJsonSchema,
]);
export type ItemJson = z.infer<typeof itemJsonSchema>;
export type RecordJson = z.infer<typeof recordJsonSchema>;

/** Every field this version knows, at the top of an item. */
export const KNOWN_ITEM_FIELDS: ReadonlySet<string> = new Set(
  itemJsonSchema.options.flatMap((option) => Object.keys(option.shape)),
);
