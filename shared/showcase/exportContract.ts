import { z } from 'zod';
import { problemSchema } from '../errors.ts';
import { idSchema } from '../ids.ts';

/** What one export was: the ledger keeps it with the exhibition. */
export const packSchema = z.object({
  id: idSchema,
  serial: z.string(),
  madeAt: z.number().int(),
  madeBy: z.string(),
  expiresOn: z.iso.date(),
  panels: z.number().int(),
  media: z.number().int(),
  files: z.number().int(),
  bytes: z.number().int(),
  /** SHA-256 of the list of all files with their hashes (sha256sums.txt). */
  manifestSha256: z.string(),
});
export type Pack = z.infer<typeof packSchema>;

/** How much the leak test looked at. Counts alone: the report goes with the pack. */
export const leakReportSchema = z.object({
  serial: z.string(),
  testedAt: z.number().int(),
  files: z.number().int(),
  characters: z.number().int(),
  items: z.number().int(),
  itemFiles: z.number().int(),
  /** Files above 公开 whose text could not be read; they were compared by hash and name. */
  unread: z.number().int(),
  names: z.number().int(),
  codes: z.number().int(),
  hashes: z.number().int(),
  findings: z.array(problemSchema),
});
export type LeakReport = z.infer<typeof leakReportSchema>;

export const madePackSchema = z.object({
  pack: packSchema,
  report: leakReportSchema,
  folderName: z.string(),
});
export type MadePack = z.infer<typeof madePackSchema>;
