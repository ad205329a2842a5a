import type { Level } from '#shared/confidentiality/levels.ts';
import type { Id } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import type { BlobRow } from '../records/schema.ts';

/** The whole present state of an item as its last revision keeps it, canonical JSON. */
export type ItemText = { no: number; id: Id; kind: ItemKind; title: string; level: Level; content: string };

/** Items above 公开, removed ones too: what was thrown away stays confidential. Some at a time, by number. */
export function itemsAbovePublic(tier: TierFile, after: number, limit: number): ItemText[] {
  return prepared(
    tier,
    `select i.no, i.id, i.kind, i.title, i.level, r.content from item i
     join revision r on r.item_id = i.id and r.version = i.version
     where i.no > ? and i.level <> 'PUBLIC' order by i.no limit ?`,
  ).all(after, limit) as ItemText[];
}

/** How many items of this tier stand above 公开. */
export function itemsAbove(tier: TierFile): number {
  return Number(prepared(tier, `select count(*) from item where level <> 'PUBLIC'`).pluck().get());
}

/** What is 公开 and there, some at a time, by number. */
export function publicItems(tier: TierFile, after: number, limit: number): ItemText[] {
  return prepared(
    tier,
    `select i.no, i.id, i.kind, i.title, i.level, r.content from item i
     join revision r on r.item_id = i.id and r.version = i.version
     where i.no > ? and i.level = 'PUBLIC' and i.state = 'ACTIVE' order by i.no limit ?`,
  ).all(after, limit) as ItemText[];
}

/** 档号 of what is above 公开, and of what was 调出 to a higher tier. */
export function codesAbovePublic(tier: TierFile): string[] {
  return prepared(
    tier,
    `select ref_code from record r join item i on i.id = r.id where r.ref_code is not null and i.level <> 'PUBLIC'
     union select ref_code from moved_code`,
  )
    .pluck()
    .all() as string[];
}

/** SHA-256 of all bytes, pictures of files too, that stand only above 公开 in this tier. */
export function hashesAbovePublic(tier: TierFile): string[] {
  return prepared(
    tier,
    `select distinct b.sha256 from blob b join file f on b.no in (f.blob, f.thumbnail, f.preview)
     join item i on i.id = f.item_id where i.level <> 'PUBLIC'
     except select b.sha256 from blob b join file f on b.no in (f.blob, f.thumbnail, f.preview)
     join item i on i.id = f.item_id where i.level = 'PUBLIC'`,
  )
    .pluck()
    .all() as string[];
}

/** Also in this tier as 公开: bytes that are known anyway. */
export function isPublicHash(tier: TierFile, sha256: string): boolean {
  return (
    prepared(
      tier,
      `select 1 from blob b join file f on b.no in (f.blob, f.thumbnail, f.preview)
       join item i on i.id = f.item_id where b.sha256 = ? and i.level = 'PUBLIC'`,
    ).get(sha256) !== undefined
  );
}

export type TextFile = BlobRow & {
  itemId: Id;
  title: string;
  level: Level;
  name: string;
  mediaType: string;
};

/** Files that may hold text, above 公开 or not, each content once. */
export function textFiles(tier: TierFile, isPublic: boolean): TextFile[] {
  return prepared(
    tier,
    `select b.no, b.sha256, b.size, b.first_segment as firstSegment, i.id as itemId, i.title, i.level, f.name,
       f.media_type as mediaType from file f join blob b on b.no = f.blob join item i on i.id = f.item_id
     where f.kind in ('text', 'pdf', 'other') and (i.level = 'PUBLIC') = ? group by b.no order by b.no`,
  ).all(isPublic ? 1 : 0) as TextFile[];
}
