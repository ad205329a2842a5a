/**
 * Text out of bytes without being told the encoding: byte order mark, else UTF-8, else GB 18030 (older Chinese systems). Null where the
 * bytes are no text. A character cut at the end is dropped.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return decodeAs(marked.encoding, bytes);
  if (hasControls(bytes)) return null;
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes) ?? decodeAs('windows-1252', bytes);
}

/** The first page of a text without pages: up to a form feed, at most as much as fits on a closely printed A4 page. */
export function firstPageOf(text: string): string {
  const page = text.split('\f', 1)[0] ?? '';
  return page.slice(0, PAGE_CHARACTERS).toWellFormed();
}

export const PAGE_CHARACTERS = 4000;

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** Bytes no text has: C0 controls but tab, line feed, vertical tab, form feed, carriage return and escape, and DEL. */
function hasControls(bytes: Uint8Array): boolean {
  return bytes.some(
    (byte) => (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) || byte === 0x7f,
  );
}

const BYTE_ORDER_MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];
