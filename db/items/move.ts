import { canonicalJson } from '#shared/canonical.ts';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { Term } from '#shared/confidentiality/terms.ts';
import type { Id } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import { insertDecision } from '../confidentiality/queries.ts';
import type { LevelDecisionRow } from '../confidentiality/schema.ts';
import { type LooseBlob, nameBlob } from '../files/store.ts';
import { itemJournal } from '../journal/queries.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import type { BlobRow } from '../records/schema.ts';
import type { OpenTiers } from '../tiers.ts';
import { type Writer, type WriteTx, write } from '../write.ts';
import { insertOwnLinks } from './followLinks.ts';
import { readItem, setLevel } from './queries.ts';
import { SHAPES } from './shapes.ts';

/** What the item is to be in the tier it arrives in. */
export type Arrival = {
  level: Level;
  term: Term;
  basis: string;
  personalInfo: boolean;
  decision: LevelDecisionRow;
};

type Row = Record<string, string | number | Buffer | null>;

/** Makes every read skip the item, until it has left or the move is rolled back. */
export function hideForMove(tier: TierFile, id: Id): void {
  prepared(tier, `update item set state = 'MOVING' where id = ? and state = 'ACTIVE'`).run(id);
}

export function showAgain(tier: TierFile, id: Id): void {
  prepared(tier, `update item set state = 'ACTIVE' where id = ? and state = 'MOVING'`).run(id);
}

/** The blobs an item's files and their pictures name, removed files included: they move along. */
export function blobsOfItem(tier: TierFile, id: Id): BlobRow[] {
  return prepared(
    tier,
    `select no, sha256, size, first_segment as firstSegment from blob where no in (
       select blob from file where item_id = @id union select thumbnail from file where item_id = @id
       union select preview from file where item_id = @id)`,
  ).all({ id }) as BlobRow[];
}

/**
 * Writes a hidden item of another tier into this one, with its fields, files, revisions, decisions and the entries of its
 * life so far. `bytes` are the copies of its blobs in this tier, by SHA-256.
 */
export function arrive(
  tiers: OpenTiers,
  into: TierFile,
  from: TierFile,
  id: Id,
  arrival: Arrival,
  bytes: ReadonlyMap<string, LooseBlob>,
  writer: Writer,
): void {
  const past = itemJournal(from, id);
  const entry = {
    verb: 'level.arrive',
    reason: arrival.decision.reason,
    arrivedFrom: past.at(-1)?.itemHash ?? null,
  };
  write(into, writer, entry, (tx) => {
    const item = rowOf(from, 'item', 'id', id);
    if (!item) throw new Error(`${id} is not in ${from.tier}`);
    const { no: _, ...spine } = item;
    insertRow(tx, 'item', { ...spine, state: 'ACTIVE' });
    const { table, children = [] } = SHAPES[spine.kind as ItemKind];
    for (const row of rowsOf(from, table, 'id', id)) insertRow(tx, table, row);
    for (const child of children)
      for (const row of rowsOf(from, child.table, child.owner, id)) insertRow(tx, child.table, row);
    copyFiles(tx, from, id, bytes);
    for (const table of ['revision', 'level_decision', 'received_item'] as const) {
      for (const row of rowsOf(from, table, 'item_id', id)) insertRow(tx, table, row);
    }
    past.forEach((each, position) => {
      insertRow(tx, 'arrived_entry', {
        item_id: id,
        position,
        deed: each.deed,
        at: each.at,
        verb: each.verb,
        role: each.role,
        item_version: each.itemVersion,
        item_prev: each.itemPrev,
        item_hash: each.itemHash,
        actor_commit: each.actorCommit,
        content_commit: each.contentCommit,
        actor_id: each.actorId,
        actor_salt: each.actorSalt,
        content_salt: each.contentSalt,
        reason: each.reason,
      });
    });
    insertOwnLinks(tx, tiers, id);
    setLevel(tx, id, { ...arrival, levelFrom: readItem(into, id)?.levelFrom ?? null });
    insertDecision(tx, arrival.decision);
  });
}

/**
 * Takes every readable trace of an item that has arrived elsewhere out of this tier: rows, revisions, search, salts and
 * actors of its entries. What stays are hashes, and for an archived record its 档号 as 调出. Returns the blobs that
 * nothing here names any more.
 */
