import type { RecordQuery } from '#shared/records/query.ts';
import { parseQuery } from '#shared/search/query.ts';
import type { TierFile } from '../open.ts';
import type { SqlValue } from '../paging.ts';
import { prepared } from '../prepared.ts';
import { all, type OpenTiers } from '../tiers.ts';

/** A list of values of one column of record_listing, of which one must be there. */
export type ValueFilter = {
  column: 'year' | 'category' | 'level' | 'stage' | 'retention';
  values: string;
  /** Where there is only one: with it an index goes on in the order of its next column. */
  only: SqlValue;
};
/**
 * Links of one role, of which one must lead to one of these. `elsewhere`: the records whose link to one of these lies in a higher
 * tier than they do, because the other end was raised; null where there is none.
 */
export type LinkFilter = { role: 'PROJECT' | 'PERSON'; to: string; elsewhere: string | null };

/** A query of records taken apart. Lists are JSON, so that one statement serves any number of values. */
export type RecordConditions = {
  state: 'ACTIVE' | 'REMOVED';
  values: readonly ValueFilter[];
  links: readonly LinkFilter[];
  /** For the full-text index. */
  match: string | null;
};

/** null: the text can find nothing. */
export function conditionsOf(tiers: OpenTiers, query: RecordQuery): RecordConditions | null {
  const text = query.text?.trim() ?? '';
  const match = text === '' ? null : (parseQuery(text)?.match ?? null);
  if (text !== '' && match === null) return null;
  const values: ValueFilter[] = [];
  for (const [column, wanted] of [
    ['year', query.years],
    ['category', query.categories],
    ['level', query.levels],
    ['stage', query.stages],
    ['retention', query.retentions],
  ] as const) {
    if (!wanted || wanted.length === 0) continue;
    values.push({
      column,
      values: JSON.stringify(wanted),
      only: wanted.length === 1 ? (wanted[0] ?? null) : null,
    });
  }
  const links: LinkFilter[] = [];
  for (const [role, ids] of [
    ['PROJECT', query.projects],
    ['PERSON', query.people],
  ] as const) {
    if (ids && ids.length > 0) links.push(linkFilter(tiers, role, JSON.stringify(ids)));
  }
  return { state: query.removed ? 'REMOVED' : 'ACTIVE', values, links, match };
}

function linkFilter(tiers: OpenTiers, role: LinkFilter['role'], to: string): LinkFilter {
  const elsewhere = all(tiers, (tier) =>
    prepared(
      tier,
      `select from_id from link where to_id in (select value from json_each(?)) and role = '${role}'
         and from_id not in (select id from item)`,
    )
      .pluck()
      .all(to),
  );
  return { role, to, elsewhere: elsewhere.length === 0 ? null : JSON.stringify(elsewhere) };
}

export type Where = { sql: string; params: SqlValue[] };

/** The conditions on record_listing `l`, but for those that the caller meets by where it reads from. */
export function whereOf(
  { state, values, links, match }: RecordConditions,
  met: { link?: LinkFilter | undefined; match?: boolean } = {},
): Where {
  const parts = [`l.state = '${state}'`];
  const params: SqlValue[] = [];
  for (const filter of values) {
    parts.push(`l.${filter.column} ${filter.only === null ? 'in (select value from json_each(?))' : '= ?'}`);
    params.push(filter.only ?? filter.values);
  }
  for (const filter of links) {
    if (filter === met.link) continue;
    const here = `l.id in (select from_id from link where role = '${filter.role}' and to_id in (select value from json_each(?)))`;
    params.push(filter.to);
    if (filter.elsewhere === null) parts.push(here);
    else {
      parts.push(`(${here} or l.id in (select value from json_each(?)))`);
      params.push(filter.elsewhere);
    }
  }
  if (match !== null && !met.match) {
    parts.push('l.no in (select rowid from search where search match ?)');
    params.push(match);
  }
  return { sql: parts.join(' and '), params };
}

/** Counts from record_tally, which is small however many records there are: its columns may be filtered and grouped. */
export function tallied<Row>(
  tier: TierFile,
  columns: string,
  { state, values }: Pick<RecordConditions, 'state' | 'values'>,
  rest = '',
): Row[] {
  const where = values.map(({ column }) => ` and ${column} in (select value from json_each(?))`).join('');
  const sql = `select ${columns} from record_tally where state = '${state}'${where} ${rest}`;
  return prepared(tier, sql).all(...values.map((filter) => filter.values)) as Row[];
}
