import type { Id } from '#shared/ids.ts';
import type { Direction } from '#shared/paging.ts';
import type { FileKind } from '#shared/records/file.ts';
import type { RecordOrder, RecordQuery, RecordStage } from '#shared/records/query.ts';
import { parseQuery } from '#shared/search/query.ts';
import { SPINE } from '../items/queries.ts';
import type { ItemRow } from '../items/schema.ts';
import type { TierFile } from '../open.ts';
import { type OrderColumn, type PageQuery, type Place, page, placeOf, type SqlValue } from '../paging.ts';
import { prepared } from '../prepared.ts';
import { all, type OpenTiers, sum } from '../tiers.ts';

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

const LIST = `select ${SPINE}, r.stage, r.ref_code as refCode, r.doc_date as docDate, r.year, r.responsible, r.category, r.retention,
  r.file_count as fileCount, r.bytes, r.cover_file as coverFile, f.kind as coverKind, f.width as coverWidth, f.height as coverHeight,
  f.thumbnail as coverThumbnail
  from item i cross join record r on r.id = i.id left join file f on f.id = r.cover_file`;

const ORDERS: Record<RecordOrder, { sql: string; name: string }> = {
  updated: { sql: 'i.updated_at', name: 'updatedAt' },
  created: { sql: 'i.created_at', name: 'createdAt' },
  date: { sql: 'r.doc_date', name: 'docDate' },
  title: { sql: 'i.sort_key', name: 'sortKey' },
  refCode: { sql: 'r.ref_code', name: 'refCode' },
};

export type RecordPage = { rows: RecordListRow[]; after: Place | null };

export function pageOfRecords(
  tiers: OpenTiers,
  query: RecordQuery,
  order: { by: RecordOrder; direction: Direction },
  after: Place | null,
  limit: number,
): RecordPage {
  const conditions = conditionsOf(query);
  if (conditions === null) return { rows: [], after: null };
  const column: OrderColumn = { ...ORDERS[order.by], direction: order.direction };
  const asked: PageQuery = {
    select: selectFor(order.by),
    where: conditions.where,
    params: conditions.params,
    order: [column],
    id: { sql: 'i.id', name: 'id', direction: order.direction },
  };
  const rows = page<RecordListRow>(tiers, asked, after, limit);
  const last = rows.at(-1);
  return { rows, after: last && rows.length === limit ? placeOf(last, asked) : null };
}

export function recordIds(tiers: OpenTiers, query: RecordQuery, limit: number): Id[] {
  const conditions = conditionsOf(query);
  if (conditions === null) return [];
  const sql = `select i.id from item i cross join record r on r.id = i.id where ${conditions.where} limit ?`;
  return all(
    tiers,
    (tier) =>
      prepared(tier, sql)
        .pluck()
        .all(...conditions.params, limit) as Id[],
  ).slice(0, limit);
}

export function countRecords(tiers: OpenTiers, query: RecordQuery): number {
  const conditions = conditionsOf(query);
  if (conditions === null) return 0;
  const joined = conditions.needsRecord ? 'item i cross join record r on r.id = i.id' : 'item i';
  return sum(tiers, (tier) =>
    Number(
      prepared(tier, `select count(*) from ${joined} where ${conditions.where}`)
        .pluck()
        .get(...conditions.params),
    ),
  );
}

export type FacetCount = { value: string; count: number };
export type FacetColumn = 'year' | 'category' | 'stage' | 'retention' | 'level';

/** How the found records spread over one column, over all open tiers; largest first is the screens' choice. */
export function facetOf(tiers: OpenTiers, query: RecordQuery, column: FacetColumn): FacetCount[] {
  const conditions = conditionsOf(query);
  if (conditions === null) return [];
  return added(tiers, (tier) => facetRows(tier, conditions, column));
}

/** How many of the found records link to each project or person. */
export function facetOfLinks(tiers: OpenTiers, query: RecordQuery, role: 'PROJECT' | 'PERSON'): FacetCount[] {
  const conditions = conditionsOf(query);
  if (conditions === null) return [];
  const whole = isWhole(query);
  const sql = whole
    ? `select l.to_id as value, count(*) as count from link l where l.role = ? and l.from_id not in
       (select id from item where state <> 'ACTIVE') group by l.to_id`
    : `select l.to_id as value, count(*) as count from item i cross join record r on r.id = i.id
       join link l on l.from_id = i.id and l.role = ? where ${conditions.where} group by l.to_id`;
  return added(
    tiers,
    (tier) => prepared(tier, sql).all(role, ...(whole ? [] : conditions.params)) as FacetCount[],
  );
}

function facetRows(tier: TierFile, conditions: Conditions, column: FacetColumn): FacetCount[] {
  const sql = conditions.whole
    ? column === 'level'
      ? `select level as value, count(*) as count from item where kind = 'record' and state = 'ACTIVE' group by level`
      : `select ${column} as value, count(*) as count from record where id not in
         (select id from item where state <> 'ACTIVE') group by ${column}`
    : `select ${column === 'level' ? 'i.level' : `r.${column}`} as value, count(*) as count
       from item i cross join record r on r.id = i.id where ${conditions.where} group by 1`;
  return prepared(tier, sql).all(...(conditions.whole ? [] : conditions.params)) as FacetCount[];
}

function added(tiers: OpenTiers, rows: (tier: TierFile) => FacetCount[]): FacetCount[] {
  const counts = new Map<string, number>();
  for (const { value, count } of all(tiers, rows)) {
    if (value === null || value === '') continue;
    counts.set(String(value), (counts.get(String(value)) ?? 0) + count);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}

type Conditions = { where: string; params: SqlValue[]; needsRecord: boolean; whole: boolean };

/** null: the text can find nothing. Lists are passed as JSON, so that one statement serves any number of values. */
function conditionsOf(query: RecordQuery): Conditions | null {
  const parts = ["i.kind = 'record'", `i.state = '${query.removed ? 'REMOVED' : 'ACTIVE'}'`];
  const params: SqlValue[] = [];
  let needsRecord = false;
  function among(sql: string, values: readonly (string | number)[] | undefined, ofRecord: boolean): void {
    if (!values || values.length === 0) return;
    parts.push(`${sql} in (select value from json_each(?))`);
    params.push(JSON.stringify(values));
    needsRecord ||= ofRecord;
  }
  among('i.level', query.levels, false);
  among('r.year', query.years, true);
  among('r.category', query.categories, true);
  among('r.stage', query.stages, true);
  among('r.retention', query.retentions, true);
  for (const [role, ids] of [
    ['PROJECT', query.projects],
    ['PERSON', query.people],
  ] as const) {
    if (!ids || ids.length === 0) continue;
    parts.push(
      `i.id in (select from_id from link where role = '${role}' and to_id in (select value from json_each(?)))`,
    );
    params.push(JSON.stringify(ids));
  }
  if (query.text?.trim()) {
    const match = parseQuery(query.text);
    if (match === null) return null;
    parts.push('i.no in (select rowid from search where search match ?)');
    params.push(match.match);
  }
  return { where: parts.join(' and '), params, needsRecord, whole: isWhole(query) };
}

function isWhole(query: RecordQuery): boolean {
  const { removed, text, ...lists } = query;
  return !removed && !text?.trim() && Object.values(lists).every((values) => !values || values.length === 0);
}

/** Orders by a column of the record walk the record's index; the others walk the spine's. */
function selectFor(by: RecordOrder): string {
  if (by === 'date' || by === 'refCode')
    return LIST.replace(
      'item i cross join record r on r.id = i.id',
      'record r cross join item i on i.id = r.id',
    );
  return LIST;
}
