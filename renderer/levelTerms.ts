import type { Level } from '#shared/confidentiality/levels.ts';
import { defaultTerm, parseTerm, type Term } from '#shared/confidentiality/terms.ts';
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

/** A term as people write it in either language: 6个月, 30日, 6 months, 30 days. null for what is none. */
export function termTyped(text: string): Term {
  const english = /^\s*(\d+)\s*(year|month|day)s?\s*$/i.exec(text.normalize('NFKC'));
  if (english === null) return parseTerm(text);
  const unit = { year: '年', month: '个月', day: '日' }[(english[2] ?? '').toLowerCase()];
  return parseTerm(`${english[1]}${unit}`);
}

/** Another level brings its usual term, until the person chooses one. */
export function withLevel(level: Level): LevelAndTerm {
  return { level, term: defaultTerm(level) };
}
