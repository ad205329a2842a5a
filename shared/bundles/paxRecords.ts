import { BundleError } from './bundleError.ts';
import type { TarProfile } from './tarHeader.ts';
import { decodeUtf8, encodeUtf8, joinBytes } from './text.ts';

export interface PaxRecords {
  path?: string;
  size?: number;
  /** Seconds, with a fraction where there is one. */
  mtime?: number;
}

/** Keys other programs add that change neither name nor length of an entry. */
const HARMLESS =
  /^(?:atime|ctime|uid|gid|uname|gname|comment|LIBARCHIVE\..*|SCHILY\.(?:dev|ino|nlink|fflags)|MSWINDOWS\..*)$/;

/** The records of one pax header, in the order given. */
export function formatPax(
  records: readonly (readonly [key: string, value: string])[],
): Uint8Array<ArrayBuffer> {
  return joinBytes(records.map(([key, value]) => paxRecord(key, value)));
}

/**
 * Reads the records of a pax header: exact lengths, each key once, strict UTF-8. In a bundle's tar path, size and
 * mtime alone; from other programs also keys without effect. Throws a BundleError (REFUSED_ENTRY).
 */
export function parsePax(bytes: Uint8Array, profile: TarProfile, entry: string): PaxRecords {
  const records: PaxRecords = {};
  const seen = new Set<string>();
  for (let at = 0; at < bytes.length; ) {
    const { key, value, end } = recordAt(bytes, at, entry);
    if (seen.has(key)) throw refused(entry, 'PAX_KEY_TWICE');
    seen.add(key);
    if (key === 'path') records.path = value;
    else if (key === 'size') records.size = paxNumber(value, /^(?:0|[1-9]\d{0,15})$/, entry);
    else if (key === 'mtime') records.mtime = paxNumber(value, /^-?\d{1,15}(?:\.\d{1,20})?$/, entry);
    else if (profile === 'strict' || !HARMLESS.test(key)) throw refused(entry, 'PAX_KEY_UNKNOWN');
    at = end;
  }
  return records;
}

/** A record's length counts itself, so adding a digit may add one more. */
function paxRecord(key: string, value: string): Uint8Array {
  const rest = encodeUtf8(` ${key}=${value}\n`);
  let length = rest.length + 1;
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length;
  return joinBytes([encodeUtf8(String(length)), rest]);
}

function recordAt(bytes: Uint8Array, at: number, entry: string): { key: string; value: string; end: number } {
  const space = bytes.indexOf(0x20, at);
  if (space === -1 || space - at > 8) throw refused(entry, 'PAX_RECORD');
  const digits = String.fromCharCode(...bytes.subarray(at, space));
  const end = at + Number(digits);
  if (!/^[1-9]\d*$/.test(digits) || end > bytes.length || end <= space + 1 || bytes[end - 1] !== 0x0a)
    throw refused(entry, 'PAX_RECORD');
  const record = text(bytes.subarray(space + 1, end - 1), entry);
  const equals = record.indexOf('=');
  if (equals < 1 || record.includes('\0')) throw refused(entry, 'PAX_RECORD');
  return { key: record.slice(0, equals), value: record.slice(equals + 1), end };
}

function text(bytes: Uint8Array, entry: string): string {
  try {
    return decodeUtf8(bytes);
  } catch {
    throw refused(entry, 'NAME_NOT_TEXT');
  }
}

function paxNumber(value: string, form: RegExp, entry: string): number {
  const number = Number(value);
  if (!form.test(value) || Math.abs(number) > Number.MAX_SAFE_INTEGER) throw refused(entry, 'PAX_NUMBER');
  return number;
}

function refused(entry: string, rule: string): BundleError {
  return new BundleError('REFUSED_ENTRY', { entry, rule });
}
