import type { RecordOrder } from '#shared/records/query.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import {
  type LinkFilter,
  type RecordConditions,
  type ValueFilter,
  type Where,
  whereOf,
} from './conditions.ts';

/** From where one tier reads records: `l` is record_listing and `i` the item, where the order is the item's. */
export type Access = { from: string; where: Where };
/** `rows` are found, more or less; `cost` is what fetching and sorting them takes, in rows of a value filter. */
type Source = Access & { of: 'values' | 'links' | 'hits'; rows: number; cost: number };

/** So many rows are fetched and sorted sooner than an order is walked: some milliseconds. */
const MOST_SORTED = 3_000;
/** Hits of a text are cheaper: to look them up while an order is walked, all of them have to be fetched too. */
const MOST_SORTED_HITS = 10_000;
const HIT_COST = MOST_SORTED / MOST_SORTED_HITS;

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
  const filters = conditions.values.length + conditions.links.length + (conditions.match === null ? 0 : 1);
  if (filters === 0) return walk;
  const inOrder = conditions.values.find(
    ({ column, only }) => only !== null && IN_ORDER[by]?.includes(column),
  );
  if (inOrder && filters === 1) return fromValues(conditions, inOrder);
  const counts = conditions.values.length > 1 ? tallyCounts(tier, conditions) : null;
  if (counts?.left === 0) return null;
  const sources = sourcesOf(tier, conditions, counts);
  if (sources.some(({ rows }) => rows === 0)) return null;
  const ways = [
    ...sources.map((source) => (ofListing ? source : withItem(source))),
    { ...walk, cost: counts ? walked(sources, counts, limit) : MOST_SORTED },
  ];
  if (inOrder && counts) {
    const ordered = fromValues(conditions, inOrder);
    const rows = counts.of.get(inOrder) ?? 0;
    ways.push({ ...ordered, cost: (walked(sources, counts, limit) * rows) / counts.all });
  }
  return ways.reduce((best, way) => (way.cost < best.cost ? way : best));
}

/** The rows of the narrowest filter, at most so many; null where no filter is so narrow. */
export function narrowAccess(tier: TierFile, conditions: RecordConditions, most: number): Access | null {
  const sources = sourcesOf(tier, conditions, tallyCounts(tier, conditions));
  const best = sources.toSorted((a, b) => a.rows - b.rows)[0];
  return best && best.rows <= Math.min(most, MOST_SORTED_HITS) ? best : null;
}

type TallyCounts = {
  /** Records of the state, and those that pass all filters by value. */
  all: number;
  left: number;
  of: ReadonlyMap<ValueFilter, number>;
};

function tallyCounts(tier: TierFile, { state, values }: RecordConditions): TallyCounts {
  const passes = values.map(({ column }) => `${column} in (select value from json_each(?))`);
  const sums = [...passes, passes.join(' and ') || 'true'].map((pass) => `sum(n) filter (where ${pass})`);
  const lists = values.map((filter) => filter.values);
  const [all = 0, ...counted] = prepared(
    tier,
    `select sum(n), ${sums.join(', ')} from record_tally where state = '${state}'`,
  )
    .raw()
    .get(...lists, ...lists) as (number | null)[];
  return {
    all: all ?? 0,
    left: counted.at(-1) ?? 0,
    of: new Map(values.map((filter, index) => [filter, counted[index] ?? 0])),
  };
}

/** How many rows of an order are read until the page is full, if what passes lies evenly in it. */
function walked(sources: readonly Source[], { all, left }: TallyCounts, limit: number): number {
  const share = sources
    .filter(({ of }) => of !== 'values')
    .reduce((product, { rows }) => product * Math.min(1, rows / all), left / all);
  return Math.min(all, limit / share);
}

function sourcesOf(tier: TierFile, conditions: RecordConditions, counts: TallyCounts | null): Source[] {
  const { values, links, match } = conditions;
  return [
    ...values.map((filter) => {
      const rows = counts?.of.get(filter) ?? probed(tier, conditions, filter);
      return { ...fromValues(conditions, filter), of: 'values' as const, rows, cost: rows };
    }),
    ...links.map((link) => fromLinks(tier, conditions, link)),
    ...(match === null ? [] : [fromHits(tier, conditions, match)]),
  ];
}

/** Rows of one value filter by itself, exact up to {@link MOST_SORTED}. */
function probed(tier: TierFile, { state }: RecordConditions, { column, values }: ValueFilter): number {
  const sql = `select count(*) from (select 1 from record_listing indexed by listing_${column}
    where state = '${state}' and ${column} in (select value from json_each(?)) limit ${MOST_SORTED + 1})`;
  return Number(prepared(tier, sql).pluck().get(values));
}

function withItem<T extends Access>(access: T): T {
  return { ...access, from: `${access.from} cross join item i on i.no = l.no` };
}

/** Orders by a column of the spine read the spine's index, and the listing only where there is something to filter. */
function walkItems(conditions: RecordConditions): Access {
  const spine = `i.kind = 'record' and i.state = '${conditions.state}'`;
  const { sql, params } = whereOf(conditions);
  if (params.length === 0) return { from: 'item i', where: { sql: spine, params } };
  return {
    from: 'item i cross join record_listing l on l.no = i.no',
    where: { sql: `${spine} and ${sql}`, params },
  };
}

function walkListing(conditions: RecordConditions): Access {
  return { from: 'record_listing l', where: whereOf(conditions) };
}

function fromValues(conditions: RecordConditions, { column }: ValueFilter): Access {
  return { from: `record_listing l indexed by listing_${column}`, where: whereOf(conditions) };
}

function fromLinks(tier: TierFile, conditions: RecordConditions, link: LinkFilter): Source {
  const { role, to, elsewhere } = link;
  const countOf = prepared(tier, 'select count(*) from json_each(?)');
  const { sql, params } = whereOf(conditions, { link });
  const tally = prepared(
    tier,
    `select coalesce(sum(n), 0) from link_tally where to_id in (select value from json_each(?)) and role = '${role}'`,
  );
  const rows =
    Number(tally.pluck().get(to)) + (elsewhere === null ? 0 : Number(countOf.pluck().get(elsewhere)));
  const above = elsewhere === null ? '' : ' union select value from json_each(?)';
  return {
    of: 'links',
    rows,
    cost: rows,
    from: `(select distinct from_id from link where to_id in (select value from json_each(?)) and role = '${role}'${above}) k
      cross join item j on j.id = k.from_id cross join record_listing l on l.no = j.no`,
    where: { sql, params: [to, ...(elsewhere === null ? [] : [elsewhere]), ...params] },
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
    rows,
    cost: rows > MOST_SORTED_HITS ? Number.POSITIVE_INFINITY : rows * HIT_COST,
    from: 'search s cross join record_listing l on l.no = s.rowid',
    where: { sql: `search match ? and ${sql}`, params: [match, ...params] },
  };
}
