import type { Direction } from '#shared/paging.ts';
import type { TierFile } from './open.ts';
import { prepared } from './prepared.ts';
import { inOrder, type OpenTiers } from './tiers.ts';

/** A column of the order, as SQL and under the name it has in the rows. Nulls come last in either direction. */
export type OrderColumn = { sql: string; name: string; direction: Direction };

export type PageOrder = { order: readonly OrderColumn[]; id: OrderColumn };

export type PageQuery = PageOrder & {
  /** `select …` without where; every order column and the id must be selected under its name. */
  select: string;
  /** Conditions joined by "and"; '' for none. */
  where: string;
  params: readonly SqlValue[];
};

export type SqlValue = string | number | null;
type Row = Record<string, unknown>;

/** Where a page ended: the values of the order columns and the id of its last row. */
export type Place = readonly SqlValue[];

/**
 * One page over all open tiers: each tier answers its query (null: it has nothing) in the same order with its own LIMIT, and
 * the answers are merged in the database's order (bytes, not UTF-16 units). Costs the same on the first page and on the thousandth.
 */
export function page<T extends Row>(
  tiers: OpenTiers,
  queryFor: (tier: TierFile) => PageQuery | null,
  { order, id }: PageOrder,
  after: Place | null,
  limit: number,
): T[] {
  const columns = [...order, id];
  const answers = inOrder(tiers).map((tier) => {
    const query = queryFor(tier);
    return query ? tierPage<T>(tier, query, columns, after, limit) : [];
  });
  return merge(answers, columns, limit);
}

export function placeOf(row: Row, { order, id }: PageOrder): Place {
  return [...order, id].map((column) => row[column.name] as SqlValue);
}

function tierPage<T extends Row>(
  tier: TierFile,
  query: PageQuery,
  columns: readonly OrderColumn[],
  after: Place | null,
  limit: number,
): T[] {
  const rows: T[] = [];
  for (const branch of branches(columns, after)) {
    const conditions = [query.where, branch.where].filter((part) => part !== '').join(' and ');
    const order = columns.slice(branch.equal).map(orderTerm).join(', ');
    const sql = `${query.select}${conditions ? ` where ${conditions}` : ''} order by ${order} limit ?`;
    rows.push(...(prepared(tier, sql).all(...query.params, ...branch.params, limit - rows.length) as T[]));
    if (rows.length >= limit) break;
  }
  return rows;
}

type Branch = { where: string; params: SqlValue[]; equal: number };

/**
 * "After this place" as branches that each seek in an index: equal on the longest prefix first, then shorter ones. One
 * condition with OR over the prefixes would read from the start of the list.
 */
function branches(columns: readonly OrderColumn[], after: Place | null): Branch[] {
  if (!after) return [{ where: '', params: [], equal: 0 }];
  const found: Branch[] = [];
  for (let equal = columns.length - 1; equal >= 0; equal--) {
    const prefix = columns.slice(0, equal).map((column, index) => equals(column, after[index] ?? null));
    const prefixWhere = prefix.map((part) => part.where);
    const prefixParams = prefix.flatMap((part) => part.params);
    const column = columns[equal];
    const value = after[equal] ?? null;
    if (!column || value === null) continue;
    const beyond = column.direction === 'asc' ? '>' : '<';
    found.push({
      where: [...prefixWhere, `${column.sql} ${beyond} ?`].join(' and '),
      params: [...prefixParams, value],
      equal,
    });
    found.push({
      where: [...prefixWhere, `${column.sql} is null`].join(' and '),
      params: prefixParams,
      equal,
    });
  }
  return found;
}

function equals(column: OrderColumn, value: SqlValue): { where: string; params: SqlValue[] } {
  return value === null
    ? { where: `${column.sql} is null`, params: [] }
    : { where: `${column.sql} = ?`, params: [value] };
}

function orderTerm(column: OrderColumn): string {
  return `${column.sql} ${column.direction} nulls last`;
}

function merge<T extends Row>(answers: T[][], columns: readonly OrderColumn[], limit: number): T[] {
  const merged: T[] = [];
  const at = answers.map(() => 0);
  while (merged.length < limit) {
    let best = -1;
    for (let index = 0; index < answers.length; index++) {
      const row = answers[index]?.[at[index] ?? 0];
      if (!row) continue;
      const leader = best < 0 ? undefined : answers[best]?.[at[best] ?? 0];
      if (!leader || compareRows(row, leader, columns) < 0) best = index;
    }
    if (best < 0) break;
    merged.push(answers[best]?.[at[best] ?? 0] as T);
    at[best] = (at[best] ?? 0) + 1;
  }
  return merged;
}

function compareRows(a: Row, b: Row, columns: readonly OrderColumn[]): number {
  for (const column of columns) {
    const order = compareValues(a[column.name] as SqlValue, b[column.name] as SqlValue, column.direction);
    if (order !== 0) return order;
  }
  return 0;
}

function compareValues(a: SqlValue, b: SqlValue, direction: Direction): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order =
    typeof a === 'string' && typeof b === 'string'
      ? Buffer.compare(Buffer.from(a), Buffer.from(b))
      : Number(a) - Number(b);
  return direction === 'asc' ? order : -order;
}
