import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CASE_STAGES,
  type CaseStage,
  isEnded,
  OUTCOMES,
  type Outcome,
  outcomesAt,
  PRESETS,
  type Preset,
  railStage,
  STAGES_OF,
  stageAfter,
} from '#shared/screening/stages.ts';

const FULL = [
  'DRAFT',
  'SUBMITTED',
  'SECRETARIAT_REVIEW',
  'EXPERT_REVIEW',
  'COUNCIL',
  'PUBLICITY',
  'SIGNING',
  'ADMITTED',
] as const;
const SHORT = ['DRAFT', 'SUBMITTED', 'SECRETARIAT_REVIEW', 'COUNCIL', 'ADMITTED'] as const;

/** Walks as far as each outcome is possible; the impossible are skipped. */
function walk(preset: Preset, outcomes: readonly Outcome[]) {
  let stage: CaseStage = 'DRAFT';
  const steps: { stage: CaseStage; outcome: Outcome }[] = [];
  for (const outcome of outcomes) {
    const next = stageAfter(preset, stage, outcome);
    if (next === null) continue;
    steps.push({ stage, outcome });
    stage = next;
  }
  return { stage, steps };
}

describe('§1.7 the way of an application', () => {
  test.each([
    ['FULL', FULL],
    ['SHORT', SHORT],
  ] as const)('%s goes through every stage of its preset, in order', (preset, stages) => {
    expect(STAGES_OF[preset]).toEqual(stages);
    for (const [index, stage] of stages.entries())
      expect(stageAfter(preset, stage, 'PASSED')).toBe(stages[index + 1] ?? null);
  });

  test.each([
    ['SECRETARIAT_REVIEW', 'EXPERT_REVIEW'],
    ['EXPERT_REVIEW', 'COUNCIL'],
    ['PUBLICITY', 'SIGNING'],
    ['SIGNING', 'ADMITTED'],
  ] as const)('%s can be waived, which leads to %s', (stage, next) => {
    expect(stageAfter('FULL', stage, 'WAIVED')).toBe(next);
  });

  test.each(['DRAFT', 'SUBMITTED', 'COUNCIL', 'RETURNED', 'ADMITTED', 'REJECTED', 'WITHDRAWN'] as const)(
    '%s cannot be waived',
    (stage) => expect(stageAfter('FULL', stage, 'WAIVED')).toBeNull(),
  );

  test('退回补正 happens at the 初审 only and comes back to it', () => {
    const from = CASE_STAGES.filter((stage) => stageAfter('FULL', stage, 'RETURNED') !== null);
    expect(from).toEqual(['SECRETARIAT_REVIEW']);
    expect(outcomesAt('FULL', 'RETURNED')).toEqual(['RESUBMITTED', 'REJECTED', 'WITHDRAWN']);
    expect(stageAfter('FULL', 'RETURNED', 'RESUBMITTED')).toBe('SECRETARIAT_REVIEW');
    expect(CASE_STAGES.filter((stage) => stageAfter('FULL', stage, 'RESUBMITTED') !== null)).toEqual([
      'RETURNED',
    ]);
  });

  test('撤回 is possible until the end, 不予通过 from the application on', () => {
    for (const preset of PRESETS) {
      for (const stage of STAGES_OF[preset]) {
        expect(stageAfter(preset, stage, 'WITHDRAWN')).toBe(stage === 'ADMITTED' ? null : 'WITHDRAWN');
        expect(stageAfter(preset, stage, 'REJECTED')).toBe(
          stage === 'ADMITTED' || stage === 'DRAFT' ? null : 'REJECTED',
        );
      }
    }
  });

  test('nothing follows an end', () => {
    for (const preset of PRESETS)
      for (const stage of ['ADMITTED', 'REJECTED', 'WITHDRAWN'] as const)
        expect(outcomesAt(preset, stage)).toEqual([]);
  });

  test('a stage of the other preset is none of this one', () => {
    expect(stageAfter('SHORT', 'EXPERT_REVIEW', 'PASSED')).toBeNull();
    expect(stageAfter('SHORT', 'PUBLICITY', 'WAIVED')).toBeNull();
  });

  test('no way reaches admission past a stage of its preset: each is passed or waived', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PRESETS),
        fc.array(fc.constantFrom(...OUTCOMES, 'PASSED' as const, 'PASSED' as const), { maxLength: 40 }),
        (preset, outcomes) => {
          const { stage, steps } = walk(preset, outcomes);
          if (stage === 'ADMITTED') {
            for (const each of STAGES_OF[preset].slice(0, -1))
              expect(
                steps.some(
                  (step) => step.stage === each && (step.outcome === 'PASSED' || step.outcome === 'WAIVED'),
                ),
              ).toBe(true);
          }
          expect(isEnded(stage)).toBe(outcomesAt(preset, stage).length === 0);
          const rail = railStage(preset, steps);
          expect(STAGES_OF[preset]).toContain(rail);
          if ((STAGES_OF[preset] as readonly string[]).includes(stage)) expect(rail).toBe(stage);
          if (stage === 'RETURNED') expect(rail).toBe('SECRETARIAT_REVIEW');
        },
      ),
    );
  });

  test('the rail keeps the stage at which a case was refused', () => {
    const { stage, steps } = walk('FULL', ['PASSED', 'PASSED', 'PASSED', 'REJECTED']);
    expect(stage).toBe('REJECTED');
    expect(railStage('FULL', steps)).toBe('EXPERT_REVIEW');
  });
});
