import { describe, expect, test } from 'vitest';
import { CHECK_ITEMS, type Check, checkSchema } from '#shared/screening/checklist.ts';
import { type CaseFacts, gateProblems, publicityEnds } from '#shared/screening/gates.ts';
import type { CaseStage } from '#shared/screening/stages.ts';
import type { Vote } from '#shared/screening/vote.ts';

const EVIDENCE = { recordId: 'r', fileId: 'f', sha256: 'a'.repeat(64) } as unknown as NonNullable<
  Check['evidence']
>;
const VOTE: Vote = { members: 9, present: 7, recused: 0, inFavour: 5, against: 1, abstained: 1 };
const CHECKS = CHECK_ITEMS.map((item) => ({
  item,
  verdict: 'PASS' as const,
  note: '',
  evidence: EVIDENCE,
  isStale: false,
}));
/** Everything in order on 20 November 2026. */
const FACTS: CaseFacts = {
  unitMissing: [],
  creditChecks: [
    { source: 'SXBZXR', queriedOn: '2026-11-01', result: 'CLEAR' },
    { source: 'YZWF', queriedOn: '2026-11-01', result: 'CLEAR' },
  ],
  creditWaiver: '',
  checks: CHECKS,
  panel: { problems: [] },
  publicity: { from: '2026-11-12', days: 5, daysOff: [], place: '门户网站' },
  objections: [],
  signing: { signedOn: '2026-11-20', fee: 0, feePaidOn: null },
};
const TODAY = '2026-11-20';
const told = (stage: CaseStage, facts: Partial<CaseFacts> = {}, vote: Vote | null = VOTE, day = TODAY) =>
  gateProblems(stage, { ...FACTS, ...facts }, { decidedOn: day, vote }).map(({ rule, field, params }) =>
    [rule, field, params?.count].filter((part) => part !== undefined).join(' '),
  );
const changed = (change: Partial<CaseFacts['checks'][number]>) =>
  CHECKS.map((check, index) => (index === 0 ? { ...check, ...change } : check));

test.each([
  'DRAFT',
  'SUBMITTED',
  'SECRETARIAT_REVIEW',
  'EXPERT_REVIEW',
  'COUNCIL',
  'PUBLICITY',
  'SIGNING',
] as const)('%s opens where everything is in order', (stage) => expect(told(stage)).toEqual([]));

describe('§1.1 an application', () => {
  test('names every field that the unit lacks', () => {
    expect(told('DRAFT', { unitMissing: ['uscc', 'orgType'] })).toEqual([
      'UNIT_FIELD_MISSING unit.uscc',
      'UNIT_FIELD_MISSING unit.orgType',
    ]);
  });
});

describe('§1.5 the review cannot start', () => {
  test('without both look-ups', () => {
    expect(told('SUBMITTED', { creditChecks: [] })).toEqual([
      'CREDIT_MISSING credit.SXBZXR',
      'CREDIT_MISSING credit.YZWF',
    ]);
  });

  test('on one of more than ninety days', () => {
    expect(told('SUBMITTED', {}, null, '2027-01-30')).toEqual([]);
    expect(told('SUBMITTED', {}, null, '2027-01-31')).toEqual([
      'CREDIT_EXPIRED credit.SXBZXR',
      'CREDIT_EXPIRED credit.YZWF',
    ]);
  });

  test('on one that was made after the day of the decision', () => {
    expect(told('SUBMITTED', {}, null, '2026-10-31')).toEqual([
      'CREDIT_MISSING credit.SXBZXR',
      'CREDIT_MISSING credit.YZWF',
    ]);
  });
});

describe('§1.7 the checklist of the 初审', () => {
  test('has the eleven items', () => {
    expect(CHECK_ITEMS.length).toBe(11);
    expect(told('SECRETARIAT_REVIEW', { checks: [] })).toEqual(['CHECKLIST_OPEN 11']);
    expect(told('SECRETARIAT_REVIEW', { checks: changed({ verdict: null }) })).toEqual(['CHECKLIST_OPEN 1']);
  });

  test('is not passed with a failed item, one without evidence, or one whose evidence is stale', () => {
    expect(told('SECRETARIAT_REVIEW', { checks: changed({ verdict: 'FAIL', note: '过期' }) })).toEqual([
      'CHECKLIST_FAILED 1',
    ]);
    expect(told('SECRETARIAT_REVIEW', { checks: changed({ evidence: null }) })).toEqual([
      'CHECKLIST_NO_EVIDENCE 1',
    ]);
    expect(told('SECRETARIAT_REVIEW', { checks: changed({ isStale: true }) })).toEqual(['CHECKLIST_STALE 1']);
  });

  test('what is 不适用 needs a word, no evidence', () => {
    const check = { item: 'DATA_ETHICS', verdict: 'NOT_APPLICABLE', note: '不涉及样本', evidence: null };
    expect(told('SECRETARIAT_REVIEW', { checks: changed({ ...check, isStale: false } as never) })).toEqual([
      'CHECKLIST_OPEN 1',
    ]);
    expect(checkSchema.safeParse(check).success).toBe(true);
    for (const verdict of ['FAIL', 'NOT_APPLICABLE'])
      expect(checkSchema.safeParse({ ...check, verdict, note: ' ' }).error?.issues[0]?.message).toBe(
        'CHECK_NOTE_REQUIRED',
      );
  });
});

