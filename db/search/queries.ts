import type { ItemKind } from '#shared/items.ts';
import { SPINE } from '../items/queries.ts';
import type { ItemRow } from '../items/schema.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';

/** Up to here hits are counted and ranked; beyond it the newest come first. */
export const RANKED_HITS = 10_000;

const HITS = 'search s join item i on i.no = s.rowid where search match ? and i.kind = ?';

/** At most {@link RANKED_HITS} + 1. */
export function countHits(tier: TierFile, match: string, kind: ItemKind): number {
  return Number(
    prepared(
      tier,
      `select count(*) from (select 1 from ${HITS} and i.state = 'ACTIVE' limit ${RANKED_HITS + 1})`,
    )
      .pluck()
      .get(match, kind),
  );
}

export type Hit = ItemRow & { rank: number };

/** The best hits by bm25 (the title weighs most), or the newest where there are too many to rank. */
export function findHits(
  tier: TierFile,
  match: string,
  kind: ItemKind,
  ranked: boolean,
  limit: number,
): Hit[] {
  const sql = ranked
    ? `select ${SPINE}, bm25(search, 8.0, 1.0, 4.0) as rank from ${HITS} and i.state = 'ACTIVE' order by rank, i.no desc limit ?`
    : `select ${SPINE}, 0 as rank from ${HITS} and i.state = 'ACTIVE' order by s.rowid desc limit ?`;
  return prepared(tier, sql).all(match, kind, limit) as Hit[];
}
