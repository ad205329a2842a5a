import { describe, expect, it } from 'vitest';
import { type Catalogue, LANGUAGES, loadCatalogue } from '#shared/translations/catalogue.ts';
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

describe('the catalogues', () => {
  it.each(LANGUAGES)('%s says something for every key', async (language) => {
    const empty = [...leaves(await loadCatalogue(language))].filter(([, text]) => text === '');
    expect(empty).toEqual([]);
  });

  it('have the same keys in every language', () => {
    expect(keys(en)).toEqual(keys(zh));
  });

  it('leave no Chinese in English but the terms of the trade', () => {
    const foreign = [...leaves(en)]
      .filter(([, text]) => /[\u4e00-\u9fff]/.test(text))
      .map(([key]) => key)
      .filter((key) => !ALLOWED_CHINESE.some((allowed) => key.startsWith(allowed)));
    expect(foreign).toEqual([]);
  });
});

/** Marks, terms and names of levels that have no English form in the standards, and each language's own name. */
const ALLOWED_CHINESE = [
  'levels.otherTermHelp',
  'levels.noStateSecrets',
  'rules.',
  'settings.body.',
  'vault.start.notes.',
  'confidentiality.',
  'shell.language.zh-CN',
  'records.',
  'imports.',
  'search.',
  'bundles.',
  'contacts.',
  'agreements.',
];

function keys(catalogue: Catalogue): string[] {
  return [...leaves(catalogue)].map(([key]) => key).sort();
}

/** Every text with its path; functions stand for themselves. */
function* leaves(node: unknown, path = ''): Generator<[string, string]> {
  if (typeof node === 'string') yield [path, node];
  else if (typeof node === 'function') yield [path, 'function'];
  else if (typeof node === 'object' && node !== null) {
    for (const [key, child] of Object.entries(node))
      yield* leaves(child, path === '' ? key : `${path}.${key}`);
  }
}
