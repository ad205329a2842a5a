import { and, asc, desc, eq, gt, inArray, type SQL } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { EntryState } from '#shared/records/importsContract.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import {
  type ImportEntryRow,
  type ImportFolderRow,
  type ImportPlaceRow,
  type ImportRow,
  importEntry,
  importFolder,
  importJob,
  importPlace,
} from './importsSchema.ts';
import type { BlobRow } from './schema.ts';

export function readImport(tier: TierFile, id: Id): ImportRow | null {
  return tier.orm.select().from(importJob).where(eq(importJob.id, id)).get() ?? null;
}

/** One user's imports, newest first. */
export function readImports(tier: TierFile, actorId: Id, limit: number): ImportRow[] {
  return tier.orm
    .select()
    .from(importJob)
    .where(eq(importJob.actorId, actorId))
    .orderBy(desc(importJob.startedAt), desc(importJob.id))
    .limit(limit)
    .all();
}

/** Imports of one user that a lock, a crash or a full disk left in the middle, oldest first. */
export function unfinishedImports(tier: TierFile, actorId: Id): ImportRow[] {
  return tier.orm
    .select()
    .from(importJob)
    .where(and(eq(importJob.actorId, actorId), inArray(importJob.state, ['LISTING', 'RUNNING', 'PAUSED'])))
    .orderBy(asc(importJob.startedAt), asc(importJob.id))
    .all();
}

export function readPlaces(tier: TierFile, importId: Id): ImportPlaceRow[] {
  return tier.orm
    .select()
    .from(importPlace)
    .where(eq(importPlace.importId, importId))
    .orderBy(asc(importPlace.position))
    .all();
}

/** The folder to list next: the last one in, so that a folder is listed to the bottom before the one beside it. */
export function nextFolder(tier: TierFile, importId: Id): ImportFolderRow | null {
  const rows = tier.orm
    .select()
    .from(importFolder)
    .where(eq(importFolder.importId, importId))
    .orderBy(desc(importFolder.no))
    .limit(1);
  return rows.get() ?? null;
}

export type EntryCount = { state: EntryState; count: number; bytes: number };

export function countEntries(tier: TierFile, importId: Id): EntryCount[] {
  return prepared(
    tier,
    'select state, count(*) as count, sum(size) as bytes from import_entry where import_id = ? group by state',
  ).all(importId) as EntryCount[];
}

export function lastPosition(tier: TierFile, importId: Id): number {
  const sql = 'select coalesce(max(position), -1) from import_entry where import_id = ?';
  return Number(prepared(tier, sql).pluck().get(importId));
}

/** Entries in the order in which they were found; no states: all of them. */
export function pageOfEntries(
  tier: TierFile,
  importId: Id,
  { states, after, limit }: { states: readonly EntryState[]; after: number; limit: number },
): ImportEntryRow[] {
  const wanted: SQL[] = [eq(importEntry.importId, importId), gt(importEntry.position, after)];
  if (states.length > 0) wanted.push(inArray(importEntry.state, [...states]));
  return tier.orm
    .select()
    .from(importEntry)
    .where(and(...wanted))
    .orderBy(asc(importEntry.position))
    .limit(limit)
    .all();
}

export function readEntry(tier: TierFile, entryId: Id): ImportEntryRow | null {
  return tier.orm.select().from(importEntry).where(eq(importEntry.id, entryId)).get() ?? null;
}

export type AnnouncedRow = { id: Id; state: EntryState; modifiedAt: number };

/** Entries of an import under this path with this size, as the screens announced them before. */
export function entriesAnnounced(tier: TierFile, importId: Id, path: string, size: number): AnnouncedRow[] {
  return prepared(
    tier,
    `select id, state, modified_at as modifiedAt from import_entry where import_id = ? and path = ? and size = ? order by position`,
  ).all(importId, path, size) as AnnouncedRow[];
}

/** Stored content of exactly this size: only one of these can be the same as a file of this size. */
export function blobsOfSize(tier: TierFile, size: number): BlobRow[] {
  return prepared(
    tier,
    'select no, sha256, size, first_segment as firstSegment from blob where size = ?',
  ).all(size) as BlobRow[];
}

/** Whether anything but the imports themselves ever changed an item. */
export function wasChangedByOthers(tier: TierFile, itemId: Id): boolean {
  const sql = `select 1 from journal where item_id = ? and verb <> 'record.import' limit 1`;
  return prepared(tier, sql).get(itemId) !== undefined;
}

export type FiledEntry = { id: Id; position: number; recordId: Id; fileId: Id; name: string };

/** Entries that became files, in their order, some at a time. */
export function filedEntries(tier: TierFile, importId: Id, after: number, limit: number): FiledEntry[] {
  return prepared(
    tier,
    `select e.id, e.position, e.record_id as recordId, e.file_id as fileId, e.path as name from import_entry e
     where e.import_id = ? and e.state = 'DONE' and e.position > ? order by e.position limit ?`,
  ).all(importId, after, limit) as FiledEntry[];
}
