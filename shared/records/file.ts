import { z } from 'zod';
import { idSchema } from '../ids.ts';

/** 正本, 附件, and the pages of a scanned original. */
export const FILE_ROLES = ['ORIGINAL', 'ATTACHMENT', 'PAGE'] as const;
export const fileRoleSchema = z.enum(FILE_ROLES);
export type FileRole = z.infer<typeof fileRoleSchema>;

export const fileKindSchema = z.enum(['image', 'pdf', 'video', 'audio', 'text', 'other']);
export type FileKind = z.infer<typeof fileKindSchema>;

/** What keeps a page, a film or a sound from being shown, though its format is one that is. */
const UNSHOWN = new Set(['DAMAGED', 'NEEDS_PASSWORD', 'UNREADABLE', 'TIMEOUT', 'OUT_OF_MEMORY', 'EMPTY']);

/** Whether anything of a file can be looked at here; a damaged picture can as far as it was drawn. */
export function isShownHere(kind: FileKind, hasPicture: boolean, problems: readonly string[]): boolean {
  if (kind === 'image') return hasPicture;
  return kind !== 'other' && !problems.some((code) => UNSHOWN.has(code));
}

/** A file as a record shows it. The bytes are those that came in, unchanged; the SHA-256 proves it. */
export const recordFileSchema = z.object({
  id: idSchema,
  /** The name it came with, kept as text. */
  name: z.string(),
  role: fileRoleSchema,
  position: z.number().int(),
  sha256: z.string().length(64),
  size: z.number().int(),
  mediaType: z.string(),
  kind: fileKindSchema,
  /** Upright, after the orientation in the file. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** Wall-clock time of the camera as written, with its offset where the file names one. */
  takenAt: z.string().nullable(),
  camera: z.string().nullable(),
  gps: z.object({ latitude: z.number(), longitude: z.number(), altitude: z.number().nullable() }).nullable(),
  durationMs: z.number().int().nullable(),
  pages: z.number().int().nullable(),
  /** Codes of what was noticed when it came in, such as NO_PREVIEW or NEEDS_PASSWORD. */
  problems: z.array(z.string()),
  thumbnail: z.string().nullable(),
  addedAt: z.number().int(),
});
export type RecordFile = z.infer<typeof recordFileSchema>;
