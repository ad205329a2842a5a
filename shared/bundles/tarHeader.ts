import { BundleError } from './bundleError.ts';
import { visibleName } from './names.ts';
import { decodeUtf8 } from './text.ts';

export const BLOCK = 512;

/** 'strict' is the tar a bundle holds; 'foreign' the tars of other programs: v7, ustar with prefix, GNU, pax. */
export type TarProfile = 'strict' | 'foreign';

export interface TarHeader {
  /** The raw name of the block, for a message where the real one is not known yet. */
  shownName: string;
  /** Null where the block's name is not UTF-8 (GNU tar cuts long names in the middle of a character). */
  name: string | null;
  size: number | null;
  /** Seconds. */
  mtime: number;
  type: string;
}

/** Reads one header block (POSIX.1-2017 pax, "ustar Interchange Format"). Throws a BundleError. */
export function parseTarHeader(block: Uint8Array, profile: TarProfile, offset: number): TarHeader {
  const shownName = visibleName(latin(field(block, 0, 100)));
  if (!checksumHolds(block)) throw new BundleError('DAMAGED', { rule: 'TAR_CHECKSUM', offset });
  const dialect = latin(block.subarray(257, 265));
  const known = dialect === 'ustar\u000000' || (profile === 'foreign' && isOldDialect(dialect));
  if (!known) throw new BundleError('REFUSED_ENTRY', { entry: shownName, rule: 'TAR_DIALECT' });
  const header: TarHeader = {
    shownName,
    name: nameOf(block, profile === 'foreign' && dialect === 'ustar\u000000'),
    size: octal(field(block, 124, 12)),
    mtime: octal(field(block, 136, 12)) ?? 0,
    type: String.fromCharCode(block[156] ?? 0),
  };
  if (profile === 'strict' && field(block, 345, 155).length > 0)
    throw new BundleError('REFUSED_ENTRY', { entry: shownName, rule: 'TAR_PREFIX' });
  return header;
}

export function isZeroBlock(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}

/** The sum of all bytes, the checksum field counted as spaces. */
export function tarChecksum(block: Uint8Array): number {
  let sum = 8 * 0x20;
  for (let at = 0; at < BLOCK; at++) if (at < 148 || at >= 156) sum += block[at] ?? 0;
  return sum;
}

/** Octal digits, then spaces or NUL to the end; null for anything else, base-256 numbers included. */
function octal(bytes: Uint8Array): number | null {
  const match = /^ *([0-7]{1,12})[ \0]*$/.exec(latin(bytes));
  return match === null ? null : Number.parseInt(match[1] ?? '', 8);
}

function checksumHolds(block: Uint8Array): boolean {
  return octal(block.subarray(148, 156)) === tarChecksum(block);
}

function isOldDialect(dialect: string): boolean {
  return dialect === 'ustar  \0' || dialect === '\0'.repeat(8);
}

function nameOf(block: Uint8Array, withPrefix: boolean): string | null {
  try {
    const name = decodeUtf8(field(block, 0, 100));
    const prefix = withPrefix ? decodeUtf8(field(block, 345, 155)) : '';
    return prefix === '' ? name : `${prefix}/${name}`;
  } catch {
    return null;
  }
}

/** A text field up to its NUL. */
function field(block: Uint8Array, start: number, length: number): Uint8Array {
  const bytes = block.subarray(start, start + length);
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
