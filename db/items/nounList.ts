import type { ItemKind } from '#shared/items.ts';
import { parseQuery } from '#shared/search/query.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { all, type OpenTiers } from '../tiers.ts';
import { SPINE } from './queries.ts';
import type { ItemRow } from './schema.ts';

/** Items of a kind that come in hundreds (people, units, projects), by name, over all open tiers. */
export function listItems(
  tiers: OpenTiers,
  kind: ItemKind,
  text: string,
): { tier: TierFile; item: ItemRow }[] {
  const query = text.trim() === '' ? null : parseQuery(text);
  if (text.trim() !== '' && query === null) return [];
  const found = query ? 'and i.no in (select rowid from search where search match ?)' : '';
  const sql = `select ${SPINE} from item i where i.kind = ? and i.state = 'ACTIVE' ${found} order by i.sort_key, i.id`;
  const rows = all(tiers, (tier) =>
    (prepared(tier, sql).all(kind, ...(query ? [query.match] : [])) as ItemRow[]).map((item) => ({
      tier,
      item,
    })),
  );
  return rows.sort((a, b) => Buffer.compare(Buffer.from(a.item.sortKey), Buffer.from(b.item.sortKey)));
}
