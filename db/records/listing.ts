import type { Id } from '#shared/ids.ts';
import type { Direction } from '#shared/paging.ts';
import type { FileKind } from '#shared/records/file.ts';
import type { RecordOrder, RecordQuery, RecordStage } from '#shared/records/query.ts';
import { SPINE } from '../items/queries.ts';
import type { ItemRow } from '../items/schema.ts';
import type { TierFile } from '../open.ts';
import { type PageQuery, type Place, page, placeOf } from '../paging.ts';
import { prepared } from '../prepared.ts';
import { inOrder, type OpenTiers } from '../tiers.ts';
import { accessFor } from './access.ts';
import { conditionsOf } from './conditions.ts';

/** A record as a list needs it, straight from the tables. */
export type RecordListRow = ItemRow & {
  stage: RecordStage;
  refCode: string | null;
  docDate: string | null;
  year: number | null;
  responsible: string;
  category: string;
  retention: string;
  fileCount: number;
  bytes: number;
  coverFile: Id | null;
  coverKind: FileKind | null;
  coverWidth: number | null;
  coverHeight: number | null;
  coverThumbnail: number | null;
};

const ROWS = `select ${SPINE}, r.stage, r.ref_code as refCode, r.doc_date as docDate, r.year, r.responsible, r.category, r.retention,
  r.file_count as fileCount, r.bytes, r.cover_file as coverFile, f.kind as coverKind, f.width as coverWidth, f.height as coverHeight,
  f.thumbnail as coverThumbnail
  from json_each(?) k cross join item i on i.no = k.value cross join record r on r.id = i.id left join file f on f.id = r.cover_file`;

/** Whose column it is decides which table is walked. */
const ORDERS: Record<RecordOrder, { of: 'item' | 'listing'; sql: string; name: string }> = {
  updated: { of: 'item', sql: 'i.updated_at', name: 'updatedAt' },
  created: { of: 'item', sql: 'i.created_at', name: 'createdAt' },
  date: { of: 'listing', sql: 'l.doc_date', name: 'docDate' },
  title: { of: 'item', sql: 'i.sort_key', name: 'sortKey' },
  refCode: { of: 'listing', sql: 'l.ref_code', name: 'refCode' },
};

export type RecordPage = { rows: RecordListRow[]; after: Place | null };
type Key = { tier: number; no: number };

/** First the keys of the page, merged over the tiers, then the rows behind them: none is read that is not shown. */
export function pageOfRecords(
  tiers: OpenTiers,
  query: RecordQuery,
  order: { by: RecordOrder; direction: Direction },
  after: Place | null,
  limit: number,
): RecordPage {
  const conditions = conditionsOf(tiers, query);
  if (conditions === null) return { rows: [], after: null };
  const { of, sql, name } = ORDERS[order.by];
  const alias = of === 'item' ? 'i' : 'l';
  const columns = {
    order: [{ sql, name, direction: order.direction }],
    id: { sql: `${alias}.id`, name: 'id', direction: order.direction },
  };
  const opened = inOrder(tiers);
  const keysOf = (tier: TierFile): PageQuery | null => {
    const access = accessFor(tier, conditions, order.by, limit);
    if (!access) return null;
    const select = `select ${opened.indexOf(tier)} as tier, ${alias}.no, ${alias}.id, ${sql} as ${name} from ${access.from}`;
    return { ...columns, select, where: access.where.sql, params: access.where.params };
  };
  const keys = page<Key>(tiers, keysOf, columns, after, limit);
  const last = keys.at(-1);
  return {
    rows: rowsBehind(opened, keys),
    after: last && keys.length === limit ? placeOf(last, columns) : null,
  };
}

/** Some of the records a query finds, in no order. */
export function recordIds(tiers: OpenTiers, query: RecordQuery, limit: number): Id[] {
  const conditions = conditionsOf(tiers, query);
  if (conditions === null) return [];
  const ids: Id[] = [];
  for (const tier of inOrder(tiers)) {
    const access = accessFor(tier, conditions, 'date', limit);
    if (!access || ids.length >= limit) continue;
    const sql = `select l.id from ${access.from} where ${access.where.sql} limit ?`;
    const found = prepared(tier, sql)
      .pluck()
      .all(...access.where.params, limit - ids.length);
    ids.push(...(found as Id[]));
  }
  return ids;
}

function rowsBehind(opened: readonly TierFile[], keys: readonly Key[]): RecordListRow[] {
  const found = opened.map((tier, index) => {
    const numbers = keys.filter((key) => key.tier === index).map(({ no }) => no);
    if (numbers.length === 0) return new Map<number, RecordListRow>();
    const rows = prepared(tier, ROWS).all(JSON.stringify(numbers)) as RecordListRow[];
    return new Map(rows.map((row) => [row.no, row]));
  });
  return keys.flatMap(({ tier, no }) => found[tier]?.get(no) ?? []);
}
