import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import {
  addWorkingDays,
  isWorkingDay,
  type Objection,
  objectionSchema,
  PUBLICITY_WORKING_DAYS,
} from '#shared/screening/publicity.ts';
import { REVIEW_WORKING_DAYS } from '#shared/screening/stages.ts';

const anyDay = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('1990-01-01', days));

describe('working days', () => {
  test('§1.7 a 公示 lasts five, the 初审 has ten', () => {
    expect(PUBLICITY_WORKING_DAYS).toBe(5);
    expect(REVIEW_WORKING_DAYS).toBe(10);
  });

  test.each([
    // Friday 20 November 2026.
    ['2026-11-20', 5, [], '2026-11-27'],
    ['2026-11-20', 10, [], '2026-12-04'],
    // Begun on a Saturday: Monday is the first.
    ['2026-11-21', 1, [], '2026-11-23'],
    // 国庆节 2026: 1–7 October; 30 September is a Wednesday.
    ['2026-09-30', 5, ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'], '2026-10-14'],
    // A day off on a weekend changes nothing.
    ['2026-11-20', 5, ['2026-11-21', '2026-11-22'], '2026-11-27'],
    // Over the end of the year and a leap day.
    ['2026-12-30', 3, ['2027-01-01'], '2027-01-05'],
    ['2028-02-28', 1, [], '2028-02-29'],
  ])('from %s, %i of them (off: %j) end on %s', (from, count, off, last) => {
    expect(addWorkingDays(from, count, off)).toBe(last);
  });

  test('民法典 art. 201: the day of the beginning is not counted, and the last one is a working day', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.nat(90), { maxLength: 30 }),
        (from, count, offs) => {
          const daysOff = offs.map((days) => addDays(from, days));
          const last = addWorkingDays(from, count, daysOff);
          expect(isWorkingDay(last, daysOff)).toBe(true);
          const counted = Array.from({ length: daysBetween(from, last) }, (_, index) =>
            addDays(from, index + 1),
          ).filter((day) => isWorkingDay(day, daysOff));
          expect(counted.length).toBe(count);
        },
      ),
    );
  });

  test('agree with the calendar of the machine', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
        expect(isWorkingDay(day, [])).toBe(weekday !== 0 && weekday !== 6);
        expect(isWorkingDay(day, [day])).toBe(false);
      }),
    );
  });
});

describe('§1.7 the objection log', () => {
  const OBJECTION: Objection = {
    id: newId(),
    receivedOn: '2026-11-23',
    objector: '某公司',
    content: '专利权属有争议',
    verdict: 'PENDING',
    answer: '',
    answeredOn: null,
    evidence: null,
  };
  const faults = (change: Partial<Objection>) =>
    objectionSchema.safeParse({ ...OBJECTION, ...change }).error?.issues.map(({ message }) => message) ?? [];

  test('a verdict needs its answer and its day', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ verdict: 'DISMISSED' })).toEqual(['OBJECTION_ANSWER_REQUIRED']);
    expect(faults({ verdict: 'UPHELD', answer: '属实' })).toEqual(['OBJECTION_ANSWER_REQUIRED']);
    expect(faults({ verdict: 'UPHELD', answer: '属实', answeredOn: '2026-11-24' })).toEqual([]);
  });

  test('is not answered before it came, and says who objects to what', () => {
    expect(faults({ verdict: 'DISMISSED', answer: '不实', answeredOn: '2026-11-22' })).toEqual([
      'END_BEFORE_START',
    ]);
    expect(faults({ objector: ' ', content: '' })).toEqual(['REQUIRED', 'REQUIRED']);
  });
});
