import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  collisionKey,
  nameProblem,
  pathProblem,
  safeName,
  strictPathProblem,
  visibleName,
} from '#shared/bundles/names.ts';
import { utf8Length } from '#shared/bundles/text.ts';

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
    'CON',
    'aux.txt',
    '..',
    '.',
    '',
    ' ',
    'a.',
    'b ',
    'a:b',
    '\u202Efdp.exe',
    'x\0y',
    'COM¹',
    '\uD800',
  ),
);

describe('safeName', () => {
  it('gives a name every system keeps, whatever came', () => {
    fc.assert(
      fc.property(anyName, (original) => {
        expect(nameProblem(safeName(original, new Set()))).toBeNull();
      }),
    );
  });

  it('never gives two names that are one where case or Unicode form does not count', () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 40 }), (originals) => {
        const taken = new Set<string>();
        const keys = originals.map((original) => collisionKey(safeName(original, taken)));
        expect(new Set(keys).size).toBe(originals.length);
      }),
    );
  });

  it.each([
    ['报告?.pdf', '报告_.pdf'],
    ['CON', '_CON'],
    ['aux.txt', '_aux.txt'],
    ['照片 .jpg ', '照片 .jpg'],
    ['结尾点.', '结尾点'],
    ['.隐藏', '.隐藏'],
    ['e\u0301.txt', 'é.txt'],
    ['..', '_'],
    ['a/b\\c', 'a_b_c'],
    ['100%.txt', '100_.txt'],
  ])('%j becomes %j', (original, expected) => {
    expect(safeName(original, new Set())).toBe(expected);
  });

  it('keeps a name that is good already', () => {
    expect(safeName('扫描件 第一页.jpg', new Set())).toBe('扫描件 第一页.jpg');
  });

  it('shortens to 150 bytes between characters and keeps the extension', () => {
    const name = safeName(`${'长'.repeat(100)}.jpeg`, new Set());
    expect(utf8Length(name)).toBeLessThanOrEqual(150);
    expect(name).toBe(`${'长'.repeat(48)}.jpeg`);
  });

  it('numbers the second of two names that differ in case', () => {
    const taken = new Set<string>();
    expect(['Bild.JPG', 'bild.jpg', 'BILD.jpg'].map((name) => safeName(name, taken))).toEqual([
      'Bild.JPG',
      'bild (2).jpg',
      'BILD (3).jpg',
    ]);
  });
});

describe('received paths', () => {
  it.each([
    ['a/../b', 'PATH_LEAVES_FOLDER'],
    ['../b', 'PATH_LEAVES_FOLDER'],
    ['/etc/passwd', 'PATH_ABSOLUTE'],
    ['C:/x', 'PATH_DRIVE'],
    ['c:x', 'PATH_DRIVE'],
    ['a\\b', 'PATH_BACKSLASH'],
    ['~root/x', 'PATH_HOME'],
    ['a//b', 'NAME_EMPTY'],
    ['', 'NAME_EMPTY'],
    ['a\0b', 'NAME_CONTROL_CHARACTER'],
    ['a\nb', 'NAME_CONTROL_CHARACTER'],
    ['a\u202Eb', 'NAME_DIRECTION_CHARACTER'],
    ['a\uD800', 'NAME_NOT_TEXT'],
    [`${'d/'.repeat(40)}x`, 'PATH_TOO_LONG'],
    ['x'.repeat(2000), 'PATH_TOO_LONG'],
  ])('%j is refused everywhere: %s', (path, rule) => {
    expect(pathProblem(path)).toBe(rule);
    expect(strictPathProblem(path)).toBe(rule);
  });

  it.each([
    ['data/CON', 'NAME_RESERVED'],
    ['data/nul.tar.gz', 'NAME_RESERVED'],
    ['data/a?', 'NAME_FORBIDDEN_CHARACTER'],
    ['data/a.', 'NAME_TRAILING_DOT_OR_SPACE'],
    ['data/e\u0301', 'NAME_NOT_NFC'],
    [`data/${'x'.repeat(151)}`, 'NAME_TOO_LONG'],
  ])('%j is refused in a bundle only: %s', (path, rule) => {
    expect(pathProblem(path)).toBeNull();
    expect(strictPathProblem(path)).toBe(rule);
  });
});

it('shows what would hide in a name', () => {
  expect(visibleName('a\u202Egpj.exe\0')).toBe('a⟨U+202E⟩gpj.exe⟨U+0000⟩');
});
