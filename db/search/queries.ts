import type { Id } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import { SPINE } from '../items/queries.ts';
import type { ItemRow } from '../items/schema.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';

/** Up to here hits are counted and ranked; beyond it the newest come first. */
export const RANKED_HITS = 10_000;

export type Hit = ItemRow & { rank: number };

/** What a text finds in one tier. Records are counted to {@link RANKED_HITS} + 1 at most. */
export type TierHits = {
  counts: ReadonlyMap<ItemKind, number>;
  /** The best hits of a kind by bm25, or the newest where there are too many to rank. */
  best(kind: ItemKind, ranked: boolean, limit: number): Hit[];
};

/** So many hits are ranked in the one query that counts them. */
const FEW_HITS = 300;
// The title weighs most, then what it sounds like.
const RANK = 'bm25(search, 8.0, 1.0, 4.0)';
/** Written as the partial index has it, which holds nothing but these. */
const OTHERS = `search s cross join item i indexed by item_other on i.no = s.rowid
  where search match ? and (i.kind <> 'record' or i.state <> 'ACTIVE')`;

export function findHits(tier: TierFile, match: string): TierHits {
  const few = prepared(
    tier,
    `select i.no, i.kind, i.state, ${RANK} as rank from search s cross join item i on i.no = s.rowid
     where search match ? limit ${FEW_HITS + 1}`,
  ).all(match) as FewHit[];
  return few.length <= FEW_HITS ? fewHits(tier, few) : manyHits(tier, match);
}

type FewHit = { no: number; kind: ItemKind; state: string; rank: number };

function fewHits(tier: TierFile, hits: readonly FewHit[]): TierHits {
  const seen = hits.filter(({ state }) => state === 'ACTIVE');
  const counts = new Map<ItemKind, number>();
  for (const { kind } of seen) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return {
    counts,
    best(kind, ranked, limit) {
      const order = (a: FewHit, b: FewHit) => (ranked ? a.rank - b.rank : 0) || b.no - a.no;
      const best = seen
        .filter((hit) => hit.kind === kind)
        .sort(order)
        .slice(0, limit);
      const sql = `select ${SPINE} from json_each(?) k cross join item i on i.no = k.value order by k.key`;
      const rows = prepared(tier, sql).all(JSON.stringify(best.map(({ no }) => no))) as ItemRow[];
      return rows.map((row, index) => ({ ...row, rank: best[index]?.rank ?? 0 }));
    },
  };
}

/** Nearly all of many hits are records: the others are counted by their small index, and the records are the rest. */
function manyHits(tier: TierFile, match: string): TierHits {
  const others = prepared(tier, `select i.kind, i.state, count(*) as n from ${OTHERS} group by 1, 2`).all(
    match,
  ) as { kind: ItemKind; state: string; n: number }[];
  const known = others.reduce((sum, { n }) => sum + n, 0);
  const total = prepared(
    tier,
    'select count(*) from (select 1 from search where search match ? limit ?)',
  ).pluck();
  const counts = new Map<ItemKind, number>();
  for (const { kind, state, n } of others) if (state === 'ACTIVE') counts.set(kind, n);
  counts.set('record', Number(total.get(match, RANKED_HITS + 1 + known)) - known);
  return {
    counts,
    best(kind, ranked, limit) {
      const rank = ranked ? RANK : '0.0';
      if (kind !== 'record') {
        const sql = `select ${SPINE}, ${rank} as rank from ${OTHERS} and i.kind = ? and i.state = 'ACTIVE' order by rank, i.no desc limit ?`;
        return prepared(tier, sql).all(match, kind, limit) as Hit[];
      }
      const best = ranked ? `order by ${RANK}, rowid desc` : 'order by rowid desc';
      const sql = `select ${SPINE}, h.rank from (select rowid as no, ${rank} as rank from search where search match ? ${best} limit ?) h
        cross join item i on i.no = h.no where i.kind = 'record' and i.state = 'ACTIVE' order by h.rank, i.no desc limit ?`;
      return prepared(tier, sql).all(match, limit + known, limit) as Hit[];
    },
  };
}

/** What a hit shows of a record beside its title; `thumbnail` is a blob's number. */
export type RecordHit = {
  refCode: string | null;
  docDate: string | null;
  responsible: string;
  thumbnail: number | null;
};

export function readRecordHit(tier: TierFile, id: Id): RecordHit | null {
  const row = prepared(
    tier,
    `select r.ref_code as refCode, r.doc_date as docDate, r.responsible, f.thumbnail
     from record r left join file f on f.id = r.cover_file where r.id = ?`,
  ).get(id);
  return (row as RecordHit | undefined) ?? null;
}
