/**
 * Directories of a TIFF structure (TIFF 6.0, also the inside of every EXIF block) held in memory. Nothing here follows a pointer
 * by itself, and nothing reads beyond the bytes: whatever a file declares, reading ends.
 */
export type Tiff = { bytes: Uint8Array; view: DataView; littleEndian: boolean; firstDirectory: number };
export type TiffEntry = { tag: number; type: number; count: number; offset: number; byteLength: number };
export type TiffDirectory = { entries: Map<number, TiffEntry>; next: number; whole: boolean };

/** Null where this is no classic TIFF (BigTIFF, version 43, is none). */
export function openTiff(bytes: Uint8Array): Tiff | null {
  if (bytes.byteLength < 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = view.getUint16(0, false);
  if (order !== 0x4949 && order !== 0x4d4d) return null;
  const littleEndian = order === 0x4949;
  if (view.getUint16(2, littleEndian) !== 42) return null;
  return { bytes, view, littleEndian, firstDirectory: view.getUint32(4, littleEndian) };
}

/** Entries whose values lie inside the bytes; `whole` is false where some do not, or the directory itself is cut. Null: no directory there. */
export function readDirectory(tiff: Tiff, offset: number): TiffDirectory | null {
  const { view, littleEndian } = tiff;
  if (offset < 8 || offset + 2 > view.byteLength) return null;
  const declared = view.getUint16(offset, littleEndian);
  const present = Math.min(declared, Math.floor((view.byteLength - offset - 2) / ENTRY_LENGTH));
  const entries = new Map<number, TiffEntry>();
  let whole = present === declared;
  for (let index = 0; index < present; index += 1) {
    const entry = readEntry(tiff, offset + 2 + index * ENTRY_LENGTH);
    if (entry === 'OUTSIDE') whole = false;
    else if (entry !== null && !entries.has(entry.tag)) entries.set(entry.tag, entry);
  }
  const end = offset + 2 + declared * ENTRY_LENGTH;
  const next = end + 4 <= view.byteLength ? view.getUint32(end, littleEndian) : 0;
  return { entries, next, whole };
}

/** Numbers of an entry, rationals divided (x/0 is NaN); at most `limit` of them. Empty for text and unknown types. */
export function numbersOf(tiff: Tiff, entry: TiffEntry | undefined, limit = 64): number[] {
  if (entry === undefined) return [];
  const numbers: number[] = [];
  const size = TYPE_SIZES[entry.type] ?? 0;
  for (let index = 0; index < Math.min(entry.count, limit); index += 1) {
    const value = numberAt(tiff, entry.type, entry.offset + index * size);
    if (value === null) return [];
    numbers.push(value);
  }
  return numbers;
}

/** The value's bytes as they lie in the file. */
export function bytesOf(tiff: Tiff, entry: TiffEntry): Uint8Array {
  return tiff.bytes.subarray(entry.offset, entry.offset + entry.byteLength);
}

/** Null for an entry without a value: an unknown type or a count of 0. */
function readEntry(tiff: Tiff, at: number): TiffEntry | 'OUTSIDE' | null {
  const { view, littleEndian } = tiff;
  const type = view.getUint16(at + 2, littleEndian);
  const count = view.getUint32(at + 4, littleEndian);
  const byteLength = (TYPE_SIZES[type] ?? 0) * count;
  if (byteLength === 0) return null;
  const offset = byteLength <= 4 ? at + 8 : view.getUint32(at + 8, littleEndian);
  if (offset + byteLength > view.byteLength) return 'OUTSIDE';
  return { tag: view.getUint16(at, littleEndian), type, count, offset, byteLength };
}

function numberAt({ view, littleEndian }: Tiff, type: number, at: number): number | null {
  switch (type) {
    case 1:
    case 7:
      return view.getUint8(at);
    case 3:
      return view.getUint16(at, littleEndian);
    case 4:
    case 13:
      return view.getUint32(at, littleEndian);
    case 5:
      return ratio(view.getUint32(at, littleEndian), view.getUint32(at + 4, littleEndian));
    case 6:
      return view.getInt8(at);
    case 8:
      return view.getInt16(at, littleEndian);
    case 9:
      return view.getInt32(at, littleEndian);
    case 10:
      return ratio(view.getInt32(at, littleEndian), view.getInt32(at + 4, littleEndian));
    case 11:
      return view.getFloat32(at, littleEndian);
    case 12:
      return view.getFloat64(at, littleEndian);
    default:
      return null;
  }
}

function ratio(numerator: number, denominator: number): number {
  return denominator === 0 ? Number.NaN : numerator / denominator;
}

const ENTRY_LENGTH = 12;
/** Bytes of one value, by type number 0–13. */
const TYPE_SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
