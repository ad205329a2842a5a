import { and, eq, isNull } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { FileRole } from '#shared/records/file.ts';
import type { RecordFields } from '#shared/records/recordFields.ts';
import { setLevelFrom, setTitle } from '../items/queries.ts';
import { prepared } from '../prepared.ts';
import type { WriteTx } from '../write.ts';
import { type FileRow, file, record } from './schema.ts';

/** Fields of a record beside its title; absent ones stay as they are. */
export type RecordChanges = Partial<RecordFields>;

/** The item's row must be there already. */
export function insertRecord(tx: WriteTx, id: Id, fields: Omit<RecordChanges, 'title'>): void {
  tx.tier.orm
    .insert(record)
    .values({ ...columnsOf(fields), id })
    .run();
  tx.touch(id);
}

export function changeRecord(tx: WriteTx, id: Id, changes: RecordChanges): void {
  const { title, ...fields } = changes;
  const columns = columnsOf(fields);
  if (Object.keys(columns).length > 0) tx.tier.orm.update(record).set(columns).where(eq(record.id, id)).run();
  if (title !== undefined) setTitle(tx, id, title);
  if (fields.docDate !== undefined) setLevelFrom(tx, id, fields.docDate);
  tx.touch(id);
}

export type NewFile = Omit<FileRow, 'removedAt'>;

export function insertFile(tx: WriteTx, row: NewFile): void {
  tx.tier.orm.insert(file).values(row).run();
  renewCounts(tx, row.itemId);
}

/** Gives the files of a record their order, roles and names. `files` must hold exactly those that are there. */
export function arrangeFiles(
  tx: WriteTx,
  recordId: Id,
  files: readonly { id: Id; role: FileRole; name: string }[],
): void {
  files.forEach(({ id, role, name }, position) => {
    tx.tier.orm
      .update(file)
      .set({ role, name, position, removedAt: null })
      .where(and(eq(file.id, id), eq(file.itemId, recordId)))
      .run();
  });
  renewCounts(tx, recordId);
}

/** Takes a file out of its record. The bytes stay until they are collected, so that an undo can bring it back. */
export function removeFile(tx: WriteTx, recordId: Id, fileId: Id): void {
  tx.tier.orm
    .update(file)
    .set({ removedAt: tx.at })
    .where(and(eq(file.id, fileId), eq(file.itemId, recordId), isNull(file.removedAt)))
    .run();
  renewCounts(tx, recordId);
}

export function setFilePictures(
  tx: WriteTx,
  fileId: Id,
  pictures: { thumbnail: number | null; preview: number | null },
): void {
  tx.tier.orm.update(file).set(pictures).where(eq(file.id, fileId)).run();
}

export function nextPosition(tx: WriteTx, recordId: Id): number {
  return Number(
    prepared(tx.tier, 'select coalesce(max(position), -1) + 1 from file where item_id = ?')
      .pluck()
      .get(recordId),
  );
}

/**
 * Gives the next number of a series and keeps it given, whatever becomes of the record: a 档号 is never used twice
 * (稳定性 and 唯一性).
 */
export function takeNumber(tx: WriteTx, seriesKey: string): number {
  return Number(
    prepared(
      tx.tier,
      `insert into series (key, next) values (?, 2) on conflict (key) do update set next = next + 1 returning next - 1`,
    )
      .pluck()
      .get(seriesKey),
  );
}

export function setArchived(
  tx: WriteTx,
  id: Id,
  code: { refCode: string; series: string; number: number },
): void {
  tx.tier.orm
    .update(record)
    .set({ ...code, stage: 'ARCHIVED', archivedAt: tx.at })
    .where(eq(record.id, id))
    .run();
  tx.touch(id);
}

/** Counts, bytes and the picture that stands for a record: the first file with a thumbnail, else the first file. */
export function renewCounts(tx: WriteTx, recordId: Id): void {
  prepared(
    tx.tier,
    `update record set
       file_count = (select count(*) from file where item_id = @recordId and removed_at is null),
       bytes = (select coalesce(sum(b.size), 0) from file f join blob b on b.no = f.blob where f.item_id = @recordId and f.removed_at is null),
       cover_file = (select id from file where item_id = @recordId and removed_at is null order by thumbnail is null, position, id limit 1)
     where id = @recordId`,
  ).run({ recordId });
  tx.touch(recordId);
}

function columnsOf(fields: Omit<RecordChanges, 'title'>): Partial<typeof record.$inferInsert> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
