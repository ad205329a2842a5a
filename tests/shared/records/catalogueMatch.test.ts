import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CatalogueNames, matchCatalogue } from '#shared/records/catalogueMatch.ts';

const row = (names: Partial<CatalogueNames>): CatalogueNames => ({
  fileName: '',
  refCode: '',
  title: '',
  ordinal: '',
  ...names,
});

/** Files of each row by name. */
function filesOf(rows: CatalogueNames[], paths: string[]): string[][] {
  return matchCatalogue(rows, paths).files.map((own) => own.map((at) => paths[at] ?? ''));
}

describe('files of a catalogue', () => {
  it('are found by their name, with or without ending, in whatever width, case and composition', () => {
    const rows = [
      row({ fileName: '协议Ａ.PDF' }),
      row({ fileName: '会议纪要' }),
      row({ fileName: 'Cafe\u0301.docx' }),
      row({ fileName: '附件1.jpg；附件2' }),
    ];
    const paths = ['库/协议a.pdf', '库/会议纪要.docx', '库/caf\u00e9.docx', '库/附件1.jpg', '库/附件2.tif'];
    expect(filesOf(rows, paths)).toEqual([[paths[0]], [paths[1]], [paths[2]], [paths[3], paths[4]]]);
  });

  it('are found by the 档号 they begin with; a longer code wins, and digits do not run on', () => {
    const rows = [row({ refCode: 'X032-KJ·KY·01-003' }), row({ refCode: 'X032-KJ·KY·01-003-002' })];
    const paths = [
      'X032-KJ·KY·01-003.pdf',
      'X032-KJ·KY·01-003-1.jpg',
      'X032-KJ·KY·01-003-002-1.jpg',
      'X032-KJ·KY·01-0031.pdf',
    ];
    expect(filesOf(rows, paths)).toEqual([[paths[0], paths[1]], [paths[2]]]);
    expect(matchCatalogue(rows, paths).unclaimed).toEqual([3]);
  });

  it('are found by title, and by 序号 where nothing else is; a month is no 序号', () => {
    const rows = [row({ title: '章程', ordinal: '1' }), row({ title: '别的', ordinal: '12' })];
    const paths = ['章程.pdf', '012_扫描.jpg', '12月纪要.pdf', '001.tif'];
    expect(filesOf(rows, paths)).toEqual([[paths[0], paths[3]], [paths[1]]]);
  });

  it('may be told apart by their folder; without it, one name for two files is nobody’s', () => {
    const paths = ['库/2025/协议.pdf', '库/2026/协议.pdf'];
    expect(filesOf([row({ fileName: '2026\\协议.pdf' })], paths)).toEqual([[paths[1]]]);
    const match = matchCatalogue([row({ fileName: '协议.pdf' })], paths);
    expect(match).toMatchObject({ files: [[]], unclear: [['协议.pdf']], unclaimed: [0, 1] });
  });

  it('belong to nobody where two rows claim them alike, and to the row that names them where the other only begins alike', () => {
    const both = [row({ fileName: 'a.pdf' }), row({ fileName: 'A.pdf' })];
    expect(matchCatalogue(both, ['a.pdf'])).toMatchObject({
      files: [[], []],
      claimed: [{ file: 0, rows: [0, 1] }],
    });
    const named = [row({ fileName: 'K1-01.pdf' }), row({ refCode: 'K1' })];
    expect(filesOf(named, ['K1-01.pdf', 'K1-02.pdf'])).toEqual([['K1-01.pdf'], ['K1-02.pdf']]);
  });

  it('that are named but not there are said', () => {
    expect(matchCatalogue([row({ fileName: '没有.pdf;有' })], ['有.pdf'])).toMatchObject({
      files: [[0]],
      missing: [['没有.pdf']],
    });
  });
});

const word = fc.stringMatching(/^[a-cA-C1-3甲乙\-_ ]{0,5}$/);
const anyRow = fc.record({
  fileName: word,
  refCode: word,
  title: word,
  ordinal: fc.stringMatching(/^0?[1-3]?$/),
});
const anyPaths = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom('', '一/', '二/'), word, fc.constantFrom('', '.pdf', '.JPG'))
    .map((parts) => parts.join('')),
  { maxLength: 12 },
);

describe('matching', () => {
  it('gives each file to one row, to several that are named, or to none', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), anyPaths, (rows, paths) => {
        const { files, claimed, unclaimed } = matchCatalogue(rows, paths);
        const all = [...files.flat(), ...claimed.map(({ file }) => file), ...unclaimed];
        expect(all.sort((a, b) => a - b)).toEqual(paths.map((_, index) => index));
        for (const { rows: several } of claimed) expect(new Set(several).size).toBeGreaterThan(1);
      }),
    );
  });

  it('does not depend on the order of rows or files', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), anyPaths, (rows, paths) => {
        const there = filesOf(rows, paths).map((own) => own.toSorted());
        const back = filesOf(rows.toReversed(), paths.toReversed()).map((own) => own.toSorted());
        expect(back.toReversed()).toEqual(there);
      }),
    );
  });

  it('does not see width, case and composition', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), anyPaths, (rows, paths) => {
        const other = rows.map((each) => ({
          ...each,
          fileName: wide(each.fileName),
          refCode: wide(each.refCode),
        }));
        expect(matchCatalogue(other, paths).files).toEqual(matchCatalogue(rows, paths).files);
      }),
    );
  });
});

/** The same text as an input method in full width writes it, in capitals. */
function wide(text: string): string {
  return text
    .toUpperCase()
    .replace(/[A-Z0-9]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    .normalize('NFD');
}
