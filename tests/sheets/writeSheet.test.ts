import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSheet } from '#electron/sheets/readSheet.ts';
import type { WrittenSheet } from '#electron/sheets/sheet.ts';
import { workbookParts } from '#electron/sheets/workbookParts.ts';
import { writeSheet } from '#electron/sheets/writeSheet.ts';

const columns: WrittenSheet['columns'] = [
  { title: '姓名', width: 12, type: 'TEXT' },
  { title: '件数', width: 8, type: 'NUMBER' },
  { title: '日期', width: 12, type: 'DATE' },
];

function sheetOf(rows: WrittenSheet['rows'], more: Partial<WrittenSheet> = {}): WrittenSheet {
  return { name: '人员', heading: '', mark: '', columns, rows, ...more };
}

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  return Buffer.from((await workbookParts(bytes)).get(name) ?? []).toString();
}

describe('a written sheet', () => {
  test('reads back as it was: texts, numbers, dates, lines', async () => {
    const rows = [
      ['王小明', 12, '2026-11-20'],
      ['0012', 0, '2026'],
      ['第一行\n第二行', null, '1899-01-01'],
      ['_x0041_ 不是 A', 3.5, '2026-02-28'],
    ];
    const { tables } = await readSheet(await writeSheet(sheetOf(rows)));
    expect(tables).toEqual([
      {
        name: '人员',
        rows: [['姓名', '件数', '日期'], ...rows.map((row) => row.map((cell) => String(cell ?? '')))],
      },
    ]);
  });

  test('a text that every object has as a name comes back', async () => {
    const rows = Object.getOwnPropertyNames(Object.prototype).map((name) => [name, 1, '2026-01-01']);
    const { tables } = await readSheet(await writeSheet(sheetOf([...rows, ['甲', 1, '2026-01-01']])));
    expect(tables[0]?.rows.slice(1).map(([cell]) => cell)).toEqual([...rows.map(([name]) => name), '甲']);
  });

  test('any text comes back, and none is a formula', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      // The mark of a letter that was lost before (U+FFFD) goes with what XML cannot hold.
      .filter((word) => !/[\p{Cc}\p{Cs}\uFFFD-\uFFFF]/u.test(word));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('', '=', '+', '-', '@'), text), { minLength: 1, maxLength: 8 }),
        async (words) => {
          const rows = words.map(([first, rest]) => [first + rest, 1, '2026-01-01']);
          const bytes = await writeSheet(sheetOf(rows));
          expect(await partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
          const [table] = (await readSheet(bytes)).tables;
          expect(table?.rows.slice(1).map(([cell]) => cell)).toEqual(rows.map(([cell]) => cell));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('freezes and filters its header, and prints the mark on every page', async () => {
    const mark = '测试联合体普通商密▲5年 & 其他';
    const bytes = await writeSheet(sheetOf([['甲', 1, '2026-01-01']], { heading: '人员', mark }));
    const xml = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<pane [^>]*ySplit="2"[^>]*state="frozen"/);
    expect(xml).toContain('<autoFilter ref="A2:C3"/>');
    expect(xml).toContain('&amp;L测试联合体普通商密▲5年 &amp;&amp; 其他');
    expect(xml.indexOf('<sheetData')).toBeLessThan(xml.indexOf('<autoFilter'));
  });

  test('offers choices in a drop-down over the rows to be filled in', async () => {
    const withChoices = [{ title: '角色', width: 10, type: 'TEXT' as const, choices: ['企业', '高校'] }];
    const bytes = await writeSheet({ ...sheetOf([]), columns: withChoices, blankRows: 100 });
    const xml = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('sqref="A2:A101"><formula1>&quot;企业,高校&quot;</formula1>');
    expect((await readSheet(bytes)).tables[0]?.rows).toEqual([['角色']]);
  });
});

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));

test.skipIf(office === undefined)(
  'LibreOffice opens it and says the same (skipped: it is not installed)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mengbu-sheet-'));
    try {
      const rows = [
        ['=1+1', 12, '2026-11-20'],
        ["@SUM(1+9)*cmd|' /C calc'!A0", 7, '2026'],
        ['toString', 1, '2026'],
      ];
      const role = { title: '角色', width: 10, type: 'TEXT' as const, choices: ['企业', '高校'] };
      const sheet = sheetOf(rows, { heading: '人员', mark: '甲普通商密▲5年', columns: [...columns, role] });
      writeFileSync(join(folder, 'people.xlsx'), await writeSheet(sheet));
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1';
      execFileSync(
        office ?? '',
        [
          '--headless',
          `-env:UserInstallation=file://${folder}/profile`,
          '--convert-to',
          filter,
          '--outdir',
          folder,
          join(folder, 'people.xlsx'),
        ],
        { stdio: 'pipe' },
      );
      const { tables } = await readSheet(readFileSync(join(folder, 'people.csv')));
      expect(tables[0]?.rows.map((row) => row.slice(0, 3))).toEqual([
        ['人员', '', ''],
        ['姓名', '件数', '日期'],
        ['=1+1', '12', '2026-11-20'],
        ["@SUM(1+9)*cmd|' /C calc'!A0", '7', '2026'],
        ['toString', '1', '2026'],
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
