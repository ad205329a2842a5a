import type { ItemRow } from '#db/items/schema.ts';
import { searchBody } from '#db/items/searchIndex.ts';
import type { TierFile } from '#db/open.ts';
import { findHits, type Hit, RANKED_HITS, readRecordHit } from '#db/search/queries.ts';
import { inOrder } from '#db/tiers.ts';
import { ITEM_KINDS } from '#shared/items.ts';
import type { SearchHit } from '#shared/search/contract.ts';
import { parseQuery, type SearchQuery } from '#shared/search/query.ts';
import { markedSnippet, markedTitle } from '#shared/search/snippet.ts';
import type { App } from '../app.ts';
import { unlocked } from './procedure.ts';
import { pictureAddress } from './recordView.ts';

export const search = {
  find: unlocked.search.find.handler(({ context: { app, vault }, input }) => {
    const query = parseQuery(input.text);
    if (!query) return { groups: [] };
    const kinds = input.kind ? [input.kind] : ITEM_KINDS;
    const finds = inOrder(vault.tiers).map((tier) => ({ tier, ...findHits(tier, query.match) }));
    const groups = kinds.flatMap((kind) => {
      const holding = finds.filter(({ counts }) => (counts.get(kind) ?? 0) > 0);
      const count = holding.reduce((sum, { counts }) => sum + (counts.get(kind) ?? 0), 0);
      if (count === 0) return [];
      const ranked = count <= RANKED_HITS;
      const found = holding.flatMap(({ tier, best }) =>
        best(kind, ranked, input.limit).map((hit) => ({ tier, hit })),
      );
      const best = found.sort((a, b) => order(a.hit, b.hit, ranked)).slice(0, input.limit);
      const hits = best.map(({ tier, hit }) => showHit(app, tier, hit, query));
      return { kind, count: Math.min(count, RANKED_HITS), more: count > RANKED_HITS, hits };
    });
    return { groups };
  }),
};

function order(a: Hit, b: Hit, ranked: boolean): number {
  return ranked ? a.rank - b.rank || b.updatedAt - a.updatedAt : b.createdAt - a.createdAt;
}

function showHit(app: App, tier: TierFile, item: ItemRow, query: SearchQuery): SearchHit {
  const record = item.kind === 'record' ? readRecordHit(tier, item.id) : null;
  const detail = record
    ? [record.refCode, record.docDate, record.responsible].filter(Boolean).join(' · ')
    : '';
  return {
    id: item.id,
    kind: item.kind,
    level: item.level,
    title: markedTitle(item.title, query, item.kind === 'person'),
    body: markedSnippet(searchBody(tier, item.kind, item.id), query),
    detail,
    cover: record?.thumbnail == null ? null : pictureAddress(app, tier, record.thumbnail),
  };
}
