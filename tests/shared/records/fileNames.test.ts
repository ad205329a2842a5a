import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSortKeys, hasHiddenCharacters, nameSortKey, shownName } from '#shared/records/fileNames.ts';

const corpus = process.env.MENGBU_CORPUS;

describe('how a name is shown', () => {
  it.each([
    ['invoice\u202egpj.exe', 'invoice⟨U+202E⟩gpj.exe'],
    ['a\tb.txt', 'a␉b.txt'],
    ['a\u0000b\u007f', 'a␀b␡'],
    ['照片 .jpg ', '照片 .jpg␠'],
    ['\u3000名', '␠名'],
    ['zero\u200bwidth', 'zero⟨U+200B⟩width'],
    ['so\u00adft', 'so⟨U+00AD⟩ft'],
    ['a\u200db', 'a⟨U+200D⟩b'],
    ['bad\ud83d.txt', 'bad⟨U+D83D⟩.txt'],
    ['\u3164', '⟨U+3164⟩'],
  ])('makes what hides in %j visible', (name, shown) => {
    expect(shownName(name)).toBe(shown);
    expect(hasHiddenCharacters(name)).toBe(true);
  });

  it.each([
    '报告 第1版.pdf',
    '👨\u200d👩\u200d👧\u200d👦全家福🎉.jpg',
    'e\u0301te\u0301.txt',
    '葛\u{e0100}.txt',
    '<img onerror=1>.png',
    '🏳️\u200d🌈',
  ])('leaves %j as it is', (name) => {
    expect(shownName(name)).toBe(name);
    expect(hasHiddenCharacters(name)).toBe(false);
  });

  it('leaves no control, format character or lone surrogate unshown, and needs doing once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const shown = shownName(name);
        expect(shown).not.toMatch(/(?!\u200d)\p{Cf}|\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}|^\p{Zs}|\p{Zs}$/u);
        expect(shownName(shown)).toBe(shown);
      }),
    );
  });

  it.skipIf(corpus === undefined)('shows every awkward name of the corpus (needs MENGBU_CORPUS)', () => {
    const lines = readFileSync(join(corpus ?? '', 'filenames/names.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const names = lines.map((line): string => JSON.parse(line.split('\t')[1] ?? '""'));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(shownName(name)).not.toMatch(/\p{Cc}|[\u202a-\u202e]|[ ]$/u);
  });
});

describe('natural order', () => {
  it('counts numbers as numbers and keeps alike names together', () => {
    const names = ['图10.jpg', '图2.jpg', '图02.jpg', 'B1', 'b2', 'Ｂ3', 'a', '图2.jpg'];
    expect(sorted(names)).toEqual(['a', 'B1', 'b2', 'Ｂ3', '图02.jpg', '图2.jpg', '图2.jpg', '图10.jpg']);
  });

  it('is the order of the UTF-8 bytes of the keys', () => {
    const name = fc.string({ unit: 'binary', maxLength: 8 });
    fc.assert(
      fc.property(name, name, (left, right) => {
        const [a, b] = [nameSortKey(left), nameSortKey(right)];
        expect(Math.sign(compareSortKeys(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });

  it('gives different names different keys, also in UTF-8', () => {
    const unit = fc.constantFrom('1', '0', 'a', 'A', 'ａ', '\ud800', '\udc00', '\ufffd', '\u0001', 'd800');
    const name = fc.array(unit, { maxLength: 5 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, name, (left, right) => {
        const same = Buffer.from(nameSortKey(left)).equals(Buffer.from(nameSortKey(right)));
        expect(same).toBe(left === right);
      }),
      { numRuns: 1000 },
    );
  });

  it('puts the smaller number first, however long', () => {
    const number = fc.bigInt({ min: 0n, max: 10n ** 120n });
    fc.assert(
      fc.property(number, number, (left, right) => {
        const order = compareSortKeys(nameSortKey(`图${left}a`), nameSortKey(`图${right}a`));
        expect(Math.sign(order)).toBe(left < right ? -1 : left > right ? 1 : 0);
      }),
    );
  });
});

function sorted(names: string[]): string[] {
  return names.toSorted((left, right) => compareSortKeys(nameSortKey(left), nameSortKey(right)));
}
