import { createHash, randomBytes } from 'node:crypto';
import type { Id } from '#shared/ids.ts';
import { commitment, itemHash, type Sha256, tierHash } from '#shared/journal/chain.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';

export const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

export type Deed = {
  /** Entries of one write share it. */
  deed: Id;
  at: number;
  verb: string;
  role: string;
  actorId: Id;
  /** null: a deed about no item, such as a new user or an export. */
  itemId: Id | null;
  itemVersion: number | null;
  /** Canonical JSON of the item after the deed, or of what the deed was about. */
  content: string;
  reason: string;
  /** The item's last hash in the tier it came from; else the chain goes on from this tier's own. */
  arrivedFrom?: Uint8Array | null;
};

/** Adds one entry to both chains. Only inside the transaction of the write it belongs to. */
export function appendToJournal(tier: TierFile, deed: Deed): void {
  const last = prepared(tier, 'select seq, tier_hash as hash from journal order by seq desc limit 1').get() as
    | Last
    | undefined;
  const previous = deed.itemId
    ? (prepared(
        tier,
        'select item_hash as hash from journal where item_id = ? order by seq desc limit 1',
      ).get(deed.itemId) as { hash: Buffer } | undefined)
    : undefined;
  const actorSalt = randomBytes(32);
  const contentSalt = randomBytes(32);
  const actorCommit = commitment(sha256, actorSalt, deed.actorId);
  const contentCommit = commitment(sha256, contentSalt, deed.content);
  const seq = (last?.seq ?? 0) + 1;
  const itemPrev = deed.arrivedFrom ?? previous?.hash ?? null;
  const ownHash = itemHash(sha256, { ...deed, itemPrev, actorCommit, contentCommit });
  const head = tierHash(sha256, last?.hash ?? null, seq, ownHash);
  prepared(
    tier,
    `insert into journal (seq, deed, at, verb, role, item_id, item_version, item_prev, item_hash, tier_prev, tier_hash,
       actor_commit, content_commit, actor_id, actor_salt, content_salt, reason)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    seq,
    deed.deed,
    deed.at,
    deed.verb,
    deed.role,
    deed.itemId,
    deed.itemVersion,
    itemPrev,
    ownHash,
    last?.hash ?? null,
    head,
    actorCommit,
    contentCommit,
    deed.actorId,
    actorSalt,
    contentSalt,
    deed.reason,
  );
}

type Last = { seq: number; hash: Buffer };
