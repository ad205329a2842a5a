import type { DecisionSubject } from '#shared/confidentiality/decision.ts';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { Term } from '#shared/confidentiality/terms.ts';
import { addDays, addMonths, type CalendarDate } from '#shared/dates.ts';
import type { ItemHead } from '#shared/items.ts';

/** What the sheet is being filled with. */
export type LevelDraft = {
  level: Level;
  term: Term;
  basis: string;
  reason: string;
  remark: string;
  approverId: string;
  passphrase: string;
};

/** What may be kept when the sheet is left. */
export function withoutSecrets({ passphrase: _, ...rest }: LevelDraft): Omit<LevelDraft, 'passphrase'> {
  return rest;
}

/**
 * The item as the rules of a decision see it. Screens know the end of a term, not the date it runs from: that is
 * counted back, and today stands in where a term has no end.
 */
export function subjectOf({ level, term, levelExpiry }: ItemHead, today: CalendarDate): DecisionSubject {
  return { level, term, docDate: levelExpiry === null ? today : startOf(levelExpiry, term) };
}

function startOf(expiry: CalendarDate, term: Term): CalendarDate {
  const count = Number(term?.slice(1, -1));
  if (term === null || !Number.isInteger(count)) return expiry;
  if (term.endsWith('D')) return addDays(expiry, -count);
  return addMonths(expiry, term.endsWith('Y') ? -12 * count : -count);
}
