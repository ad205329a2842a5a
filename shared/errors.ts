import { oc } from '@orpc/contract';
import { z } from 'zod';

/**
 * What went wrong and where, as codes: the catalogue turns `rule` into a sentence in the reader's language.
 * `field`, `row` and `file` name the place; `params` fill the sentence.
 */
export const problemSchema = z.object({
  rule: z.string(),
  field: z.string().optional(),
  row: z.number().int().optional(),
  file: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

const problems = z.object({ problems: z.array(problemSchema).min(1) });

/** The errors any procedure may answer with. A door translates none of them; the screens and the terminal do. */
export const contractErrors = {
  LOCKED: { status: 423 },
  /** The passphrase (or recovery key) opens nothing. It never says which part was wrong. */
  WRONG_PASSPHRASE: { status: 403 },
  NOT_FOUND: { status: 404 },
  /** Somebody else changed the thing since it was read, or its number is taken. */
  CONFLICT: { status: 409, data: problems },
  /** The rule of the field does not allow the value. */
  INVALID: { status: 422, data: problems },
  /** The deed is not open to this user or in this state. */
  NOT_ALLOWED: { status: 403, data: problems },
  /** Another process holds the vault; `holder` says which. */
  VAULT_IN_USE: { status: 409, data: z.object({ holder: z.string() }) },
  DISK_FULL: { status: 507, data: problems },
  /** Stored or received bytes are not what they were. */
  DAMAGED: { status: 500, data: problems },
  /** Made by a newer version of the program; `needs` names the format version. */
  NEWER_VERSION: { status: 409, data: z.object({ needs: z.number().int() }) },
} as const;

/** The contract every noun's contract starts from. */
export const procedure = oc.errors(contractErrors);
