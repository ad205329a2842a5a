import { describe, expect, test } from 'vitest';
import {
  CATEGORIES,
  categoryForFile,
  defaultSubcategory,
  subcategoriesOf,
} from '#shared/records/category.ts';
import { retainUntil, retentionSchema } from '#shared/records/retention.ts';
import { RETENTION_TABLE, retentionRulesFor } from '#shared/records/retentionTable.ts';

describe('retainUntil', () => {
  test.each([
    [2026, 'D10', '2036-12-31'],
    [2026, 'D30', '2056-12-31'],
    [2026, 'Y', null],
  ] as const)(
    'of %i, %s is %s: the term runs from the 1 January after the 年度',
    (year, retention, expected) => {
      expect(retainUntil(year, retention)).toBe(expected);
    },
  );

  test('there are three terms', () => {
    expect(['Y', 'D30', 'D10', 'D5', '永久'].map((text) => retentionSchema.safeParse(text).success)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('retention table', () => {
  test.each([
    ['RAW_RECORD', ['Y']],
    ['PLAN_EXECUTION_REPORT', ['D30', 'D10']],
    ['ANNUAL_ACCOUNTS', ['Y']],
    ['VOUCHER', ['D30']],
    ['BANK_STATEMENT', ['D10']],
    ['FIXED_ASSET_CARD', []],
    ['COUNCIL_MINUTES', ['Y']],
    ['PROJECT_MINUTES', ['D30']],
    ['ORDINARY_NOTICE', ['D10']],
    ['CONFIDENTIALITY_LEDGER', ['D10']],
  ])('%s is kept %j', (id, terms) => {
    expect(RETENTION_TABLE.find((rule) => rule.id === id)?.terms).toEqual(terms);
  });

  test('each row has its own name and no term twice', () => {
    expect(new Set(RETENTION_TABLE.map((rule) => rule.id)).size).toBe(RETENTION_TABLE.length);
    for (const { terms } of RETENTION_TABLE) expect(new Set(terms).size).toBe(terms.length);
  });

  test('rows are found by category', () => {
    expect(retentionRulesFor('ZP').map((rule) => rule.id)).toEqual(['PHOTO']);
    expect(retentionRulesFor('WY')).toEqual([]);
    expect(CATEGORIES.flatMap(retentionRulesFor)).toHaveLength(RETENTION_TABLE.length);
  });
});

describe('categories', () => {
  test('thirteen of DA/T 13-2022, of two letters each', () => {
    expect(CATEGORIES).toHaveLength(13);
    for (const category of CATEGORIES) expect(category).toMatch(/^[A-Z]{2}$/);
  });

  test('files suggest one', () => {
    expect((['image', 'pdf', 'video', 'audio', 'text', 'other'] as const).map(categoryForFile)).toEqual([
      'ZP',
      'WS',
      'LX',
      'LY',
      'WS',
      'WS',
    ]);
  });

  test('second levels', () => {
    expect(subcategoriesOf('KJ')).toEqual(['KY']);
    expect(subcategoriesOf('KU')).toHaveLength(4);
    expect(subcategoriesOf('WS')).toEqual([]);
    expect([defaultSubcategory('KJ'), defaultSubcategory('KU')]).toEqual(['KY', '']);
  });
});
