import { z } from 'zod';
import { procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemHeadSchema } from '../items.ts';
import { passphraseSchema } from '../vault/passphrase.ts';
import { levelSchema, tierSchema } from './levels.ts';
import { termSchema } from './terms.ts';

/** What a change of level would do, before it is done. */
export const levelChangePreviewSchema = z.object({
  from: levelSchema,
  to: levelSchema,
  movesTier: z.boolean(),
  fromTier: tierSchema,
  toTier: tierSchema,
  /** Users cleared for both tiers who are not the proposer. Empty: the coordinator decides alone, 不经复核. */
  approvers: z.array(z.object({ id: idSchema, name: z.string() })),
  /** Lower items that hold the same file bytes and stay where they are. */
  sameBytes: z.array(z.object({ id: idSchema, title: z.string(), level: levelSchema })),
  /** Of minutes: the records they were filed as, which stay below the new level until they are decided on themselves. */
  filedBelow: z.array(z.object({ id: idSchema, title: z.string(), level: levelSchema })),
  /** Backups and bundles made before still hold it. */
  backupsBefore: z.boolean(),
  bundlesBefore: z.number().int(),
});
export type LevelChangePreview = z.infer<typeof levelChangePreviewSchema>;

export const levelChangeSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  level: levelSchema,
  term: termSchema,
  basis: z.string().max(500),
  /** From the list of reasons of the declassification form; free text beside it. */
  reason: z.string().max(100),
  remark: z.string().max(2000),
  personalInfo: z.boolean(),
  /** The second person, approving on the spot with the own passphrase. null where there is nobody. */
  approver: z.object({ userId: idSchema, passphrase: passphraseSchema }).nullable(),
});
export type LevelChange = z.infer<typeof levelChangeSchema>;

export const levelDecisionSchema = z.object({
  id: idSchema,
  at: z.number().int(),
  from: levelSchema,
  to: levelSchema,
  termBefore: termSchema,
  termAfter: termSchema,
  reason: z.string(),
  remark: z.string(),
  basis: z.string(),
  proposer: z.string(),
  /** null: decided 不经复核. */
  approver: z.string().nullable(),
});
export type LevelDecision = z.infer<typeof levelDecisionSchema>;

export const confidentialityContract = {
  preview: procedure.input(z.object({ id: idSchema, level: levelSchema })).output(levelChangePreviewSchema),
  change: procedure.input(levelChangeSchema).output(z.object({ decision: levelDecisionSchema })),
  decisions: procedure.input(z.object({ id: idSchema })).output(z.array(levelDecisionSchema)),
  /** Terms that end within the days given, and those that have ended; soonest first. */
  expiring: procedure
    .input(z.object({ days: z.number().int().min(0).max(3660) }))
    .output(z.array(itemHeadSchema)),
};
