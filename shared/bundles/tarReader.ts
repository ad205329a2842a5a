import { BundleError } from './bundleError.ts';
import { type ByteReader, byteReader } from './byteReader.ts';
import { LIMITS } from './limits.ts';
import { pathProblem, strictPathProblem, visibleName } from './names.ts';
import { type PaxRecords, parsePax } from './paxRecords.ts';
import { BLOCK, isZeroBlock, parseTarHeader, type TarHeader, type TarProfile } from './tarHeader.ts';
import { decodeUtf8 } from './text.ts';

export interface TarEntry {
  /** As it stands in the archive, without a trailing slash or a leading './'. */
  path: string;
  kind: 'file' | 'directory';
  size: number;
  /** Where the body begins in the archive. */
  offset: number;
  /** Milliseconds since 1970. */
  mtime: number;
  /** The bytes, once; what is not read is skipped when the next entry is asked for. */
  body: AsyncIterable<Uint8Array>;
}

/**
 * Reads a tar as it streams, trusting nothing: files and folders only, every length bounded before use, names that could
 * leave the folder or hide themselves refused. It holds one block or one pax header (64 KiB) at a time. Throws a
 * BundleError: REFUSED_ENTRY with entry and rule, DAMAGED where the archive ends too early, NOT_A_BUNDLE where it is no tar.
 */
export async function* readTar(
  source: AsyncIterable<Uint8Array>,
  profile: TarProfile,
): AsyncGenerator<TarEntry, void> {
  const reader = byteReader(source);
  try {
    const seen = new Set<string>();
    let total = 0;
    for (let head = await nextHead(reader, profile); head !== null; head = await nextHead(reader, profile)) {
      const { entry, size } = checked(head, profile, seen);
      total += size;
      if (seen.size > LIMITS.entries)
        throw new BundleError('REFUSED_ENTRY', { entry, rule: 'TOO_MANY_ENTRIES' });
      if (total > LIMITS.totalBytes)
        throw new BundleError('REFUSED_ENTRY', { entry, rule: 'TOO_MANY_BYTES' });
      if (head.kind === 'other') continue;
      const body = entryBody(reader, size);
      yield {
        path: head.path,
        kind: head.kind,
        size,
        offset: reader.offset(),
        mtime: Math.round(head.mtime * 1000),
        body: body.bytes,
      };
      await body.skip();
      await padding(reader, size, profile);
    }
    await nothingFollows(reader, profile);
  } finally {
    await reader.close();
  }
}

interface Head {
  path: string;
  /** 'other': a comment for the whole archive, without effect. */
  kind: TarEntry['kind'] | 'other';
  size: number;
  mtime: number;
}

/** The next real entry with its pax or GNU extension applied; null at the end of the archive. */
async function nextHead(reader: ByteReader, profile: TarProfile): Promise<Head | null> {
  let pax: PaxRecords | null = null;
  let longName: string | null = null;
  for (;;) {
    const header = await nextHeader(reader, profile);
    if (header === null) {
      if (pax === null && longName === null) return null;
      throw new BundleError('DAMAGED', { rule: 'TAR_ENDS_EARLY', offset: reader.offset() });
    }
    if (header.type === 'x' && pax === null) {
      pax = parsePax(await extension(reader, header, profile), profile, header.shownName);
    } else if (header.type === 'L' && profile === 'foreign' && longName === null) {
      longName = gnuLongName(await extension(reader, header, profile), header.shownName);
    } else if (header.type === 'g' && profile === 'foreign' && pax === null) {
      globalComment(await extension(reader, header, profile), header.shownName);
    } else {
      return headOf(header, pax, longName, profile);
    }
  }
}

async function nextHeader(reader: ByteReader, profile: TarProfile): Promise<TarHeader | null> {
  const offset = reader.offset();
  const block = await reader.take(BLOCK);
  if (block.length < BLOCK) {
    if (offset === 0) throw new BundleError('NOT_A_BUNDLE', { rule: 'NOT_A_TAR' });
    throw new BundleError('DAMAGED', { rule: 'TAR_ENDS_EARLY', offset });
  }
  if (!isZeroBlock(block)) return firstChecked(block, profile, offset);
  const second = await reader.take(BLOCK);
  if (second.length === BLOCK && isZeroBlock(second)) return null;
  throw new BundleError('DAMAGED', { rule: 'TAR_ENDS_EARLY', offset });
}

/** A first block whose checksum fails is no tar at all, rather than a damaged one. */
function firstChecked(block: Uint8Array, profile: TarProfile, offset: number): TarHeader {
  try {
    return parseTarHeader(block, profile, offset);
  } catch (error) {
    if (offset === 0 && error instanceof BundleError && error.code === 'DAMAGED')
      throw new BundleError('NOT_A_BUNDLE', { rule: 'NOT_A_TAR' });
    throw error;
  }
}

