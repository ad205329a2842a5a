import { expect, test } from 'vitest';
import { terminalLanguage } from '../../../electron/terminal/language.ts';

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'en-US', 'zh-CN'],
  [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
  [{ LC_ALL: '', LC_MESSAGES: 'zh-TW' }, 'en-US', 'zh-CN'],
  [{ LANG: 'de_DE.UTF-8' }, 'zh-CN', 'en'],
  [{}, 'zh-Hans-CN', 'zh-CN'],
  [{}, 'en-GB', 'en'],
])('%j on a system in %s speaks %s', (env, system, language) => {
  expect(terminalLanguage(env, system)).toBe(language);
});
