import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appointmentFieldsSchema,
  inTheWay,
  lastDayBefore,
  overlaps,
  type Tenure,
  tenureState,
} from '#shared/body/appointment.ts';
import { versionInForce } from '#shared/body/ruleset.ts';
import { addDays } from '#shared/dates.ts';

const tenure = fc
  .record({ start: fc.nat(400), length: fc.option(fc.nat(400), { nil: null }) })
  .map(({ start, length }): Tenure => {
    const startsOn = addDays('2024-01-01', start);
    return { startsOn, endsOn: length === null ? null : addDays(startsOn, length) };
  });

function holdsOn({ startsOn, endsOn }: Tenure, day: string): boolean {
  return startsOn <= day && (endsOn === null || day <= endsOn);
}

describe('tenures', () => {
  test.each([
    ['2026-11-19', 'NOT_YET'],
    ['2026-11-20', 'CURRENT'],
    ['2027-11-19', 'CURRENT'],
    ['2027-11-20', 'ENDED'],
  ])('on %s: %s', (day, state) => {
    expect(tenureState({ startsOn: '2026-11-20', endsOn: '2027-11-19' }, day)).toBe(state);
  });

  test('two overlap exactly when there is a day on which both hold', () => {
    fc.assert(
      fc.property(tenure, tenure, (a, b) => {
        const days = Array.from({ length: 900 }, (_, index) => addDays('2024-01-01', index));
        expect(overlaps(a, b)).toBe(days.some((day) => holdsOn(a, day) && holdsOn(b, day)));
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
      { numRuns: 60 },
    );
  });

  test('after a succession the two never overlap', () => {
    fc.assert(
      fc.property(tenure, tenure, (holder, successor) => {
        const endsOn = lastDayBefore(holder, successor.startsOn);
        if (endsOn === null) return;
        expect(endsOn >= holder.startsOn).toBe(true);
        expect(inTheWay(successor, [{ ...holder, endsOn }])).toEqual([]);
      }),
    );
  });

  test('the end cannot lie before the start', () => {
    const fields = {
      role: 'MEMBER',
      duty: '',
      startsOn: '2026-02-01',
      endsOn: '2026-01-31',
      letterNo: '',
      basis: '',
      note: '',
    };
    expect(appointmentFieldsSchema.safeParse(fields).error?.issues).toMatchObject([
      { path: ['endsOn'], message: 'END_BEFORE_START' },
    ]);
  });
});

test('in force is the version that took effect last', () => {
  const versions = [
    { effectiveOn: '2026-01-01' },
    { effectiveOn: '2025-01-01' },
    { effectiveOn: '2027-01-01' },
  ];
  expect(versionInForce(versions, '2024-12-31')).toBeNull();
  expect(versionInForce(versions, '2025-06-01')).toEqual({ effectiveOn: '2025-01-01' });
  expect(versionInForce(versions, '2026-01-01')).toEqual({ effectiveOn: '2026-01-01' });
});
