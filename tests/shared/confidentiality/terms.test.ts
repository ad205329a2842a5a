import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVELS } from '#shared/confidentiality/levels.ts';
import {
  checkTerm,
  defaultTerm,
  expiryOf,
  expiryState,
  formatTerm,
  longestTerm,
  parseTerm,
  type Term,
  termSchema,
} from '#shared/confidentiality/terms.ts';
import { addDays } from '#shared/dates.ts';
import { anyTerm } from './anyTerm.ts';

describe('termSchema', () => {
  test.each(['P5Y', 'P6M', 'P18M', 'P30D', 'PERMANENT', 'UNTIL_PUBLISHED', null])('%j is a term', (term) => {
    expect(termSchema.safeParse(term).success).toBe(true);
  });

  test.each([
    '',
    'P0Y',
    'P05Y',
    'P100Y',
    'P1000M',
    'P-1Y',
    'P1.5Y',
    'P1Y6M',
    '5',
    '5Y',
    'p5y',
    'P5W',
    'P',
    '长期',
    ' P5Y',
  ])('%j is none', (term) => {
    expect(termSchema.safeParse(term).error?.issues[0]?.message).toBe('TERM_INVALID');
  });

  test.each(['P12M', 'P24M', 'P996M'])('%s should be said in years', (term) => {
    expect(termSchema.safeParse(term).error?.issues.map((issue) => issue.message)).toEqual([
      'TERM_YEARS_EXPECTED',
    ]);
    expect(checkTerm('INTERNAL', term)).toBe('TERM_YEARS_EXPECTED');
  });
});

describe('terms and levels', () => {
  test('defaults are 3, 5 and 10 years, and allowed', () => {
    expect(LEVELS.map(defaultTerm)).toEqual([null, 'P3Y', 'P5Y', 'P10Y']);
    expect(LEVELS.map((level) => checkTerm(level, defaultTerm(level)))).toEqual([null, null, null, null]);
  });

  test('公开 has none, the others need one', () => {
    expect(checkTerm('PUBLIC', 'P1Y')).toBe('TERM_NOT_ALLOWED');
    expect(checkTerm('INTERNAL', null)).toBe('TERM_REQUIRED');
    expect(checkTerm('CORE_TRADE_SECRET', 'P0Y')).toBe('TERM_INVALID');
  });
});

describe('expiryOf', () => {
  test.each<[string, Term, string | null]>([
    ['2026-11-20', 'P5Y', '2031-11-20'],
    ['2026-11-20', 'P6M', '2027-05-20'],
    ['2026-11-20', 'P30D', '2026-12-20'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-08-31', 'P6M', '2027-02-28'],
    ['2027-08-31', 'P6M', '2028-02-29'],
    ['2026-11-20', 'PERMANENT', null],
    ['2026-11-20', 'UNTIL_PUBLISHED', null],
    ['2026-11-20', null, null],
    ['2026', 'P5Y', '2031-12-31'],
    ['2026-02', 'P1Y', '2027-02-28'],
  ])('of %s for %s is %s', (docDate, term, expected) => {
    expect(expiryOf(docDate, term)).toBe(expected);
  });
});

describe('expiryState', () => {
  test.each([
    [null, 'NO_END'],
    ['2026-11-19', 'EXPIRED'],
    ['2026-11-20', 'EXPIRING'],
    ['2027-02-18', 'EXPIRING'],
    ['2027-02-19', 'RUNNING'],
  ])('on 2026-11-20 a term until %s is %s', (expiry, expected) => {
    expect(expiryState(expiry, '2026-11-20')).toBe(expected);
  });

  test('the time to warn can be chosen', () => {
    expect(expiryState('2026-12-20', '2026-11-20', 30)).toBe('EXPIRING');
    expect(expiryState('2026-12-21', '2026-11-20', 30)).toBe('RUNNING');
  });

  test('the last day still belongs to the term', () => {
    fc.assert(
      fc.property(anyTerm, (term) => {
        const expiry = expiryOf('2026-11-20', term);
        if (expiry === null) return;
        expect(expiryState(expiry, expiry)).not.toBe('EXPIRED');
        expect(expiryState(expiry, addDays(expiry, 1))).toBe('EXPIRED');
      }),
    );
  });
});

describe('longestTerm', () => {
  test.each<[Term[], Term]>([
    [[], null],
    [[null, null], null],
    [['P3Y', null, 'P5Y'], 'P5Y'],
    [['P18M', 'P1Y'], 'P18M'],
    [['P30D', 'P1M'], 'P1M'],
    [['P365D', 'P1Y'], 'P1Y'],
    [['P99Y', 'UNTIL_PUBLISHED'], 'UNTIL_PUBLISHED'],
    [['PERMANENT', 'UNTIL_PUBLISHED', 'P99Y'], 'PERMANENT'],
  ])('of %j is %s', (terms, expected) => {
    expect(longestTerm(terms)).toBe(expected);
    expect(longestTerm(terms.toReversed())).toBe(expected);
  });

  test('no order of the parts matters, and no part is longer', () => {
    fc.assert(
      fc.property(fc.array(anyTerm, { minLength: 1 }), (terms) => {
        const longest = longestTerm(terms);
        expect(terms).toContain(longest);
        for (const term of terms) expect(longestTerm([longest, term])).toBe(longest);
      }),
    );
  });
});

describe('written terms', () => {
  test.each([
    ['5年', 'P5Y'],
    ['6个月', 'P6M'],
    ['6月', 'P6M'],
    ['12个月', 'P1Y'],
    ['30日', 'P30D'],
    ['30天', 'P30D'],
    ['１０ 年', 'P10Y'],
    ['长期', 'PERMANENT'],
    ['公布前', 'UNTIL_PUBLISHED'],
    ['0年', null],
    ['100年', null],
    ['年', null],
    ['五年', null],
    ['永久', null],
  ])('%j is %s', (text, expected) => {
    expect(parseTerm(text)).toBe(expected);
  });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(anyTerm, (term) => {
        expect(parseTerm(formatTerm(term))).toBe(term);
      }),
    );
  });

  test('what is no term is not written', () => {
    expect(() => formatTerm('5 years')).toThrow(RangeError);
  });
});
