import sharp from 'sharp';
import { exifFacts } from '../files/formats/exif.ts';
import type { PackFault } from './readBack.ts';

/** A picture drawn anew has none of these; a segment that is none of a bare JPEG holds something else. */
export async function pictureFaults(bytes: Buffer, file: string): Promise<PackFault[]> {
  const { format, exif, xmp, iptc, comments } = await sharp(bytes).metadata();
  const tellsPlace = exifFacts(exif).gps !== null || xmp?.includes(XMP_PLACE) === true;
  if (tellsPlace) return [{ rule: 'LEAK_LOCATION', file }];
  const tells = exif || xmp || iptc || comments?.length;
  return format === 'jpeg' && !tells && isBareJpeg(bytes) ? [] : [{ rule: 'LEAK_METADATA', file }];
}

/** exif:GPSLatitude and its like (Adobe XMP, part 2). */
const XMP_PLACE = 'GPSL';

/**
 * SOI, then JFIF, Adobe's colour mark, tables, frame and scan (ITU-T T.81 B.1.1.3); nothing after the end. The two marks have a
 * shape in which no word finds room.
 */
export function isBareJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  let at = 2;
  for (;;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return false;
    if (marker === 0xda) break;
    const next = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    const isTable = marker === 0xdb || marker === 0xc4 || marker === 0xdd;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc;
    if (!isTable && !isFrame && !isMark(marker, bytes.subarray(at + 4, next))) return false;
    at = next;
    if (at + 4 > bytes.length) return false;
  }
  return (
    bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9 && Buffer.from(bytes).indexOf(EOI, at) === bytes.length - 2
  );
}

/**
 * APP0 of JFIF (ITU-T T.871, 10.1): version 1, unit and density of points, no thumbnail. APP14 of Adobe (T.872, 6.5.3): version,
 * two words of flags, and how the colours are coded.
 */
function isMark(marker: number, content: Uint8Array): boolean {
  const begins = (word: string) => [...Buffer.from(word)].every((byte, at) => content[at] === byte);
  if (marker === 0xe0) {
    const [version, unit = 3, across, down] = [content[5], content[7], content[12], content[13]];
    return (
      content.length === 14 && begins('JFIF\0') && version === 1 && unit <= 2 && across === 0 && down === 0
    );
  }
  return marker === 0xee && content.length === 12 && begins('Adobe') && (content[11] ?? 3) <= 2;
}

const EOI = Buffer.from([0xff, 0xd9]);
