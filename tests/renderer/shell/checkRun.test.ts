import { describe, expect, it } from 'vitest';
import { afterEvent, type CheckDeed, IDLE } from '../../../renderer/features/settings/useCheckRun.ts';

const STEP: CheckDeed = { kind: 'step', step: 'FILES', tier: 'register', done: 1, total: 2 };
const FINDING: CheckDeed = {
  kind: 'finding',
  finding: { tier: 'secret', problem: { rule: 'FILE_BYTES_MISSING' } },
};
const RESULT: CheckDeed = {
  kind: 'result',
  findings: 1,
  items: 9,
  files: 4,
  bytes: 100,
  notOpened: ['core'],
  hasRecovery: true,
};

function run(...events: CheckDeed[]) {
  return events.reduce(afterEvent, IDLE);
}

describe('a check as the screen follows it', () => {
  it('collects findings and ends with the result', () => {
    const state = run({ kind: 'started' }, STEP, FINDING, RESULT);
    expect(state.phase).toBe('DONE');
    expect(state.step).toBeNull();
    expect(state.findings).toHaveLength(1);
    expect(state.result?.notOpened).toEqual(['core']);
  });

  it('begins anew without what was found before', () => {
    expect(run({ kind: 'started' }, FINDING, RESULT, { kind: 'started' })).toEqual({
      ...IDLE,
      phase: 'RUNNING',
    });
  });

  it('keeps the findings of a run that was stopped or failed, and says so', () => {
    expect(run({ kind: 'started' }, STEP, FINDING, { kind: 'stopped' })).toMatchObject({
      phase: 'STOPPED',
      step: null,
    });
    const error = new Error('broken');
    const failed = run({ kind: 'started' }, FINDING, { kind: 'failed', error });
    expect(failed).toMatchObject({ phase: 'FAILED', error });
    expect(failed.findings).toHaveLength(1);
    expect(failed.result).toBeNull();
  });
});
