import { describe, expect, test } from 'vitest';
import { eligibleApprovers, reviewOf } from '#shared/confidentiality/approval.ts';
import {
  checkDecision,
  type Decision,
  type DecisionSubject,
  decisionKindOf,
  needsReview,
  reasonsFor,
} from '#shared/confidentiality/decision.ts';

const TODAY = '2026-11-20';
const running: DecisionSubject = { level: 'TRADE_SECRET', term: 'P5Y', docDate: '2025-01-01' };
const over: DecisionSubject = { level: 'TRADE_SECRET', term: 'P5Y', docDate: '2020-01-01' };
const fresh: DecisionSubject = { level: null, term: null, docDate: '2026-11-01' };
const decision: Decision = {
  level: 'TRADE_SECRET',
  term: 'P5Y',
  basis: '技术秘密',
  reason: null,
  remark: '',
};

describe('decisionKindOf', () => {
  test.each<[Partial<Decision>, DecisionSubject, string | null]>([
    [{}, fresh, 'SET'],
    [{ level: 'PUBLIC', term: null }, fresh, 'SET'],
    [{ level: 'CORE_TRADE_SECRET', term: 'P10Y' }, running, 'RAISE'],
    [{ level: 'INTERNAL', term: 'P3Y' }, running, 'LOWER'],
    [{ term: 'P2Y' }, running, 'LOWER'],
    [{ term: 'P10Y' }, running, 'EXTEND'],
    [{ term: 'PERMANENT' }, running, 'EXTEND'],
    [{ term: 'UNTIL_PUBLISHED' }, { ...running, term: 'PERMANENT' }, 'LOWER'],
    [{ term: 'PERMANENT' }, { ...running, term: 'UNTIL_PUBLISHED' }, 'EXTEND'],
    [{ level: 'PUBLIC', term: null }, running, 'RELEASE_EARLY'],
    [{ level: 'PUBLIC', term: null }, over, 'RELEASE_EXPIRY'],
    [{ term: 'P10Y' }, over, 'SET'],
    [{}, running, null],
  ])('%j on %j is %s', (change, subject, expected) => {
    expect(decisionKindOf({ ...decision, ...change }, subject, TODAY)).toBe(expected);
  });
});

