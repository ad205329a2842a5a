import { call } from '@orpc/server';
import { formatMark } from '#shared/confidentiality/marks.ts';
import type { ListChoice } from '#shared/sheets/contract.ts';
import { agreements } from '../agreements.ts';
import { bundles } from '../bundles.ts';
import { contacts } from '../contacts.ts';
import { dateColumn, instantCell, type ListMaker, numberColumn, rowOf, textColumn } from './list.ts';

type Named = Extract<ListChoice, { text: string }>;
type Whole = Extract<ListChoice, { list: 'SENT' }>;

export const agreementList: ListMaker<Named> = async (context, { text }, t) => {
  const words = t.bundles.agreements;
  const rows = await call(agreements.list, { text }, { context });
  return {
    title: words.title,
    columns: [
      textColumn(words.fields.title, 36),
      textColumn(words.fields.unitName, 30),
      textColumn(words.fields.type, 14),
      textColumn(words.fields.state, 10),
      dateColumn(t.fields.signedOn),
      dateColumn(t.fields.validFrom),
      dateColumn(t.fields.validTo),
      textColumn(t.fields.confidentiality, 10),
      textColumn(t.fields.note, 30),
    ],
    rows: rows.map((agreement) =>
      rowOf(agreement, [
        agreement.title,
        agreement.fields.unitName,
        words.types[agreement.fields.type],
        words.states[agreement.state],
        agreement.fields.signedOn,
        agreement.fields.validFrom,
        agreement.fields.validTo,
        agreement.fields.confidentiality ? t.actions.yes : t.actions.no,
        agreement.fields.note,
      ]),
    ),
  };
};

export const contactList: ListMaker<Named> = async (context, { text }, t) => {
  const words = t.sheets.contacts;
  const rows = await call(contacts.list, { text }, { context });
  return {
    title: t.bundles.contacts.title,
    columns: [
      textColumn(words.unit, 36),
      textColumn(words.fingerprint, 68),
      textColumn(words.verified, 18),
      numberColumn(words.sent),
      numberColumn(words.received),
    ],
    rows: rows.map((contact) =>
      rowOf(contact, [
        contact.title,
        contact.card.fingerprint,
        contact.verifiedAt === null ? '' : instantCell(contact.verifiedAt),
        contact.sent,
        contact.received,
      ]),
    ),
  };
};

export const sentList: ListMaker<Whole> = async (context, _, t) => {
  const words = t.bundles.sent;
  const rows = await call(bundles.sent, { contactId: null }, { context });
  return {
    title: t.bundles.tabs.sent,
    columns: [
      textColumn(words.columns.at, 18),
      textColumn(words.columns.recipient, 24),
      textColumn(t.bundles.whom.unit, 30),
      textColumn(words.columns.copy, 18),
      textColumn(words.columns.purpose, 36),
      numberColumn(words.columns.items),
      dateColumn(words.expires),
      textColumn(words.actor, 14),
      textColumn(words.fileName, 36),
      textColumn(words.sha256, 68),
    ],
    rows: rows.map((bundle) => ({
      level: bundle.level,
      term: null,
      mark: bundle.mark,
      cells: [
        instantCell(bundle.at),
        bundle.recipient.name,
        bundle.recipient.unit,
        words.edition(bundle.series.sequence, bundle.copy),
        bundle.purpose,
        bundle.counts.items,
        bundle.expires,
        bundle.actor,
        bundle.fileName,
        bundle.sha256,
      ],
    })),
  };
};

export const receivedList: ListMaker<Whole> = async (context, _, t) => {
  const words = t.bundles.received;
  const rows = await call(bundles.received, undefined, { context });
  return {
    title: t.bundles.tabs.received,
    columns: [
      textColumn(words.columns.at, 18),
      textColumn(words.columns.unit, 30),
      textColumn(words.columns.edition, 12),
      textColumn(words.columns.purpose, 36),
      numberColumn(words.columns.items),
      textColumn(words.columns.state, 14),
    ],
    rows: rows.map((bundle) => ({
      level: bundle.level,
      term: null,
      // The ledger keeps the level of what came; whose it is says the sender's name.
      mark: formatMark({ owner: bundle.unit, level: bundle.level, term: null }) ?? '',
      cells: [
        instantCell(bundle.at),
        bundle.unit,
        words.edition(bundle.sequence),
        bundle.purpose,
        bundle.counts.items,
        bundle.importedAt === null ? words.opened : words.imported,
      ],
    })),
  };
};
