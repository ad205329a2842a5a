import { call } from '@orpc/server';
import type { Level, Tier } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import type { JournalEntry } from '#shared/journal/contract.ts';
import type { ListChoice } from '#shared/sheets/contract.ts';
import { journal } from '../journal.ts';
import { instantCell, type ListMaker, numberColumn, textColumn } from './list.ts';
import { MOST_ROWS, tooManyRows } from './mostRows.ts';

/** An entry names an item of its tier, whose level may be the highest there. */
const LEVEL_OF: Record<Tier, Level> = {
  register: 'INTERNAL',
  secret: 'TRADE_SECRET',
  core: 'CORE_TRADE_SECRET',
};
const PAGE = 200;

export const journalList: ListMaker<Extract<ListChoice, { list: 'JOURNAL' }>> = async (context, _, t) => {
  const words = t.journal;
  const entries: JournalEntry[] = [];
  let after: string | null = null;
  do {
    const page: { entries: JournalEntry[]; after: string | null } = await call(
      journal.page,
      { after, limit: PAGE },
      { context },
    );
    entries.push(...page.entries);
    after = page.after;
    if (entries.length > MOST_ROWS) throw tooManyRows();
  } while (after !== null);
  return {
    title: words.title,
    columns: [
      textColumn(words.columns.at, 18),
      textColumn(words.columns.verb, 22),
      textColumn(words.columns.actor, 14),
      textColumn(words.columns.item, 40),
      textColumn(t.fields.reason, 24),
      textColumn(words.columns.tier, 14),
      numberColumn(words.columns.seq),
      textColumn(words.columns.hash, 68),
    ],
    rows: entries.map((entry) => ({
      level: LEVEL_OF[entry.tier],
      term: defaultTerm(LEVEL_OF[entry.tier]),
      mark: '',
      cells: [
        instantCell(entry.at),
        words.verbs[entry.verb] ?? entry.verb,
        entry.actor,
        entry.item?.title ?? '',
        entry.reason,
        t.levels.tiers[entry.tier],
        entry.seq,
        entry.tierHash,
      ],
    })),
  };
};
