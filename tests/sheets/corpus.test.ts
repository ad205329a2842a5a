import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSheet } from '#electron/sheets/readSheet.ts';
import { writeSheet } from '#electron/sheets/writeSheet.ts';

const corpus = process.env.MENGBU_CORPUS ?? '';
const tables = join(corpus, 'hostile-tables');
const present = corpus !== '' && existsSync(tables);

const read = (path: string) => readSheet(readFileSync(join(tables, path)));
const ruleOf = (path: string) =>
  read(path).then(
    () => 'read',
    (error: { rule?: string }) => error.rule,
  );

describe.skipIf(!present)(
  'tables of the corpus (skipped: MENGBU_CORPUS names no folder with hostile-tables)',
  () => {
    test.each(['comma_in_quotes', 'quotes_and_newlines', 'simple', 'utf8'])(
      'csv-spectrum: %s',
      async (name) => {
        const expected = JSON.parse(
          readFileSync(join(tables, `csv-spectrum/${name}.json`), 'utf8'),
        ) as Record<string, string>[];
        const [head = [], ...rows] = (await read(`csv-spectrum/${name}.csv`)).tables[0]?.rows ?? [];
        expect(
          rows.map((row) => Object.fromEntries(head.map((title, index) => [title, row[index] ?? '']))),
        ).toEqual(expected);
      },
    );

    test('40 members read the same in every encoding', async () => {
      const plain = await read('members/members-utf8.csv');
      expect(plain.tables[0]?.rows).toHaveLength(41);
      expect(plain.tables[0]?.rows[0]?.[0]).toBe('编号');
      expect((await read('members/members-utf8-bom.csv')).tables).toEqual(plain.tables);
      const gbk = await read('members/members-gbk.csv');
      expect(gbk.encoding).toBe('GB18030');
      expect(gbk.tables).toEqual(plain.tables);
    });

    test('formula-like text is text, and goes out as text', async () => {
      const payloads = readFileSync(join(tables, 'csv-payload.txt'), 'utf8')
        .split(/\r?\n/)
        .filter((line) => line !== '');
      const columns = [{ title: 'x', width: 20, type: 'TEXT' as const }];
      const rows = payloads.map((payload) => [payload]);
      const back = await readSheet(await writeSheet({ name: 'x', heading: '', mark: '', columns, rows }));
      expect(back.tables[0]?.rows.slice(1)).toEqual(rows);
    });

    test.each([
      ['poi/poc-xmlbomb.xlsx', 'SHEET_HAS_ENTITIES'],
      ['poi/protected_passtika.xlsx', 'SHEET_ENCRYPTED'],
      ['poi/xlsx-corrupted.xlsx', 'SHEET_DAMAGED'],
      ['poi/ExternalEntityInText.docx', 'SHEET_NOT_A_TABLE'],
      ['../office-chinese/chinese-provinces.xls', 'SHEET_OLD_FORMAT'],
    ])('%s: %s', async (path, rule) => {
      expect(await ruleOf(path)).toBe(rule);
    });

    test.each([
      'poi/InlineStrings.xlsx',
      'poi/MalformedSSTCount.xlsx',
      'sheetjs/Attendance.xlsx',
      'sheetjs/merge_cells.xlsx',
      '../office-chinese/stress020.xlsx',
    ])('%s is read', async (path) => {
      const { tables: read1 } = await read(path);
      expect(read1.some(({ rows }) => rows.length > 0)).toBe(true);
    });

    test('numbers stored as text stay text', async () => {
      const [table] = (await read('sheetjs/text_and_numbers.xlsx')).tables;
      expect(table?.rows.at(-1)).toEqual(['1337', '13.37', '1337']);
    });

    test('of merged cells the first has the value', async () => {
      const [table] = (await read('sheetjs/merge_cells.xlsx')).tables;
      expect(table?.rows[0]?.slice(0, 4)).toEqual(['A1:B2', '', 'C1:C2', 'Separate blocks']);
      expect(table?.rows[1]?.[0]).toBe('');
    });
  },
);
