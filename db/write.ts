import { type Id, newId } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import { contentOf } from './items/content.ts';
import { indexItem } from './items/searchIndex.ts';
import { appendToJournal } from './journal/append.ts';
import type { TierFile } from './open.ts';
import { prepared } from './prepared.ts';

/** Who writes. The role stands in the journal in clear, the id only as a commitment. */
export type Writer = {
  readonly actorId: Id;
  readonly role: 'COORDINATOR' | 'MEMBER' | 'PROGRAM';
  now(): number;
  /** Told after the commit, once per write. */
  changed(nouns: ReadonlySet<string>): void;
};

export type Entry = {
  verb: string;
  reason?: string;
  /** For a deed about no item: what it was about, canonical JSON without secrets and titles. */
  about?: string;
  /** For an item that moved here: its last hash in the tier it came from. */
  arrivedFrom?: Uint8Array | null;
};

declare const minted: unique symbol;

/** Exists only inside {@link write}: a function that takes one can be called nowhere else. */
export type WriteTx = {
  readonly [minted]: true;
  readonly tier: TierFile;
  readonly at: number;
  readonly writer: Writer;
  /** Says that this item is changed (or made) here; its new state is stored and journalled when the write ends. */
  touch(id: Id): void;
};

/** `deed` names the write for an undo; null when nothing was another afterwards. */
export type Written<T> = { result: T; deed: Id | null };

/**
 * The one door for writes: in one immediate transaction of one tier it applies the change and, for each touched item
 * whose state is another now, stores the new state as a revision, appends to the journal and renews the search.
 * A throw inside leaves nothing behind.
 */
export function write<T>(
  tier: TierFile,
  writer: Writer,
  entry: Entry,
  change: (tx: WriteTx) => T,
): Written<T> {
  const touched = new Set<Id>();
  const nouns = new Set<string>();
  const at = writer.now();
  const deed = newId();
  const tx = { tier, at, writer, touch: (id: Id) => touched.add(id) } as unknown as WriteTx;
  const run = tier.sqlite.transaction((): Written<T> => {
    const result = change(tx);
    for (const id of touched) {
      const kind = storeState(tx, deed, id, entry);
      if (kind) nouns.add(kind);
    }
    if (entry.about !== undefined) {
      const { actorId, role } = writer;
      const about = { itemId: null, itemVersion: null, content: entry.about };
      appendToJournal(tier, {
        deed,
        at,
        verb: entry.verb,
        role,
        actorId,
        reason: entry.reason ?? '',
        ...about,
      });
      nouns.add('vault');
    }
    return { result, deed: nouns.size > 0 ? deed : null };
  });
  const written = run.immediate();
  if (nouns.size > 0) writer.changed(nouns.add('journal'));
  return written;
}

/** The kind of the item when its state is another now, else null. */
function storeState(tx: WriteTx, deed: Id, id: Id, entry: Entry): ItemKind | null {
  const { tier, writer, at } = tx;
  const row = prepared(tier, 'select kind, version from item where id = ?').get(id) as
    | { kind: ItemKind; version: number }
    | undefined;
  if (!row) throw new Error(`a write touched ${id}, which is not there`);
  const content = contentOf(tier, id);
  const before = prepared(tier, 'select content from revision where item_id = ? and version = ?')
    .pluck()
    .get(id, row.version);
  if (before === content) return null;
  const version = row.version + 1;
  prepared(tier, 'update item set version = ?, updated_at = ? where id = ?').run(version, at, id);
  prepared(tier, 'insert into revision (item_id, version, content) values (?, ?, ?)').run(
    id,
    version,
    content,
  );
  const { actorId, role } = writer;
  const state = { itemId: id, itemVersion: version, content, arrivedFrom: entry.arrivedFrom ?? null };
  appendToJournal(tier, { deed, at, verb: entry.verb, role, actorId, reason: entry.reason ?? '', ...state });
  indexItem(tier, id);
  return row.kind;
}
