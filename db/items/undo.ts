import type { Json } from '#shared/canonical.ts';
import type { Id } from '#shared/ids.ts';
import { entriesOfDeed, revisionText } from '../journal/queries.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { renewCounts } from '../records/writes.ts';
import { inOrder, type OpenTiers } from '../tiers.ts';
import type { WriteTx } from '../write.ts';
import { type ItemContent, readContent } from './content.ts';
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
  'person.remove',
  'unit.edit',
  'unit.remove',
  'unit.qualification',
  'unit.creditCheck',
  'unit.contribution',
  'unit.review',
  'unit.exitItem',
  'screening.edit',
  'screening.check',
  'screening.objection',
  'screeningSheet.edit',
  'screeningSheet.remove',
  'project.edit',
  'dossier.edit',
  'dossier.remove',
  'group.edit',
  'group.remove',
  'appointment.edit',
  'appointment.remove',
  'ruleset.edit',
  'ruleset.remove',
  'outcome.edit',
  'outcome.remove',
  'agreement.remove',
  'outcome.contributors',
  'outcome.intellectualProperty',
  'outcome.path',
  'outcome.agreements',
  'maturity.edit',
  'maturity.fillSheet',
  'exhibition.edit',
  'exhibition.remove',
  'panel.edit',
  'panel.remove',
  'visit.edit',
  'visit.remove',
  'meeting.edit',
  'meeting.remove',
  'meeting.restore',
  'meeting.undo',
  'meeting.resolve',
  'meeting.correct',
]);

export type UndoProblem = 'UNDO_UNKNOWN' | 'UNDO_NOT_AN_EDIT' | 'UNDO_CHANGED_SINCE' | 'UNDO_NAMES_RAISED';

/**
 * The items that taking this deed back would change: those nobody changed since, and whose earlier state names nothing that
 * lies above them by now. Or why there are none.
 */
export function undoable(
  tiers: OpenTiers,
  tier: TierFile,
  deed: Id,
): { itemId: Id; version: number }[] | UndoProblem {
  const entries = entriesOfDeed(tier, deed);
  if (entries.length === 0) return 'UNDO_UNKNOWN';
  if (!entries.every((entry) => isUndoableVerb(entry.verb))) return 'UNDO_NOT_AN_EDIT';
  const unchanged = entries.flatMap(({ itemId, itemVersion }) =>
    itemId && itemVersion && itemVersion > 1 && readItem(tier, itemId)?.version === itemVersion
      ? { itemId, version: itemVersion }
      : [],
  );
  if (unchanged.length === 0) return 'UNDO_CHANGED_SINCE';
  const allowed = unchanged.filter(({ itemId, version }) => !wouldNameRaised(tiers, tier, itemId, version));
  return allowed.length > 0 ? allowed : 'UNDO_NAMES_RAISED';
}

/**
 * Whether the state before the version names an item the present state does not name and that no longer lies in this tier or a
 * lower one. Writing it back would put the id of what was raised below again. Such an undo is refused whole: left out, the end
 * would make the undo say it restored what it did not, and a row without its person or unit is another row.
 */
export function wouldNameRaised(tiers: OpenTiers, tier: TierFile, itemId: Id, version: number): boolean {
  const before = contentBefore(tier, itemId, version);
  const named = new Set(idsNamed(readContent(tier, itemId)));
  const reach = inOrder(tiers).slice(0, inOrder(tiers).indexOf(tier) + 1);
  return idsNamed(before).some((id) => !named.has(id) && reach.every((each) => readItem(each, id) === null));
}

/** Columns of items and of their rows that hold the id of another item. */
export const NAMING_COLUMNS: ReadonlySet<string> = new Set([
  'charter_ruleset_id',
  'notice_record',
  'panel_id',
  'party_id',
  'person_id',
  'record_id',
  'unit_id',
]);

function idsNamed({ links, fields }: ItemContent): string[] {
  const rows = [fields, ...Object.values(fields).filter(Array.isArray).flat()] as Record<string, Json>[];
  const inColumns = rows.flatMap((row) =>
    Object.entries(row).flatMap(([column, value]) =>
      NAMING_COLUMNS.has(column) && typeof value === 'string' && value !== '' ? [value] : [],
    ),
  );
  return [...links.map(({ to }) => to), ...inColumns];
}

function contentBefore(tier: TierFile, itemId: Id, version: number): ItemContent {
  const text = revisionText(tier, itemId, version - 1);
  if (text === null) throw new Error(`${itemId} has no version ${version - 1}`);
  return JSON.parse(text) as ItemContent;
}

export function isUndoableVerb(verb: string): boolean {
  return UNDOABLE.has(verb);
}

/** Writes back the state before the given version: fields, links, the files' order and presence, and whether it is removed. */
export function writeBack(tx: WriteTx, itemId: Id, version: number): void {
  const before = contentBefore(tx.tier, itemId, version);
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
