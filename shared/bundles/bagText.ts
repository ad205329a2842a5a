import { BundleError } from './bundleError.ts';
import { decodeUtf8 } from './text.ts';

/** Decodes a tag file in the encoding bagit.txt names. Throws a BundleError (BAG_INVALID). */
export function decodeTagFile(bytes: Uint8Array, encoding: string, path: string): string {
  const name = encoding.toUpperCase();
  try {
    if (name === 'UTF-8') return decodeUtf8(bytes);
    if (name === 'US-ASCII' || name === 'ASCII') return decodeUtf8(sevenBit(bytes));
    if (name === 'ISO-8859-1') return latin(bytes);
    if (/^UTF-16(?:LE|BE)?$/.test(name)) return utf16(bytes, name);
  } catch {
    throw new BundleError('BAG_INVALID', { entry: path, rule: 'TAG_FILE_ENCODING' });
  }
  throw new BundleError('BAG_INVALID', { entry: path, rule: 'ENCODING_UNKNOWN' });
}

/** Lines ended by LF, CR or CRLF; the last may lack its end. */
export function linesOfText(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

export interface TagLine {
  label: string;
  value: string;
}

/** `Label: value` with indented continuation lines, as bag-info.txt has them; null where a line is none. */
export function parseTagLines(text: string): TagLine[] | null {
  const tags: TagLine[] = [];
  for (const line of linesOfText(text)) {
    const last = tags.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) {
      last.value += ` ${line.trim()}`;
    } else if (line.trim() !== '') {
      const colon = line.indexOf(':');
      if (colon < 1) return null;
      tags.push({ label: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() });
    }
  }
  return tags;
}

/** The byte-order mark decides, where there is one; else big-endian (RFC 2781 §4.3). */
function utf16(bytes: Uint8Array, name: string): string {
  if (bytes.length % 2 !== 0) throw new RangeError('odd length');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = bytes.length >= 2 ? view.getUint16(0) : 0;
  const little = mark === 0xfffe || (mark !== 0xfeff && name === 'UTF-16LE');
  const units: string[] = [];
  for (let at = mark === 0xfffe || mark === 0xfeff ? 2 : 0; at < bytes.length; at += 2)
    units.push(String.fromCharCode(view.getUint16(at, little)));
  const text = units.join('');
  if (!text.isWellFormed()) throw new RangeError('lone surrogate');
  return text;
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function sevenBit(bytes: Uint8Array): Uint8Array {
  if (bytes.some((byte) => byte > 0x7f)) throw new RangeError('not ASCII');
  return bytes;
}
