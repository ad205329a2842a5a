import { z } from 'zod';
import { idSchema } from '../ids.ts';

/**
 * Evidence: one file of one archive record, named by its bytes. What was judged is what the hash says; when the record no
 * longer holds these bytes, whatever rests on the citation is stale.
 */
export const citationSchema = z.object({
  recordId: idSchema,
  fileId: idSchema,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Citation = z.infer<typeof citationSchema>;

/**
 * PRESENT: the record holds these bytes. CHANGED: the record is there, these bytes are not among its files any more.
 * GONE: the record was removed. NOT_OPEN: it may lie in a tier this session has not opened.
 */
export const CITATION_STATES = ['PRESENT', 'CHANGED', 'GONE', 'NOT_OPEN'] as const;
export const citationStateSchema = z.enum(CITATION_STATES);
export type CitationState = z.infer<typeof citationStateSchema>;

/**
 * Where cited bytes are today. A file that was taken out and filed again under another id still proves the same.
 *
 * @param held SHA-256 of the record's files; null where no open tier has the record, or it is removed
 * @param everyTierOpen whether nothing can be hidden from this session
 */
export function citationState(
  { sha256 }: Pick<Citation, 'sha256'>,
  held: readonly string[] | null,
  { removed, everyTierOpen }: { removed: boolean; everyTierOpen: boolean },
): CitationState {
  if (held === null) return removed || everyTierOpen ? 'GONE' : 'NOT_OPEN';
  return held.includes(sha256) ? 'PRESENT' : 'CHANGED';
}

/** Whether what rests on it must be judged anew. What is merely not open to this session is not known to be stale. */
export function isStaleCitation(state: CitationState): boolean {
  return state === 'CHANGED' || state === 'GONE';
}

export function isSameCitation(a: Citation | null, b: Citation | null): boolean {
  return a === b || (a !== null && b !== null && a.recordId === b.recordId && a.sha256 === b.sha256);
}
