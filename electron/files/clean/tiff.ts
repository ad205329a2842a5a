import {
  bytesOf,
  numbersOf,
  openTiff,
  readDirectory,
  type Tiff,
  type TiffDirectory,
} from '../formats/tiff.ts';
import { CannotCleanError } from './cannotClean.ts';
import { DESCRIPTIVE_TAGS, kept, keptExif } from './exif.ts';
import { isBareJpeg } from './jpeg.ts';
import { type TiffPage, type TiffStrips, writeTiff } from './writeTiff.ts';

/** The pages of a TIFF 6.0 written anew: picture data as it lies there, the tags that say how to read it, placeless description. Reduced copies of pages are left out. */
export function cleanTiff(bytes: Uint8Array): Uint8Array[] {
  const tiff = openTiff(bytes);
  if (tiff === null) throw new CannotCleanError('FORMAT');
  const pages = directories(tiff)
    .filter((directory) => !isReduced(tiff, directory))
    .map((directory) => cleanPage(tiff, directory));
  const dataLength = pages.reduce((sum, { strips }) => sum + dataLengthOf(strips), 0);
  // Strips that lie over one another could make a huge copy of a small file.
  if (pages.length === 0 || dataLength > bytes.byteLength) throw new CannotCleanError('DAMAGED');
  return writeTiff(tiff.littleEndian, pages);
}

function directories(tiff: Tiff): TiffDirectory[] {
  const found: TiffDirectory[] = [];
  const seen = new Set<number>();
  for (let offset = tiff.firstDirectory; offset !== 0; offset = found.at(-1)?.next ?? 0) {
    const directory = seen.has(offset) || seen.size > MAX_PAGES ? null : readDirectory(tiff, offset);
    if (directory === null || !directory.whole) throw new CannotCleanError('DAMAGED');
    seen.add(offset);
    found.push(directory);
  }
  return found;
}

function cleanPage(tiff: Tiff, directory: TiffDirectory): TiffPage {
  const compression = numbersOf(tiff, directory.entries.get(TAG.compression))[0] ?? 1;
  if (!COMPRESSIONS.has(compression)) throw new CannotCleanError('FORMAT');
  const strips = stripsOf(tiff, directory);
  const tables = directory.entries.get(TAG.jpegTables);
  const streams = [...strips.data, ...(tables === undefined ? [] : [bytesOf(tiff, tables)])];
  if (compression === JPEG && !streams.every(isBareJpeg)) throw new CannotCleanError('FORMAT');
  const fields = kept(tiff, directory, new Set([...PICTURE_TAGS, ...DESCRIPTIVE_TAGS]));
  return { fields, exif: keptExif(tiff, directory), strips };
}

function stripsOf(tiff: Tiff, { entries }: TiffDirectory): TiffStrips {
  const tiled = entries.has(TAG.tileOffsets);
  const offsetsTag = tiled ? TAG.tileOffsets : TAG.stripOffsets;
  const lengthsTag = tiled ? TAG.tileByteCounts : TAG.stripByteCounts;
  const offsets = numbersOf(tiff, entries.get(offsetsTag), MAX_STRIPS);
  const lengths = numbersOf(tiff, entries.get(lengthsTag), MAX_STRIPS);
  if (offsets.length === 0 || offsets.length !== lengths.length) throw new CannotCleanError('DAMAGED');
  const data = offsets.map((offset, index) => {
    const end = offset + (lengths[index] ?? 0);
    if (end > tiff.bytes.byteLength) throw new CannotCleanError('DAMAGED');
    return tiff.bytes.subarray(offset, end);
  });
  return { offsetsTag, lengthsTag, data };
}

function isReduced(tiff: Tiff, { entries }: TiffDirectory): boolean {
  return ((numbersOf(tiff, entries.get(TAG.newSubfileType))[0] ?? 0) & 1) === 1;
}

function dataLengthOf(strips: TiffStrips | null): number {
  return strips?.data.reduce((sum, { byteLength }) => sum + byteLength, 0) ?? 0;
}

const MAX_PAGES = 10_000;
const MAX_STRIPS = 1_000_000;

const TAG = {
  newSubfileType: 0xfe,
  compression: 0x103,
  stripOffsets: 0x111,
  stripByteCounts: 0x117,
  tileOffsets: 0x144,
  tileByteCounts: 0x145,
  jpegTables: 0x15b,
} as const;

const JPEG = 7;
/** None, CCITT ×3, LZW, JPEG, Deflate ×2, PackBits. Not the old JPEG (6), whose data lies in tags of its own. */
const COMPRESSIONS: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, JPEG, 8, 32_946, 32_773]);

/** What a reader needs to decode the data and show it in its colours. The offsets and lengths are written anew. */
const PICTURE_TAGS: readonly number[] = [
  ...[0xfe, 0x100, 0x101, 0x102, 0x103, 0x106, 0x10a, 0x115, 0x116, 0x11c, 0x122, 0x123, 0x124, 0x125, 0x129],
  ...[0x12d, 0x13d, 0x13e, 0x13f, 0x140, 0x142, 0x143, 0x14c, 0x152, 0x153, 0x154, 0x155, 0x15b],
  ...[0x211, 0x212, 0x214, 0x8773],
];
