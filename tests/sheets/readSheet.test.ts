import { describe, expect, test } from 'vitest';
import { readSheet } from '#electron/sheets/readSheet.ts';
import { writeSheet } from '#electron/sheets/writeSheet.ts';
import { zipOf } from '../files/zipFixture.ts';

const BOOK = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';

function ruleOf(bytes: Uint8Array): Promise<unknown> {
  return readSheet(bytes).then(
    () => 'read',
    (error: { rule?: string }) => error.rule ?? error,
  );
}

describe('text tables', () => {
  const text = '编号,单位\r\n001,"甲, 乙"\r\n002,"说""好""\n两行"\r\n';
  const rows = [
    ['编号', '单位'],
    ['001', '甲, 乙'],
    ['002', '说"好"\n两行'],
  ];
  // 编号,单位 in GB18030, as Excel writes it in China.
  const gbk = Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0d, 0x0a]);
  const utf16le = Buffer.from(text, 'utf16le');
  const CASES: [string, Uint8Array, unknown, string][] = [
    ['UTF-8', Buffer.from(text), rows, 'UTF-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), rows, 'UTF-8'],
    ['UTF-16 with a byte order mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le]), rows, 'UTF-16LE'],
    ['UTF-16 without', utf16le, rows, 'UTF-16LE'],
    [
      'UTF-16 the other way round',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16le).swap16()]),
      rows,
      'UTF-16BE',
    ],
    ['GB18030', gbk, [['编号', '单位']], 'GB18030'],
    [
      'tabs',
      Buffer.from('编号\t单位\n1\t甲'),
      [
        ['编号', '单位'],
        ['1', '甲'],
      ],
      'UTF-8',
    ],
    [
      'semicolons',
      Buffer.from('编号;单位\n1;甲'),
      [
        ['编号', '单位'],
        ['1', '甲'],
      ],
      'UTF-8',
    ],
  ];
  test.each(CASES)('%s', async (_, bytes, expected, encoding) => {
    expect(await readSheet(bytes)).toEqual({ tables: [{ name: '', rows: expected }], encoding });
  });

  test('a chosen encoding is taken instead of the guess', async () => {
    expect((await readSheet(gbk, 'GB18030')).tables[0]?.rows).toEqual([['编号', '单位']]);
  });

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'SHEET_EMPTY'],
    ['a quote that never ends', Buffer.from('a,b\n1,"x'), 'SHEET_QUOTES_OPEN'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
      'SHEET_NOT_A_TABLE',
    ],
    ['bytes of no encoding', Buffer.from([0xff, 0x30, 0xff, 0x30]), 'SHEET_ENCODING_UNKNOWN'],
    ['too many columns', Buffer.from(Array(300).fill('a').join(',')), 'SHEET_TOO_MANY_COLUMNS'],
    ['too many rows', Buffer.from('a\n'.repeat(50_001)), 'SHEET_TOO_MANY_ROWS'],
    ['too long a cell', Buffer.from('a'.repeat(40_000)), 'SHEET_CELL_TOO_LONG'],
    ['too large a file', new Uint8Array(21 * 1024 * 1024), 'SHEET_TOO_LARGE'],
  ])('refuses %s', async (_, bytes, rule) => {
    expect(await ruleOf(bytes)).toBe(rule);
  });
});

describe('workbooks', () => {
  const sheet = (cells: string) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;

  test.each<[string, Uint8Array, string]>([
    ['another kind of zip', zipOf({ 'word/document.xml': '<a/>' }), 'SHEET_NOT_A_TABLE'],
    ['entities', zipOf({ 'xl/workbook.xml': `<!DOCTYPE a [<!ENTITY b "b">]>${BOOK}` }), 'SHEET_HAS_ENTITIES'],
    [
      'a cell in row 1,000,000',
      zipOf({ 'xl/workbook.xml': BOOK, 'xl/worksheets/sheet1.xml': sheet('<c r="A1000000"/>') }),
      'SHEET_TOO_MANY_ROWS',
    ],
    [
      'a cell in the last column',
      zipOf({ 'xl/workbook.xml': BOOK, 'xl/worksheets/sheet1.xml': sheet('<c s="1" r="XFD1"/>') }),
      'SHEET_TOO_MANY_COLUMNS',
    ],
    ['a zip cut short', zipOf({ 'xl/workbook.xml': BOOK }).subarray(0, 60), 'SHEET_DAMAGED'],
  ])('refuses %s', async (_, bytes, rule) => {
    expect(await ruleOf(bytes)).toBe(rule);
  });

  test.each([
    ['1900', '', '2026-11-20'],
    ['1904', ' date1904="1"', '2030-11-21'],
  ])('days of the %s calendar', async (_, attribute, day) => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relation = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
    const bytes = zipOf({
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${attribute}/><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}</Relationships>`,
      'xl/styles.xml': `<styleSheet xmlns="${main}"><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
      'xl/worksheets/sheet1.xml': sheet('<c r="A1" s="1"><v>46346</v></c><c r="B1"><v>46346</v></c>'),
    });
    expect((await readSheet(bytes)).tables[0]?.rows).toEqual([[day, '46346']]);
  });

  test('a part that unpacks to more than it says is damaged, whatever its size', async () => {
    const bytes = Buffer.from(zipOf({ 'xl/workbook.xml': 'x'.repeat(5_000_000) }));
    const size = bytes.indexOf('PK\u0001\u0002') + 24;
    bytes.writeUInt32LE(10, size);
    expect(await ruleOf(bytes)).toBe('SHEET_DAMAGED');
  });

  test('a part that says it unpacks to gigabytes is not unpacked', async () => {
    const bytes = Buffer.from(zipOf({ 'xl/workbook.xml': BOOK }));
    bytes.writeUInt32LE(0xf0000000, bytes.indexOf('PK\u0001\u0002') + 24);
    expect(await ruleOf(bytes)).toBe('SHEET_TOO_LARGE');
  });

  test('one changed byte is noticed', async () => {
    const bytes = Buffer.from(
      await writeSheet({
        name: 'a',
        heading: '',
        mark: '',
        columns: [{ title: '编号', width: 9, type: 'TEXT' }],
        rows: [['001']],
      }),
    );
    const at = bytes.indexOf('PK\u0003\u0004') + 60;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    expect(await ruleOf(bytes)).toBe('SHEET_DAMAGED');
  });
});
