import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bagRules as en } from '#shared/translations/en/bagRules.ts';
import { bagRules as zh } from '#shared/translations/zh-CN/bagRules.ts';

const SOURCES = join(import.meta.dirname, '../../../shared/bundles');
const READING =
  /^(?:bag|contentCheck|inspectBag|nameCheck|readJson|tarReader|tarHeader|tarBag|paxRecords|names|sshSignature)/;
/** What makes something no bundle at all is said by the code alone. */
const NO_BUNDLE = new Set(['NOT_A_BAG', 'NOT_A_TAR']);

test('every rule a bag can break has a sentence in both languages', () => {
  const used = readdirSync(SOURCES)
    .filter((name) => READING.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(SOURCES, name), 'utf8');
      const given = text.matchAll(
        /(?:roblem|warning|damaged|invalid)\((?:[a-z]+, )?'([A-Z_]+)'|rule: '([A-Z_]+)'/g,
      );
      const faults = text.matchAll(/^ {2}\| '([A-Z]+_[A-Z_]+)'/gm);
      return [...given, ...faults].map(([, first, second]) => first ?? second ?? '');
    })
    .filter((rule) => !NO_BUNDLE.has(rule));
  expect(new Set(used).size).toBeGreaterThan(60);
  expect([...new Set(used)].filter((rule) => !Object.hasOwn(zh, rule))).toEqual([]);
  for (const [rule, sentence] of Object.entries(zh)) {
    expect(sentence, rule).toMatch(/。$/);
    expect(en[rule as keyof typeof en], rule).toMatch(/\.$/);
  }
});
