import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { FileSource } from '../source.ts';

export type ZipEntry = {
  name: string;
  method: number;
  encrypted: boolean;
  packedSize: number;
  /** Unpacked, as the directory says. */
  size: number;
  crc: number;
  offset: number;
};

/**
 * The central directory of a zip, for looking into office documents; nothing is unpacked to disk. Null for zip64, volumes, a directory that
 * is not where the end record says, or one larger than office documents have.
 */
export async function zipEntries(source: FileSource): Promise<ZipEntry[] | null> {
  const tailLength = Math.min(source.size, END_LENGTH + MAX_COMMENT);
  const tail = await source.read(source.size - tailLength, tailLength);
  const end = lastEndRecord(tail);
  if (end === null) return null;
  const { count, size, offset } = end;
  if (size > MAX_DIRECTORY || offset + size > source.size) return null;
  return parseDirectory(await source.read(offset, size), count);
}

/** The unpacked entry, cut at `limit` bytes. Null where it is encrypted, packed otherwise than by Deflate, or broken. */
export async function readZipEntry(
  source: FileSource,
  entry: ZipEntry,
  limit: number,
): Promise<Uint8Array | null> {
  if (entry.encrypted || (entry.method !== STORED && entry.method !== DEFLATED)) return null;
  const header = viewOf(await source.read(entry.offset, LOCAL_LENGTH));
  if (header.byteLength < LOCAL_LENGTH || header.getUint32(0, true) !== LOCAL_SIGNATURE) return null;
  const start = entry.offset + LOCAL_LENGTH + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = await source.read(start, Math.min(entry.packedSize, limit));
  return entry.method === STORED ? packed : inflateUpTo(packed, limit);
}

function lastEndRecord(tail: Uint8Array): { count: number; size: number; offset: number } | null {
  const view = viewOf(tail);
  for (let at = tail.byteLength - END_LENGTH; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const volume = view.getUint32(at + 4, true);
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (volume !== 0 || count === 0xffff || offset === 0xffffffff) return null;
    return { count, size: view.getUint32(at + 12, true), offset };
  }
  return null;
}

function parseDirectory(bytes: Uint8Array, count: number): ZipEntry[] | null {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > bytes.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) return null;
    const nameEnd = at + ENTRY_LENGTH + view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, nameEnd)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Stops unpacking at the limit, so that a bomb costs no more than a document. A broken end keeps what came before it. */
async function inflateUpTo(packed: Uint8Array, limit: number): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  let length = 0;
  const inflate = createInflateRaw();
  try {
    for await (const chunk of Readable.from([packed]).pipe(inflate)) {
      const piece: Uint8Array = chunk;
      kept.push(piece);
      length += piece.byteLength;
      if (length >= limit) break;
    }
  } catch {
    // What was unpacked so far is still text; the damage is the document's own matter.
  }
  return Buffer.concat(kept).subarray(0, limit);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
const MAX_DIRECTORY = 4 * 1024 * 1024;
