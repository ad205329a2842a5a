import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/dates.ts';
import {
  closingProblems,
  EXIT_ITEMS,
  isExit,
  MEASURE_KINDS,
  type MeasureKind,
  type MeasureStep,
  type MeasureStepKind,
  NOTICE_DAYS,
  nextStep,
  openingProblems,
  STEPS_OF,
  stepProblems,
} from '#shared/members/measure.ts';
import { memberState } from '#shared/members/membership.ts';

const TODAY = '2026-11-20';
const OPENED = '2026-10-01';
const VOTE = { members: 9, present: 7, recused: 0, inFavour: 5, against: 1, abstained: 1 };
const rules = (problems: readonly { rule: string }[]) => problems.map(({ rule }) => rule);
const open = (
  kind: MeasureKind,
  dueOn: string | null = null,
  running: MeasureKind[] = [],
  openedOn = OPENED,
) =>
  rules(
    openingProblems(
      { kind, openedOn, dueOn },
      running.map((each) => ({ kind: each })),
      TODAY,
    ),
  );

type Taken = Pick<MeasureStep, 'step' | 'doneOn'>;
const take = (
  kind: MeasureKind,
  taken: readonly Taken[],
  step: MeasureStepKind,
  change: Partial<Pick<MeasureStep, 'doneOn' | 'defence' | 'vote'>> = {},
) =>
  rules(
    stepProblems(
      { kind, openedOn: OPENED },
      taken,
      { step, doneOn: '2026-11-01', defence: null, vote: null, ...change },
      TODAY,
    ),
  );
const stepsBefore = (kind: MeasureKind, step: MeasureStepKind): Taken[] =>
  STEPS_OF[kind].slice(0, STEPS_OF[kind].indexOf(step)).map((each) => ({ step: each, doneOn: '2026-10-10' }));

describe('§1.8 the steps of each measure', () => {
  test.each<[MeasureKind, MeasureStepKind[]]>([
    ['RECTIFYING', ['NOTICE', 'RECHECK']],
    ['SUSPENDED', ['NOTICE', 'VOTE', 'LIFTED']],
    ['EXIT_VOLUNTARY', ['MEMBER_NOTICE', 'DUES', 'CONFIRMED', 'COUNCIL_INFORMED']],
    ['EXIT_PERSUADED', ['TALK', 'ADVICE', 'ANSWER', 'AGREEMENT']],
    ['EXPELLED', ['NOTICE', 'DEFENCE', 'VOTE', 'RESOLUTION', 'PUBLISHED']],
    ['LAPSED', ['RECORD']],
  ])('%s: %j', (kind, steps) => expect(STEPS_OF[kind]).toEqual(steps));

  test('come one after the other: no other step than the next is taken, and none twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MEASURE_KINDS), fc.nat(5), fc.nat(15), (kind, count, other) => {
        const steps = STEPS_OF[kind];
        const taken = steps.slice(0, count).map((step) => ({ step, doneOn: '2026-10-10' }));
        const next = nextStep(kind, taken);
        expect(next).toBe(steps[count] ?? null);
        const step = steps[other % steps.length] ?? 'NOTICE';
        const change = { defence: 'WAIVED', vote: VOTE } as const;
        expect(take(kind, taken, step, change)).toEqual(step === next ? [] : ['STEP_OUT_OF_ORDER']);
      }),
    );
  });

  test('keep the order of the days', () => {
    const taken: Taken[] = [{ step: 'NOTICE', doneOn: '2026-10-10' }];
    expect(take('RECTIFYING', taken, 'RECHECK', { doneOn: '2026-10-09' })).toEqual(['STEP_BEFORE_LAST']);
    expect(take('RECTIFYING', [], 'NOTICE', { doneOn: '2026-09-30' })).toEqual(['STEP_BEFORE_LAST']);
    expect(take('RECTIFYING', taken, 'RECHECK', { doneOn: '2026-11-21' })).toEqual(['DATE_IN_FUTURE']);
    expect(take('RECTIFYING', taken, 'RECHECK', { doneOn: '2026-10-10' })).toEqual([]);
  });

  test.each(['ORAL', 'WRITTEN', 'WAIVED'] as const)(
    '除名 hears the member first, or says that it waived (%s)',
    (defence) => {
      const taken = stepsBefore('EXPELLED', 'DEFENCE');
      expect(take('EXPELLED', taken, 'DEFENCE')).toEqual(['DEFENCE_REQUIRED']);
      expect(take('EXPELLED', taken, 'DEFENCE', { defence })).toEqual([]);
      expect(take('EXPELLED', taken, 'VOTE', { vote: VOTE })).toEqual(['STEP_OUT_OF_ORDER']);
    },
  );

  test.each(['SUSPENDED', 'EXPELLED'] as const)('%s is voted by two thirds of the council', (kind) => {
    const taken = stepsBefore(kind, 'VOTE');
    expect(take(kind, taken, 'VOTE')).toEqual(['VOTE_REQUIRED']);
    expect(take(kind, taken, 'VOTE', { vote: VOTE })).toEqual([]);
    expect(take(kind, taken, 'VOTE', { vote: { ...VOTE, inFavour: 4, against: 2 } })).toEqual([
      'VOTE_NO_MAJORITY',
    ]);
  });
});

