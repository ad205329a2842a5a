import { crc32 } from 'node:zlib';
import { CannotCleanError } from './cannotClean.ts';
import { placelessExif } from './exif.ts';

/** The PNG (W3C PNG, third edition) up to IEND with the chunks that make the picture, colours and animation, and a placeless eXIf. Texts go, also the 'Raw profile' ones. */
export function cleanPng(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces = [bytes.subarray(0, SIGNATURE_LENGTH)];
  for (let at = SIGNATURE_LENGTH; at + 12 <= bytes.byteLength; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.byteLength) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const exif = type === 'eXIf' ? placelessExif(bytes.subarray(at + 8, end - 4)) : null;
    if (KEPT.has(type)) pieces.push(bytes.subarray(at, end));
    else if (exif !== null) pieces.push(chunk('eXIf', exif));
    else if (isCritical(type)) throw new CannotCleanError('FORMAT');
    if (type === 'IEND') return pieces;
    at = end;
  }
  throw new CannotCleanError('DAMAGED');
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const result = Buffer.alloc(12 + content.byteLength);
  result.writeUInt32BE(content.byteLength, 0);
  result.write(type, 4, 'latin1');
  result.set(content, 8);
  result.writeUInt32BE(crc32(result.subarray(4, 8 + content.byteLength)), 8 + content.byteLength);
  return result;
}

/** A capital first letter: without it the picture cannot be shown. */
function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type);
}

const SIGNATURE_LENGTH = 8;
const KEPT: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI'],
  ...['bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT'],
]);