export function leave(tier: TierFile, id: Id, writer: Writer): number[] {
  const blobs = blobsOfItem(tier, id);
  write(tier, writer, { verb: 'level.leave', about: canonicalJson({ item: id }) }, (tx) => {
    const code = prepared(tier, 'select ref_code from record where id = ?').pluck().get(id);
    if (typeof code === 'string') {
      prepared(tier, 'insert or ignore into moved_code (ref_code, at) values (?, ?)').run(code, tx.at);
    }
    const no = prepared(tier, 'select no from item where id = ?').pluck().get(id);
    prepared(tier, 'delete from search where rowid = ?').run(no);
    prepared(tier, 'delete from item where id = ?').run(id);
    prepared(
      tier,
      `update journal set actor_id = null, actor_salt = null, content_salt = null, reason = '' where item_id = ?`,
    ).run(id);
    forgetWays(tx, id);
    for (const { no: blob } of blobs) {
      prepared(
        tier,
        `delete from blob where no = @blob and not exists (select 1 from file where blob = @blob or thumbnail = @blob or preview = @blob)`,
      ).run({ blob });
    }
  });
  const stays = prepared(tier, 'select 1 from blob where no = ?');
  return blobs.map(({ no }) => no).filter((no) => stays.get(no) === undefined);
}

/** How the item came here and went out: names of its files, titles in the ledger. Counts, ids and versions stay. */
function forgetWays({ tier }: WriteTx, id: Id): void {
  prepared(tier, 'delete from import_entry where record_id = ?').run(id);
  prepared(
    tier,
    `delete from import_row_file where exists (select 1 from import_row r
     where r.record_id = ? and r.import_id = import_row_file.import_id and r.row = import_row_file.row)`,
  ).run(id);
  prepared(tier, 'delete from import_row where record_id = ?').run(id);
  prepared(
    tier,
    `update import set title = '', plan = json_set(plan, '$.title', '', '$.fields', json('{}')) where record_id = ?`,
  ).run(id);
  prepared(tier, `update sent_item set title = '' where item_id = ?`).run(id);
}

/** Leaves no readable residue in the pages of this file: search segments merged, WAL cut; the file is vacuumed at close. */
export function scrub(tier: TierFile): void {
  tier.sqlite.exec(`insert into search (search) values ('optimize')`);
  prepared(tier, `insert into meta (key, value) values ('vacuum', '1') on conflict (key) do nothing`).run();
  tier.sqlite.pragma('wal_checkpoint(TRUNCATE)');
}

/** A coming-back item may have been here before: then its number is no longer 调出. */
function copyFiles(tx: WriteTx, from: TierFile, id: Id, bytes: ReadonlyMap<string, LooseBlob>): void {
  const here = (no: string | number | Buffer | null | undefined): number | null => {
    if (typeof no !== 'number') return null;
    const sha = prepared(from, 'select sha256 from blob where no = ?').pluck().get(no);
    const copy = bytes.get(String(sha));
    if (!copy) throw new Error(`the bytes ${String(sha)} did not arrive`);
    return nameBlob(tx, copy).no;
  };
  for (const row of rowsOf(from, 'file', 'item_id', id)) {
    insertRow(tx, 'file', {
      ...row,
      blob: here(row.blob),
      thumbnail: here(row.thumbnail),
      preview: here(row.preview),
    });
  }
  const code = prepared(from, 'select ref_code from record where id = ?').pluck().get(id);
  if (typeof code === 'string') prepared(tx.tier, 'delete from moved_code where ref_code = ?').run(code);
}

function rowOf(tier: TierFile, table: string, key: string, id: Id): Row | null {
  return (prepared(tier, `select * from ${table} where ${key} = ?`).get(id) as Row | undefined) ?? null;
}

function rowsOf(tier: TierFile, table: string, key: string, id: Id): Row[] {
  return prepared(tier, `select * from ${table} where ${key} = ?`).all(id) as Row[];
}

function insertRow(tx: WriteTx, table: string, row: Row): void {
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  prepared(tx.tier, `insert into ${table} (${columns.join(', ')}) values (${marks})`).run(
    ...Object.values(row),
  );
}
