import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import {
  type Contribution,
  contributionSchema,
  contributionTotals,
  isOverdue,
} from '#shared/members/contribution.ts';
import {
  BARRING_SOURCES,
  CREDIT_RESULTS,
  CREDIT_SOURCES,
  CREDIT_VALID_DAYS,
  creditCheckSchema,
  creditEffect,
  creditStanding,
  creditValidUntil,
} from '#shared/members/creditCheck.ts';
import { MEMBER_CATEGORIES, standingSchema, USUAL_WEIGHTS } from '#shared/members/membership.ts';
import {
  QUALIFICATION_KINDS,
  type QualificationKind,
  qualificationState,
  renewFrom,
  usualExpiry,
} from '#shared/members/qualification.ts';

describe('§1.4 qualifications', () => {
  test.each<[QualificationKind, string | null, string | null]>([
    ['HNTE', '2029-11-19', '2029-08-21'],
    ['CMA', '2032-11-19', '2032-08-19'],
    ['CNAS', '2032-11-19', '2032-05-23'],
    ['GCP_SITE', null, null],
    ['DRUG_MFG', '2031-11-19', '2031-05-19'],
    ['PHARM_PREP', '2031-11-19', '2031-05-19'],
    ['DEVICE_REG', '2031-11-19', '2031-05-19'],
    ['DEVICE_MFG', '2031-11-19', '2031-05-23'],
    ['LAB_ANIMAL', '2031-11-19', '2031-05-23'],
    ['ETHICS', null, null],
  ])('%s of 20 November 2026 runs to %s and is renewed from %s', (kind, expiresOn, from) => {
    expect(usualExpiry(kind, '2026-11-20')).toBe(expiresOn);
    expect(renewFrom({ kind, expiresOn })).toBe(from);
  });

  test('six months before the 31 August are the last day of February', () => {
    expect(renewFrom({ kind: 'DRUG_MFG', expiresOn: '2027-08-31' })).toBe('2027-02-28');
  });

  test.each([
    [{}, '2029-05-30', 'VALID'],
    [{}, '2031-05-19', 'EXPIRING'],
    [{}, '2031-11-19', 'EXPIRING'],
    [{}, '2031-11-20', 'EXPIRED'],
    [{ verifiedOn: null }, '2029-05-30', 'UNVERIFIED'],
    [{ verifiedOn: null }, '2031-11-20', 'EXPIRED'],
    [{ revoked: true }, '2029-05-30', 'REVOKED'],
    [{ revoked: true }, '2031-11-20', 'REVOKED'],
    [{ expiresOn: null }, '2099-01-01', 'VALID'],
    [{ kind: 'GCP_SITE', expiresOn: null }, '2027-11-19', 'VALID'],
    [{ kind: 'GCP_SITE', expiresOn: null }, '2027-11-20', 'EXPIRING'],
    [{ kind: 'HGR_PRESERVE', expiresOn: '2031-11-19' }, '2027-11-20', 'EXPIRING'],
  ] as const)('%j on %s is %s', (change, day, state) => {
    const row = {
      kind: 'DRUG_MFG' as const,
      expiresOn: '2031-11-19',
      revoked: false,
      verifiedOn: '2026-11-20',
      ...change,
    };
    expect(qualificationState(row, day)).toBe(state);
  });

  test('only go forward: valid, then expiring, then expired', () => {
    const ORDER = ['VALID', 'EXPIRING', 'EXPIRED'];
    fc.assert(
      fc.property(fc.constantFrom(...QUALIFICATION_KINDS), fc.nat(4000), fc.nat(400), (kind, days, more) => {
        const row = { kind, expiresOn: '2031-11-19', revoked: false, verifiedOn: '2020-01-01' };
        const day = addDays('2026-01-01', days);
        expect(ORDER.indexOf(qualificationState(row, day))).toBeLessThanOrEqual(
          ORDER.indexOf(qualificationState(row, addDays(day, more))),
        );
      }),
    );
  });
});

