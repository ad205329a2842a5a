import { withoutPreamble } from '../formats/exif.ts';
import {
  bytesOf,
  numbersOf,
  openTiff,
  readDirectory,
  type Tiff,
  type TiffDirectory,
} from '../formats/tiff.ts';
import { type TiffField, type TiffPage, writeTiff } from './writeTiff.ts';

/**
 * A new EXIF block (TIFF header first) of the fields that describe picture and exposure. Null where none is left or the old block
 * cannot be read. The lists say what stays, so whatever a camera maker invents next is left out.
 */
export function placelessExif(block: Uint8Array): Uint8Array | null {
  const tiff = openTiff(withoutPreamble(block));
  const main = tiff === null ? null : readDirectory(tiff, tiff.firstDirectory);
  if (tiff === null || main === null) return null;
  const page: TiffPage = {
    fields: kept(tiff, main, DESCRIPTIVE_TAGS),
    exif: keptExif(tiff, main),
    strips: null,
  };
  if (page.fields.length === 0 && page.exif.length === 0) return null;
  return Buffer.concat(writeTiff(tiff.littleEndian, [page]));
}

export function kept(tiff: Tiff, directory: TiffDirectory, tags: ReadonlySet<number>): TiffField[] {
  return [...directory.entries.values()]
    .filter(({ tag }) => tags.has(tag))
    .map((entry) => ({ tag: entry.tag, type: entry.type, count: entry.count, bytes: bytesOf(tiff, entry) }));
}

export function keptExif(tiff: Tiff, main: TiffDirectory): TiffField[] {
  const [offset] = numbersOf(tiff, main.entries.get(EXIF_POINTER));
  const exif = offset === undefined ? null : readDirectory(tiff, offset);
  return exif === null ? [] : kept(tiff, exif, EXPOSURE_TAGS);
}

export const EXIF_POINTER = 0x8769;

/** Orientation and resolution, make, model, software, time of change, author and rights. No description: people write places into it. */
export const DESCRIPTIVE_TAGS: ReadonlySet<number> = new Set([
  ...[0x010f, 0x0110, 0x0112, 0x011a, 0x011b, 0x0128, 0x0131, 0x0132, 0x013b, 0x0213, 0x8298],
]);

/**
 * Exposure, lens, colour and time of the exposure. Not here: maker notes, comments, serial numbers, owner, unique ids, and the
 * offset from UTC, which tells the part of the world.
 */
const EXPOSURE_TAGS: ReadonlySet<number> = new Set([
  ...[0x829a, 0x829d, 0x8822, 0x8827, 0x8830, 0x8832, 0x9000, 0x9003, 0x9004, 0x9101, 0x9102],
  ...[0x9201, 0x9202, 0x9203, 0x9204, 0x9205, 0x9206, 0x9207, 0x9208, 0x9209, 0x920a],
  ...[0x9290, 0x9291, 0x9292, 0xa000, 0xa001, 0xa002, 0xa003, 0xa20e, 0xa20f, 0xa210, 0xa217],
  ...[0xa300, 0xa301, 0xa401, 0xa402, 0xa403, 0xa404, 0xa405, 0xa406, 0xa407, 0xa408, 0xa409, 0xa40a, 0xa40c],
  ...[0xa432, 0xa433, 0xa434, 0xa500],
]);
