type Value = { type: number; count: number; bytes: Buffer };

/** An 8-bit grey TIFF (big-endian, two strips) with everything a scanner or phone may write beside the picture. */
export function tiffPhoto({ width = 64, height = 40 } = {}): Uint8Array {
  const pixels = Buffer.from(Array.from({ length: width * height }, (_, index) => index % 251));
  const half = (height / 2) * width;
  const gps = directory([
    [1, ascii('N')],
    [2, rationals(30, 1, 35, 1, 3408, 100)],
    [3, ascii('E')],
    [4, rationals(114, 1, 18, 1, 1980, 100)],
    [5, { type: 1, count: 1, bytes: Buffer.from([1]) }],
    [6, rationals(235, 10)],
  ]);
  const exif = directory([
    [0x9003, ascii('2026:05:06 07:08:09')],
    [0xa431, ascii('SN-0815')],
  ]);
  const main = (at: { exif: number; gps: number; pixels: number }) =>
    directory([
      [0x100, long(width)],
      [0x101, long(height)],
      [0x102, short(8)],
      [0x103, short(1)],
      [0x106, short(1)],
      [0x10e, ascii('Wuhan, the garden')],
      [0x10f, ascii('Mengbu')],
      [0x111, long(at.pixels, at.pixels + half)],
      [0x112, short(1)],
      [0x115, short(1)],
      [0x116, long(height / 2)],
      [0x117, long(half, half)],
      [0x2bc, { type: 1, count: 32, bytes: Buffer.from('<x:xmpmeta>Wuhan 30.59</x:xmpmeta'.slice(0, 32)) }],
      [0x8769, long(at.exif)],
      [0x8825, long(at.gps)],
    ]);
  const exifAt = 8 + main({ exif: 0, gps: 0, pixels: 0 })(8).byteLength;
  const gpsAt = exifAt + exif(exifAt).byteLength;
  const pixelsAt = gpsAt + gps(gpsAt).byteLength;
  const head = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]);
  const trailer = Buffer.from('appended: 30.5928 N');
  return Buffer.concat([
    head,
    main({ exif: exifAt, gps: gpsAt, pixels: pixelsAt })(8),
    exif(exifAt),
    gps(gpsAt),
    pixels,
    trailer,
  ]);
}

/** Entries, then the values that do not fit into four bytes, for a directory that will lie at the given offset. */
function directory(fields: [number, Value][]): (at: number) => Buffer {
  return (at) => {
    const entries = Buffer.alloc(2 + fields.length * 12 + 4);
    const values: Buffer[] = [];
    let next = at + entries.byteLength;
    entries.writeUInt16BE(fields.length, 0);
    for (const [index, [tag, { type, count, bytes }]] of fields.entries()) {
      const entry = 2 + index * 12;
      entries.writeUInt16BE(tag, entry);
      entries.writeUInt16BE(type, entry + 2);
      entries.writeUInt32BE(count, entry + 4);
      if (bytes.byteLength <= 4) {
        bytes.copy(entries, entry + 8);
        continue;
      }
      const padded = Buffer.concat([bytes, Buffer.alloc(bytes.byteLength % 2)]);
      entries.writeUInt32BE(next, entry + 8);
      values.push(padded);
      next += padded.byteLength;
    }
    return Buffer.concat([entries, ...values]);
  };
}

function ascii(text: string): Value {
  return { type: 2, count: text.length + 1, bytes: Buffer.from(`${text}\0`) };
}

function short(value: number): Value {
  return { type: 3, count: 1, bytes: Buffer.from([value >> 8, value & 255]) };
}

function long(...numbers: number[]): Value {
  return { type: 4, count: numbers.length, bytes: words(numbers) };
}

function rationals(...numbers: number[]): Value {
  return { type: 5, count: numbers.length / 2, bytes: words(numbers) };
}

function words(numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, index * 4);
  return bytes;
}
