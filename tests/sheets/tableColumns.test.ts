import { describe, expect, test } from 'vitest';
import { matchColumns, type TableColumn, valuesOf } from '#shared/sheets/tableColumns.ts';

const COLUMNS: TableColumn[] = [
  { field: 'name', title: '名称', also: ['单位名称'], required: true, choices: null },
  {
    field: 'role',
    title: '角色',
    also: [],
    required: true,
    choices: [{ code: 'INDUSTRY', names: ['企业', 'Industry'] }],
  },
  { field: 'note', title: '备注', also: [], required: false, choices: null },
];

describe('the header of a table', () => {
  test('is found below a title, by names that are alike, in any order', () => {
    const rows = [['成员名单', ''], [], ['备注', ' 角色* ', '单位名称（盖章）', '电话']];
    expect(matchColumns(rows, COLUMNS)).toEqual({
      headerAt: 2,
      fields: ['note', 'role', 'name', null],
      unknown: ['电话'],
    });
  });

  test('is not there without what is required', () => {
    expect(matchColumns([['名称', '备注']], COLUMNS).headerAt).toBe(-1);
  });

  test('takes the first of two columns of the same name', () => {
    expect(matchColumns([['名称', '角色', '名称']], COLUMNS).fields).toEqual(['name', 'role', null]);
  });
});

test('names of choices become codes; what is none stays, for the rules to refuse', () => {
  const matched = matchColumns([['名称', '角色']], COLUMNS);
  expect(valuesOf([' 甲 ', 'industry'], matched, COLUMNS)).toEqual({ name: '甲', role: 'INDUSTRY' });
  expect(valuesOf(['甲', '别的'], matched, COLUMNS)).toEqual({ name: '甲', role: '别的' });
  expect(valuesOf(['甲'], matched, COLUMNS)).toEqual({ name: '甲', role: '' });
});
