import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseDate } from '#shared/dates.ts';
import { readWrittenDate } from '#shared/writtenDates.ts';

describe('readWrittenDate', () => {
  test.each([
    ['2026-11-20', '2026-11-20'],
    ['2026年11月20日', '2026-11-20'],
    ['2026年11月20号', '2026-11-20'],
    ['2026 年 1 月 5 日', '2026-01-05'],
    ['2026.11.20', '2026-11-20'],
    ['2026/11/20', '2026-11-20'],
    ['2026/1/5', '2026-01-05'],
    ['20261120', '2026-11-20'],
    ['２０２６年１１月２０日', '2026-11-20'],
    ['２０２６．１１．２０', '2026-11-20'],
    ['2026年', '2026'],
    ['2026年11月', '2026-11'],
    ['2026', '2026'],
    ['2026.11', '2026-11'],
    ['二〇二六年', '2026'],
    ['二○二六年', '2026'],
    ['二零二六年十一月', '2026-11'],
    ['二〇二六年十一月二十日', '2026-11-20'],
    ['二〇二六年十月十日', '2026-10-10'],
    ['二〇二六年一月三十一日', '2026-01-31'],
    ['一九四九年十月一日', '1949-10-01'],
    ['二〇二六年1月5日', '2026-01-05'],
  ])('%j is %s', (text, date) => {
    expect(readWrittenDate(text)).toEqual({ ok: true, date });
  });

  test.each([
    '2026-02-29',
    '2026年13月',
    '二〇二六年二月三十日',
    '2026.4.31',
    '20261301',
    '0000',
    '2026年0月',
  ])('%j names no day there is', (text) => {
    expect(readWrittenDate(text)).toEqual({ ok: false, code: 'DATE_NOT_REAL' });
  });

  test.each([
    '',
    '明天',
    '26年',
    '2026-11.20',
    '2026-11-20-1',
    '202611',
    '2026年20日',
    '二六年',
    '2026年十十月',
    '2026年一一月',
    'Nov 20, 2026',
    '2026-11-',
    '20-11-2026',
  ])('%j is not read as a date', (text) => {
    expect(readWrittenDate(text)).toEqual({ ok: false, code: 'NOT_A_DATE' });
  });

  test('what is shown in Chinese is read back', () => {
    const day = fc
      .date({ min: new Date('1000-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), (date, length) => {
        const known = date.slice(0, length);
        expect(readWrittenDate(chineseDate(known))).toEqual({ ok: true, date: known });
      }),
    );
  });

  test('any text is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'二〇零十一月年日号2026-/. １') }), (text) => {
        expect(typeof readWrittenDate(text).ok).toBe('boolean');
      }),
    );
  });
});
