import type { Tier } from '#shared/confidentiality/levels.ts';
import type { Sqlite } from '../cipher.ts';
import type { BlobRow } from '../records/schema.ts';
import { CHUNK_SIZE, chunkId, listSegments, openSegment } from './segment.ts';

/** A chunk that must be there is not: the segment is missing or was damaged. */
export class BlobMissingError extends Error {}

export type BlobReader = {
  /** Up to `length` bytes from `offset`; fewer only at the end of the blob. */
  read(blob: Pick<BlobRow, 'no' | 'size' | 'firstSegment'>, offset: number, length: number): Uint8Array;
  close(): void;
};

/** Reads chunks of one tier; each call touches at most the chunks that hold the asked bytes (about 0.3 ms each). */
export function createBlobReader(folder: string, tier: Tier, key: Uint8Array): BlobReader {
  const own = Uint8Array.from(key);
  const open = new Map<number, { sqlite: Sqlite; chunk: ReturnType<Sqlite['prepare']> }>();

  function segmentAt(segment: number): { chunk: ReturnType<Sqlite['prepare']> } {
    let known = open.get(segment);
    if (!known) {
      const sqlite = openSegment(folder, tier, segment, own);
      known = { sqlite, chunk: sqlite.prepare('select data from chunk where id = ?').pluck() };
      open.set(segment, known);
    }
    return known;
  }

  function readChunk(blob: { no: number; firstSegment: number }, number: number): Buffer {
    const id = chunkId(blob.no, number);
    for (const segment of listSegments(folder, tier)) {
      if (segment < blob.firstSegment) continue;
      const data = segmentAt(segment).chunk.get(id) as Buffer | undefined;
      if (data) return data;
    }
    throw new BlobMissingError(`chunk ${number} of blob ${blob.no} is missing in ${tier}`);
  }

  return {
    read(blob, offset, length) {
      const end = Math.min(offset + length, blob.size);
      if (offset >= end) return new Uint8Array(0);
      const parts: Uint8Array[] = [];
      for (let number = Math.floor(offset / CHUNK_SIZE); number * CHUNK_SIZE < end; number++) {
        const start = number * CHUNK_SIZE;
        parts.push(
          readChunk(blob, number).subarray(Math.max(0, offset - start), Math.min(CHUNK_SIZE, end - start)),
        );
      }
      const only = parts[0];
      return parts.length === 1 && only ? only : Buffer.concat(parts);
    },
    close() {
      for (const { sqlite } of open.values()) sqlite.close();
      open.clear();
      own.fill(0);
    },
  };
}
