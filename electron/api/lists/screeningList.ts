import { call } from '@orpc/server';
import type { ListChoice } from '#shared/sheets/contract.ts';
import { screening } from '../screening.ts';
import { dateColumn, type ListMaker, rowOf, textColumn } from './list.ts';

/** Every case with its stage, whether the page shows them as a board or as a list. */
export const screeningList: ListMaker<Extract<ListChoice, { list: 'SCREENING' }>> = async (
  context,
  { text },
  t,
) => {
  const words = t.screening;
  const rows = await call(screening.list, { text }, { context });
  return {
    title: words.title,
    columns: [
      textColumn(words.columns.unit, 40),
      textColumn(words.columns.stage, 14),
      dateColumn(words.columns.since),
      dateColumn(words.columns.due),
      textColumn(words.columns.preset, 12),
    ],
    rows: rows.map((row) =>
      rowOf(row, [row.title, words.stages[row.stage], row.since, row.dueOn, words.presetNames[row.preset]]),
    ),
  };
};
