import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { problemSchema } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemRefSchema } from '../items.ts';
import { placeTokenSchema } from '../places.ts';
import { itemKindSchema as bundleKindSchema } from './formatParts.ts';

export const verdictSchema = z.object({
  tone: z.enum(['good', 'caution', 'bad']),
  codes: z.array(z.string()),
  data: z.object({
    unit: z.string().nullable(),
    fingerprint: z.string().nullable(),
    createdAt: z.string().nullable(),
    sequence: z.number().nullable(),
    expires: z.string().nullable(),
    recipient: z.string().nullable(),
    copy: z.number().nullable(),
  }),
});

/** What a received bundle holds, as a list shows it. */
export const openedItemSchema = z.object({
  id: z.string(),
  kind: bundleKindSchema,
  title: z.string(),
  level: levelSchema,
  mark: z.string(),
  draft: z.boolean(),
  refCode: z.string().nullable(),
  docDate: z.string().nullable(),
  responsible: z.string(),
  description: z.string(),
  files: z.array(
    z.object({
      path: z.string(),
      name: z.string(),
      size: z.number(),
      mediaType: z.string(),
      whole: z.boolean(),
    }),
  ),
});
export type OpenedItem = z.infer<typeof openedItemSchema>;

export const openedBundleSchema = z.object({
  /** Names it until it is closed or the vault is locked. */
  openedId: idSchema,
  fileName: z.string(),
  verdict: verdictSchema,
  /** Problems that keep it from being whole, as codes with the entry they are about. */
  problems: z.array(problemSchema),
  problemCount: z.number().int(),
  bundle: z
    .object({
      id: z.string(),
      vaultId: z.string(),
      unit: z.string(),
      createdAt: z.string(),
      sequence: z.number().int(),
      purpose: z.string(),
      level: levelSchema,
      mark: z.string(),
      expires: z.string().nullable(),
      terms: z.object({ view: z.boolean(), print: z.boolean(), forward: z.boolean(), note: z.string() }),
      recipient: z.string(),
      copy: z.number().int(),
      counts: z.object({ items: z.number().int(), files: z.number().int(), bytes: z.number() }),
    })
    .nullable(),
  /** The contact whose card has the key that signed. */
  contact: z.object({ id: idSchema, unit: z.string(), verified: z.boolean() }).nullable(),
  /** The sender's card is enclosed and not among the contacts: it can be added. */
  enclosedCard: z.string().nullable(),
  items: z.array(openedItemSchema),
  /** Why nothing of it can be imported; empty: it can. */
  importProblems: z.array(problemSchema),
  /** When it was first opened here, and when it was imported. */
  firstOpened: z.number().int().nullable(),
  importedAt: z.number().int().nullable(),
});
export type OpenedBundleView = z.infer<typeof openedBundleSchema>;

/** A bundle to open: picked, or handed over piece by piece from a drop in the browser. */
export const bundleSource = z.union([z.object({ place: placeTokenSchema }), z.object({ upload: idSchema })]);

export const openEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), bytes: z.number() }),
  z.object({ kind: z.literal('opened'), opened: openedBundleSchema }),
]);

/** A line of the ledger of what was opened here. */
export const receivedBundleSchema = z.object({
  id: z.string(),
  at: z.number().int(),
  unit: z.string(),
  contactId: idSchema.nullable(),
  level: levelSchema,
  createdAt: z.string(),
  sequence: z.number().int(),
  purpose: z.string(),
  copy: z.number().int(),
  expires: z.string().nullable(),
  counts: z.object({ items: z.number().int(), files: z.number().int(), bytes: z.number() }),
  /** The last import of it that stands; null: none. */
  importId: idSchema.nullable(),
  importedAt: z.number().int().nullable(),
});
export type ReceivedBundle = z.infer<typeof receivedBundleSchema>;

const changeSchema = z.enum(['SAME', 'UPDATE', 'KEPT', 'CONFLICT', 'PROPOSAL']);

export const importItemSchema = z.object({
  /** As the bundle names it. */
  id: z.string(),
  kind: bundleKindSchema,
  title: z.string(),
  level: levelSchema,
  mark: z.string(),
  status: z.enum(['CREATE', 'UPDATE', 'SAME', 'CONFLICT', 'PROPOSAL', 'REFUSED']),
  /** Why it is refused. */
  problems: z.array(problemSchema),
  /** The item here that it is about. */
  local: itemRefSchema.nullable(),
  fields: z.array(
    z.object({
      field: z.string(),
      base: z.unknown(),
      local: z.unknown(),
      theirs: z.unknown(),
      change: changeSchema,
    }),
  ),
  /** Values of theirs that have no place here, by field. */
  unusable: z.array(z.string()),
  bytes: z.number(),
});
export type ImportItem = z.infer<typeof importItemSchema>;

export const importPreviewSchema = z.object({
  items: z.array(importItemSchema),
  counts: z.record(importItemSchema.shape.status, z.number().int()),
  /** Nothing to take: everything is here already. */
  nothingNew: z.boolean(),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** The person's choice about one item: leave it out, or field by field whose value counts. */
export const importDecisionSchema = z.object({
  id: z.string(),
  skip: z.boolean(),
  fields: z.record(z.string(), z.enum(['THEIRS', 'OURS'])),
});
export type ImportDecision = z.infer<typeof importDecisionSchema>;

export const importResultSchema = z.object({
  /** null: there was nothing to write. */
  importId: idSchema.nullable(),
  created: z.array(itemRefSchema),
  updated: z.array(itemRefSchema),
  same: z.number().int(),
  skipped: z.number().int(),
  /** Stopped by the import guard, or refused: what and why. */
  refused: z.array(z.object({ id: z.string(), title: z.string(), problems: z.array(problemSchema) })),
});
export type ImportResult = z.infer<typeof importResultSchema>;
