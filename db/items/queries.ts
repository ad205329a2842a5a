import type { Level } from '#shared/confidentiality/levels.ts';
import { formatMark, type MarkSeparator } from '#shared/confidentiality/marks.ts';
import { expiryOf, type Term } from '#shared/confidentiality/terms.ts';
import type { Id } from '#shared/ids.ts';
import type { ItemHead, ItemKind, ItemRef } from '#shared/items.ts';
import { sortKey } from '#shared/pinyin.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import type { WriteTx } from '../write.ts';
import type { ItemRow, LinkRole } from './schema.ts';

/** Columns of the spine under the names of {@link ItemRow}; `i` is the item table. */
export const SPINE = `i.no, i.id, i.kind, i.title, i.sort_key as sortKey, i.level, i.term, i.level_from as levelFrom,
  i.level_expiry as levelExpiry, i.basis, i.personal_info as personalInfo, i.state, i.version, i.created_at as createdAt,
  i.updated_at as updatedAt, i.removed_at as removedAt, i.origin_vault as originVault, i.origin_id as originId,
  i.origin_unit as originUnit, i.origin_bundle as originBundle`;

/** Whose mark it is and how it is written: settings of the joint body. */
export type MarkStyle = { owner: string; separator: MarkSeparator };

export function readItem(tier: TierFile, id: Id): ItemRow | null {
  const row = prepared(tier, `select ${SPINE} from item i where i.id = ?`).get(id);
  return (row as ItemRow | undefined) ?? null;
}

/** The head as screens show it. A received item bears its owner's mark, not ours. */
export function toHead(row: ItemRow, style: MarkStyle): ItemHead {
  const owner = row.originUnit ?? style.owner;
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    level: row.level,
    term: row.term,
    levelExpiry: row.levelExpiry,
    mark: formatMark({ owner, level: row.level, term: row.term, separator: style.separator }) ?? '',
    personalInfo: Boolean(row.personalInfo),
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    origin: row.originVault
      ? { vaultId: row.originVault, unit: row.originUnit ?? '', bundleId: row.originBundle ?? '' }
      : null,
  };
}

export function toRef(row: Pick<ItemRow, 'id' | 'kind' | 'title' | 'level'>): ItemRef {
  return { id: row.id, kind: row.kind, title: row.title, level: row.level };
}

export type NewItem = {
  id: Id;
  kind: ItemKind;
  title: string;
  level: Level;
  term: Term;
  /** 制发日 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'; null: the day of filing. */
  levelFrom: string | null;
  basis: string;
  personalInfo: boolean;
  origin?: { vault: string; id: string; unit: string; bundle: string };
};

export function insertItem(tx: WriteTx, item: NewItem): void {
  prepared(
    tx.tier,
    `insert into item (id, kind, title, sort_key, level, term, level_from, level_expiry, basis, personal_info, created_at, updated_at,
       origin_vault, origin_id, origin_unit, origin_bundle) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    item.id,
    item.kind,
    item.title,
    sortKey(item.title),
    item.level,
    item.term,
    item.levelFrom,
    expiryFor(item.term, item.levelFrom, tx.at),
    item.basis,
    item.personalInfo ? 1 : 0,
    tx.at,
    tx.at,
    item.origin?.vault ?? null,
    item.origin?.id ?? null,
    item.origin?.unit ?? null,
    item.origin?.bundle ?? null,
  );
  tx.touch(item.id);
}

export function setTitle(tx: WriteTx, id: Id, title: string): void {
  prepared(tx.tier, 'update item set title = ?, sort_key = ? where id = ?').run(title, sortKey(title), id);
  tx.touch(id);
}

/** Only for a decision on the level that stays in this tier, or for an item that has just arrived. */
export function setLevel(
  tx: WriteTx,
  id: Id,
  level: { level: Level; term: Term; levelFrom: string | null; basis: string; personalInfo: boolean },
): void {
  prepared(
    tx.tier,
    'update item set level = ?, term = ?, level_from = ?, level_expiry = ?, basis = ?, personal_info = ? where id = ?',
  ).run(
    level.level,
    level.term,
    level.levelFrom,
    expiryFor(level.term, level.levelFrom, tx.at),
    level.basis,
    level.personalInfo ? 1 : 0,
    id,
  );
  tx.touch(id);
}

/** The clock of the term follows the document's date when that is corrected. */
export function setLevelFrom(tx: WriteTx, id: Id, levelFrom: string | null): void {
  const row = readItem(tx.tier, id);
  if (!row || row.levelFrom === levelFrom) return;
  prepared(tx.tier, 'update item set level_from = ?, level_expiry = ? where id = ?').run(
    levelFrom,
    expiryFor(row.term, levelFrom, row.createdAt),
    id,
  );
  tx.touch(id);
}

export function setRemoved(tx: WriteTx, id: Id, removed: boolean): void {
  prepared(tx.tier, 'update item set state = ?, removed_at = ? where id = ?').run(
    removed ? 'REMOVED' : 'ACTIVE',
    removed ? tx.at : null,
    id,
  );
  tx.touch(id);
}

export function linksFrom(tier: TierFile, id: Id): { role: LinkRole; toId: Id; toKind: ItemKind }[] {
  return prepared(
    tier,
    'select role, to_id as toId, to_kind as toKind from link where from_id = ? order by role, position, to_id',
  ).all(id) as { role: LinkRole; toId: Id; toKind: ItemKind }[];
}

/** Replaces all links of one role. Whether the other ends may be linked is the handler's to judge. */
export function setLinks(
  tx: WriteTx,
  fromId: Id,
  role: LinkRole,
  to: readonly { id: Id; kind: ItemKind }[],
): void {
  prepared(tx.tier, 'delete from link where from_id = ? and role = ?').run(fromId, role);
  const insert = prepared(
    tx.tier,
    'insert into link (from_id, role, to_id, to_kind, position) values (?, ?, ?, ?, ?)',
  );
  to.forEach((end, position) => {
    insert.run(fromId, role, end.id, end.kind, position);
  });
  tx.touch(fromId);
}

/** How many seen items of a kind link to this one with this role, in one tier. */
export function countLinksTo(tier: TierFile, toId: Id, role: LinkRole, kind: ItemKind): number {
  return Number(
    prepared(
      tier,
      `select count(*) from link l join item i on i.id = l.from_id
       where l.to_id = ? and l.role = ? and i.kind = ? and i.state = 'ACTIVE'`,
    )
      .pluck()
      .get(toId, role, kind),
  );
}

function expiryFor(term: Term, levelFrom: string | null, at: number): string | null {
  return expiryOf(levelFrom ?? new Date(at).toISOString().slice(0, 10), term);
}
