import type { Json } from '#shared/canonical.ts';
import type { Id } from '#shared/ids.ts';
import { entriesOfDeed, revisionText } from '../journal/queries.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { renewCounts } from '../records/writes.ts';
import type { WriteTx } from '../write.ts';
import type { ItemContent } from './content.ts';
import { readItem, setLevelFrom, setRemoved, setTitle } from './queries.ts';
import { KIND_OF_ROLE } from './schema.ts';
import { SHAPES } from './shapes.ts';
import type { ChildShape } from './shapeType.ts';

/** Verbs that an undo takes back: edits of fields, links and files, and removals. Decisions are reversed by new decisions. */
const UNDOABLE = new Set([
  'record.edit',
  'record.remove',
  'record.restore',
  'record.undo',
  'record.arrangeFiles',
  'record.removeFile',
  'person.edit',
  'unit.edit',
  'unit.qualification',
  'unit.creditCheck',
  'unit.contribution',
  'unit.review',
  'unit.exitItem',
  'screening.edit',
  'screening.check',
  'screening.objection',
  'screeningSheet.edit',
  'project.edit',
  'dossier.edit',
  'group.edit',
  'appointment.edit',
  'ruleset.edit',
  'outcome.edit',
  'outcome.contributors',
  'outcome.intellectualProperty',
  'outcome.path',
  'outcome.agreements',
  'maturity.edit',
  'maturity.fillSheet',
  'exhibition.edit',
  'panel.edit',
  'visit.edit',
  'meeting.edit',
  'meeting.remove',
  'meeting.restore',
  'meeting.undo',
  'meeting.resolve',
  'meeting.correct',
]);

export type UndoProblem = 'UNDO_UNKNOWN' | 'UNDO_NOT_AN_EDIT' | 'UNDO_CHANGED_SINCE';

/** The items that taking this deed back would change: those nobody changed since. Or why there are none. */
export function undoable(tier: TierFile, deed: Id): { itemId: Id; version: number }[] | UndoProblem {
  const entries = entriesOfDeed(tier, deed);
  if (entries.length === 0) return 'UNDO_UNKNOWN';
  if (!entries.every((entry) => isUndoableVerb(entry.verb))) return 'UNDO_NOT_AN_EDIT';
  const unchanged = entries.flatMap(({ itemId, itemVersion }) =>
    itemId && itemVersion && itemVersion > 1 && readItem(tier, itemId)?.version === itemVersion
      ? { itemId, version: itemVersion }
      : [],
  );
  return unchanged.length > 0 ? unchanged : 'UNDO_CHANGED_SINCE';
}

export function isUndoableVerb(verb: string): boolean {
  return UNDOABLE.has(verb);
}

/** Writes back the state before the given version: fields, links, the files' order and presence, and whether it is removed. */
export function writeBack(tx: WriteTx, itemId: Id, version: number): void {
  const text = revisionText(tx.tier, itemId, version - 1);
  if (text === null) throw new Error(`${itemId} has no version ${version - 1}`);
  const before = JSON.parse(text) as ItemContent;
  setTitle(tx, itemId, before.title);
  setLevelFrom(tx, itemId, before.levelFrom);
  writeFields(tx, itemId, before);
  writeLinks(tx, itemId, before);
  if (before.kind === 'record') writeFiles(tx, itemId, before);
  setRemoved(tx, itemId, before.state === 'REMOVED');
}

function writeFields(tx: WriteTx, itemId: Id, before: ItemContent): void {
  const { table, columns, children = [] } = SHAPES[before.kind];
  const sets = columns.map((column) => `${column} = ?`).join(', ');
  const values = columns.map((column) => before.fields[column] ?? null);
  prepared(tx.tier, `update ${table} set ${sets} where id = ?`).run(...values, itemId);
  for (const child of children) writeChildren(tx, itemId, child, before);
}

function writeChildren(tx: WriteTx, itemId: Id, child: ChildShape, before: ItemContent): void {
  const names = ['id', ...child.columns];
  const insert = prepared(
    tx.tier,
    `insert into ${child.table} (${child.owner}, ${names.join(', ')}) values (?, ${names.map(() => '?').join(', ')})`,
  );
  prepared(tx.tier, `delete from ${child.table} where ${child.owner} = ?`).run(itemId);
  const rows = (before.fields[child.name] ?? []) as { readonly [column: string]: Json }[];
  for (const row of rows) insert.run(itemId, ...names.map((name) => row[name] ?? null));
}

function writeLinks(tx: WriteTx, itemId: Id, before: ItemContent): void {
  const insert = prepared(
    tx.tier,
    'insert into link (from_id, role, to_id, to_kind, position) values (?, ?, ?, ?, ?)',
  );
  prepared(tx.tier, 'delete from link where from_id = ?').run(itemId);
  before.links.forEach(({ role, to }, position) => {
    insert.run(itemId, role, to, KIND_OF_ROLE[role], position);
  });
}

function writeFiles(tx: WriteTx, itemId: Id, before: ItemContent): void {
  prepared(tx.tier, 'update file set removed_at = ? where item_id = ? and removed_at is null').run(
    tx.at,
    itemId,
  );
  const bring = prepared(
    tx.tier,
    'update file set removed_at = null, name = ?, role = ?, position = ? where id = ? and item_id = ?',
  );
  before.files.forEach(({ id, name, role }, position) => {
    bring.run(name, role, position, id, itemId);
  });
  renewCounts(tx, itemId);
}
