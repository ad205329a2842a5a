import { crc32, inflateRawSync } from 'node:zlib';
import { type ZipEntry, zipEntries } from '../files/formats/zip.ts';
import { SheetError } from './sheetError.ts';
import { SHEET_LIMITS } from './sheetLimits.ts';

/**
 * The XML parts of a workbook, unpacked within the limits and each proved by its checksum. A part with a document type is
 * refused: entities are how a few kilobytes become gigabytes, and how a table reads files of its reader.
 * @throws SheetError
 */
export async function workbookParts(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const source = {
    size: bytes.length,
    read: async (at: number, length: number) => bytes.subarray(at, at + length),
  };
  const entries = await zipEntries(source).catch(() => null);
  if (entries === null) throw new SheetError('SHEET_DAMAGED');
  if (!entries.some(({ name }) => /^xl\/workbook\.xml$/i.test(name)))
    throw new SheetError('SHEET_NOT_A_TABLE');
  if (entries.length > SHEET_LIMITS.parts) throw new SheetError('SHEET_TOO_LARGE', megabytes());
  const parts = new Map<string, Uint8Array>();
  let left: number = SHEET_LIMITS.unpackedBytes;
  for (const entry of entries) {
    if (!/\.(xml|rels)$/i.test(entry.name)) continue;
    if (parts.has(entry.name)) throw new SheetError('SHEET_DAMAGED');
    const part = unpack(bytes, entry, left);
    left -= part.length;
    if (!isWhole(part)) throw new SheetError('SHEET_DAMAGED');
    if (hasDocumentType(part)) throw new SheetError('SHEET_HAS_ENTITIES');
    parts.set(entry.name, part);
  }
  return parts;
}

/** Reads past nothing the directory does not promise: size and checksum must be as it says. */
function unpack(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array {
  if (entry.size > limit) throw new SheetError('SHEET_TOO_LARGE', megabytes());
  if (entry.encrypted) throw new SheetError('SHEET_ENCRYPTED');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + LOCAL_LENGTH > bytes.length) throw new SheetError('SHEET_DAMAGED');
  if (view.getUint32(entry.offset, true) !== LOCAL_SIGNATURE) throw new SheetError('SHEET_DAMAGED');
  const names = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const start = entry.offset + LOCAL_LENGTH + names;
  const part = inflated(bytes.subarray(start, start + entry.packedSize), entry);
  if (part.length !== entry.size || crc32(part) !== entry.crc) throw new SheetError('SHEET_DAMAGED');
  return part;
}

function inflated(packed: Uint8Array, { method, size }: ZipEntry): Uint8Array {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new SheetError('SHEET_DAMAGED');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new SheetError('SHEET_DAMAGED');
  }
}

/** From its first sign, where an XML declaration must stand (XML 1.0, 2.8), to the end of its last element. */
function isWhole(part: Uint8Array): boolean {
  const text = Buffer.from(part.buffer, part.byteOffset, part.length);
  const start = text
    .subarray(0, 100)
    .toString()
    .replace(/^\ufeff/, '');
  const end = text.subarray(-100).toString().trimEnd();
  return (
    (start.startsWith('<?xml') || !start.includes('<?xml')) &&
    start.trimStart().startsWith('<') &&
    end.endsWith('>')
  );
}

function hasDocumentType(part: Uint8Array): boolean {
  // UTF-16 parts hide their letters from a search of bytes; a workbook's parts are UTF-8.
  const isUtf16 = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff);
  return (
    isUtf16 ||
    part.includes(0) ||
    Buffer.from(part.buffer, part.byteOffset, part.length).includes('<!DOCTYPE')
  );
}

function megabytes(): { max: number } {
  return { max: SHEET_LIMITS.fileBytes / 1024 / 1024 };
}

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
