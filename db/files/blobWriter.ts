import { createHash, type Hash } from 'node:crypto';
import type { Tier } from '#shared/confidentiality/levels.ts';
import type { Sqlite } from '../cipher.ts';
import {
  CHUNK_SIZE,
  chunkId,
  listSegments,
  openSegmentToWrite,
  SEGMENT_LIMIT,
  segmentSize,
} from './segment.ts';

/** Chunks that one transaction takes: more is hardly faster and lets the WAL grow. */
const CHUNKS_PER_TRANSACTION = 32;

export type StoredBytes = { sha256: string; size: number; firstSegment: number };

export type BlobWriter = {
  /** Takes bytes in any portions. */
  write(bytes: Uint8Array): void;
  /** Everything is on the disk when this returns. */
  finish(): StoredBytes;
  /** Takes back what was stored so far. */
  abandon(): void;
};

export type SegmentWriter = {
  begin(blob: number): BlobWriter;
  /** Syncs what was stored since: before the rows that name it are written. */
  sync(): void;
  /** Removes the chunks of blobs that no row names. */
  erase(blobs: readonly number[]): void;
  /** The highest blob number any chunk has, finished or not. */
  highestBlob(): number;
  close(): void;
};

/** The only writer of a tier's segments; lives in the store worker. */
export function createSegmentWriter(
  folder: string,
  tier: Tier,
  key: Uint8Array,
  limit: number = SEGMENT_LIMIT,
): SegmentWriter {
  const own = Uint8Array.from(key);
  let segment = listSegments(folder, tier).at(-1) ?? 1;
  let sqlite = openSegmentToWrite(folder, tier, segment, own);
  let insert = sqlite.prepare('insert into chunk (id, data) values (?, ?)');

  /** A chunk never spans segments; a blob may. */
  function nextSegmentIfFull(): void {
    if (segmentSize(folder, tier, segment) < limit) return;
    settle(sqlite);
    sqlite.close();
    segment += 1;
    sqlite = openSegmentToWrite(folder, tier, segment, own);
    insert = sqlite.prepare('insert into chunk (id, data) values (?, ?)');
  }

  return {
    begin(blob) {
      const hash: Hash = createHash('sha256');
      const first = segment;
      let stored = 0;
      let size = 0;
      let ready: Uint8Array[] = [];
      let partial: Buffer = Buffer.alloc(0);

      function store(): void {
        if (ready.length === 0) return;
        nextSegmentIfFull();
        sqlite
          .transaction(() => {
            for (const chunk of ready) insert.run(chunkId(blob, stored++), chunk);
          })
          .immediate();
        ready = [];
      }

      return {
        write(bytes) {
          hash.update(bytes);
          size += bytes.length;
          let rest = partial.length > 0 ? Buffer.concat([partial, bytes]) : bytes;
          while (rest.length >= CHUNK_SIZE) {
            ready.push(rest.subarray(0, CHUNK_SIZE));
            rest = rest.subarray(CHUNK_SIZE);
            if (ready.length >= CHUNKS_PER_TRANSACTION) store();
          }
          partial = Buffer.from(rest);
        },
        finish() {
          if (partial.length > 0) ready.push(partial);
          store();
          return { sha256: hash.digest('hex'), size, firstSegment: first };
        },
        abandon() {
          ready = [];
          for (const number of listSegments(folder, tier)) {
            if (number >= first) eraseIn(number, [blob]);
          }
        },
      };
    },
    sync() {
      settle(sqlite);
    },
    erase(blobs) {
      for (const number of listSegments(folder, tier)) eraseIn(number, blobs);
    },
    highestBlob() {
      return Math.max(0, ...listSegments(folder, tier).map(highestIn));
    },
    close() {
      sqlite.pragma('wal_checkpoint(TRUNCATE)');
      sqlite.close();
      own.fill(0);
    },
  };

  function inSegment<T>(number: number, use: (sqlite: Sqlite) => T): T {
    if (number === segment) return use(sqlite);
    const other = openSegmentToWrite(folder, tier, number, own);
    try {
      return use(other);
    } finally {
      other.pragma('wal_checkpoint(TRUNCATE)');
      other.close();
    }
  }

  function eraseIn(number: number, blobs: readonly number[]): void {
    inSegment(number, (file) => {
      const remove = file.prepare('delete from chunk where id >= ? and id < ?');
      file.transaction(() => {
        for (const blob of blobs) remove.run(chunkId(blob, 0), chunkId(blob + 1, 0));
      })();
    });
  }

  function highestIn(number: number): number {
    return inSegment(number, (file) => {
      const id = Number(file.prepare('select coalesce(max(id), 0) from chunk').pluck().get());
      return Math.floor(id / chunkId(1, 0));
    });
  }
}

/** NORMAL syncs the WAL only at a checkpoint: this forces one. */
function settle(sqlite: Sqlite): void {
  sqlite.pragma('wal_checkpoint(PASSIVE)');
}
