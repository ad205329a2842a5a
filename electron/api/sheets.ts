import { readSettings } from '#db/vault/queries.ts';
import { write } from '#db/write.ts';
import { canonicalJson } from '#shared/canonical.ts';
import { highestLevel, LEVELS, type Level } from '#shared/confidentiality/levels.ts';
import { formatMark } from '#shared/confidentiality/marks.ts';
import { defaultTerm, longestTerm } from '#shared/confidentiality/terms.ts';
import { loadCatalogue } from '#shared/translations/catalogue.ts';
import { offerFile } from '../documents/offer.ts';
import { writeSheet, XLSX_TYPE } from '../sheets/writeSheet.ts';
import type { OpenVault } from '../vault/session.ts';
import { todayOf } from './calendarDay.ts';
import { openTierFor } from './items.ts';
import { type List, textColumn } from './lists/list.ts';
import { makeList } from './lists/lists.ts';
import { unlocked } from './procedure.ts';

export const sheets = {
  look: unlocked.sheets.look.handler(async ({ context, input }) => {
    const list = await makeList(context, input.choice, await loadCatalogue(input.language));
    return {
      rows: list.rows.length,
      levels: LEVELS.map((level) => ({
        level,
        count: list.rows.filter((row) => row.level === level).length,
      })).filter(({ count }) => count > 0),
      mark: markOf(context.vault, list),
    };
  }),

  exportList: unlocked.sheets.exportList.handler(async ({ context, input }) => {
    const { app, vault } = context;
    const t = await loadCatalogue(input.language);
    const list = await makeList(context, input.choice, t);
    const mark = markOf(vault, list);
    const day = todayOf({ app });
    const heading = [
      mark,
      t.sheets.heading(readSettings(vault.register).shortName, list.title, day, list.rows.length),
    ];
    const bytes = await writeSheet({
      name: sheetName(list.title),
      heading: heading.filter((part) => part !== '').join('　'),
      mark,
      columns: [...list.columns, textColumn(t.levels.level, 12), textColumn(t.sheets.mark, 30)],
      rows: list.rows.map((row) => [...row.cells, t.levels.names[row.level], row.mark]),
    });
    // The entry lies where the most confidential row does: below, nobody learns how much there is above.
    const level = levelOf(list);
    const about = canonicalJson({ list: input.choice.list, rows: list.rows.length, level });
    write(openTierFor(vault, level), vault.writer, { verb: 'list.export', about }, () => undefined);
    return offerFile(vault, `${list.title}_${day.replaceAll('-', '')}.xlsx`, XLSX_TYPE, bytes);
  }),
};

function levelOf(list: List): Level {
  return highestLevel(list.rows.map(({ level }) => level));
}

/** A compilation bears the highest level and the longest term of what is in it. */
function markOf(vault: OpenVault, list: List): string {
  const level = levelOf(list);
  const { shortName: owner, markSeparator: separator } = readSettings(vault.register);
  const term = longestTerm(list.rows.map((row) => row.term)) ?? defaultTerm(level);
  return formatMark({ owner, level, term, separator }) ?? '';
}

/** A sheet's name has at most 31 characters, and none of these. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
