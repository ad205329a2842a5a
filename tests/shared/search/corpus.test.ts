import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSearchTable, type SearchTable } from './searchTable.ts';

const CORPUS = process.env.MENGBU_CORPUS;

describe.skipIf(CORPUS === undefined)('titles corpus (skipped without MENGBU_CORPUS)', () => {
  let table: SearchTable;
  let records: { id: string; title: string; body: string }[];
  let queries: { text: string; titles: number; ids: string[]; records: number }[];

  beforeAll(() => {
    records = [...rows('csl-papers.tsv'), ...rows('csl-titles.tsv')].map(
      ([id = '', title = '', ...rest]) => ({
        id,
        title,
        body: rest.join('\n'),
      }),
    );
    queries = rows('search-queries.tsv').map(([text = '', titles, ids = '', inRecords]) => ({
      text,
      titles: Number(titles),
      ids: ids.split(' ').filter((id) => id.startsWith('CSL')),
      records: Number(inRecords),
    }));
    table = openSearchTable();
    table.fill(records);
  });
  afterAll(() => table.close());

  test('all 200 queries find every title and every record that holds them', () => {
    expect(queries).toHaveLength(200);
    for (const { text, titles, ids, records: inRecords } of queries) {
      const found = table.find(text).map((index) => records[index]);
      const foundIds = new Set(found.map((record) => record?.id));
      expect(
        ids.filter((id) => !foundIds.has(id)),
        text,
      ).toEqual([]);
      expect(found.filter((record) => record?.title.includes(text)).length, text).toBe(titles);
      expect(found.filter((record) => holds(record, text)).length, text).toBe(inRecords);
    }
  });

  test('what is found holds the words, but for the signs between them', () => {
    for (const { text } of queries) {
      for (const index of table.find(text)) {
        const { title = '', body = '' } = records[index] ?? {};
        expect(withoutSigns(`${title}\n${body}`), text).toContain(withoutSigns(text));
      }
    }
  });

  test('all 200 together are answered in well under a second each', () => {
    const begun = performance.now();
    for (const { text } of queries) table.find(text);
    expect((performance.now() - begun) / queries.length).toBeLessThan(50);
  });

  function rows(name: string): string[][] {
    const text = readFileSync(join(CORPUS ?? '', 'titles-chinese', name), 'utf8');
    return text
      .split(/\r?\n/)
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => line.split('\t'));
  }

  function holds(record: { title: string; body: string } | undefined, text: string): boolean {
    return record !== undefined && (record.title.includes(text) || record.body.includes(text));
  }

  function withoutSigns(text: string): string {
    return text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  }
});