describe('§1.5 credit look-ups', () => {
  test('speak for ninety days', () => {
    expect(CREDIT_VALID_DAYS).toBe(90);
    expect(creditValidUntil('2026-11-01')).toBe('2027-01-30');
  });

  test('an entry in 失信被执行人 or 严重违法失信 bars, any other is a flag, and so is what is unclear', () => {
    expect(BARRING_SOURCES).toEqual(['SXBZXR', 'YZWF']);
    for (const source of CREDIT_SOURCES)
      for (const result of CREDIT_RESULTS) {
        const bars = result === 'HIT' && (source === 'SXBZXR' || source === 'YZWF');
        expect(creditEffect({ source, result })).toBe(result === 'CLEAR' ? 'NONE' : bars ? 'BARS' : 'FLAGS');
      }
  });

  test('the newest of each source counts, of those made by that day', () => {
    const hit = { source: 'SXBZXR', queriedOn: '2026-09-01', result: 'HIT' } as const;
    const clear = { source: 'SXBZXR', queriedOn: '2026-11-01', result: 'CLEAR' } as const;
    const other = { source: 'YZWF', queriedOn: '2026-11-01', result: 'CLEAR' } as const;
    expect(creditStanding([hit, clear, other], '2026-11-20')).toEqual({
      missing: [],
      expired: [],
      effect: 'NONE',
    });
    expect(creditStanding([hit, clear, other], '2026-10-01')).toEqual({
      missing: ['YZWF'],
      expired: [],
      effect: 'BARS',
    });
    expect(creditStanding([hit], '2026-12-01')).toEqual({
      missing: ['YZWF'],
      expired: ['SXBZXR'],
      effect: 'BARS',
    });
  });

  test('never is a source both missing and expired, and a fresh clear one of each leaves nothing', () => {
    const row = fc.record({
      source: fc.constantFrom(...CREDIT_SOURCES),
      queriedOn: fc.nat(400).map((days) => addDays('2026-01-01', days)),
      result: fc.constantFrom(...CREDIT_RESULTS),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), fc.nat(500), (rows, days) => {
        const day = addDays('2026-01-01', days);
        const { missing, expired } = creditStanding(rows, day);
        expect(missing.filter((source) => expired.includes(source))).toEqual([]);
        const fresh = CREDIT_SOURCES.map((source) => ({ source, queriedOn: day, result: 'CLEAR' as const }));
        expect(creditStanding([...rows, ...fresh], day)).toEqual({
          missing: [],
          expired: [],
          effect: 'NONE',
        });
        for (const source of expired) {
          const last = rows.filter((each) => each.source === source && each.queriedOn <= day);
          expect(last.every(({ queriedOn }) => daysBetween(queriedOn, day) > CREDIT_VALID_DAYS)).toBe(true);
        }
      }),
    );
  });

  test('an entry found is put down (失信被执行人名单规定 art. 4)', () => {
    const check = {
      id: newId(),
      source: 'SXBZXR',
      queriedOn: '2026-11-01',
      queriedBy: '王雅琴',
      keyword: '砚湖生物',
      result: 'HIT',
      note: '',
      evidence: null,
    };
    const fault = (change: object) =>
      creditCheckSchema.safeParse({ ...check, ...change }).error?.issues[0]?.message ?? null;
    expect(fault({})).toBe('CREDIT_NOTE_REQUIRED');
    expect(fault({ result: 'UNCLEAR' })).toBe('CREDIT_NOTE_REQUIRED');
    expect(fault({ result: 'CLEAR' })).toBeNull();
    expect(fault({ note: '（2025）闽01执1号' })).toBeNull();
  });
});

describe('§7.1 categories', () => {
  test('weigh by contribution; observers neither vote nor share', () => {
    const weights = MEMBER_CATEGORIES.map((category) => USUAL_WEIGHTS[category]);
    expect(weights.map(({ vote }) => vote)).toEqual([2, 1, 1, 0]);
    expect(weights.map(({ benefit }) => benefit)).toEqual([1.5, 1.2, 1, 0]);
  });

  test('a weight is never negative', () => {
    const standing = { category: 'REGULAR', voteWeight: 1, benefitWeight: 1, since: '2026-01-01' };
    expect(standingSchema.safeParse(standing).success).toBe(true);
    for (const wrong of [{ voteWeight: -1 }, { benefitWeight: 101 }])
      expect(standingSchema.safeParse({ ...standing, ...wrong }).success).toBe(false);
  });
});

describe('§1.9 the ledger of contributions', () => {
  const cents = fc.option(fc.integer({ min: 0, max: 1_000_000_000 }).map((value) => value / 100));
  test('adds up to the cent whatever the order; the rate is delivered by promised', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ promised: cents, delivered: cents }), { maxLength: 20 }), (rows) => {
        const exact = (pick: 'promised' | 'delivered') =>
          rows.reduce((sum, row) => sum + BigInt(Math.round((row[pick] ?? 0) * 100)), 0n);
        const totals = contributionTotals(rows);
        expect(BigInt(Math.round(totals.promised * 100))).toBe(exact('promised'));
        expect(BigInt(Math.round(totals.delivered * 100))).toBe(exact('delivered'));
        expect(totals).toEqual(contributionTotals(rows.toReversed()));
        if (totals.promised === 0) expect(totals.rate).toBeNull();
        else
          expect(Math.abs((totals.rate ?? -1) * totals.promised - totals.delivered)).toBeLessThanOrEqual(
            1e-9 * totals.delivered,
          );
      }),
    );
    expect(
      contributionTotals([
        { promised: 0.1, delivered: 0.1 },
        { promised: 0.2, delivered: null },
      ]),
    ).toEqual({
      promised: 0.3,
      delivered: 0.1,
      rate: 1 / 3,
    });
  });

  test.each([
    [{ promised: 10, delivered: 10, dueOn: '2026-11-19', deliveredOn: '2026-11-19' }, false],
    [{ promised: 10, delivered: 9.5, dueOn: '2026-11-19', deliveredOn: '2026-11-19' }, true],
    [{ promised: 10, delivered: null, dueOn: '2026-11-20', deliveredOn: null }, false],
    [{ promised: 10, delivered: null, dueOn: '2026-11-19', deliveredOn: null }, true],
    [{ promised: null, delivered: null, dueOn: '2026-11-19', deliveredOn: null }, true],
    [{ promised: null, delivered: null, dueOn: '2026-11-19', deliveredOn: '2026-11-19' }, false],
    [{ promised: 10, delivered: null, dueOn: null, deliveredOn: null }, false],
  ])('%j is overdue on 20 November: %s', (row, overdue) =>
    expect(isOverdue(row, '2026-11-20')).toBe(overdue),
  );

  test('what came says when', () => {
    const row: Contribution = {
      id: newId(),
      kind: 'FUNDS',
      what: '年度经费',
      promised: 10,
      dueOn: null,
      delivered: 10,
      deliveredOn: null,
      evidence: null,
      note: '',
    };
    expect(contributionSchema.safeParse(row).error?.issues[0]?.message).toBe('DELIVERED_WHEN');
    expect(contributionSchema.safeParse({ ...row, deliveredOn: '2026-11-20' }).success).toBe(true);
  });
});
