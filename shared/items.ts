import { z } from 'zod';
import { levelSchema } from './confidentiality/levels.ts';
import { termSchema } from './confidentiality/terms.ts';
import { idSchema } from './ids.ts';

/** Every kind of thing that has a level, a history and a place in the search. */
export const ITEM_KINDS = [
  'record',
  'person',
  'unit',
  'screening',
  'screeningSheet',
  'project',
  'meeting',
  'outcome',
  'maturityPanel',
  'maturitySheet',
  'agreement',
  'contact',
  'dossier',
  'group',
  'appointment',
  'ruleset',
  'exhibition',
  'panel',
  'visit',
] as const;
export const itemKindSchema = z.enum(ITEM_KINDS);
export type ItemKind = z.infer<typeof itemKindSchema>;

/** What all items share, as lists and pages show it. */
export const itemHeadSchema = z.object({
  id: idSchema,
  kind: itemKindSchema,
  title: z.string(),
  level: levelSchema,
  term: termSchema,
  /** The day the term ends; null where the level has no end that is a date. */
  levelExpiry: z.iso.date().nullable(),
  /** The whole mark as it must stand on screen, print and export; '' for 公开. */
  mark: z.string(),
  personalInfo: z.boolean(),
  /** Goes up with every change; a change names the version it was made on. */
  version: z.number().int().min(1),
  createdAt: z.number().int(),
  updatedAt: z.number().int(),
  /** Set on items that came in a partner's bundle: held as that partner's. */
  origin: z.object({ vaultId: z.string(), unit: z.string(), bundleId: z.string() }).nullable(),
});
export type ItemHead = z.infer<typeof itemHeadSchema>;

/** A thing as a link shows it. */
export const itemRefSchema = z.object({
  id: idSchema,
  kind: itemKindSchema,
  title: z.string(),
  level: levelSchema,
});
export type ItemRef = z.infer<typeof itemRefSchema>;

/** What a removal answers: the deed by which an undo brings the item back. */
export const removedSchema = z.object({ undo: idSchema.nullable() });
export type Removed = z.infer<typeof removedSchema>;
