import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#shared/translations/catalogue.ts';
import { fieldName, problemText, ruleText } from '#shared/translations/problemText.ts';

const zh = await loadCatalogue('zh-CN');
const en = await loadCatalogue('en');

describe('a problem in words', () => {
  it('names file, row and field before the sentence', () => {
    const problem = { rule: 'REQUIRED', file: '目录.xlsx', row: 3, field: 'fields.title' };
    expect(problemText(zh, problem)).toBe('目录.xlsx · 第 3 行 · 题名：此项必填。');
    expect(problemText(en, problem)).toBe('目录.xlsx · row 3 · Title: This field is required.');
  });

  it('fills the sentence with the values of the rule', () => {
    expect(ruleText(zh, { rule: 'TOO_LONG', params: { max: 80 } })).toContain('80');
  });

  it('names a rule it does not know by its code', () => {
    expect(problemText(zh, { rule: 'NEVER_HEARD_OF' })).toContain('NEVER_HEARD_OF');
    expect(ruleText(zh, { rule: 'constructor' })).toContain('constructor');
  });

  it('shows the key of a field without a name', () => {
    expect(fieldName(zh, 'somethingNew')).toBe('somethingNew');
    expect(fieldName(zh, 'toString')).toBe('toString');
  });
});
