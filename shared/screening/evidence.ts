import type { CalendarDate } from '../dates.ts';
import { type CreditCheck, creditValidUntil } from '../members/creditCheck.ts';
import type { Qualification } from '../members/qualification.ts';
import { type Citation, isSameCitation } from '../records/citation.ts';

/**
 * The last day on which evidence about a unit speaks for it: a certificate's own, or that of a look-up (90 days); the later
 * one where the same file stands for several. null: it does not run out.
 */
export function evidenceEnds(
  evidence: Citation | null,
  qualifications: readonly Pick<Qualification, 'evidence' | 'expiresOn'>[],
  creditChecks: readonly Pick<CreditCheck, 'evidence' | 'queriedOn'>[],
): CalendarDate | null {
  if (evidence === null) return null;
  const ends = [
    ...qualifications
      .filter((row) => isSameCitation(row.evidence, evidence))
      .map(({ expiresOn }) => expiresOn),
    ...creditChecks
      .filter((row) => isSameCitation(row.evidence, evidence))
      .map(({ queriedOn }) => creditValidUntil(queriedOn)),
  ];
  if (ends.length === 0 || ends.includes(null)) return null;
  return (ends as CalendarDate[]).reduce((last, day) => (day > last ? day : last));
}
