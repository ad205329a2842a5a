import { describe, expect, test } from 'vitest';
import {
  type ArchivingRecord,
  checkArchiving,
  checkRefCode,
  REQUIRED_FIELDS,
  refCodePartsOf,
} from '#shared/records/archiving.ts';
import { EMPTY_RECORD_FIELDS, type RecordFields } from '#shared/records/recordFields.ts';
import { formatRefCode } from '#shared/records/refCode.ts';

const TODAY = '2026-11-20';
const SETTINGS = { fonds: 'Z109', dialect: 'DAT13' } as const;
const FILE = { name: '纪要.pdf', sha256: 'a'.repeat(64), size: 0 };
const FIELDS: RecordFields = {
  ...EMPTY_RECORD_FIELDS,
  title: '理事会会议纪要',
  docDate: '2026-03-01',
  responsible: '秘书处',
  category: 'WS',
  retention: 'Y',
  year: 2026,
};
const RECORD: ArchivingRecord = {
  fields: FIELDS,
  tier: 'register',
  projectCode: '',
  files: [FILE],
  refCode: null,
};

describe('checkArchiving', () => {
  test('a whole record passes', () => {
    expect(checkArchiving(RECORD, TODAY)).toEqual([]);
  });

  test('every missing field is named', () => {
    const record = { ...RECORD, fields: { ...EMPTY_RECORD_FIELDS, title: '' } };
    expect(checkArchiving(record, TODAY)).toEqual(
      REQUIRED_FIELDS.map((field) => ({ field, rule: 'REQUIRED' })),
    );
  });

  test.each<[string, Partial<RecordFields>, object[]]>([
    ['dated tomorrow', { docDate: '2026-11-21' }, [{ field: 'docDate', rule: 'DATE_IN_FUTURE' }]],
    ['dated today', { docDate: '2026-11-20' }, []],
    ['dated this month', { docDate: '2026-11' }, []],
    ['dated next month', { docDate: '2026-12' }, [{ field: 'docDate', rule: 'DATE_IN_FUTURE' }]],
    ['dated this year', { docDate: '2026' }, []],
    ['of next year', { year: 2027 }, [{ field: 'year', rule: 'YEAR_IN_FUTURE' }]],
    ['accounts of no kind', { category: 'KU' }, [{ field: 'subcategory', rule: 'REQUIRED' }]],
    ['accounts of a kind', { category: 'KU', subcategory: '01' }, []],
  ])('%s', (_, change, expected) => {
    expect(checkArchiving({ ...RECORD, fields: { ...FIELDS, ...change } }, TODAY)).toEqual(expected);
  });

  test('a file without its hash is named', () => {
    const files = [
      FILE,
      { name: '附件.doc', sha256: null, size: 5 },
      { name: 'x', sha256: 'A'.repeat(64), size: 5 },
    ];
    expect(checkArchiving({ ...RECORD, files }, TODAY)).toEqual([
      { field: 'files', file: '附件.doc', rule: 'HASH_MISSING' },
      { field: 'files', file: 'x', rule: 'HASH_MISSING' },
    ]);
  });

  test('without a file the place of the original must be known', () => {
    expect(checkArchiving({ ...RECORD, files: [] }, TODAY)).toEqual([
      { field: 'files', rule: 'NO_FILE_AND_NO_ORIGINAL' },
    ]);
    const fields = { ...FIELDS, originalPlace: '库房 2-3' };
    expect(checkArchiving({ ...RECORD, fields, files: [] }, TODAY)).toEqual([]);
  });

  test('nothing is archived twice', () => {
    const record = { ...RECORD, refCode: 'Z109-WS·2026·Y-0001' };
    expect(checkArchiving(record, TODAY)).toEqual([{ field: 'refCode', rule: 'ALREADY_ARCHIVED' }]);
  });
});

describe('reference codes of records', () => {
  test.each<[Partial<ArchivingRecord>, Partial<RecordFields>, string]>([
    [{}, {}, 'Z109-WS·2026·Y-0001'],
    [{}, { dept: '办公室' }, 'Z109-WS·2026·Y·办公室-0001'],
    [{ tier: 'core' }, { dept: '办公室' }, 'Z109-WS·2026·Y·办公室HM-0001'],
    [{ projectCode: '01' }, { category: 'KJ' }, 'Z109-KJ·KY·01-001'],
    [{}, { category: 'KJ' }, 'Z109-KJ·KY·2026·Y-0001'],
    [{}, { category: 'ZP', retention: 'D30' }, 'Z109-ZP·2026·D30-001'],
    [{}, { category: 'KU', subcategory: '01' }, 'Z109-KU·01·2026-001'],
  ])('%j %j gives %s', (change, fields, expected) => {
    const parts = refCodePartsOf({ ...RECORD, ...change, fields: { ...FIELDS, ...fields } }, SETTINGS);
    if (parts === null) throw new Error('parts expected');
    const code = formatRefCode(parts, 1);
    expect(code).toBe(expected);
    expect(checkRefCode(code, parts, () => false)).toEqual([]);
    expect(checkRefCode(code, parts, (taken) => taken === code)).toEqual([
      { field: 'refCode', rule: 'REF_CODE_TAKEN', params: { code } },
    ]);
    expect(checkRefCode('Z109', parts, () => false)).toEqual([
      { field: 'refCode', rule: 'REF_CODE_INVALID', params: { code: 'Z109' } },
    ]);
  });

  test.each([{ category: '' }, { retention: '' }, { year: null }] as const)('%j leaves no code', (change) => {
    expect(refCodePartsOf({ ...RECORD, fields: { ...FIELDS, ...change } }, SETTINGS)).toBeNull();
  });
});