describe('§1.8 opening', () => {
  test('限期整改 has a deadline, not before it is opened', () => {
    expect(open('RECTIFYING')).toEqual(['MEASURE_DUE_REQUIRED']);
    expect(open('RECTIFYING', '2026-09-30')).toEqual(['END_BEFORE_START']);
    expect(open('RECTIFYING', '2026-12-01')).toEqual([]);
    expect(open('EXPELLED')).toEqual([]);
  });

  test('自愿退出 takes effect thirty days after the notice or later', () => {
    expect(NOTICE_DAYS).toBe(30);
    expect(open('EXIT_VOLUNTARY')).toEqual(['MEASURE_DUE_REQUIRED']);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), (days) => {
        expect(open('EXIT_VOLUNTARY', addDays(OPENED, days))).toEqual(
          days < NOTICE_DAYS ? ['NOTICE_TOO_SHORT'] : [],
        );
      }),
    );
  });

  test('one exit at a time, one of each other kind; not in the future', () => {
    for (const kind of MEASURE_KINDS)
      for (const running of MEASURE_KINDS)
        expect(open(kind, '2026-12-01', [running]).includes('MEASURE_RUNS')).toBe(
          kind === running || (isExit(kind) && isExit(running)),
        );
    expect(open('LAPSED', null, [], '2026-11-21')).toEqual(['DATE_IN_FUTURE']);
  });
});

describe('§1.8 closing', () => {
  const every = (kind: MeasureKind) => STEPS_OF[kind].map((step) => ({ step }));

  test('needs every step', () => {
    for (const kind of MEASURE_KINDS) {
      const taken = every(kind);
      expect(rules(closingProblems({ kind, dueOn: null }, taken, EXIT_ITEMS, TODAY))).toEqual([]);
      expect(rules(closingProblems({ kind, dueOn: null }, taken.slice(1), EXIT_ITEMS, TODAY))).toEqual([
        'STEPS_MISSING',
      ]);
    }
  });

  test('an exit needs all eight items of its checklist; nothing else does', () => {
    expect(EXIT_ITEMS.length).toBe(8);
    for (const kind of MEASURE_KINDS) {
      for (const left of EXIT_ITEMS) {
        const done = EXIT_ITEMS.filter((item) => item !== left);
        expect(closingProblems({ kind, dueOn: null }, every(kind), done, TODAY)).toEqual(
          isExit(kind) ? [{ rule: 'EXIT_CHECKLIST_OPEN', params: { count: 1 } }] : [],
        );
      }
    }
  });

  test('自愿退出 ends not before its notice has run', () => {
    const close = (day: string) =>
      rules(
        closingProblems(
          { kind: 'EXIT_VOLUNTARY', dueOn: '2026-10-31' },
          every('EXIT_VOLUNTARY'),
          EXIT_ITEMS,
          day,
        ),
      );
    expect(close('2026-10-30')).toEqual(['EXIT_BEFORE_NOTICE_ENDS']);
    expect(close('2026-10-31')).toEqual([]);
  });
});

describe('§1.8 what a member is', () => {
  const member = { since: '2024-01-01', until: null };
  test('a suspension outweighs 限期整改, an exit under way leaves it a member, and only its end ends it', () => {
    expect(memberState({ since: null, until: null }, [])).toBe('NONE');
    expect(memberState(member, [])).toBe('MEMBER');
    expect(memberState(member, [{ kind: 'RECTIFYING' }])).toBe('RECTIFYING');
    expect(memberState(member, [{ kind: 'RECTIFYING' }, { kind: 'SUSPENDED' }])).toBe('SUSPENDED');
    for (const kind of MEASURE_KINDS.filter(isExit)) expect(memberState(member, [{ kind }])).toBe('MEMBER');
    expect(memberState({ ...member, until: '2026-11-20' }, [{ kind: 'SUSPENDED' }])).toBe('LEFT');
  });
});
