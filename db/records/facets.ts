import type { Id } from '#shared/ids.ts';
import type { RecordQuery } from '#shared/records/query.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { inOrder, type OpenTiers } from '../tiers.ts';
import { narrowAccess } from './access.ts';
import { conditionsOf, type RecordConditions, tallied, type Where, whereOf } from './conditions.ts';

export type FacetCount = { value: string; count: number };

/** How many records a query finds, and how they spread. Largest first is the screens' choice. */
export type RecordFacets = {
  total: number;
  year: FacetCount[];
  category: FacetCount[];
  level: FacetCount[];
  stage: FacetCount[];
  PROJECT: FacetCount[];
  PERSON: FacetCount[];
};

const VALUES = ['year', 'category', 'level', 'stage'] as const;
/** Items looked at between two pauses: some milliseconds. */
const SLICE = 8_000;

/**
 * Counts and facets over all open tiers. Filters by value alone are answered from tallies; texts and links are counted through,
 * `pause` being awaited every few milliseconds so that other calls get their turn.
 */
export async function facetsOfRecords(
  tiers: OpenTiers,
  query: RecordQuery,
  pause: () => Promise<void>,
): Promise<RecordFacets> {
  const sums = newSums();
  const conditions = conditionsOf(tiers, query);
  for (const tier of conditions ? inOrder(tiers) : []) {
    if (conditions) await addTier(tiers, tier, conditions, sums, pause);
  }
  const counts = (name: keyof Sums['values']): FacetCount[] =>
    [...sums.values[name]].flatMap(([value, count]) => (count > 0 ? [{ value, count }] : []));
  return {
    total: sums.total,
    year: counts('year'),
    category: counts('category'),
    level: counts('level'),
    stage: counts('stage'),
    PROJECT: counts('PROJECT'),
    PERSON: counts('PERSON'),
  };
}

type Sums = {
  total: number;
  values: Record<(typeof VALUES)[number] | 'PROJECT' | 'PERSON', Map<string, number>>;
};
type ValueRow = { year: number | null; category: string; level: string; stage: string; n: number };
type LinkRow = { role: string; value: Id; n: number };

function newSums(): Sums {
  const map = () => new Map<string, number>();
  return {
    total: 0,
    values: { year: map(), category: map(), level: map(), stage: map(), PROJECT: map(), PERSON: map() },
  };
}

async function addTier(
  tiers: OpenTiers,
  tier: TierFile,
  conditions: RecordConditions,
  sums: Sums,
  pause: () => Promise<void>,
): Promise<void> {
  const byValueOnly = conditions.links.length === 0 && conditions.match === null;
  if (byValueOnly) {
    const columns = `${VALUES.join(', ')}, sum(n) as n`;
    addValues(sums, tallied<ValueRow>(tier, columns, conditions, `group by ${VALUES.join(', ')}`));
  }
  if (byValueOnly && conditions.values.length === 0 && conditions.state === 'ACTIVE') {
    addLinks(sums, linksOfAll(tier));
    return;
  }
  for (const part of partsOf(tier, conditions)) {
    if (!byValueOnly) addValues(sums, part.values());
    addLinks(sums, part.links());
    await pause();
  }
  addLinks(sums, linksElsewhere(tiers, tier, conditions));
}

/** Links of all records: the tallies, less those of records that are removed or on their way to another tier, and of score sheets. */
function linksOfAll(tier: TierFile): LinkRow[] {
  const all = prepared(
    tier,
    `select role, to_id as value, n from link_tally where role in ('PROJECT', 'PERSON')`,
  );
  const hidden = prepared(
    tier,
    `select role, to_id as value, -count(*) as n from item h cross join link on from_id = h.id
     where (h.state <> 'ACTIVE' or h.kind = 'screeningSheet') and role in ('PROJECT', 'PERSON') group by 1, 2`,
  );
  return [...all.all(), ...hidden.all()] as LinkRow[];
}

/** Of the found records, links that lie in a higher tier than the record, because the other end was raised. */
function linksElsewhere(tiers: OpenTiers, tier: TierFile, conditions: RecordConditions): LinkRow[] {
  const links = inOrder(tiers)
    .filter((other) => other !== tier)
    .flatMap((other) =>
      prepared(
        other,
        `select json_array(from_id, role, to_id) from link where role in ('PROJECT', 'PERSON') and from_id not in (select id from item)`,
      )
        .pluck()
        .all(),
    ) as string[];
  if (links.length === 0) return [];
  const { sql, params } = whereOf(conditions);
  return prepared(
    tier,
    `select k.value ->> 1 as role, k.value ->> 2 as value, count(*) as n
     from json_each(?) k cross join item j on j.id = k.value ->> 0 cross join record_listing l on l.no = j.no
     where ${sql} group by 1, 2`,
  ).all(`[${links.join(',')}]`, ...params) as LinkRow[];
}

type Part = { values(): ValueRow[]; links(): LinkRow[] };

/** The found records, all at once where a filter is narrow, else by slices of their numbers. */
function* partsOf(tier: TierFile, conditions: RecordConditions): Generator<Part> {
  const { match } = conditions;
  const narrow = narrowAccess(tier, conditions, SLICE);
  if (narrow) {
    yield partFrom(tier, narrow.from, narrow.where);
    return;
  }
  const { sql, params } = whereOf(conditions, { match: true });
  const last = Number(prepared(tier, 'select coalesce(max(no), 0) from record_listing').pluck().get());
  for (let after = 0; after < last; after += SLICE) {
    const range = [after, after + SLICE];
    yield match === null
      ? partFrom(tier, 'record_listing l', {
          sql: `l.no > ? and l.no <= ? and ${sql}`,
          params: [...range, ...params],
        })
      : partFrom(tier, 'search s cross join record_listing l on l.no = s.rowid', {
          sql: `s.rowid > ? and s.rowid <= ? and search match ? and ${sql}`,
          params: [...range, match, ...params],
        });
  }
}

function partFrom(tier: TierFile, from: string, { sql, params }: Where): Part {
  const columns = VALUES.map((name) => `l.${name}`).join(', ');
  const values = prepared(
    tier,
    `select ${columns}, count(*) as n from ${from} where ${sql} group by 1, 2, 3, 4`,
  );
  const links = prepared(
    tier,
    `select role, to_id as value, count(*) as n from (select l.id as found from ${from} where ${sql})
     cross join link on from_id = found where role in ('PROJECT', 'PERSON') group by 1, 2`,
  );
  return {
    values: () => values.all(...params) as ValueRow[],
    links: () => links.all(...params) as LinkRow[],
  };
}

function addValues(sums: Sums, rows: readonly ValueRow[]): void {
  for (const row of rows) {
    sums.total += row.n;
    for (const name of VALUES) {
      const value = row[name];
      // Year 0 of the tally and '' are "not known", which is no facet.
      if (value) add(sums.values[name], String(value), row.n);
    }
  }
}

function addLinks(sums: Sums, rows: readonly LinkRow[]): void {
  for (const { role, value, n } of rows) {
    if (role === 'PROJECT' || role === 'PERSON') add(sums.values[role], value, n);
  }
}

function add(map: Map<string, number>, key: string, n: number): void {
  map.set(key, (map.get(key) ?? 0) + n);
}
