import { z } from 'zod';
import { addDays, addMonths, type CalendarDate, daysBetween, lastDayOf, type PartialDate } from '../dates.ts';
import { isPublic, type Level } from './levels.ts';

/**
 * How long something stays confidential: 'P5Y', 'P6M', 'P30D', 'PERMANENT' 长期, 'UNTIL_PUBLISHED' 公布前
 * (中央企业商业秘密保护暂行规定 art. 14), null for 公开. Whole years are written in years,
 * terms below one year in months or days; so one length has one spelling in years and months.
 */
export const termSchema = z
  .string()
  .regex(/^(?:P[1-9]\d?Y|P[1-9]\d{0,2}M|P[1-9]\d{0,3}D|PERMANENT|UNTIL_PUBLISHED)$/, 'TERM_INVALID')
  .refine((term) => !isWholeYearsInMonths(term), 'TERM_YEARS_EXPECTED')
  .nullable();
export type Term = z.infer<typeof termSchema>;

export type TermProblem = 'TERM_INVALID' | 'TERM_YEARS_EXPECTED' | 'TERM_REQUIRED' | 'TERM_NOT_ALLOWED';
export type ExpiryState = 'NO_END' | 'RUNNING' | 'EXPIRING' | 'EXPIRED';

/** Days before the end of a term at which to warn. */
export const EXPIRY_WARNINGS = [90, 30] as const;

const DEFAULT_TERMS: Record<Level, Term> = {
  PUBLIC: null,
  INTERNAL: 'P3Y',
  TRADE_SECRET: 'P5Y',
  CORE_TRADE_SECRET: 'P10Y',
};

/** No public rule fixes years for trade secrets; these are the defaults a joint body may change. */
export function defaultTerm(level: Level): Term {
  return DEFAULT_TERMS[level];
}

/** What is wrong with this term at this level; null when nothing is. 公开 has no term, every other level needs one. */
export function checkTerm(level: Level, term: Term): TermProblem | null {
  if (isPublic(level)) return term === null ? null : 'TERM_NOT_ALLOWED';
  if (term === null) return 'TERM_REQUIRED';
  const parsed = termSchema.safeParse(term);
  if (parsed.success) return null;
  return isWholeYearsInMonths(term) ? 'TERM_YEARS_EXPECTED' : 'TERM_INVALID';
}

/**
 * The last day of the term; null where it has no end in the calendar (长期, 公布前, 公开).
 * The clock starts on the document's date 制发日, that day not counted; the last day is the corresponding
 * day, or the end of the month where there is none (民法典 arts. 201, 202). A document dated only
 * by month or year counts from the last day it can mean, so that protection never ends too early.
 */
export function expiryOf(docDate: PartialDate, term: Term): CalendarDate | null {
  const length = term === null ? null : lengthOf(term);
  if (length === null) return null;
  const start = lastDayOf(docDate);
  if (length.unit === 'D') return addDays(start, length.count);
  return addMonths(start, length.unit === 'Y' ? length.count * 12 : length.count);
}

/** EXPIRED from the day after the last day; nothing moves by itself then, a decision must follow. */
export function expiryState(
  expiry: CalendarDate | null,
  today: CalendarDate,
  warnDays: number = EXPIRY_WARNINGS[0],
): ExpiryState {
  if (expiry === null) return 'NO_END';
  const daysLeft = daysBetween(today, expiry);
  if (daysLeft < 0) return 'EXPIRED';
  return daysLeft <= warnDays ? 'EXPIRING' : 'RUNNING';
}

/**
 * The term of a whole made of parts: the longest of them, null when none has one. 长期 is longer than
 * 公布前, and both are longer than any number of years.
 */
export function longestTerm(terms: Iterable<Term>): Term {
  let longest: Term = null;
  for (const term of terms) if (nominalDays(term) > nominalDays(longest)) longest = term;
  return longest;
}

/**
 * Reads a term as people write it: 5年, 6个月, 30日, 长期, 公布前. 12个月 becomes P1Y.
 * Null when it is none or out of range.
 */
export function parseTerm(text: string): Exclude<Term, null> | null {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  if (plain === '长期') return 'PERMANENT';
  if (plain === '公布前') return 'UNTIL_PUBLISHED';
  const match = /^0*(\d{1,4})(年|个月|月|日|天)$/u.exec(plain);
  if (match === null) return null;
  const count = Number(match[1]);
  const unit = match[2] === '年' ? 'Y' : match[2] === '日' || match[2] === '天' ? 'D' : 'M';
  const term = unit === 'M' && count % 12 === 0 ? `P${count / 12}Y` : `P${count}${unit}`;
  return termSchema.safeParse(term).success ? term : null;
}

/** The term as it stands in a mark: 5年, 6个月, 30日, 长期, 公布前. Throws RangeError for what is no term. */
export function formatTerm(term: Exclude<Term, null>): string {
  if (term === 'PERMANENT') return '长期';
  if (term === 'UNTIL_PUBLISHED') return '公布前';
  const length = lengthOf(term);
  if (length === null) throw new RangeError(`not a term: ${JSON.stringify(term)}`);
  return `${length.count}${{ Y: '年', M: '个月', D: '日' }[length.unit]}`;
}

function lengthOf(term: string): { count: number; unit: 'Y' | 'M' | 'D' } | null {
  const match = /^P(\d+)([YMD])$/.exec(term);
  if (match === null) return null;
  return { count: Number(match[1]), unit: match[2] === 'Y' ? 'Y' : match[2] === 'M' ? 'M' : 'D' };
}

function isWholeYearsInMonths(term: string): boolean {
  const length = lengthOf(term);
  return length?.unit === 'M' && length.count % 12 === 0;
}

/** Mean length in days, only to order terms of different units. */
function nominalDays(term: Term): number {
  if (term === null) return -1;
  if (term === 'PERMANENT') return Number.POSITIVE_INFINITY;
  if (term === 'UNTIL_PUBLISHED') return Number.MAX_SAFE_INTEGER;
  const length = lengthOf(term);
  return length === null ? 0 : length.count * { Y: 365.25, M: 30.4375, D: 1 }[length.unit];
}
