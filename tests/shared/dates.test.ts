import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  chineseDate,
  daysBetween,
  daysInMonth,
  isCalendarDate,
  isoDate,
  lastDayOf,
  localDateOf,
  parsePartialDate,
} from '#shared/dates.ts';

const MS_PER_DAY = 86_400_000;
const calendarDay = fc
  .date({ min: new Date('0400-01-01T00:00:00Z'), max: new Date('9000-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('parsePartialDate', () => {
  test.each([
    ['2026', { year: 2026, month: null, day: null }],
    ['2026-11', { year: 2026, month: 11, day: null }],
    ['2026-11-20', { year: 2026, month: 11, day: 20 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['2000-02-29', { year: 2000, month: 2, day: 29 }],
  ])('%s is read', (text, expected) => {
    expect(parsePartialDate(text)).toEqual(expected);
    expect(isoDate(expected)).toBe(text);
  });

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2026-13',
    '2026-00',
    '2026-04-31',
    '2026-1-1',
    '26-01-01',
    '0000',
    '',
    '2026-',
    '2026-11-20 ',
    '２０２６',
    '2026-11-20T00:00',
  ])('%j is no date', (text) => {
    expect(parsePartialDate(text)).toBeNull();
    expect(isCalendarDate(text)).toBe(false);
  });

  test('only a full date is a calendar date', () => {
    expect(['2026', '2026-11', '2026-11-20'].map(isCalendarDate)).toEqual([false, false, true]);
  });
});

describe('arithmetic', () => {
  test('days agree with the clock in UTC', () => {
    fc.assert(
      fc.property(calendarDay, fc.integer({ min: -100_000, max: 100_000 }), (date, days) => {
        const expected = new Date(Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY)
          .toISOString()
          .slice(0, 10);
        expect(addDays(date, days)).toBe(expected);
        expect(daysBetween(date, expected)).toBe(days);
      }),
      { numRuns: 1000 },
    );
  });

  test('every day of the four hundred years of the calendar follows the one before', () => {
    const first = Date.parse('1999-03-01T00:00:00Z');
    for (let days = 0; days <= 146_097; days += 1) {
      const expected = new Date(first + days * MS_PER_DAY).toISOString().slice(0, 10);
      if (addDays('1999-03-01', days) !== expected) expect(addDays('1999-03-01', days)).toBe(expected);
    }
  });

  test.each([
    ['2026-11-20', 60, '2031-11-20'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-31', -2, '2025-11-30'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  test('months keep the day, or end on the last of the month', () => {
    fc.assert(
      fc.property(calendarDay, fc.integer({ min: -1200, max: 1200 }), (date, months) => {
        const before = parsePartialDate(date);
        const after = parsePartialDate(addMonths(date, months));
        if (before?.month == null || after?.month == null) throw new Error('full dates expected');
        expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + months);
        expect(after.day).toBe(Math.min(before.day ?? 0, daysInMonth(after.year, after.month)));
      }),
    );
  });

  test('what is no date is refused, not guessed', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addMonths('2026', 1)).toThrow(RangeError);
  });
});

describe('display and clock', () => {
  test.each([
    ['2026-11-20', '2026年11月20日'],
    ['2026-01-05', '2026年1月5日'],
    ['2026-01', '2026年1月'],
    ['2026', '2026年'],
    ['unknown', 'unknown'],
  ])('%s is shown as %s', (date, expected) => {
    expect(chineseDate(date)).toBe(expected);
  });

  test.each([
    ['2026', '2026-12-31'],
    ['2024-02', '2024-02-29'],
    ['2026-11-20', '2026-11-20'],
  ])('%s can mean %s at the latest', (date, expected) => {
    expect(lastDayOf(date)).toBe(expected);
  });

  test('the local day is the one on the wall, also a minute before and after midnight', () => {
    expect(localDateOf(new Date(2026, 10, 20, 0, 1))).toBe('2026-11-20');
    expect(localDateOf(new Date(2026, 10, 20, 23, 59))).toBe('2026-11-20');
  });
});