function headOf(
  header: TarHeader,
  pax: PaxRecords | null,
  longName: string | null,
  profile: TarProfile,
): Head {
  const size = pax?.size ?? header.size;
  const name = pax?.path ?? longName ?? header.name;
  const entry = visibleName(name ?? header.shownName);
  if (name === null) throw new BundleError('REFUSED_ENTRY', { entry, rule: 'NAME_NOT_TEXT' });
  if (size === null) throw new BundleError('REFUSED_ENTRY', { entry, rule: 'TAR_SIZE' });
  const oldFile = profile === 'foreign' && (header.type === '\0' || header.type === '7');
  const isFolder = header.type === '5' || (oldFile && name.endsWith('/'));
  if (!isFolder && !oldFile && header.type !== '0')
    throw new BundleError('REFUSED_ENTRY', { entry, rule: typeRule(header.type) });
  if (isFolder && size !== 0) throw new BundleError('REFUSED_ENTRY', { entry, rule: 'FOLDER_WITH_BYTES' });
  const path = isFolder ? name.replace(/\/$/, '') : name;
  return {
    path: plainPath(path, profile),
    kind: isFolder ? 'directory' : 'file',
    size,
    mtime: pax?.mtime ?? header.mtime,
  };
}

/** `tar c .` writes './' before every path; elsewhere a dot segment is refused. */
function plainPath(path: string, profile: TarProfile): string {
  return profile === 'foreign' && path.startsWith('./') ? path.slice(2) : path;
}

function checked(head: Head, profile: TarProfile, seen: Set<string>): { entry: string; size: number } {
  const entry = visibleName(head.path);
  const isRoot =
    profile === 'foreign' && head.kind === 'directory' && (head.path === '.' || head.path === '');
  if (!isRoot) {
    const problem = profile === 'strict' ? strictPathProblem(head.path) : pathProblem(head.path);
    if (problem !== null) throw new BundleError('REFUSED_ENTRY', { entry, rule: problem });
  }
  if (seen.has(head.path)) throw new BundleError('REFUSED_ENTRY', { entry, rule: 'ENTRY_TWICE' });
  seen.add(head.path);
  return { entry, size: head.size };
}

function typeRule(type: string): string {
  if (type === '1' || type === '2') return 'LINK';
  return type === '3' || type === '4' || type === '6' ? 'DEVICE' : 'TAR_TYPE';
}

async function extension(reader: ByteReader, header: TarHeader, profile: TarProfile): Promise<Uint8Array> {
  const size = header.size;
  if (size === null || size > LIMITS.paxHeaderBytes)
    throw new BundleError('REFUSED_ENTRY', { entry: header.shownName, rule: 'PAX_TOO_LONG' });
  const bytes = (await reader.take(size)).slice();
  if (bytes.length < size)
    throw new BundleError('DAMAGED', { rule: 'TAR_ENDS_EARLY', offset: reader.offset() });
  await padding(reader, size, profile);
  return bytes;
}

function gnuLongName(bytes: Uint8Array, entry: string): string {
  const end = bytes.indexOf(0);
  try {
    return decodeUtf8(end === -1 ? bytes : bytes.subarray(0, end));
  } catch {
    throw new BundleError('REFUSED_ENTRY', { entry, rule: 'NAME_NOT_TEXT' });
  }
}

/** git writes one with the commit's id. Anything that would act on later entries is refused. */
function globalComment(bytes: Uint8Array, entry: string): void {
  const records = parsePax(bytes, 'foreign', entry);
  if (Object.keys(records).length > 0) throw new BundleError('REFUSED_ENTRY', { entry, rule: 'PAX_GLOBAL' });
}

/** The body may be read in part or not at all: skip() takes what is left off the archive and ends the stream. */
function entryBody(
  reader: ByteReader,
  size: number,
): { bytes: AsyncIterable<Uint8Array>; skip(): Promise<void> } {
  let left = size;
  async function* rest(): AsyncGenerator<Uint8Array, void> {
    while (left > 0) {
      const piece = await reader.some(left);
      if (piece === null)
        throw new BundleError('DAMAGED', { rule: 'TAR_ENDS_EARLY', offset: reader.offset() });
      left -= piece.length;
      yield piece;
    }
  }
  async function skip(): Promise<void> {
    for await (const _ of rest());
  }
  return { bytes: { [Symbol.asyncIterator]: rest }, skip };
}

async function padding(reader: ByteReader, size: number, profile: TarProfile): Promise<void> {
  const length = (BLOCK - (size % BLOCK)) % BLOCK;
  const bytes = await reader.take(length);
  if (bytes.length < length)
    throw new BundleError('DAMAGED', { rule: 'TAR_ENDS_EARLY', offset: reader.offset() });
  if (profile === 'strict' && !isZeroBlock(bytes))
    throw new BundleError('DAMAGED', { rule: 'TAR_PADDING', offset: reader.offset() });
}

/** After the two end blocks only zeros, up to the largest record other programs write (1 MiB). */
async function nothingFollows(reader: ByteReader, profile: TarProfile): Promise<void> {
  const end = reader.offset();
  for (let piece = await reader.some(65_536); piece !== null; piece = await reader.some(65_536)) {
    const tooMuch = reader.offset() - end > 1024 * 1024;
    if (tooMuch || !isZeroBlock(piece))
      throw new BundleError(profile === 'strict' ? 'DAMAGED' : 'REFUSED_ENTRY', {
        entry: '',
        rule: 'DATA_AFTER_END',
      });
  }
}