describe('§1.7 the panel', () => {
  test('is concluded by who opens every tier, and not against its own problems', () => {
    expect(told('EXPERT_REVIEW', { panel: null })).toEqual(['NEEDS_EVERY_TIER']);
    expect(told('EXPERT_REVIEW', { panel: { problems: [{ rule: 'PANEL_BELOW' }] } })).toEqual([
      'PANEL_BELOW',
    ]);
  });
});

describe('§1.7 the council', () => {
  test('votes', () => {
    expect(told('COUNCIL', {}, null)).toEqual(['VOTE_REQUIRED vote']);
    expect(told('COUNCIL', {}, { ...VOTE, inFavour: 4, against: 2 })).toEqual([
      'VOTE_NO_MAJORITY vote.inFavour',
    ]);
  });

  test.each(['SXBZXR', 'YZWF'] as const)(
    '§1.5 an entry in %s bars admission unless waived with a reason',
    (source) => {
      const creditChecks = [
        ...FACTS.creditChecks,
        { source, queriedOn: '2026-11-02', result: 'HIT' as const },
      ];
      expect(told('COUNCIL', { creditChecks })).toEqual(['CREDIT_BARS creditWaiver']);
      expect(told('COUNCIL', { creditChecks, creditWaiver: '已履行完毕' })).toEqual([]);
    },
  );

  test('§1.5 an entry elsewhere is a flag, no bar', () => {
    const creditChecks = [
      ...FACTS.creditChecks,
      { source: 'XYZG' as const, queriedOn: '2026-11-02', result: 'HIT' as const },
    ];
    expect(told('COUNCIL', { creditChecks })).toEqual([]);
  });
});

describe('§1.7 the 公示', () => {
  test('ends with its last working day, and is passed the day after', () => {
    expect(publicityEnds(FACTS.publicity)).toBe('2026-11-19');
    expect(told('PUBLICITY', {}, null, '2026-11-19')).toEqual(['PUBLICITY_RUNS']);
    expect(told('PUBLICITY', {}, null, '2026-11-20')).toEqual([]);
    expect(told('PUBLICITY', { publicity: { ...FACTS.publicity, daysOff: ['2026-11-13'] } })).toEqual([
      'PUBLICITY_RUNS',
    ]);
  });

  test('has begun', () => {
    const publicity = { ...FACTS.publicity, from: null };
    expect(publicityEnds(publicity)).toBeNull();
    expect(told('PUBLICITY', { publicity })).toEqual(['PUBLICITY_NOT_BEGUN']);
  });

  test.each([
    ['PENDING', ['OBJECTIONS_PENDING 1']],
    ['UPHELD', ['OBJECTION_UPHELD 1']],
    ['DISMISSED', []],
  ] as const)('with an objection that is %s', (verdict, rules) => {
    expect(told('PUBLICITY', { objections: [{ verdict }] })).toEqual(rules);
  });
});

describe('§1.7 签约缴费', () => {
  const signing = FACTS.signing;
  test.each([
    [{ ...signing, signedOn: null }, ['AGREEMENT_NOT_SIGNED']],
    [{ ...signing, signedOn: '2026-11-21' }, ['SIGNED_AFTER_DECISION']],
    [{ ...signing, fee: null }, ['FEE_NOT_SET']],
    [{ ...signing, fee: 20000 }, ['FEE_NOT_PAID']],
    [{ ...signing, fee: 20000, feePaidOn: '2026-11-21' }, ['FEE_NOT_PAID']],
    [{ ...signing, fee: 20000, feePaidOn: '2026-11-20' }, []],
  ])('%j', (facts, rules) => expect(told('SIGNING', { signing: facts })).toEqual(rules));
});
