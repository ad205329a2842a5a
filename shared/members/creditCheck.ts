import { z } from 'zod';
import { addDays, type CalendarDate } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { citationSchema } from '../records/citation.ts';

/** Where a person looked a unit up: the program itself asks nobody. */
export const CREDIT_SOURCES = ['SXBZXR', 'XZXF', 'JYYC', 'YZWF', 'XYZG', 'NMPA', 'KYCX', 'OTHER'] as const;
export const creditSourceSchema = z.enum(CREDIT_SOURCES);
export type CreditSource = z.infer<typeof creditSourceSchema>;

/** Without a fresh look-up in each of these no review begins; an entry in one bars admission unless the council waives it. */
export const BARRING_SOURCES = ['SXBZXR', 'YZWF'] as const satisfies readonly CreditSource[];

export const CREDIT_RESULTS = ['CLEAR', 'HIT', 'UNCLEAR'] as const;
export const CREDIT_VALID_DAYS = 90;

export const creditCheckSchema = z
  .object({
    id: idSchema,
    source: creditSourceSchema,
    queriedOn: z.iso.date('NOT_A_DATE'),
    queriedBy: z.string().trim().min(1, 'REQUIRED').max(60, 'TOO_LONG'),
    keyword: z.string().trim().min(1, 'REQUIRED').max(120, 'TOO_LONG'),
    result: z.enum(CREDIT_RESULTS),
    /** For an entry found: what is published of it (失信被执行人名单规定 art. 4: 案号, 执行法院, 立案时间, 义务及履行情况, 失信情形). */
    note: z.string().trim().max(2000, 'TOO_LONG'),
    evidence: citationSchema.nullable(),
  })
  .refine(({ result, note }) => result === 'CLEAR' || saysSomething(note), {
    path: ['note'],
    error: 'CREDIT_NOTE_REQUIRED',
  });
/** Names of what is published that were taken over and not filled in say nothing. */
function saysSomething(note: string): boolean {
  return note.split('\n').some((line) => !/^\s*$|[：:]\s*$/.test(line));
}
export type CreditCheck = z.infer<typeof creditCheckSchema>;

/** The last day on which a review may rest on the look-up. */
export function creditValidUntil(queriedOn: CalendarDate): CalendarDate {
  return addDays(queriedOn, CREDIT_VALID_DAYS);
}

/** BARS: no admission unless the council waives it with reason. FLAGS: to be weighed. NONE: nothing was found. */
export type CreditEffect = 'NONE' | 'FLAGS' | 'BARS';

export function creditEffect({ source, result }: Pick<CreditCheck, 'source' | 'result'>): CreditEffect {
  if (result === 'CLEAR') return 'NONE';
  if (result === 'UNCLEAR') return 'FLAGS';
  return (BARRING_SOURCES as readonly string[]).includes(source) ? 'BARS' : 'FLAGS';
}

/**
 * What the look-ups made by a day say on it: the newest of each source counts. One that is too old for a review to rest on still
 * tells of the entry it found, until a newer one finds none.
 */
export function creditStanding(
  checks: readonly Pick<CreditCheck, 'source' | 'queriedOn' | 'result'>[],
  day: CalendarDate,
): { missing: CreditSource[]; expired: CreditSource[]; effect: CreditEffect } {
  const newest = new Map<CreditSource, Pick<CreditCheck, 'source' | 'queriedOn' | 'result'>>();
  for (const check of checks.filter(({ queriedOn }) => queriedOn <= day)) {
    const known = newest.get(check.source);
    if (!known || check.queriedOn >= known.queriedOn) newest.set(check.source, check);
  }
  const effects = [...newest.values()].map(creditEffect);
  return {
    missing: BARRING_SOURCES.filter((source) => !newest.has(source)),
    expired: BARRING_SOURCES.filter((source) => {
      const check = newest.get(source);
      return check !== undefined && creditValidUntil(check.queriedOn) < day;
    }),
    effect: effects.includes('BARS') ? 'BARS' : effects.includes('FLAGS') ? 'FLAGS' : 'NONE',
  };
}
