import { z } from 'zod';
import { instantSchema, sha256Schema, uuidSchema } from './formatParts.ts';

/**
 * One line of data/journal.jsonl: an entry of one item's own chain, actors by role, content as commitment. `salt` stands
 * only beside the entry of the version that is in the bundle, so that this one commitment can be checked.
 */
export const journalLineSchema = z.object({
  item: uuidSchema,
  entry: z.number().int().min(1),
  at: instantSchema,
  verb: z.string().regex(/^[a-zA-Z0-9_.-]{1,60}$/, 'CODE'),
  role: z.string().max(60),
  actor: sha256Schema,
  content: sha256Schema,
  /** The hash of the item's entry before; null for its first. */
  previous: sha256Schema.nullable(),
  hash: sha256Schema,
  salt: sha256Schema.optional(),
});
export type JournalLine = z.infer<typeof journalLineSchema>;

export type JournalFault = 'JOURNAL_LINE' | 'JOURNAL_CHAIN' | 'JOURNAL_HEAD';

export interface JournalCheck {
  line(text: string): void;
  /** What does not fit, once all lines are in; heads as the items name them. Null when all is well. */
  end(heads: ReadonlyMap<string, { head: string; entries: number }>): JournalFault | null;
}

/** Follows every item's chain from its first entry on: numbers without a gap, each line naming the hash before it. */
export function journalCheck(): JournalCheck {
  const chains = new Map<string, { head: string; entries: number }>();
  let fault: JournalFault | null = null;

  function line(text: string): void {
    const entry = parseLine(text);
    if (entry === null) {
      fault ??= 'JOURNAL_LINE';
      return;
    }
    const chain = chains.get(entry.item);
    const follows = entry.previous === (chain?.head ?? null) && entry.entry === (chain?.entries ?? 0) + 1;
    if (!follows) fault ??= 'JOURNAL_CHAIN';
    chains.set(entry.item, { head: entry.hash, entries: entry.entry });
  }

  function end(heads: ReadonlyMap<string, { head: string; entries: number }>): JournalFault | null {
    if (fault !== null) return fault;
    const fits = [...heads].every(([item, { head, entries }]) => {
      const chain = chains.get(item);
      return chain?.head === head && chain.entries === entries;
    });
    return fits && chains.size === heads.size ? null : 'JOURNAL_HEAD';
  }

  return { line, end };
}

function parseLine(text: string): JournalLine | null {
  try {
    return journalLineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
