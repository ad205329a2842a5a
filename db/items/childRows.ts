import type { Id } from '#shared/ids.ts';
import { newId } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import type { WriteTx } from '../write.ts';
import { SHAPES } from './shapes.ts';
import type { ChildShape } from './shapeType.ts';

type Value = string | number | null;
export type ChildRow = { id?: Id | undefined } & { readonly [field: string]: Value | undefined };

/** The rows of one child table in their order, by the names of their fields. `position` is left out: it is the order. */
export function readChildRows<Row>(tier: TierFile, kind: ItemKind, name: string, owner: Id): Row[] {
  const shape = shapeOf(kind, name);
  const columns = fieldColumns(shape).map((column) => `${column} as ${fieldOf(column)}`);
  return prepared(
    tier,
    `select id, ${columns.join(', ')} from ${shape.table} where ${shape.owner} = ? order by position, id`,
  ).all(owner) as Row[];
}

/**
 * Replaces the rows of one child table. A row that names one of the owner's own keeps its id, every other gets a new one:
 * an id of somebody else's row is never taken over.
 */
export function setChildRows(
  tx: WriteTx,
  kind: ItemKind,
  name: string,
  owner: Id,
  rows: readonly ChildRow[],
): void {
  const shape = shapeOf(kind, name);
  const own = new Set(
    prepared(tx.tier, `select id from ${shape.table} where ${shape.owner} = ?`).pluck().all(owner) as Id[],
  );
  prepared(tx.tier, `delete from ${shape.table} where ${shape.owner} = ?`).run(owner);
  const columns = fieldColumns(shape);
  const insert = prepared(
    tx.tier,
    `insert into ${shape.table} (id, ${shape.owner}, position${columns.map((column) => `, ${column}`).join('')})
     values (?, ?, ?${columns.map(() => ', ?').join('')})`,
  );
  rows.forEach((row, position) => {
    // Taken once: a second row with the same id is another row.
    const id = row.id !== undefined && own.delete(row.id) ? row.id : newId();
    insert.run(id, owner, position, ...columns.map((column) => row[fieldOf(column)] ?? null));
  });
  tx.touch(owner);
}

function shapeOf(kind: ItemKind, name: string): ChildShape {
  const shape = SHAPES[kind].children?.find((child) => child.name === name);
  if (!shape) throw new Error(`${kind} has no rows named ${name}`);
  return shape;
}

function fieldColumns({ columns }: ChildShape): string[] {
  return columns.filter((column) => column !== 'position');
}

/** from_month is fromMonth. */
function fieldOf(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
