import type { RecordOrder } from '#shared/records/query.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import {
  type LinkFilter,
  type RecordConditions,
  tallied,
  type ValueFilter,
  type Where,
  whereOf,
} from './conditions.ts';

/** From where one tier reads records: `l` is record_listing and `i` the item, where the order is the item's. */
export type Access = { from: string; where: Where };
/** `rows` are read, at least about so many. */
type Source = Access & { of: 'values' | 'links' | 'hits'; rows: number };

/** Beyond so many hits of a text they are not sorted, but looked up while the order is walked. */
const MOST_SORTED_HITS = 10_000;

/** Filters whose index goes on with the column of the order: drafts have no code, and a year's documents lie together. */
const IN_ORDER: Partial<Record<RecordOrder, readonly ValueFilter['column'][]>> = {
  date: ['year'],
  refCode: ['category', 'stage'],
};

/**
 * The cheapest way to a page: an index in the page's order is walked until enough rows pass the filters, or the rows of the
 * narrowest filter are fetched and sorted. Alone, the first is slow for rare values and the second for common ones.
 * null where this tier has no such record.
 */
export function accessFor(
  tier: TierFile,
  conditions: RecordConditions,
  by: RecordOrder,
  limit: number,
): Access | null {
  const ofListing = by === 'date' || by === 'refCode';
  const walk = ofListing ? walkListing(conditions) : walkItems(conditions);
  if (!isFiltered(conditions)) return walk;
  const all = counted(tier, conditions.state, []);
  const left = counted(tier, conditions.state, conditions.values);
  const sources = left === 0 ? [] : sourcesOf(tier, conditions);
  if (sources.length === 0 || sources.some(({ rows }) => rows === 0)) return null;
  const share = sources
    .filter(({ of }) => of !== 'values')
    .reduce((product, { rows }) => product * Math.min(1, rows / all), left / all);
  const ways = [
    { ...walk, rows: Math.min(all, limit / share) },
    ...sources.map((source) => (ofListing ? source : withItem(source))),
    ...walksOf(tier, conditions, by).map((way) => ({
      ...way,
      rows: Math.min(way.rows, (limit * way.rows) / (share * all)),
    })),
  ];
  return ways.reduce((best, way) => (way.rows < best.rows ? way : best));
}

/** The rows of the narrowest filter, at most so many; null where no filter is so narrow. */
export function narrowAccess(tier: TierFile, conditions: RecordConditions, most: number): Access | null {
  const best = sourcesOf(tier, conditions).toSorted((a, b) => a.rows - b.rows)[0];
  return best && best.rows <= most ? best : null;
}

function isFiltered({ values, links, match }: RecordConditions): boolean {
  return values.length + links.length > 0 || match !== null;
}

function sourcesOf(tier: TierFile, conditions: RecordConditions): Source[] {
  const { values, links, match } = conditions;
  return [
    ...values.map((filter) => fromValues(tier, conditions, filter)),
    ...links.map((link) => fromLinks(tier, conditions, link)),
    ...(match === null ? [] : [fromHits(tier, conditions, match)]),
  ];
}

function walksOf(tier: TierFile, conditions: RecordConditions, by: RecordOrder): Source[] {
  return conditions.values
    .filter(({ column, only }) => only !== null && IN_ORDER[by]?.includes(column))
    .map((filter) => fromValues(tier, conditions, filter));
}

function withItem<T extends Access>(access: T): T {
  return { ...access, from: `${access.from} cross join item i on i.no = l.no` };
}

/** Orders by a column of the spine read the spine's index, and the listing only where there is something to filter. */
function walkItems(conditions: RecordConditions): Access {
  const spine = `i.kind = 'record' and i.state = '${conditions.state}'`;
  if (!isFiltered(conditions)) return { from: 'item i', where: { sql: spine, params: [] } };
  const { sql, params } = whereOf(conditions);
  return {
    from: 'item i cross join record_listing l on l.no = i.no',
    where: { sql: `${spine} and ${sql}`, params },
  };
}

function walkListing(conditions: RecordConditions): Access {
  return { from: 'record_listing l', where: whereOf(conditions) };
}

function fromValues(tier: TierFile, conditions: RecordConditions, filter: ValueFilter): Source {
  return {
    of: 'values',
    rows: counted(tier, conditions.state, [filter]),
    from: `record_listing l indexed by listing_${filter.column}`,
    where: whereOf(conditions),
  };
}

function fromLinks(tier: TierFile, conditions: RecordConditions, link: LinkFilter): Source {
  const { role, to } = link;
  const { sql, params } = whereOf(conditions, { link });
  const rows = prepared(
    tier,
    `select coalesce(sum(n), 0) from link_tally where to_id in (select value from json_each(?)) and role = '${role}'`,
  );
  return {
    of: 'links',
    rows: Number(rows.pluck().get(to)),
    from: `(select distinct from_id from link where to_id in (select value from json_each(?)) and role = '${role}') k
      cross join item j on j.id = k.from_id cross join record_listing l on l.no = j.no`,
    where: { sql, params: [to, ...params] },
  };
}

function fromHits(tier: TierFile, conditions: RecordConditions, match: string): Source {
  const { sql, params } = whereOf(conditions, { match: true });
  const hits = prepared(
    tier,
    `select count(*) from (select 1 from search where search match ? limit ${MOST_SORTED_HITS + 1})`,
  );
  const rows = Number(hits.pluck().get(match));
  return {
    of: 'hits',
    rows: rows > MOST_SORTED_HITS ? Number.POSITIVE_INFINITY : rows,
    from: 'search s cross join record_listing l on l.no = s.rowid',
    where: { sql: `search match ? and ${sql}`, params: [match, ...params] },
  };
}

function counted(
  tier: TierFile,
  state: RecordConditions['state'],
  values: RecordConditions['values'],
): number {
  return tallied<{ n: number }>(tier, 'coalesce(sum(n), 0) as n', { state, values })[0]?.n ?? 0;
}
