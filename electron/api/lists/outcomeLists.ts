import { call } from '@orpc/server';
import { listItems } from '#db/items/nounList.ts';
import { standingResult } from '#shared/outcomes/panel.ts';
import type { ListChoice } from '#shared/sheets/contract.ts';
import { showPanel } from '../maturityShown.ts';
import { outcomes } from '../outcomes.ts';
import { dateColumn, type ListMaker, numberColumn, rowOf, textColumn } from './list.ts';

export const outcomeList: ListMaker<Extract<ListChoice, { list: 'OUTCOMES' }>> = async (
  context,
  { text, status },
  t,
) => {
  const words = t.outcomes;
  const rows = await call(outcomes.list, { text, status }, { context });
  return {
    title: words.title,
    columns: [
      textColumn(words.fields.name, 40),
      textColumn(words.fields.technicalField, 20),
      textColumn(words.fields.form, 12),
      textColumn(words.fields.status, 14),
      textColumn(words.fields.registrationNo, 18),
      dateColumn(words.fields.completedOn),
      textColumn(words.fields.achievementLevel, 14),
      numberColumn(words.fields.trl),
      numberColumn(words.fields.maturity),
      textColumn(t.maturity.fields.result, 10),
      dateColumn(t.maturity.fields.convenedOn),
      textColumn(words.fields.project, 30),
    ],
    rows: rows.map((row) =>
      rowOf(row, [
        row.title,
        row.fields.technicalField,
        words.forms[row.fields.form],
        words.statuses[row.status],
        row.fields.registrationNo,
        row.fields.completedOn,
        row.fields.achievementLevel === null ? '' : words.achievementLevels[row.fields.achievementLevel],
        row.fields.trl,
        row.maturity === null ? null : row.maturity.total / 100,
        row.maturity === null ? '' : t.maturity.result.verdicts[row.maturity.verdict],
        row.maturity?.computedOn ?? null,
        row.project?.title ?? '',
      ]),
    ),
  };
};

/** 成熟度评价: every panel with the result that holds. */
export const maturityList: ListMaker<Extract<ListChoice, { list: 'MATURITY' }>> = async (
  { vault },
  { text },
  t,
) => {
  const words = t.maturity;
  const panels = listItems(vault.tiers, 'maturityPanel', text).map(({ item }) => showPanel(vault, item.id));
  return {
    title: words.title,
    columns: [
      textColumn(words.fields.outcome, 40),
      dateColumn(words.fields.convenedOn),
      textColumn(words.fields.chair, 14),
      numberColumn(words.experts),
      numberColumn(t.outcomes.fields.maturity),
      textColumn(words.fields.result, 10),
    ],
    rows: panels.map((panel) => {
      const result = standingResult(panel);
      return rowOf(panel, [
        panel.outcome?.title ?? panel.title,
        panel.fields.convenedOn,
        panel.fields.chair,
        panel.experts.length,
        result === null ? null : result.total / 100,
        result === null ? '' : words.result.verdicts[result.verdict],
      ]);
    }),
  };
};
