import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '#shared/translations/en.ts';
import { zhCN } from '#shared/translations/zhCN.ts';

/**
 * Every code that can reach a person has words. A code is a word in capitals with an underscore, between quotes, anywhere in
 * shared, db or electron; or what stands behind `rule:`. It must be a key of the catalogue, or be named below as what it is.
 */
const ROOT = resolve(import.meta.dirname, '../../..');

/** Files whose codes name things that are chosen by other words, or are kept inside another code's data. */
const WITHOUT_WORDS: [RegExp, string][] = [
  [/^shared\/translations\//, 'the catalogue itself'],
  [/\.config\.ts$/, 'configurations'],
  [/^shared\/records\/retentionTable\.ts$/, 'names of rows of the retention tables'],
  [/^shared\/records\/refCode\.ts$/, 'names of code patterns'],
  [/^shared\/confidentiality\/basis\.ts$/, 'kinds of trade secrets'],
  [
    /^shared\/bundles\/(?!card\.ts|contract\.ts|contactsContract\.ts|policy\.ts|verdict\.ts)/,
    'details of a BUNDLE_ code',
  ],
  [
    /^electron\/bundles\/(openBundle|openBundleExtract|readBundleSource|seal|unseal|writeBundle|writeBundleFile)\.ts$/,
    'details of a BUNDLE_ code',
  ],
  [/^electron\/files\//, 'what an inspector tells the importer'],
  [/^electron\/demo\//, 'material of the sample'],
];

/** Codes with an underscore that no person is shown. */
const NO_RULES: ReadonlySet<string> = new Set([
  ...['SQLITE_BUSY', 'SQLITE_CANTOPEN', 'SQLITE_CORRUPT', 'SQLITE_FULL', 'SQLITE_NOTADB', 'SQLITE_READONLY'],
  // How a command of the terminal ended: its sentence counts what was left out.
  'NOT_ALL_FILED',
  // Roles of links, and the kind of a form.
  ...['OUTCOME_PROJECT', 'MATURITY_PANEL', 'MATURITY_SHEET'],
  // Of a decision, an expiry and a bundle's recipient: compared, never said.
  ...['WITHOUT_REVIEW', 'NO_END', 'SOMEBODY_ELSE', 'NO_CLAUSE', 'UNTIL_PUBLISHED', 'STRIP_LOCATION'],
]);

test.each(['zh-CN', 'en'])(
  'no code stands in two areas, where one sentence would hide the other: %s',
  (language) => {
    const areas = globSync(`shared/translations/${language}/rules/*.ts`, { cwd: ROOT });
    expect(areas.length).toBeGreaterThan(5);
    const codes = areas.flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(
        ([, code]) => code,
      ),
    );
    expect(codes.length).toBe(new Set(codes).size);
    expect(codes.length).toBe(Object.keys((language === 'en' ? en : zhCN).rules).length);
  },
);

describe('every code has a sentence', () => {
  const codes = codesOf(globSync(['shared/**/*.ts', 'db/**/*.ts', 'electron/**/*.ts'], { cwd: ROOT }));

  test('there are codes to look at', () => expect(codes.size).toBeGreaterThan(150));
  test.each([
    ['zh-CN', zhCN],
    ['en', en],
  ])('in %s', (_, catalogue) => {
    const known = keysOf(catalogue);
    const speechless = [...codes].filter(([code]) => !known.has(code) && !NO_RULES.has(code));
    expect(speechless.map(([code, file]) => `${code} (${file})`)).toEqual([]);
  });
  test('a bundle that cannot be opened is explained', () => {
    const union = /BundleErrorCode =([^;]+);/.exec(read('shared/bundles/bundleError.ts'))?.[1] ?? '';
    const all = [...union.matchAll(/'([A-Z_]+)'/g)].map(([, code]) => `BUNDLE_${code}`);
    expect(all.length).toBeGreaterThan(10);
    // The place to write to is said in other words, and so is a full disk.
    const otherwise = ['BUNDLE_DISK_FULL', 'BUNDLE_TARGET_UNUSABLE'];
    expect(all.filter((code) => !Object.hasOwn(zhCN.rules, code) && !otherwise.includes(code))).toEqual([]);
  });
});

test.each([
  ['zh-CN', zhCN],
  ['en', en],
])('every verb of the journal has a name in %s', (_, { journal }) => {
  const verbs = globSync(['db/**/*.ts', 'electron/**/*.ts'], { cwd: ROOT }).flatMap((file) =>
    [...read(file).matchAll(/\bverb(?: =|:)[^,;\n]*?'([a-z]+(?:\.[A-Za-z]+)+)'/g)].map(
      ([, verb]) => verb ?? '',
    ),
  );
  expect(verbs.length).toBeGreaterThan(25);
  expect([...new Set(verbs)].filter((verb) => !Object.hasOwn(journal.verbs, verb))).toEqual([]);
});

describe('both languages say the same things', () => {
  test('text where the other has text, a function where it has one', () => {
    expect(shapesOf(en)).toEqual(shapesOf(zhCN));
  });
  test('in English in English: a Chinese word stands there only as an example of a mark or a form', () => {
    const chinese = textsOf(en).filter(
      ([path, text]) => isMostlyChinese(text) && path !== 'shell/language/zh-CN',
    );
    expect(chinese.map(([path]) => path)).toEqual([]);
  });
});

/** Code to the first file that holds it. */
function codesOf(files: readonly string[]): Map<string, string> {
  const codes = new Map<string, string>();
  for (const file of files.map((name) => name.replaceAll('\\', '/'))) {
    if (WITHOUT_WORDS.some(([pattern]) => pattern.test(file))) continue;
    for (const [, code, ruled] of withoutDetails(read(file)).matchAll(
      /'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'|rule: '([A-Z0-9_]+)'/g,
    ))
      codes.set(code ?? ruled ?? '', file);
  }
  return codes;
}

/** Without comments, and without what only tells the code above it in more detail or compares with it. */
function withoutDetails(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/new BundleError\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, '')
    .replace(/(?:case|codes\.includes\(|startsWith\(|=== )\s*'[A-Z_]+'/g, '');
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function keysOf(tree: object): Set<string> {
  return new Set(pathsOf(tree).flatMap((path) => path.split('/')));
}

function pathsOf(tree: object): string[] {
  return leavesOf(tree)
    .map(([path]) => path)
    .toSorted();
}

function shapesOf(tree: object): string[] {
  return (
    leavesOf(tree)
      // A rule is a sentence or makes one: each language as it needs.
      .filter(([path]) => !path.startsWith('rules/'))
      .map(([path, leaf]) => `${path}: ${Array.isArray(leaf) ? 'array' : typeof leaf}`)
      .toSorted()
  );
}

function isMostlyChinese(text: string): boolean {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return count(/\p{Script=Han}/gu) > count(/\p{Script=Latin}/gu);
}

function textsOf(tree: object): [string, string][] {
  return leavesOf(tree).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

function leavesOf(tree: object, path = ''): [string, unknown][] {
  return Object.entries(tree).flatMap(([key, value]): [string, unknown][] => {
    const here = path === '' ? key : `${path}/${key}`;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leavesOf(value, here)
      : [[here, value]];
  });
}
