import { BundleError } from './bundleError.ts';
import type { ByteReader } from './byteReader.ts';
import { LIMITS } from './limits.ts';
import { joinBytes } from './text.ts';

/** The beginning of an age file, read before any library sees it. */
export interface AgeHeader {
  /** The whole header with the line that ends it. */
  bytes: Uint8Array;
  /** What opens it: a passphrase, an X25519 identity, or only kinds this program does not know. */
  opensWith: 'PASSPHRASE' | 'IDENTITY' | 'OTHER';
}

const VERSION = 'age-encryption.org/v1';

/**
 * Takes the header off a stream, at most 128 KiB and 64 stanzas, and refuses a passphrase that would cost more than 256 MiB and
 * a second to try. Only the frame is read here, of the binary form; the age library judges the rest. Throws a BundleError:
 * NOT_A_BUNDLE, NEWER_VERSION, DAMAGED, REFUSED_ENTRY with the limit.
 */
export async function takeAgeHeader(reader: ByteReader): Promise<AgeHeader> {
  const lines: Uint8Array[] = [];
  const kinds: string[] = [];
  for (let length = 0; ; ) {
    const line = await takeLine(reader, LIMITS.ageHeaderBytes - length, lines.length === 0);
    length += line.length;
    lines.push(line);
    const text = ascii(line.subarray(0, -1));
    if (lines.length === 1) checkVersion(text);
    else if (text.startsWith('-> ')) checkStanza(text, kinds);
    else if (text.startsWith('---')) break;
  }
  if (kinds.includes('scrypt') && kinds.length > 1) throw new BundleError('DAMAGED', { rule: 'AGE_HEADER' });
  return { bytes: joinBytes(lines), opensWith: opener(kinds) };
}

/** Whether a file with these first bytes claims to be an age file, in either form. */
export function looksLikeAge(start: Uint8Array): boolean {
  const text = ascii(start.subarray(0, 34));
  return text.startsWith('age-encryption.org/') || text.startsWith('-----BEGIN AGE ENCRYPTED FILE-----');
}

/** One line with its LF, byte by byte from what is at hand; the rest stays in the reader. */
async function takeLine(reader: ByteReader, most: number, first: boolean): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const longest = first ? Math.min(most, 64) : most;
  for (let length = 0; length < longest; length++) {
    const byte = await reader.take(1);
    parts.push(byte);
    if (byte.length === 0) throw first ? notAge() : new BundleError('DAMAGED', { rule: 'AGE_HEADER' });
    if (byte[0] === 10) return joinBytes(parts);
  }
  if (first) throw notAge();
  throw new BundleError('REFUSED_ENTRY', { entry: '', rule: 'AGE_HEADER_TOO_LONG' });
}

function checkVersion(line: string): void {
  if (line === VERSION) return;
  const newer = /^age-encryption\.org\/v([2-9]|[1-9]\d{1,3})$/.exec(line);
  if (newer !== null) throw new BundleError('NEWER_VERSION', { entry: '', needs: `age v${newer[1]}` });
  if (line.startsWith('age-encryption.org/')) throw new BundleError('DAMAGED', { rule: 'AGE_HEADER' });
  throw notAge();
}

function checkStanza(line: string, kinds: string[]): void {
  const [, kind = '', , workFactor = ''] = line.split(' ');
  kinds.push(kind);
  if (kinds.length > LIMITS.ageStanzas)
    throw new BundleError('REFUSED_ENTRY', { entry: '', rule: 'AGE_STANZAS_TOO_MANY' });
  if (kind === 'scrypt' && /^[1-9]\d*$/.test(workFactor) && Number(workFactor) > LIMITS.scryptLogN)
    throw new BundleError('REFUSED_ENTRY', { entry: '', rule: 'AGE_WORK_FACTOR_TOO_HIGH' });
}

function opener(kinds: readonly string[]): AgeHeader['opensWith'] {
  if (kinds.includes('scrypt')) return 'PASSPHRASE';
  return kinds.includes('X25519') ? 'IDENTITY' : 'OTHER';
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function notAge(): BundleError {
  return new BundleError('NOT_A_BUNDLE', { rule: 'NOT_AGE' });
}
