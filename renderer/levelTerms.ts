import type { Level } from '#shared/confidentiality/levels.ts';
import { defaultTerm, type Term } from '#shared/confidentiality/terms.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';

/** A level and how long it holds, as a form carries them. */
export type LevelAndTerm = { level: Level; term: Term };

/** The terms a form offers before "other". */
export const OFFERED_TERMS = [
  'P1Y',
  'P2Y',
  'P3Y',
  'P5Y',
  'P10Y',
  'P20Y',
  'UNTIL_PUBLISHED',
  'PERMANENT',
] as const;

/** A term in the reader's language; '' for none. Marks keep the Chinese form of the standard. */
export function termText(t: Catalogue, term: Term): string {
  if (term === null) return '';
  if (term === 'PERMANENT') return t.levels.permanent;
  if (term === 'UNTIL_PUBLISHED') return t.levels.untilPublished;
  const count = Number(term.slice(1, -1));
  if (term.endsWith('Y')) return t.levels.years(count);
  return term.endsWith('M') ? t.levels.months(count) : t.levels.days(count);
}

/** Another level brings its usual term, until the person chooses one. */
export function withLevel(level: Level): LevelAndTerm {
  return { level, term: defaultTerm(level) };
}
