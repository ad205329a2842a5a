import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The house as CONTRIBUTING.md says it is: imports run one way, four fences, no cycles, files of one subject. */
const root = resolve(import.meta.dirname, '..');
const files = globSync(['shared/**/*.ts', 'db/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}'], {
  cwd: root,
})
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.endsWith('.config.ts'));
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

type Import = { from: string; to: string; types: boolean };
const imports = files.flatMap(importsOf);

describe('imports run one way', () => {
  const ALLOWED: [string, RegExp][] = [
    ['shared/', /^shared\//],
    ['db/', /^(shared|db)\//],
    ['electron/api/', /^(shared|db|electron\/(?!desktop|loopback|terminal|main|serve|cli|start))/],
    ['electron/desktop/', /^(shared|db|electron\/(?!loopback|terminal|main|serve|cli|start))/],
    ['electron/loopback/', /^(shared|db|electron\/(?!desktop|terminal|main|serve|cli|start))/],
    ['electron/', /^(shared|db|electron|resources)\//],
    ['renderer/', /^(shared|renderer|resources)\//],
  ];

  test.each(ALLOWED)('out of %s', (folder, allowed) => {
    const first = ALLOWED.filter(([other]) => other.length > folder.length && other.startsWith(folder)).map(
      ([other]) => other,
    );
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith(folder) &&
        !first.some((other) => from.startsWith(other)) &&
        isOurs(to) &&
        !allowed.test(to),
    );
    expect(wrong).toEqual([]);
  });

  test('features do not import each other', () => {
    const featureOf = (file: string) => /^renderer\/features\/([^/]+)\//.exec(file)?.[1];
    const wrong = imports.filter(
      ({ from, to }) => featureOf(from) && featureOf(to) && featureOf(from) !== featureOf(to),
    );
    expect(wrong).toEqual([]);
  });
});

describe('fences', () => {
  const FENCES: [string, RegExp, RegExp][] = [
    ['electron', /^electron$/, /^electron\/(desktop\/|main\.ts$)/],
    ['drizzle and SQLite', /^(drizzle-orm|better-sqlite3)(\/|$)/, /^db\//],
    ['node:http', /^node:https?$/, /^electron\/loopback\//],
    ['React and Mantine', /^(react|react-dom|@mantine\/.*|@tabler\/.*)(\/|$)/, /^renderer\//],
  ];

  test.each(FENCES)('%s stays where it belongs', (_, what, where) => {
    expect(imports.filter(({ from, to }) => what.test(to) && !where.test(from))).toEqual([]);
  });

  test('shared is pure: no node modules', () => {
    expect(imports.filter(({ from, to }) => from.startsWith('shared/') && to.startsWith('node:'))).toEqual(
      [],
    );
  });

  test('SQL is written only in db', () => {
    const wrong = [...sources].filter(
      ([file, text]) =>
        !file.startsWith('db/') &&
        /`\s*(select\s.+\sfrom|insert into|update \w+ set|delete from)\s/i.test(text),
    );
    expect(wrong.map(([file]) => file)).toEqual([]);
  });
});

test('there are no import cycles', () => {
  const graph = new Map(files.map((file) => [file, [] as string[]]));
  for (const { from, to, types } of imports) if (!types && isOurs(to)) graph.get(from)?.push(to);
  expect(cyclesIn(graph)).toEqual([]);
});

describe('files', () => {
  test('have one subject: none is longer than 300 lines', () => {
    const long = [...sources].filter(
      ([file, text]) => !/\/schema\.ts$|translations\//.test(file) && text.split('\n').length > 300,
    );
    expect(long.map(([file, text]) => `${file}: ${text.split('\n').length}`)).toEqual([]);
  });

  test('have names that say what is in them', () => {
    expect(
      files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|manager|services?)\.tsx?$/i.test(file)),
    ).toEqual([]);
  });

  test('speak of the project alone', () => {
    const wrong = [...sources].filter(([, text]) => /\bTODO\b|\bFIXME\b|@ts-ignore|\bas any\b/.test(text));
    expect(wrong.map(([file]) => file)).toEqual([]);
  });
});

function isOurs(to: string): boolean {
  return /^(shared|db|electron|renderer|resources)\//.test(to);
}

function importsOf(file: string): Import[] {
  const text = sources.get(file) ?? '';
  const found: Import[] = [];
  const statements =
    /^(?:import|export)\s+(type\s+)?([^;]*?)\s*from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm;
  for (const [, isType, names = '', from, bare, dynamic] of text.matchAll(statements)) {
    const specifier = from ?? bare ?? dynamic;
    if (!specifier) continue;
    // A module loaded on demand cannot close a cycle at load time.
    const types = isType !== undefined || dynamic !== undefined || onlyTypes(names);
    found.push({ from: file, to: targetOf(file, specifier), types });
  }
  return found;
}

function onlyTypes(names: string): boolean {
  const list = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
  if (list === undefined) return false;
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .every((name) => name.startsWith('type '));
}

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (!specifier.startsWith('.')) return specifier;
  return relative(root, resolve(root, dirname(file), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/');
}

function cyclesIn(graph: Map<string, string[]>): string[][] {
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const cycles: string[][] = [];
  function visit(file: string): void {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push(path.slice(path.indexOf(file)));
      return;
    }
    state.set(file, 'open');
    path.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    path.pop();
    state.set(file, 'done');
  }
  for (const file of graph.keys()) visit(file);
  return cycles;
}
