import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pinyinTokens } from '#shared/search/pinyinTokens.ts';
import { parseQuery } from '#shared/search/query.ts';
import { indexText } from '#shared/search/tokenise.ts';

export type SearchTable = {
  fill: (rows: Iterable<{ title: string; body?: string; isName?: boolean }>) => void;
  /** Row numbers in filling order, from 0. */
  find: (text: string) => number[];
  match: (expression: string) => number[];
  close: () => void;
};

/** An index as every tier keeps it, alone in a file of a temporary folder. */
export function openSearchTable(): SearchTable {
  const folder = mkdtempSync(join(tmpdir(), 'mengbu-search-'));
  const database = new Database(join(folder, 'search.db'));
  database.exec(`create virtual table search using fts5 (title, body, py, content='', contentless_delete=1,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3')`);
  const insert = database.prepare('insert into search (rowid, title, body, py) values (?, ?, ?, ?)');
  const select = database.prepare('select rowid from search where search match ? order by rowid').pluck();
  let count = 0;
  const match = (expression: string): number[] => select.all(expression).map(Number);
  return {
    fill: (rows) => {
      database.transaction(() => {
        for (const { title, body = '', isName = false } of rows) {
          insert.run(count, indexText(title), indexText(body), pinyinTokens(title, isName));
          count += 1;
        }
      })();
    },
    find: (text) => {
      const query = parseQuery(text);
      return query === null ? [] : match(query.match);
    },
    match,
    close: () => {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
