import { describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { deriveStatus, type StatusAgreement } from '#shared/outcomes/status.ts';
import {
  activePaths,
  type EventKind,
  type TransformationEvent,
  type TransformationPath,
} from '#shared/outcomes/transformation.ts';

const TODAY = '2026-11-20';

function event(
  kind: EventKind,
  occurredOn = '2026-01-05',
  path: TransformationPath = 'PILOT',
): TransformationEvent {
  return { id: newId(), path, kind, occurredOn, text: kind };
}
const transfer: StatusAgreement = { title: '转让合同', type: 'TECH_TRANSFER', signedOn: '2026-02-01' };

describe('the status of an outcome (guideline 6.8)', () => {
  test.each<[string, TransformationEvent[], StatusAgreement[], string]>([
    ['nothing', [], [], 'NOT_TRANSFORMED'],
    ['a contract of transfer and income', [event('INCOME')], [transfer], 'TRANSFORMED'],
    ['an equity contract and a delivery', [event('CONTRACT_EQUITY'), event('DELIVERED')], [], 'TRANSFORMED'],
    ['a contract alone', [event('CONTRACT_LICENCE')], [], 'TRANSFORMING'],
    ['income alone, without a contract', [event('INCOME')], [], 'NOT_TRANSFORMED'],
    ['a path under way', [event('BEGUN')], [], 'TRANSFORMING'],
    ['a path that ended', [event('BEGUN'), event('ENDED', '2026-03-01')], [], 'NOT_TRANSFORMED'],
    ['a plan is nothing yet', [event('BEGUN', '2027-01-01')], [], 'NOT_TRANSFORMED'],
    ['an unsigned agreement', [], [{ ...transfer, signedOn: null }], 'NOT_TRANSFORMED'],
    ['an agreement signed tomorrow', [], [{ ...transfer, signedOn: '2026-11-21' }], 'NOT_TRANSFORMED'],
    ['a signed cooperation', [], [{ ...transfer, type: 'COOPERATION' }], 'TRANSFORMING'],
    ['a cooperation and income', [event('INCOME')], [{ ...transfer, type: 'COOPERATION' }], 'TRANSFORMING'],
    ['a secrecy agreement binds to nothing', [], [{ ...transfer, type: 'NDA' }], 'NOT_TRANSFORMED'],
    ['income to come', [event('INCOME', '2027-01-01')], [transfer], 'TRANSFORMING'],
  ])('%s', (_, events, agreements, status) => {
    const derived = deriveStatus(events, agreements, TODAY);
    expect(derived.status).toBe(status);
    expect(derived.reasons.length).toBeGreaterThan(0);
  });

  test('names the contract and the first income', () => {
    const { reasons } = deriveStatus(
      [event('INCOME', '2026-06-01'), event('INCOME', '2026-05-01')],
      [transfer],
      TODAY,
    );
    expect(reasons).toEqual([
      { code: 'EXECUTED_AGREEMENT', title: '转让合同', on: '2026-02-01' },
      { code: 'FIRST_INCOME', text: 'INCOME', on: '2026-05-01' },
    ]);
  });

  test('a path begun again after its end is under way', () => {
    const events = [event('BEGUN', '2026-01-01'), event('ENDED', '2026-02-01'), event('BEGUN', '2026-03-01')];
    expect(activePaths(events, TODAY)).toEqual(['PILOT']);
    expect(activePaths(events, '2026-02-15')).toEqual([]);
  });
});
