import { readFile, stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { itemsNaming } from '#db/items/naming.ts';
import { insertItem, readItem, setLinks, setRemoved } from '#db/items/queries.ts';
import { entriesOfDeed } from '#db/journal/queries.ts';
import { insertUnit } from '#db/members/queries.ts';
import type { TierFile } from '#db/open.ts';
import { insertPerson } from '#db/people/queries.ts';
import { all, inOrder } from '#db/tiers.ts';
import { type WriteTx, write } from '#db/write.ts';
import type { Level } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { newId } from '#shared/ids.ts';
import type { TextEncoding } from '#shared/sheets/encoding.ts';
import type { TableKind } from '#shared/sheets/tableColumns.ts';
import { loadCatalogue } from '#shared/translations/catalogue.ts';
import { offerFile } from '../documents/offer.ts';
import { readSheet } from '../sheets/readSheet.ts';
import { SHEET_LIMITS } from '../sheets/sheetLimits.ts';
import { writeSheet, XLSX_TYPE } from '../sheets/writeSheet.ts';
import { columnsOf } from '../tables/columns.ts';
import { type Making, NoHeaderError, planTable, type TablePlan } from '../tables/plan.ts';
import { todayOf } from './calendarDay.ts';
import type { UnlockedContext } from './context.ts';
import { conflict, invalid } from './errors.ts';
import { openTierFor } from './items.ts';
import { unlocked } from './procedure.ts';

/** Rows ready to be filled in below the header of a template. */
const BLANK_ROWS = 500;
/** So many items are made in one write: the service answers others in between. */
const STEP = 50;

export const tables = {
  template: unlocked.tables.template.handler(async ({ context: { vault }, input }) => {
    const t = await loadCatalogue(input.language);
    const columns = columnsOf(input.kind, t);
    const title = input.kind === 'UNITS' ? t.members.title : t.people.title;
    const bytes = await writeSheet(
      {
        name: title,
        heading: '',
        mark: '',
        columns: columns.map(({ title: name, required, choices }) => ({
          title: required ? `${name}*` : name,
          width: required ? 30 : 18,
          type: 'TEXT',
          ...(choices ? { choices: choices.map(({ names, code }) => names[0] ?? code) } : {}),
        })),
        rows: [],
        blankRows: BLANK_ROWS,
      },
      {
        name: t.tables.explained,
        heading: '',
        mark: '',
        columns: [{ title: t.tables.explained, width: 90, type: 'TEXT' }],
        rows: t.tables.explanation.map((line) => [line]),
      },
    );
    return offerFile(vault, `${t.tables.templateName(title)}.xlsx`, XLSX_TYPE, bytes);
  }),

  preview: unlocked.tables.preview.handler(async ({ context, input }) => {
    openTierFor(context.vault, input.level);
    const { plan, encoding } = await planned(context, input);
    const count = (status: string) => plan.rows.filter((row) => row.status === status).length;
    return {
      rows: plan.rows.map(({ make: _, ...row }) => row),
      counts: { NEW: count('NEW'), EXISTS: count('EXISTS'), TWICE: count('TWICE'), BAD: count('BAD') },
      unknownColumns: plan.unknownColumns,
      encoding,
      digest: plan.digest,
    };
  }),

  import: unlocked.tables.import.handler(async ({ context, input }) => {
    const tier = openTierFor(context.vault, input.level);
    const { plan } = await planned(context, input);
    if (plan.digest !== input.digest) throw conflict({ rule: 'TABLE_CHANGED' });
    const made = plan.rows.flatMap(({ make }) => make ?? []);
    const undo: string[] = [];
    for (let at = 0; at < made.length; at += STEP) {
      const step = made.slice(at, at + STEP);
      const verb = input.kind === 'UNITS' ? 'unit.import' : 'person.import';
      const { deed } = write(tier, context.vault.writer, { verb }, (tx) => {
        for (const each of step) makeItem(tx, each, input.level);
      });
      if (deed) undo.push(deed);
      await setImmediate();
    }
    return { created: made.length, undo };
  }),

  undoImport: unlocked.tables.undoImport.handler(({ context: { vault }, input }) => {
    let removed = 0;
    let kept = 0;
    for (const deed of input.undo) {
      const tier = inOrder(vault.tiers).find((each) => entriesOfDeed(each, deed).length > 0);
      if (!tier) throw conflict({ rule: 'UNDO_UNKNOWN' });
      const made = entriesOfDeed(tier, deed).filter(({ verb }) => /^(unit|person)\.import$/.test(verb));
      if (made.length === 0) throw conflict({ rule: 'UNDO_NOT_AN_EDIT' });
      const untouched = made.flatMap(({ itemId }) =>
        itemId && isUntouched(vault.tiers, tier, itemId) ? itemId : [],
      );
      const verb = made[0]?.verb.startsWith('unit') ? 'unit.undoImport' : 'person.undoImport';
      write(tier, vault.writer, { verb }, (tx) => {
        for (const id of untouched) setRemoved(tx, id, true);
      });
      removed += untouched.length;
      kept += made.length - untouched.length;
    }
    return { removed, kept };
  }),
};

type Source = { kind: TableKind; place: string; level: Level; encoding: TextEncoding | null };

async function planned(
  { app, vault }: UnlockedContext,
  { kind, place, level, encoding }: Source,
): Promise<{ plan: TablePlan; encoding: TextEncoding | null }> {
  const path = app.places.resolve(place);
  if (!path) throw invalid({ rule: 'PLACE_UNKNOWN', field: 'place' });
  if ((await stat(path)).size > SHEET_LIMITS.fileBytes)
    throw invalid({
      rule: 'SHEET_TOO_LARGE',
      field: 'file',
      params: { max: SHEET_LIMITS.fileBytes / 1024 / 1024 },
    });
  const read = await readSheet(await readFile(path), encoding ?? undefined);
  const columns = columnsOf(kind, await loadCatalogue('zh-CN'));
  try {
    return {
      plan: planTable(vault, read.tables, { kind, level, columns, today: todayOf({ app }) }),
      encoding: read.encoding,
    };
  } catch (error) {
    if (!(error instanceof NoHeaderError)) throw error;
    throw invalid({ rule: 'TABLE_NO_HEADER', field: 'file', params: { columns: error.missing.join('、') } });
  }
}

function makeItem(tx: WriteTx, make: Making, level: Level): void {
  const id = newId();
  insertItem(tx, {
    id,
    kind: make.kind,
    title: make.fields.name,
    level,
    term: defaultTerm(level),
    levelFrom: null,
    basis: '',
    personalInfo: make.kind === 'person',
  });
  if (make.kind === 'unit') insertUnit(tx, id, make.fields);
  else {
    insertPerson(tx, id, make.fields);
    setLinks(tx, id, 'UNIT', make.unitId ? [{ id: make.unitId, kind: 'unit' }] : []);
  }
}

/** As it was made, and nothing names it: neither a link nor a row, such as a share in an outcome. */
function isUntouched(tiers: UnlockedContext['vault']['tiers'], tier: TierFile, id: string): boolean {
  const item = readItem(tier, id);
  return (
    item?.state === 'ACTIVE' && item.version === 1 && all(tiers, (each) => itemsNaming(each, id)).length === 0
  );
}
