import { EXIF_PREAMBLE } from '../formats/exif.ts';
import { CannotCleanError } from './cannotClean.ts';
import { placelessExif } from './exif.ts';

/**
 * The JPEG (ITU-T T.81) up to its end marker, without application segments but: JFIF without its thumbnail, a placeless EXIF, the ICC
 * profile, and Adobe's, which says how the colours are coded. Second pictures (MPF), motion photos and trailers lie behind the end marker.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array[] {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) throw new CannotCleanError('DAMAGED');
  const pieces = [bytes.subarray(0, 2)];
  let exifSeen = false;
  for (const segment of segments(bytes)) {
    const { marker, content } = segment;
    if (marker === EOI) return [...pieces, bytes.subarray(segment.start, segment.end)];
    const isExif = marker === APP1 && startsWith(content, EXIF_PREAMBLE);
    const replacement = isExif && !exifSeen ? exifSegment(content) : applicationSegment(marker, content);
    exifSeen ||= isExif;
    if (replacement === 'AS_IT_IS') pieces.push(bytes.subarray(segment.start, segment.end));
    else if (replacement !== null) pieces.push(replacement);
  }
  throw new CannotCleanError('DAMAGED');
}

/** Does a stream inside another file (a strip of a TIFF) hold nothing but picture? */
export function isBareJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return false;
  for (const { marker, content, end } of segments(bytes)) {
    if (marker === EOI) return bytes.subarray(end).every((byte) => byte === 0 || byte === 0xff);
    if (applicationSegment(marker, content) !== 'AS_IT_IS') return false;
  }
  return false;
}

type Segment = { marker: number; start: number; end: number; content: Uint8Array };

/** From after SOI to EOI; a scan's coded data belongs to its segment. Ends early where the structure breaks. */
function* segments(bytes: Uint8Array): Generator<Segment> {
  let at = 2;
  while (at + 2 <= bytes.byteLength && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) {
      yield { marker, start: at, end: at + 2, content: bytes.subarray(at, at) };
      return;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const contentEnd = at + 2 + length;
    if (length < 2 || contentEnd > bytes.byteLength) return;
    const end = marker === SOS ? endOfScan(bytes, contentEnd) : contentEnd;
    yield { marker, start: at, end, content: bytes.subarray(at + 4, contentEnd) };
    at = end;
  }
}

/** Coded data goes on to the next marker that is neither a stuffed FF nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < RST0 || next > RST7)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.byteLength;
}

function applicationSegment(marker: number, content: Uint8Array): Uint8Array | 'AS_IT_IS' | null {
  if (TABLES_AND_FRAMES.has(marker)) return 'AS_IT_IS';
  if (marker === APP0 && startsWith(content, JFIF)) return jfifWithoutThumbnail(content);
  if (marker === APP2 && startsWith(content, ICC_PROFILE)) return 'AS_IT_IS';
  if (marker === APP14 && startsWith(content, ADOBE)) return content.byteLength === 12 ? 'AS_IT_IS' : null;
  if ((marker >= APP0 && marker <= APP15) || marker === COM) return null;
  throw new CannotCleanError('FORMAT');
}

function jfifWithoutThumbnail(content: Uint8Array): Uint8Array {
  const segment = new Uint8Array(18);
  segment.set([0xff, APP0, 0, 16]);
  segment.set(content.subarray(0, 12), 4);
  return segment;
}

function exifSegment(content: Uint8Array): Uint8Array | null {
  const exif = placelessExif(content);
  if (exif === null) return null;
  const length = 2 + EXIF_PREAMBLE.length + exif.byteLength;
  if (length > MAX_SEGMENT) return null;
  return Uint8Array.from([0xff, APP1, length >> 8, length & 0xff, ...EXIF_PREAMBLE, ...exif]);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

const MAX_SEGMENT = 0xffff;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const RST0 = 0xd0;
const RST7 = 0xd7;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;
/** SOF0–15 with DHT (C4) and DAC (CC), SOS, DQT, DNL, DRI, DHP, EXP. */
const TABLES_AND_FRAMES: ReadonlySet<number> = new Set([
  ...[0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf],
  ...[0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf],
]);
const JFIF = [...Buffer.from('JFIF\0')];
const ICC_PROFILE = [...Buffer.from('ICC_PROFILE\0')];
const ADOBE = [...Buffer.from('Adobe')];