describe('checkDecision', () => {
  test.each<[string, Partial<Decision>, DecisionSubject]>([
    ['a first decision', {}, fresh],
    ['公开 from the start', { level: 'PUBLIC', term: null, basis: '' }, fresh],
    ['内部 without basis', { level: 'INTERNAL', term: 'P3Y', basis: '' }, fresh],
    ['raising', { level: 'CORE_TRADE_SECRET', term: 'P10Y', reason: 'VALUE_INCREASED' }, running],
    ['lowering', { level: 'INTERNAL', term: 'P3Y', reason: 'OBSOLETE', basis: '' }, running],
    ['extending in time', { term: 'P10Y', reason: 'STILL_NEEDED' }, running],
    ['releasing early', { level: 'PUBLIC', term: null, reason: 'PATENT_PUBLISHED' }, running],
    ['releasing at the end', { level: 'PUBLIC', term: null, reason: 'EXPIRED' }, over],
    ['setting anew after the end', { term: 'P10Y', reason: 'STILL_NEEDED' }, over],
    [
      'another reason in words',
      { level: 'PUBLIC', term: null, reason: 'OTHER', remark: '理事会决议' },
      running,
    ],
  ])('%s is allowed', (_, change, subject) => {
    expect(checkDecision({ ...decision, ...change }, subject, TODAY)).toEqual([]);
  });

  test.each<[string, Partial<Decision>, DecisionSubject, { field: string; rule: string }[]]>([
    ['nothing changes', {}, running, [{ field: 'level', rule: 'DECISION_CHANGES_NOTHING' }]],
    ['no term', { term: null }, fresh, [{ field: 'term', rule: 'TERM_REQUIRED' }]],
    ['a term of 公开', { level: 'PUBLIC' }, fresh, [{ field: 'term', rule: 'TERM_NOT_ALLOWED' }]],
    ['no basis', { basis: '' }, fresh, [{ field: 'basis', rule: 'BASIS_REQUIRED' }]],
    [
      'raised without basis and reason',
      { level: 'CORE_TRADE_SECRET', term: 'P10Y', basis: '' },
      running,
      [
        { field: 'basis', rule: 'BASIS_REQUIRED' },
        { field: 'reason', rule: 'REASON_REQUIRED' },
      ],
    ],
    ['no reason', { level: 'PUBLIC', term: null }, running, [{ field: 'reason', rule: 'REASON_REQUIRED' }]],
    [
      'raised for a reason of lowering',
      { level: 'CORE_TRADE_SECRET', term: 'P10Y', reason: 'OBSOLETE' },
      running,
      [{ field: 'reason', rule: 'REASON_NOT_FOR_THIS_DECISION' }],
    ],
    [
      'lowered for a reason of raising',
      { level: 'INTERNAL', term: 'P3Y', reason: 'VALUE_INCREASED' },
      running,
      [{ field: 'reason', rule: 'REASON_NOT_FOR_THIS_DECISION' }],
    ],
    [
      'said to be over while it runs',
      { level: 'PUBLIC', term: null, reason: 'EXPIRED' },
      running,
      [{ field: 'reason', rule: 'REASON_NOT_EXPIRED' }],
    ],
    [
      'another reason without words',
      { level: 'PUBLIC', term: null, reason: 'OTHER' },
      running,
      [{ field: 'remark', rule: 'REASON_TEXT_REQUIRED' }],
    ],
    [
      'set anew with a term that is over too',
      { term: 'P6Y', reason: 'STILL_NEEDED' },
      over,
      [{ field: 'term', rule: 'TERM_ALREADY_OVER' }],
    ],
  ])('%s is refused', (_, change, subject, expected) => {
    expect(checkDecision({ ...decision, ...change }, subject, TODAY)).toEqual(expected);
  });

  test('the last day of the term is in time for an extension, the day after is not', () => {
    const subject: DecisionSubject = { level: 'TRADE_SECRET', term: 'P5Y', docDate: '2021-11-20' };
    const longer = { ...decision, term: 'P10Y' };
    expect(decisionKindOf(longer, subject, '2026-11-20')).toBe('EXTEND');
    expect(decisionKindOf(longer, subject, '2026-11-21')).toBe('SET');
  });

  test('reasons and review go with the kind', () => {
    expect(needsReview('SET', fresh)).toBe(false);
    expect(needsReview('SET', over)).toBe(true);
    expect(needsReview('EXTEND', running)).toBe(false);
    expect(
      (['RAISE', 'LOWER', 'RELEASE_EARLY', 'RELEASE_EXPIRY'] as const).map((kind) =>
        needsReview(kind, running),
      ),
    ).toEqual([true, true, true, true]);
    expect(reasonsFor('SET', fresh)).toEqual([]);
    expect(reasonsFor('RELEASE_EARLY', running)).toEqual([
      'EXPIRED',
      'DISCLOSED',
      'PATENT_PUBLISHED',
      'OBSOLETE',
      'OWNER_CONSENT',
      'OTHER',
    ]);
  });
});

describe('approval', () => {
  const coordinator = { id: 'coordinator', tiers: ['register', 'secret', 'core'] as const };
  const manager = { id: 'manager', tiers: ['register', 'secret', 'core'] as const };
  const clerk = { id: 'clerk', tiers: ['register', 'secret'] as const };
  const all = { users: [coordinator, manager, clerk], coordinatorId: 'coordinator' };
  const levels = ['TRADE_SECRET', 'CORE_TRADE_SECRET'] as const;

  test('who may: cleared for both levels and not the proposer', () => {
    expect(eligibleApprovers(all.users, 'coordinator', levels)).toEqual([manager]);
    expect(eligibleApprovers(all.users, 'manager', ['INTERNAL', 'TRADE_SECRET'])).toEqual([
      coordinator,
      clerk,
    ]);
  });

  test.each([
    ['manager', 'coordinator', { kind: 'REVIEWED', approverId: 'coordinator' }],
    ['manager', 'manager', 'APPROVER_IS_PROPOSER'],
    ['manager', 'clerk', 'APPROVER_NOT_CLEARED'],
    ['manager', 'nobody', 'APPROVER_NOT_CLEARED'],
    ['coordinator', null, 'APPROVER_REQUIRED'],
  ])('proposed by %s, approved by %s', (proposerId, approverId, expected) => {
    expect(reviewOf({ ...all, proposerId, approverId, levels })).toEqual(expected);
  });

  test('where there is nobody else the coordinator decides alone, and only the coordinator', () => {
    const users = [coordinator, clerk];
    expect(
      reviewOf({ users, coordinatorId: 'coordinator', proposerId: 'coordinator', approverId: null, levels }),
    ).toEqual({ kind: 'WITHOUT_REVIEW' });
    expect(
      reviewOf({
        users: [manager],
        coordinatorId: 'coordinator',
        proposerId: 'manager',
        approverId: null,
        levels,
      }),
    ).toBe('ONLY_COORDINATOR_ALONE');
  });
});
