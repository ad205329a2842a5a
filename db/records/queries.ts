import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { RecordFields } from '#shared/records/recordFields.ts';
import type { TierFile } from '../open.ts';
import { prepared, preparedQuery } from '../prepared.ts';
import { inOrder, type OpenTiers } from '../tiers.ts';
import { type BlobRow, blob, type FileRow, file, type RecordRowDb, record } from './schema.ts';

const recordById = preparedQuery((orm) =>
  orm
    .select()
    .from(record)
    .where(eq(record.id, sql.placeholder('id')))
    .prepare(),
);

export function readRecord(tier: TierFile, id: Id): RecordRowDb | null {
  return recordById(tier).get({ id }) ?? null;
}

export type FileWithBytes = FileRow & { sha256: string; size: number };

const filesOfRecord = preparedQuery((orm) =>
  orm
    .select()
    .from(file)
    .innerJoin(blob, eq(blob.no, file.blob))
    .where(and(eq(file.itemId, sql.placeholder('recordId')), isNull(file.removedAt)))
    .orderBy(asc(file.position), asc(file.id))
    .prepare(),
);

/** The record's files in their order, without those that were taken out. */
export function readFiles(tier: TierFile, recordId: Id): FileWithBytes[] {
  return filesOfRecord(tier)
    .all({ recordId })
    .map((row) => ({ ...row.file, sha256: row.blob.sha256, size: row.blob.size }));
}

export function readFile(tier: TierFile, fileId: Id): FileWithBytes | null {
  const row = tier.orm
    .select()
    .from(file)
    .innerJoin(blob, eq(blob.no, file.blob))
    .where(eq(file.id, fileId))
    .get();
  return row ? { ...row.file, sha256: row.blob.sha256, size: row.blob.size } : null;
}

export function readBlob(tier: TierFile, no: number): BlobRow | null {
  return tier.orm.select().from(blob).where(eq(blob.no, no)).get() ?? null;
}

export type Holder = { id: Id; title: string; level: string };

/** Seen records of this tier that hold a file with these bytes. */
export function recordsWithBytes(tier: TierFile, sha256: string): Holder[] {
  return prepared(
    tier,
    `select distinct i.id, i.title, i.level from blob b join file f on f.blob = b.no join item i on i.id = f.item_id
     where b.sha256 = ? and f.removed_at is null and i.state = 'ACTIVE'`,
  ).all(sha256) as Holder[];
}

/** Seen records of this tier that hold an empty file of this name which did not come with this import. */
export function recordsWithEmptyFile(tier: TierFile, name: string, importId: Id): Holder[] {
  return prepared(
    tier,
    `select distinct i.id, i.title, i.level from blob b join file f on f.blob = b.no join item i on i.id = f.item_id
     where b.size = 0 and f.name = ? and f.removed_at is null and i.state = 'ACTIVE'
       and not exists (select 1 from import_entry e where e.import_id = ? and e.file_id = f.id)`,
  ).all(name, importId) as Holder[];
}

/** Blobs that nothing names any more: neither a file (removed ones count) nor a picture of one. */
export function looseBlobs(tier: TierFile): number[] {
  return prepared(
    tier,
    `select no from blob where no not in (select blob from file) and no not in (select thumbnail from file where thumbnail is not null)
     and no not in (select preview from file where preview is not null)`,
  )
    .pluck()
    .all() as number[];
}

export function fieldsOfRecord(row: RecordRowDb, title: string): RecordFields {
  return {
    title,
    docDate: row.docDate,
    responsible: row.responsible,
    docNo: row.docNo,
    category: row.category as RecordFields['category'],
    subcategory: row.subcategory,
    retention: row.retention as RecordFields['retention'],
    year: row.year,
    dept: row.dept,
    originalForm: row.originalForm as RecordFields['originalForm'],
    originalPlace: row.originalPlace,
    place: row.place,
    description: row.description,
    keywords: row.keywords,
    language: row.language as RecordFields['language'],
  };
}

/** Stored blobs in the order of their numbers, some at a time. */
export function blobsFrom(tier: TierFile, after: number, limit: number): BlobRow[] {
  return prepared(
    tier,
    'select no, sha256, size, first_segment as firstSegment from blob where no > ? order by no limit ?',
  ).all(after, limit) as BlobRow[];
}

/** Which files, of which items, a blob's bytes belong to: to name a damage. Pictures of files count as the file. */
export function filesOfBlob(tier: TierFile, no: number): { name: string; title: string; itemId: Id }[] {
  return prepared(
    tier,
    `select f.name, i.title, i.id as itemId from file f join item i on i.id = f.item_id
     where f.blob = @no or f.thumbnail = @no or f.preview = @no`,
  ).all({ no }) as { name: string; title: string; itemId: Id }[];
}

export function hasNumberedRecords(tiers: OpenTiers): boolean {
  return inOrder(tiers).some((tier) => prepared(tier, 'select 1 from series limit 1').get() !== undefined);
}

/** Whether a record of this tier bears the code, or one that left it has borne it. */
export function codeTaken(tier: TierFile, refCode: string): boolean {
  return (
    prepared(
      tier,
      'select 1 from record where ref_code = @refCode union all select 1 from moved_code where ref_code = @refCode',
    ).get({ refCode }) !== undefined
  );
}

/** The number the series would give next. */
export function peekNumber(tier: TierFile, seriesKey: string): number {
  return Number(
    prepared(tier, 'select coalesce((select next from series where key = ?), 1)').pluck().get(seriesKey),
  );
}
