import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  EMPTY_RECORD_FIELDS,
  recordFieldsSchema,
  withYear,
  yearOfDate,
} from '#shared/records/recordFields.ts';

const fields = { ...EMPTY_RECORD_FIELDS, title: '会议纪要' };
const faults = (change: object): string[] =>
  recordFieldsSchema
    .safeParse({ ...fields, ...change })
    .error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? [];

describe('recordFieldsSchema', () => {
  test('a title is enough', () => {
    expect(recordFieldsSchema.parse(fields)).toEqual(fields);
  });

  test('texts are trimmed, composed and kept as they are otherwise', () => {
    const written = {
      ...fields,
      title: '  e\u0301tude ＡＢＣ ',
      description: ' 一\r\n二\r三\t四 ',
      keywords: [' 肿瘤 ', '肿瘤'],
      dept: 'ＢＧＳ',
    };
    expect(recordFieldsSchema.parse(written)).toEqual({
      ...fields,
      title: 'étude ＡＢＣ',
      description: '一\n二\n三\t四',
      keywords: ['肿瘤'],
      dept: 'BGS',
    });
  });

  test.each([
    ['2026年11月20日', '2026-11-20'],
    ['二〇二六年', '2026'],
    ['２０２６．１', '2026-01'],
    ['2200-12-31', '2200-12-31'],
    [null, null],
  ])('docDate %j is %j', (docDate, expected) => {
    expect(recordFieldsSchema.parse({ ...fields, docDate }).docDate).toBe(expected);
  });

  test.each<[object, string[]]>([
    [{ title: '' }, ['title REQUIRED']],
    [{ title: ' \n ' }, ['title REQUIRED']],
    [{ title: 'a\nb' }, ['title CONTROL_CHARACTER']],
    [{ title: 'a\u202Eb' }, ['title CONTROL_CHARACTER']],
    [{ title: 'a\u0000b' }, ['title CONTROL_CHARACTER']],
    [{ title: 'a\uD800' }, ['title NOT_UNICODE']],
    [{ title: '字'.repeat(501) }, ['title TOO_LONG']],
    [{ title: '𠀀'.repeat(500) }, []],
    [{ description: '字'.repeat(20_001) }, ['description TOO_LONG']],
    [{ description: '字'.repeat(20_000) }, []],
    [{ description: 'a\u0007' }, ['description CONTROL_CHARACTER']],
    [{ docDate: '2026-02-29' }, ['docDate DATE_NOT_REAL']],
    [{ docDate: '2201' }, ['docDate DATE_TOO_LATE']],
    [{ docDate: 'yesterday' }, ['docDate NOT_A_DATE']],
    [{ docDate: '' }, ['docDate NOT_A_DATE']],
    [{ year: 2201 }, ['year YEAR_TOO_LATE']],
    [{ year: 26 }, ['year YEAR_TOO_EARLY']],
    [{ year: 2026.5 }, ['year YEAR_NOT_WHOLE']],
    [{ category: 'XX' }, ['category CATEGORY_UNKNOWN']],
    [{ retention: 'D5' }, ['retention RETENTION_UNKNOWN']],
    [{ originalForm: 'CLAY' }, ['originalForm ORIGINAL_FORM_UNKNOWN']],
    [{ language: 'xx' }, ['language LANGUAGE_UNKNOWN']],
    [{ keywords: Array.from({ length: 51 }, (_, index) => `k${index}`) }, ['keywords TOO_MANY']],
    [{ keywords: ['好', ' '] }, ['keywords.1 REQUIRED']],
    [{ title: '', year: 1 }, ['title REQUIRED', 'year YEAR_TOO_EARLY']],
  ])('%j: %j', (change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  test('TOO_LONG says how long is allowed', () => {
    const issue = recordFieldsSchema.safeParse({ ...fields, title: '字'.repeat(501) }).error?.issues[0];
    expect(issue).toMatchObject({ code: 'custom', params: { max: 500 } });
  });

  test('a partial change touches only what it names', () => {
    expect(recordFieldsSchema.partial().parse({ docNo: ' 7 ' })).toEqual({ docNo: '7' });
  });

  test('what was accepted once is accepted again, unchanged', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ａﬁe\u0301 \t\n\r字𠀀.') });
    fc.assert(
      fc.property(text, text, fc.array(text), (title, description, keywords) => {
        const once = recordFieldsSchema.safeParse({ ...fields, title, description, keywords });
        if (once.success) expect(recordFieldsSchema.parse(once.data)).toEqual(once.data);
      }),
    );
  });

  test('it can be described as JSON Schema for input and output', () => {
    expect(z.toJSONSchema(recordFieldsSchema, { io: 'input' })).toMatchObject({ type: 'object' });
    expect(z.toJSONSchema(recordFieldsSchema, { io: 'output' })).toMatchObject({ type: 'object' });
  });
});

test('yearOfDate', () => {
  expect(['2026-11-20', '2026', null, 'x'].map(yearOfDate)).toEqual([2026, 2026, null, null]);
});

describe('the year goes with the date', () => {
  const draft = { stage: 'DRAFT', docDate: '2025-12-30', year: 2025 } as const;

  test.each([
    ['it was not known', { ...draft, docDate: null, year: null }, { docDate: '2026-03-05' }, 2026],
    ['it was that of the date before', draft, { docDate: '2026-03' }, 2026],
    ['the date is taken away', draft, { docDate: null }, null],
    ['both are given', draft, { docDate: '2026-03-05', year: 2025 }, 2025],
  ] as const)('when %s', (_, before, changes, year) => {
    expect(withYear(before, changes)).toEqual({ ...changes, year });
  });

  test.each([
    ['it was set apart from the date', { ...draft, year: 2024 }, { docDate: '2026-03-05' }],
    ['the record has its 档号', { ...draft, stage: 'ARCHIVED' }, { docDate: '2026-03-05' }],
    ['no date is given', draft, { year: 2020 }],
  ] as const)('not when %s', (_, before, changes) => {
    expect(withYear(before, changes)).toEqual(changes);
  });
});
