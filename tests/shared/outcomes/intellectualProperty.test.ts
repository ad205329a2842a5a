import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { type IpItem, ipTermEnd, ipWarnings } from '#shared/outcomes/intellectualProperty.ts';
import { normalPatentNumber, patentCheckDigit, readPatentNumber } from '#shared/outcomes/patentNumber.ts';

const patent: IpItem = {
  id: newId(),
  kind: 'INVENTION',
  name: '一种甲基化检测方法',
  number: 'ZL202011472880.4',
  state: 'GRANTED',
  filedOn: '2020-12-14',
  publishedOn: '2021-04-06',
  grantedOn: '2022-08-30',
  feeDueOn: '2027-12-14',
  holders: '',
  inventors: '',
  background: false,
  note: '',
};

describe('Chinese patent numbers', () => {
  test.each([
    'ZL202011472880.4',
    'ZL201910377061.2',
    'ZL201410026192.3',
    '200710308494.X',
    'ZL95115608.X',
    'zl 2017 1 0736136.2',
    '201710601862.3',
  ])('%s is right', (number) => {
    expect(readPatentNumber(number, 2026)).toMatchObject({ sort: 'APPLICATION', kind: 'INVENTION' });
  });

  test.each([
    ['ZL201710736136.3', 'PATENT_NUMBER_CHECK_DIGIT'],
    ['ZL201710376136.2', 'PATENT_NUMBER_CHECK_DIGIT'],
    ['ZL201710736136', 'PATENT_NUMBER_INCOMPLETE'],
    ['ZL201770736136.2', 'PATENT_NUMBER_KIND'],
    ['ZL20171073613.2', 'PATENT_NUMBER_FORM'],
    ['ZL2017I0736136.2', 'PATENT_NUMBER_FORM'],
    ['ZL203910736136.2', 'PATENT_NUMBER_YEAR'],
  ])('%s: %s', (number, problem) => expect(readPatentNumber(number, 2026)).toBe(problem));

  test('any one digit changed is noticed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.integer({ min: 5, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (running, place, by) => {
          const digits = `20201${String(running).padStart(7, '0')}`;
          const other = [...digits].map((digit, at) =>
            at === place ? String((Number(digit) + by) % 10) : digit,
          );
          expect(readPatentNumber(`${digits}.${patentCheckDigit(digits)}`, 2026)).toMatchObject({
            year: 2020,
          });
          expect(readPatentNumber(`${other.join('')}.${patentCheckDigit(digits)}`, 2026)).toBe(
            'PATENT_NUMBER_CHECK_DIGIT',
          );
        },
      ),
    );
  });

  test('have one spelling', () => {
    expect(normalPatentNumber('ｚｌ 2017 1 0736136.2')).toBe('ZL201710736136.2');
  });

  const corpus = join(process.env.MENGBU_CORPUS ?? '', 'identifiers', 'patents.tsv');
  test.skipIf(process.env.MENGBU_CORPUS === undefined || !existsSync(corpus))(
    'the identifiers corpus is judged as it says (skipped without MENGBU_CORPUS)',
    () => {
      const rows = readFileSync(corpus, 'utf8').trim().split('\n').slice(1);
      expect(rows.length).toBeGreaterThan(15);
      for (const row of rows) {
        const [value = '', expected = ''] = row.split('\t');
        const isRight = typeof readPatentNumber(value, 2026) !== 'string';
        expect([value, isRight]).toEqual([value, expected.startsWith('valid')]);
      }
    },
  );
});

describe('intellectual property', () => {
  test('a patent ends 20, 10 or 15 years after filing (专利法 art. 42)', () => {
    expect(ipTermEnd(patent)).toBe('2040-12-14');
    expect(ipTermEnd({ ...patent, kind: 'UTILITY_MODEL' })).toBe('2030-12-14');
    expect(ipTermEnd({ ...patent, kind: 'DESIGN' })).toBe('2035-12-14');
    expect(ipTermEnd({ ...patent, kind: 'TRADEMARK' })).toBeNull();
  });

  test('warns of fees, numbers and dates, and never of what is over', () => {
    expect(ipWarnings(patent, '2026-11-20')).toEqual([]);
    expect(ipWarnings(patent, '2027-11-20')).toEqual(['IP_FEE_SOON']);
    expect(ipWarnings(patent, '2027-12-15')).toEqual(['IP_FEE_OVERDUE']);
    expect(ipWarnings({ ...patent, state: 'LAPSED' }, '2027-12-15')).toEqual([]);
    expect(ipWarnings({ ...patent, kind: 'DESIGN' }, '2026-11-20')).toEqual(['PATENT_NUMBER_OTHER_KIND']);
    expect(ipWarnings({ ...patent, publishedOn: '2020-01-01' }, '2026-11-20')).toEqual([
      'IP_DATES_OUT_OF_ORDER',
    ]);
    expect(ipWarnings({ ...patent, number: '' }, '2026-11-20')).toEqual(['IP_NUMBER_MISSING']);
    expect(ipWarnings({ ...patent, number: '', state: 'PLANNED' }, '2026-11-20')).toEqual([]);
    expect(
      ipWarnings({ ...patent, kind: 'SOFTWARE_COPYRIGHT', number: '2024SR0012345' }, '2026-11-20'),
    ).toEqual([]);
  });
});
