import type { Id } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import type { JournalRow } from '../items/schema.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';

export type Head = { seq: number; tierHash: string; at: number };

const JOURNAL = `j.seq, j.deed, j.at, j.verb, j.role, j.item_id as itemId, j.item_version as itemVersion, j.item_prev as itemPrev,
  j.item_hash as itemHash, j.tier_prev as tierPrev, j.tier_hash as tierHash, j.actor_commit as actorCommit,
  j.content_commit as contentCommit, j.actor_id as actorId, j.actor_salt as actorSalt, j.content_salt as contentSalt, j.reason`;

export function headOf(tier: TierFile): Head | null {
  const row = prepared(
    tier,
    'select seq, hex(tier_hash) as hash, at from journal order by seq desc limit 1',
  ).get() as { seq: number; hash: string; at: number } | undefined;
  return row ? { seq: row.seq, tierHash: row.hash.toLowerCase(), at: row.at } : null;
}

/** Whether the journal still contains a head seen before: else an older file was put back. */
export function containsHead(tier: TierFile, seq: number, tierHash: string): boolean {
  return (
    prepared(tier, 'select hex(tier_hash) from journal where seq = ?').pluck().get(seq) ===
    tierHash.toUpperCase()
  );
}

export type JournalListRow = JournalRow & {
  kind: ItemKind | null;
  title: string | null;
  state: string | null;
};

/** Newest first from before a sequence number. The title is that of now; one that left the tier has none. */
export function journalBefore(
  tier: TierFile,
  before: number | null,
  limit: number,
  itemId: Id | null,
): JournalListRow[] {
  const conditions = ['j.seq < ?', ...(itemId ? ['j.item_id = ?'] : [])].join(' and ');
  return prepared(
    tier,
    `select ${JOURNAL}, i.kind, i.title, i.state from journal j left join item i on i.id = j.item_id
     where ${conditions} order by j.seq desc limit ?`,
  ).all(before ?? Number.MAX_SAFE_INTEGER, ...(itemId ? [itemId] : []), limit) as JournalListRow[];
}

/** In the order they were written, some at a time: a long-lived cursor would keep the WAL from being cut. */
export function journalFrom(tier: TierFile, after: number, limit: number): JournalRow[] {
  return prepared(tier, `select ${JOURNAL} from journal j where j.seq > ? order by j.seq limit ?`).all(
    after,
    limit,
  ) as JournalRow[];
}

/** The entries of one write, in order; empty where this tier has none. */
export function entriesOfDeed(tier: TierFile, deed: Id): JournalRow[] {
  return prepared(tier, `select ${JOURNAL} from journal j where j.deed = ? order by j.seq`).all(
    deed,
  ) as JournalRow[];
}

/** An item's whole life in order: first what came along from another tier, then the entries of this one since it is here. */
export function itemJournal(tier: TierFile, itemId: Id): JournalRow[] {
  const arrived = prepared(
    tier,
    `select position as seq, deed, at, verb, role, item_id as itemId, item_version as itemVersion, item_prev as itemPrev,
       item_hash as itemHash, null as tierPrev, item_hash as tierHash, actor_commit as actorCommit,
       content_commit as contentCommit, actor_id as actorId, actor_salt as actorSalt, content_salt as contentSalt, reason
     from arrived_entry where item_id = ? order by position`,
  ).all(itemId) as JournalRow[];
  const own = prepared(
    tier,
    `select ${JOURNAL} from journal j where j.item_id = @itemId and j.seq >=
       coalesce((select max(seq) from journal where item_id = @itemId and verb = 'level.arrive'), 0) order by j.seq`,
  ).all({ itemId }) as JournalRow[];
  return [...arrived, ...own];
}

export function revisionText(tier: TierFile, itemId: Id, version: number): string | null {
  return (
    (prepared(tier, 'select content from revision where item_id = ? and version = ?')
      .pluck()
      .get(itemId, version) as string | undefined) ?? null
  );
}
