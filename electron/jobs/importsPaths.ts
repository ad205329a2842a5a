import { isUtf8 } from 'node:buffer';
import { sep } from 'node:path';

const SEPARATOR = Buffer.from(sep);
const SLASH = 0x2f;

/**
 * Paths on this machine are kept as the system's bytes: Linux names need not be UTF-8, and Windows names with half a
 * surrogate pair come as bytes that are not. As text they would name another file or none.
 */
export function joinPath(folder: Buffer, name: Buffer): Buffer {
  const ends = folder.at(-1) === SEPARATOR[0] || folder.at(-1) === SLASH;
  return Buffer.concat(ends ? [folder, name] : [folder, SEPARATOR, name]);
}

/** The path as the file system's calls take it: text where that is the same path. */
export function systemPath(source: Buffer): string | Buffer {
  return isUtf8(source) ? source.toString('utf8') : source;
}

/** The name as text. Bytes that are no UTF-8 become ⟨0xE4⟩, so that different names stay different and can be read back. */
export function readableName(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    text +=
      length === 0
        ? `⟨0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}⟩`
        : bytes.subarray(at, at + length).toString('utf8');
    at += Math.max(length, 1);
  }
  return text;
}

/** The last part of a shown path. */
export function nameOf(path: string): string {
  return path.split('/').findLast((part) => part !== '') ?? path;
}

/** The folders of a shown path, outermost first. */
export function foldersOf(path: string): string[] {
  return path
    .split('/')
    .filter((part) => part !== '')
    .slice(0, -1);
}

/** Whether `inner` is `outer` or lies in it. */
export function isWithin(inner: Buffer, outer: Buffer): boolean {
  return inner.equals(outer) || inner.subarray(0, outer.length + 1).equals(joinPath(outer, Buffer.alloc(0)));
}

/** Length of the character that starts here in UTF-8; 0 where none does. */
function sequenceAt(bytes: Buffer, at: number): number {
  return (
    [1, 2, 3, 4].find((length) => at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length))) ?? 0
  );
}
