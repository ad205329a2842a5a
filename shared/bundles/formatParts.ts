import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { parsePartialDate } from '../dates.ts';

/** Pieces both JSON documents of the bundle format are made of. Released with format version 1: never narrowed again. */

export const uuidSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'UUID');
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'SHA256');
/** UTC, ISO 8601 with Z. */
export const instantSchema = z.iso.datetime();
export const dateSchema = z.iso.date();
/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export const partialDateSchema = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'DATE')
  .refine((text) => parsePartialDate(text) !== null, 'DATE');
export const countSchema = z.number().int().min(0);
/**
 * A code of the sender's own lists (category, retention …); a reader shows what it does not know as it stands. The pattern
 * needs no Unicode classes, so that every JSON Schema validator reads it alike.
 */
export const codeSchema = z.string().regex(/^[^\s"'<>&\\/]{0,60}$/, 'CODE');
export const itemKindSchema = z.enum(['record', 'person', 'unit', 'project']);
export type BundleItemKind = z.infer<typeof itemKindSchema>;

/** Level, the length of its term (ISO 8601, PERMANENT, UNTIL_PUBLISHED; null for 公开) and the whole mark ('' for 公开). */
export const levelMarkSchema = z.object({
  code: levelSchema,
  term: z
    .string()
    .regex(/^(?:P[1-9]\d{0,3}[YMD]|PERMANENT|UNTIL_PUBLISHED)$/, 'TERM')
    .nullable(),
  mark: textSchema(200),
});
export type LevelMark = z.infer<typeof levelMarkSchema>;

/** Fields a reader must know to understand the document; one that does not know them all refuses it. */
export const criticalSchema = z.array(z.string().max(60)).max(50);

export function textSchema(length: number) {
  return z
    .string()
    .max(length)
    .refine((text) => text.isWellFormed(), 'NOT_TEXT');
}
