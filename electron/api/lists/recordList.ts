import { call } from '@orpc/server';
import type { RecordRow } from '#shared/records/contract.ts';
import type { ListChoice } from '#shared/sheets/contract.ts';
import { records } from '../records.ts';
import { dateColumn, type ListMaker, numberColumn, textColumn } from './list.ts';
import { MOST_ROWS, tooManyRows } from './mostRows.ts';

const PAGE = 500;

/** The archive as it is filtered and ordered on the screen. */
export const recordList: ListMaker<Extract<ListChoice, { list: 'RECORDS' }>> = async (context, choice, t) => {
  const { query, order, direction } = choice;
  const words = t.records;
  const rows: RecordRow[] = [];
  let after: string | null = null;
  do {
    const page: { rows: RecordRow[]; after: string | null } = await call(
      records.page,
      { query, order, direction, after, limit: PAGE },
      { context },
    );
    rows.push(...page.rows);
    after = page.after;
    if (rows.length > MOST_ROWS) throw tooManyRows();
  } while (after !== null);
  const named = (names: Readonly<Record<string, string>>, code: string) => names[code] ?? code;
  return {
    title: words.title,
    columns: [
      textColumn(words.fields.refCode, 26),
      textColumn(words.fields.title, 48),
      dateColumn(words.fields.docDate),
      textColumn(words.fields.responsible, 22),
      textColumn(words.fields.category, 10),
      textColumn(words.fields.retention, 10),
      numberColumn(words.fields.year),
      textColumn(words.fields.stage, 10),
      numberColumn(words.fields.fileCount),
    ],
    rows: rows.map((row) => ({
      level: row.level,
      term: row.term,
      mark: row.mark,
      cells: [
        row.refCode,
        row.title,
        row.docDate,
        row.responsible,
        named(words.categories, row.category),
        named(words.retentions, row.retention),
        row.year,
        words.stages[row.stage],
        row.fileCount,
      ],
    })),
  };
};
