import { and, eq, inArray } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { EntryState } from '#shared/records/importsContract.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import type { WriteTx } from '../write.ts';
import { type ImportEntryRow, type ImportRow, importEntry, importJob, importPlace } from './importsSchema.ts';
import { file } from './schema.ts';
import { insertFile, type NewFile } from './writes.ts';

// The rows of an import are bookkeeping of the program: plain transactions, not journalled. What an import makes
// goes through db/write.ts, and its entries are settled in the same transaction.

/** A path on this machine, as the system's bytes, with its name as shown. */
export type Place = { path: string; source: Buffer; kind: 'file' | 'folder' };

export function insertImport(tier: TierFile, row: ImportRow, places: readonly Place[]): void {
  tier.sqlite
    .transaction(() => {
      tier.orm.insert(importJob).values(row).run();
      places.forEach(({ source, kind }, position) => {
        tier.orm.insert(importPlace).values({ importId: row.id, position, source, kind }).run();
      });
      queueFolders(tier, row.id, places.filter(({ kind }) => kind === 'folder').toReversed());
    })
    .immediate();
}

export type ImportChange = Partial<
  Pick<ImportRow, 'state' | 'title' | 'problems' | 'endedAt' | 'recordId' | 'recordVersion'>
>;

export function changeImport(tier: TierFile, importId: Id, change: ImportChange): void {
  tier.orm.update(importJob).set(change).where(eq(importJob.id, importId)).run();
}

export type FoundEntry = Pick<
  ImportEntryRow,
  'id' | 'position' | 'path' | 'source' | 'size' | 'modifiedAt' | 'state' | 'problems' | 'quotable'
>;

/**
 * Adds what was found; what is there already stays as it is. `listed` is the folder that ends with these: it is
 * taken from the queue in the same transaction, so that a crash lists it again or not at all. Answers what was added.
 */
export function addEntries(
  tier: TierFile,
  importId: Id,
  entries: readonly FoundEntry[],
  more: { folders?: readonly Omit<Place, 'kind'>[]; listed?: number } = {},
): FoundEntry[] {
  return tier.sqlite
    .transaction(() => {
      const added = entries.filter((entry) => insertEntry(tier, importId, entry));
      queueFolders(tier, importId, more.folders ?? []);
      if (more.listed !== undefined)
        prepared(tier, 'delete from import_folder where no = ?').run(more.listed);
      return added;
    })
    .immediate();
}

/** A failed entry that turns out to be a folder is listed instead. */
export function turnIntoFolder(tier: TierFile, entry: ImportEntryRow): void {
  tier.sqlite
    .transaction(() => {
      prepared(tier, 'delete from import_entry where id = ?').run(entry.id);
      if (entry.source) queueFolders(tier, entry.importId, [{ path: entry.path, source: entry.source }]);
    })
    .immediate();
}

export type EntryChange = Partial<
  Pick<
    ImportEntryRow,
    'state' | 'problems' | 'sha256' | 'recordId' | 'fileId' | 'quotable' | 'declared' | 'size' | 'modifiedAt'
  >
>;

/** Alone or inside a write: then it stands or falls with it. Prepared: it is done once for every file. */
export function changeEntry(tier: TierFile, entryId: Id, change: EntryChange): void {
  const fields = Object.keys(change) as (keyof EntryChange)[];
  const columns = fields.map((field) => `${importEntry[field].name} = ?`);
  const values = fields.map((field) => importEntry[field].mapToDriverValue(change[field] ?? null));
  prepared(tier, `update import_entry set ${columns.join(', ')} where id = ?`).run(...values, entryId);
}

/** Lets entries of one state wait again, without what was said about them. */
export function letWait(tier: TierFile, importId: Id, from: EntryState): number {
  return tier.orm
    .update(importEntry)
    .set({ state: 'WAITING', problems: [], quotable: false })
    .where(and(eq(importEntry.importId, importId), inArray(importEntry.state, [from])))
    .run().changes;
}

/** Many files of one record, with one renewal of what the record counts. */
export function insertFiles(tx: WriteTx, rows: readonly NewFile[]): void {
  const last = rows.at(-1);
  if (!last) return;
  if (rows.length > 1) tx.tier.orm.insert(file).values(rows.slice(0, -1)).run();
  insertFile(tx, last);
}

function insertEntry(tier: TierFile, importId: Id, entry: FoundEntry): boolean {
  const done = prepared(
    tier,
    `insert into import_entry (id, import_id, position, path, source, size, modified_at, state, problems, quotable)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
  ).run(
    entry.id,
    importId,
    entry.position,
    entry.path,
    entry.source,
    entry.size,
    entry.modifiedAt,
    entry.state,
    JSON.stringify(entry.problems),
    entry.quotable ? 1 : 0,
  );
  return done.changes > 0;
}

/** The last of them is listed first. */
function queueFolders(tier: TierFile, importId: Id, folders: readonly Omit<Place, 'kind'>[]): void {
  const insert = prepared(
    tier,
    'insert into import_folder (import_id, path, source) values (?, ?, ?) on conflict do nothing',
  );
  for (const { path, source } of folders) insert.run(importId, path, source);
}
