import type { Tier } from '#shared/confidentiality/levels.ts';
import { CopyFailedError } from '../copy.ts';
import { quickCheck } from '../integrity.ts';
import { listSegments, openSegment, openSegmentToWrite } from './segment.ts';

const CHUNKS_AT_ONCE = 32;

/**
 * Copies all chunks of a tier's segments into the same segments of another folder, in slices so that the caller's thread
 * stays free, and proves each copy. Yields the bytes copied so far. The source is read through its own connection: raw reads
 * of an open database file would drop its locks.
 */
export async function* copySegments(
  from: string,
  to: string,
  tier: Tier,
  key: Uint8Array,
): AsyncGenerator<number> {
  let copied = 0;
  for (const segment of listSegments(from, tier)) {
    const source = openSegment(from, tier, segment, key);
    const target = openSegmentToWrite(to, tier, segment, key);
    try {
      const read = source.prepare('select id, data from chunk where id > ? order by id limit ?');
      const insert = target.prepare('insert into chunk (id, data) values (?, ?)');
      for (let after = 0; ; ) {
        const chunks = read.all(after, CHUNKS_AT_ONCE) as { id: number; data: Buffer }[];
        const last = chunks.at(-1);
        if (!last) break;
        target.transaction(() => {
          for (const { id, data } of chunks) insert.run(id, data);
        })();
        copied += chunks.reduce((sum, { data }) => sum + data.length, 0);
        after = last.id;
        yield copied;
        await new Promise(setImmediate);
      }
      const found = quickCheck({ sqlite: target });
      if (found.length > 0) throw new CopyFailedError(found.join('; '));
      target.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      source.close();
      target.close();
    }
  }
}
