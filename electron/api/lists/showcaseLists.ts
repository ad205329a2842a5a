import { call } from '@orpc/server';
import type { ListChoice } from '#shared/sheets/contract.ts';
import { exhibitions } from '../exhibitions.ts';
import { panels } from '../panels.ts';
import { visits } from '../visits.ts';
import { dateColumn, type ListMaker, numberColumn, rowOf, textColumn } from './list.ts';

type Named = Extract<ListChoice, { text: string }>;

export const exhibitionList: ListMaker<Named> = async (context, { text }, t) => {
  const words = t.showcase.exhibitions;
  const rows = await call(exhibitions.list, { text }, { context });
  return {
    title: words.title,
    columns: [
      textColumn(words.fields.title, 36),
      textColumn(words.fields.theme, 36),
      textColumn(words.fields.area, 20),
      dateColumn(words.fields.startsOn),
      dateColumn(words.fields.endsOn),
      textColumn(words.fields.audience, 24),
      numberColumn(words.fields.panels),
      numberColumn(words.fields.published),
      textColumn(words.packs, 20),
    ],
    rows: rows.map((row) =>
      rowOf(row, [
        row.title,
        row.fields.theme,
        row.fields.area,
        row.fields.startsOn,
        row.fields.endsOn,
        row.unit?.title ?? t.showcase.terms.audiences[row.fields.audience],
        row.panelCount,
        row.publishedCount,
        row.packs[0]?.serial ?? '',
      ]),
    ),
  };
};

export const panelList: ListMaker<Named> = async (context, { text }, t) => {
  const words = t.showcase.panels;
  const { terms, states } = t.showcase;
  const rows = await call(panels.list, { text }, { context });
  return {
    title: words.title,
    columns: [
      textColumn(words.columns.title, 40),
      textColumn(words.columns.unit, 30),
      textColumn(words.fields.kind, 10),
      textColumn(words.columns.status, 14),
      textColumn(words.columns.state, 14),
      numberColumn(words.columns.gate),
      numberColumn(words.columns.edition),
      textColumn(words.fields.reviewNo, 18),
      dateColumn(words.fields.validTo),
    ],
    rows: rows.map((row) =>
      rowOf(row, [
        row.title,
        row.fields.zh.unitName,
        terms.kinds[row.fields.kind],
        row.fields.status === null ? '' : terms.statuses[row.fields.status],
        states[row.state],
        row.green,
        row.edition,
        row.reviewNo,
        row.validTo,
      ]),
    ),
  };
};

/** 来访登记. */
export const visitList: ListMaker<Named> = async (context, { text }, t) => {
  const words = t.showcase.visits;
  const rows = await call(visits.list, { text }, { context });
  return {
    title: words.title,
    columns: [
      dateColumn(words.fields.visitedOn),
      textColumn(words.fields.visitor, 30),
      numberColumn(words.fields.people),
      textColumn(words.fields.purpose, 30),
      textColumn(words.fields.host, 14),
      textColumn(words.fields.exhibition, 30),
      numberColumn(words.fields.shown),
      textColumn(words.fields.notice, 12),
    ],
    rows: rows.map((row) =>
      rowOf(row, [
        row.fields.visitedOn,
        row.title,
        row.fields.people,
        row.fields.purpose,
        row.fields.host,
        row.exhibition?.title ?? '',
        row.shown.length,
        row.fields.noticeSigned ? words.signed : words.notSigned,
      ]),
    ),
  };
};
