import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Tier } from '#shared/confidentiality/levels.ts';
import { createEncrypted, openEncrypted, type Sqlite } from '../cipher.ts';

export const CHUNK_SIZE = 1 << 20;
/** A full segment is only written to erase. 2 GiB minus room for the last transaction, for sticks with FAT32. */
export const SEGMENT_LIMIT = 2_000_000_000;
/** The chunk's key is blob number × 2^20 + chunk number: up to 1 TiB a blob, 2^33 blobs, in one integer. */
const CHUNKS_PER_BLOB = 2 ** 20;

export function segmentFile(folder: string, tier: Tier, segment: number): string {
  return join(folder, `${tier}.files-${String(segment).padStart(3, '0')}.db`);
}

/** The numbers of a tier's segments that are there, in order. */
export function listSegments(folder: string, tier: Tier): number[] {
  const pattern = new RegExp(`^${tier}\\.files-(\\d{3,})\\.db$`);
  return readdirSync(folder)
    .map((name) => pattern.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
}

export function openSegment(folder: string, tier: Tier, segment: number, key: Uint8Array): Sqlite {
  return openEncrypted(segmentFile(folder, tier, segment), key, { synchronous: 'NORMAL' });
}

/** Opens for writing; makes the file when it is not there yet. */
export function openSegmentToWrite(folder: string, tier: Tier, segment: number, key: Uint8Array): Sqlite {
  const file = segmentFile(folder, tier, segment);
  if (!existsSync(file)) createEncrypted(file, key);
  const sqlite = openEncrypted(file, key, { synchronous: 'NORMAL' });
  sqlite.exec('create table if not exists chunk (id integer primary key, data blob not null) strict');
  return sqlite;
}

/** Bytes on disk of a segment, its WAL included. Only sizes are read, never content: that would drop locks. */
export function segmentSize(folder: string, tier: Tier, segment: number): number {
  const file = segmentFile(folder, tier, segment);
  return sizeOf(file) + sizeOf(`${file}-wal`);
}

export function chunkId(blob: number, chunk: number): number {
  return blob * CHUNKS_PER_BLOB + chunk;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
