import type { BundleItemKind } from '#shared/bundles/formatParts.ts';
import type { Id } from '#shared/ids.ts';
import { parseQuery } from '#shared/search/query.ts';
import { prepared } from '../prepared.ts';
import { all, type OpenTiers } from '../tiers.ts';

const KINDS: readonly BundleItemKind[] = ['record', 'project', 'person', 'unit'];

/** What a text finds among the kinds that go into bundles, in the order of their titles; at most `limit`. */
export function idsFoundBy(tiers: OpenTiers, text: string, limit: number): Id[] {
  const query = parseQuery(text);
  if (query === null) return [];
  const sql = `select id from item where kind in (select value from json_each(?)) and state = 'ACTIVE'
     and no in (select rowid from search where search match ?) order by sort_key, id limit ?`;
  return all(
    tiers,
    (tier) => prepared(tier, sql).pluck().all(JSON.stringify(KINDS), query.match, limit) as Id[],
  ).slice(0, limit);
}
