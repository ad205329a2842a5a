import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { chunkId, listSegments, openSegment } from './segment.ts';

const BLOBS_AT_ONCE = 200;

/**
 * Blobs that lie in the segments but that no row names: what a crash left between storing and naming. Looks at the
 * numbers from `from` up to and without `before`, a slice at a time, so that the caller's thread stays free. No
 * number in that range may be under way: give the range of a session that has ended.
 */
export async function* orphanedBlobs(
  folder: string,
  tier: TierFile,
  key: Uint8Array,
  { from, before }: { from: number; before: number },
): AsyncGenerator<number[]> {
  const named = prepared(tier, 'select 1 from blob where no = ?');
  for (const segment of listSegments(folder, tier.tier)) {
    const sqlite = openSegment(folder, tier.tier, segment, key);
    try {
      const next = sqlite
        .prepare('select id from chunk where id >= ? and id < ? order by id limit 1')
        .pluck();
      let at = from;
      while (at < before) {
        const orphans: number[] = [];
        for (let looked = 0; looked < BLOBS_AT_ONCE && at < before; looked += 1) {
          const id = next.get(chunkId(at, 0), chunkId(before, 0)) as number | undefined;
          const blob = id === undefined ? before : Math.floor(id / chunkId(1, 0));
          if (blob < before && named.get(blob) === undefined) orphans.push(blob);
          at = blob + 1;
        }
        if (orphans.length > 0) yield orphans;
        await new Promise(setImmediate);
      }
    } finally {
      sqlite.close();
    }
  }
}

/** The number up to which this tier was looked through; 0 for never. */
export function collectedUpTo(tier: TierFile): number {
  return Number(prepared(tier, 'select coalesce(max(up_to), 0) from collected').pluck().get());
}

export function setCollectedUpTo(tier: TierFile, upTo: number): void {
  prepared(
    tier,
    'insert into collected (one, up_to) values (1, ?) on conflict (one) do update set up_to = excluded.up_to',
  ).run(upTo);
}
