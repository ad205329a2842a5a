import { TEXT_ENCODINGS, type TextEncoding } from '#shared/sheets/encoding.ts';
import { SheetError } from './sheetError.ts';

/**
 * The text of a table: a byte order mark decides, then zero bytes (UTF-16), then whether the bytes are UTF-8, and last GB18030.
 * @throws SheetError SHEET_ENCODING_UNKNOWN where nothing fits, SHEET_NOT_A_TABLE for other kinds of files
 */
export function decodeTable(
  bytes: Uint8Array,
  wanted?: TextEncoding,
): { text: string; encoding: TextEncoding } {
  const encodings = wanted ? [wanted] : [guess(bytes)].flat();
  for (const encoding of encodings) {
    const text = decode(bytes, encoding);
    if (text === null) continue;
    // Tables have no control characters; pictures and programs do.
    if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw new SheetError('SHEET_NOT_A_TABLE');
    return { text, encoding };
  }
  throw new SheetError('SHEET_ENCODING_UNKNOWN');
}

function guess(bytes: Uint8Array): TextEncoding | TextEncoding[] {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8';
  if (first === 0xff && second === 0xfe) return 'UTF-16LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16BE';
  // Separators and line ends have a zero byte on one side in UTF-16, and nowhere in the others.
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > 0 && even === 0) return 'UTF-16LE';
  if (even > 0 && odd === 0) return 'UTF-16BE';
  return TEXT_ENCODINGS.slice(0, 2);
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
