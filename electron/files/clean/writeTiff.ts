/** Bytes of the value in the byte order of the whole. */
export type TiffField = { tag: number; type: number; count: number; bytes: Uint8Array };
/** Picture data of a page, with the tags under which their offsets and lengths are written. */
export type TiffStrips = { offsetsTag: number; lengthsTag: number; data: readonly Uint8Array[] };
export type TiffPage = {
  fields: readonly TiffField[];
  exif: readonly TiffField[];
  strips: TiffStrips | null;
};

/** A classic TIFF of the pages, in pieces. The picture data is passed on as it is, not copied. */
export function writeTiff(littleEndian: boolean, pages: readonly TiffPage[]): Uint8Array[] {
  const header = new Uint8Array(8);
  header.set(littleEndian ? [0x49, 0x49, 42, 0] : [0x4d, 0x4d, 0, 42]);
  putLong(header, 4, 8, littleEndian);
  const pieces: Uint8Array[] = [header];
  let at = 8;
  for (const [index, page] of pages.entries()) {
    const written = writePage(page, at, littleEndian, index === pages.length - 1);
    pieces.push(...written);
    at += written.reduce((sum, piece) => sum + piece.byteLength, 0);
  }
  return pieces;
}

/** Directory with its values, exposure directory, then the picture data; every piece of even length. */
function writePage(page: TiffPage, at: number, littleEndian: boolean, last: boolean): Uint8Array[] {
  const strips = page.strips?.data ?? [];
  const pointers = (exifAt: number, dataAt: number): TiffField[] => [
    ...(page.exif.length === 0 ? [] : [longs(EXIF_POINTER, [exifAt], littleEndian)]),
    ...(page.strips === null ? [] : stripFields(page.strips, dataAt, littleEndian)),
  ];
  const length = (fields: readonly TiffField[]) => directory(fields, 0, 0, littleEndian).byteLength;
  const exifAt = at + length([...page.fields, ...pointers(0, 0)]);
  const dataAt = exifAt + (page.exif.length === 0 ? 0 : length(page.exif));
  const end = dataAt + strips.reduce((sum, strip) => sum + even(strip.byteLength), 0);
  const pieces = [directory([...page.fields, ...pointers(exifAt, dataAt)], at, last ? 0 : end, littleEndian)];
  if (page.exif.length > 0) pieces.push(directory(page.exif, exifAt, 0, littleEndian));
  for (const strip of strips) pieces.push(strip, new Uint8Array(strip.byteLength % 2));
  return pieces;
}

function stripFields(
  { offsetsTag, lengthsTag, data }: TiffStrips,
  dataAt: number,
  littleEndian: boolean,
): TiffField[] {
  const offsets: number[] = [];
  let at = dataAt;
  for (const strip of data) {
    offsets.push(at);
    at += even(strip.byteLength);
  }
  const lengths = data.map(({ byteLength }) => byteLength);
  return [longs(offsetsTag, offsets, littleEndian), longs(lengthsTag, lengths, littleEndian)];
}

/** One directory lying at `at`, followed by its longer values. Entries are in the order of their tags, as TIFF 6.0 demands. */
function directory(
  fields: readonly TiffField[],
  at: number,
  next: number,
  littleEndian: boolean,
): Uint8Array {
  const sorted = fields.toSorted((left, right) => left.tag - right.tag);
  const entriesLength = 2 + sorted.length * 12 + 4;
  const valuesLength = sorted.reduce(
    (sum, { bytes }) => sum + (bytes.byteLength > 4 ? even(bytes.byteLength) : 0),
    0,
  );
  const result = new Uint8Array(entriesLength + valuesLength);
  const view = new DataView(result.buffer);
  view.setUint16(0, sorted.length, littleEndian);
  let valueAt = entriesLength;
  for (const [index, { tag, type, count, bytes }] of sorted.entries()) {
    const entry = 2 + index * 12;
    view.setUint16(entry, tag, littleEndian);
    view.setUint16(entry + 2, type, littleEndian);
    view.setUint32(entry + 4, count, littleEndian);
    if (bytes.byteLength <= 4) {
      result.set(bytes, entry + 8);
      continue;
    }
    view.setUint32(entry + 8, at + valueAt, littleEndian);
    result.set(bytes, valueAt);
    valueAt += even(bytes.byteLength);
  }
  view.setUint32(entriesLength - 4, next, littleEndian);
  return result;
}

function longs(tag: number, numbers: readonly number[], littleEndian: boolean): TiffField {
  const bytes = new Uint8Array(numbers.length * 4);
  for (const [index, number] of numbers.entries()) putLong(bytes, index * 4, number, littleEndian);
  return { tag, type: 4, count: numbers.length, bytes };
}

function putLong(bytes: Uint8Array, at: number, value: number, littleEndian: boolean): void {
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(at, value, littleEndian);
}

function even(length: number): number {
  return length + (length % 2);
}

const EXIF_POINTER = 0x8769;
