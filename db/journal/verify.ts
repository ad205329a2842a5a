import { commitment, itemHash, tierHash } from '#shared/journal/chain.ts';
import { contentOf } from '../items/content.ts';
import type { JournalRow } from '../items/schema.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { sha256 } from './append.ts';
import { journalFrom, revisionText } from './queries.ts';

/** The first place where the journal and what is stored do not fit each other. */
export type Break = { seq: number | null; itemId: string | null; rule: string };

export type Verified = { entries: number; items: number; broken: Break | null };

/** Entries between two yields: some milliseconds. */
const SLICE = 64;

/**
 * Recomputes both chains, each entry's commitments, and that every item's present state is the one its last entry
 * commits to. Yields between slices, so that the service thread stays free.
 */
export function* verifyJournal(tier: TierFile): Generator<number, Verified> {
  const itemHeads = new Map<string, JournalRow>();
  let previous: Buffer | null = null;
  let entries = 0;
  for (let after = 0; ; ) {
    const slice = journalFrom(tier, after, SLICE);
    if (slice.length === 0) break;
    for (const entry of slice) {
      const rule = brokenRule(
        tier,
        entry,
        after + 1,
        previous,
        entry.itemId ? (itemHeads.get(entry.itemId)?.itemHash ?? null) : null,
      );
      if (rule) return { entries, items: 0, broken: { seq: entry.seq, itemId: entry.itemId, rule } };
      if (entry.itemId) itemHeads.set(entry.itemId, entry);
      previous = entry.tierHash;
      after = entry.seq;
      entries += 1;
    }
    yield entries;
  }
  const items = yield* verifyPresent(tier, entries, itemHeads);
  return { entries, ...items };
}

function brokenRule(
  tier: TierFile,
  entry: JournalRow,
  expectedSeq: number,
  tierPrev: Buffer | null,
  itemPrev: Buffer | null,
): string | null {
  if (entry.seq !== expectedSeq) return 'JOURNAL_GAP';
  if (!same(entry.tierPrev, tierPrev)) return 'JOURNAL_TIER_CHAIN';
  if (!isArrival(entry, itemPrev) && !same(entry.itemPrev, itemPrev)) return 'JOURNAL_ITEM_CHAIN';
  const own = itemHash(sha256, entry);
  if (!same(entry.itemHash, own)) return 'JOURNAL_ENTRY_CHANGED';
  if (!same(entry.tierHash, tierHash(sha256, tierPrev, entry.seq, own))) return 'JOURNAL_TIER_CHAIN';
  if (
    entry.actorId &&
    entry.actorSalt &&
    !same(entry.actorCommit, commitment(sha256, entry.actorSalt, entry.actorId))
  ) {
    return 'JOURNAL_ACTOR_CHANGED';
  }
  if (!entry.itemId || !entry.contentSalt || entry.itemVersion === null) return null;
  const content = revisionText(tier, entry.itemId, entry.itemVersion);
  if (content === null) return null;
  return same(entry.contentCommit, commitment(sha256, entry.contentSalt, content))
    ? null
    : 'JOURNAL_CONTENT_CHANGED';
}

/** An item that moved here goes on from its last hash in the other tier. */
function isArrival(entry: JournalRow, itemPrev: Buffer | null): boolean {
  return entry.verb === 'level.arrive' && entry.itemPrev !== null && itemPrev !== entry.itemPrev;
}

function* verifyPresent(
  tier: TierFile,
  entries: number,
  lastEntries: ReadonlyMap<string, JournalRow>,
): Generator<number, { items: number; broken: Break | null }> {
  const slice = prepared(tier, 'select id, version from item where id > ? order by id limit ?');
  let items = 0;
  for (let after = ''; ; ) {
    const rows = slice.all(after, SLICE) as { id: string; version: number }[];
    const last = rows.at(-1);
    if (!last) return { items, broken: null };
    for (const { id, version } of rows) {
      const rule = presentRule(tier, id, version, lastEntries.get(id));
      if (rule) return { items, broken: { seq: null, itemId: id, rule } };
      items += 1;
    }
    after = last.id;
    yield entries + items;
  }
}

function presentRule(
  tier: TierFile,
  id: string,
  version: number,
  lastEntry: JournalRow | undefined,
): string | null {
  if (lastEntry?.itemVersion !== version) return 'JOURNAL_BEHIND';
  const stored = revisionText(tier, id, version);
  if (stored === null) return 'REVISION_MISSING';
  return stored === contentOf(tier, id) ? null : 'ITEM_CHANGED_OUTSIDE';
}

function same(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (a === null || b === null) return a === b;
  return Buffer.compare(a, b) === 0;
}
