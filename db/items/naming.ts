import type { Id } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { SHAPES } from './shapes.ts';
import { NAMING_COLUMNS } from './undo.ts';

/** Tables in which an item or a row of one names another item: `owner` is the item that does. */
const NAMING_TABLES: readonly { table: string; owner: string; columns: readonly string[] }[] = Object.values(
  SHAPES,
)
  .flatMap(({ table, columns, children = [] }) => [
    { table, owner: 'id', columns },
    ...children.map((child) => ({ table: child.table, owner: child.owner, columns: child.columns })),
  ])
  .map((each) => ({ ...each, columns: each.columns.filter((column) => NAMING_COLUMNS.has(column)) }))
  .filter(({ columns }) => columns.length > 0);

export type NamingItem = { id: Id; kind: ItemKind; title: string };

/** The items of one tier that are there and name this one, by a link or in their rows; each once. */
export function itemsNaming(tier: TierFile, id: Id): NamingItem[] {
  const naming = [
    'select from_id from link where to_id = :id',
    ...NAMING_TABLES.flatMap(({ table, owner, columns }) =>
      columns.map((column) => `select ${owner} from ${table} where ${column} = :id`),
    ),
  ].join(' union ');
  return prepared(
    tier,
    `select id, kind, title from item where id in (${naming}) and id <> :id and state = 'ACTIVE' order by sort_key, id`,
  ).all({ id }) as NamingItem[];
}
