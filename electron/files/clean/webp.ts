import { EXIF_PREAMBLE } from '../formats/exif.ts';
import { CannotCleanError } from './cannotClean.ts';
import { placelessExif } from './exif.ts';

/** The WebP (RFC 9649) with its picture, animation, alpha and colour chunks and a placeless EXIF, to the end of the RIFF and no further. */
export function cleanWebp(bytes: Uint8Array): Uint8Array[] {
  if (bytes.byteLength < 20) throw new CannotCleanError('DAMAGED');
  const riffEnd = 8 + viewOf(bytes).getUint32(4, true);
  if (riffEnd > bytes.byteLength) throw new CannotCleanError('DAMAGED');
  const chunks = [...chunksIn(bytes.subarray(12, riffEnd))].flatMap(({ type, content, whole }) => {
    if (type === 'EXIF') return exifChunk(content);
    if (type === 'ANMF') return [frameOfPictureOnly(content)];
    return KEPT.has(type) ? [whole] : [];
  });
  const hasExif = chunks.some((chunk) => typeOf(chunk) === 'EXIF');
  const marked = chunks.map((chunk) => (typeOf(chunk) === 'VP8X' ? withFlags(chunk, hasExif) : chunk));
  const head = new Uint8Array(bytes.subarray(0, 12));
  viewOf(head).setUint32(4, 4 + marked.reduce((sum, { byteLength }) => sum + byteLength, 0), true);
  return [head, ...marked];
}

type Chunk = { type: string; content: Uint8Array; whole: Uint8Array };

function* chunksIn(bytes: Uint8Array): Generator<Chunk> {
  let at = 0;
  while (at + 8 <= bytes.byteLength) {
    const length = viewOf(bytes).getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    // The padding byte of the last chunk is missing in files of some writers.
    if (at + 8 + length > bytes.byteLength) throw new CannotCleanError('DAMAGED');
    const whole = bytes.subarray(at, end);
    yield { type: typeOf(whole), content: bytes.subarray(at + 8, at + 8 + length), whole };
    at = end;
  }
}

/** A frame begins with 16 bytes of place and time in the animation, then chunks of its own. */
function frameOfPictureOnly(content: Uint8Array): Uint8Array {
  const inner = [...chunksIn(content.subarray(16))]
    .filter(({ type }) => KEPT.has(type))
    .map(({ whole }) => whole);
  return chunk('ANMF', Buffer.concat([content.subarray(0, 16), ...inner]));
}

function exifChunk(content: Uint8Array): Uint8Array[] {
  const exif = placelessExif(content);
  if (exif === null) return [];
  const preambled = EXIF_PREAMBLE.every((byte, index) => content[index] === byte);
  return [chunk('EXIF', preambled ? Buffer.concat([Buffer.from(EXIF_PREAMBLE), exif]) : exif)];
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const result = new Uint8Array(8 + content.byteLength + (content.byteLength % 2));
  result.set(Buffer.from(type, 'latin1'));
  viewOf(result).setUint32(4, content.byteLength, true);
  result.set(content, 8);
  return result;
}

function withFlags(extended: Uint8Array, hasExif: boolean): Uint8Array {
  const result = new Uint8Array(extended);
  result[8] = ((result[8] ?? 0) & ~(FLAG_EXIF | FLAG_XMP)) | (hasExif ? FLAG_EXIF : 0);
  return result;
}

function typeOf(whole: Uint8Array): string {
  return String.fromCharCode(...whole.subarray(0, 4));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const KEPT: ReadonlySet<string> = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ICCP']);
const FLAG_EXIF = 0x08;
const FLAG_XMP = 0x04;
