import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unarmored } from '#shared/bundles/ageArmor.ts';
import { looksLikeAge } from '#shared/bundles/ageHeader.ts';
import { type BagInput, type BagMember, HEAD_FILES } from '#shared/bundles/bagParts.ts';
import { BundleError } from '#shared/bundles/bundleError.ts';
import { byteReader } from '#shared/bundles/byteReader.ts';
import { LIMITS } from '#shared/bundles/limits.ts';
import { pathProblem, visibleName } from '#shared/bundles/names.ts';
import { tarBagMembers } from '#shared/bundles/tarBag.ts';
import { type OpeningKeys, unsealed, unsealHeader } from './unseal.ts';

/** Bytes that can be read from the beginning as often as needed. */
export interface ByteSource {
  read(): AsyncIterable<Uint8Array>;
}

/** A .mengbu file, a tar or a bag folder by its path; or the bytes of one of the first two from elsewhere. */
export type BundleSource = string | ByteSource;
export type BundleContainer = 'sealed' | 'tar' | 'folder';

/** What a source turned out to be, ready to be read as a bag as often as needed. */
export interface BundleInput {
  container: BundleContainer;
  bag: BagInput;
}

const READ_SIZE = 1024 * 1024;

/**
 * Finds out what a source is and opens it where it is sealed; scrypt runs once. Throws a BundleError; errors of the file
 * system (not found, no permission) pass through.
 */
export async function bundleInput(
  source: BundleSource,
  keys: OpeningKeys,
  signal?: AbortSignal,
): Promise<BundleInput> {
  if (typeof source === 'string' && (await stat(source)).isDirectory()) return folderInput(source, signal);
  const { read } = typeof source === 'string' ? fileSource(source) : source;
  const bytes = (): AsyncIterable<Uint8Array> => untilAborted(read(), signal);
  if (!looksLikeAge(await firstBytes(bytes()))) {
    const members = (): AsyncIterable<BagMember> => tarBagMembers(bytes(), 'foreign');
    return { container: 'tar', bag: { sealed: false, members } };
  }
  const header = await unsealHeader(unarmored(bytes()), keys);
  const members = (): AsyncIterable<BagMember> =>
    tarBagMembers(unsealed(unarmored(bytes()), header), 'strict');
  return { container: 'sealed', bag: { sealed: true, members } };
}

export function fileSource(path: string): ByteSource {
  return { read: () => fileBytes(path) };
}

/** A file's bytes in pieces of one mebibyte; the file is closed however the reading ends. */
export async function* fileBytes(path: string): AsyncGenerator<Uint8Array, void> {
  const file = await open(path, 'r');
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(READ_SIZE), 0, READ_SIZE, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function folderInput(folder: string, signal: AbortSignal | undefined): Promise<BundleInput> {
  const top = await bagFolder(folder);
  const members = (): AsyncIterable<BagMember> => folderMembers(top, signal);
  return { container: 'folder', bag: { sealed: false, members } };
}

/** The folder itself, or the only one in it, as unpacking a bundle leaves it. */
async function bagFolder(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const [only] = entries;
  const wrapped = entries.length === 1 && only?.isDirectory() === true && only.name !== 'data';
  return wrapped ? join(folder, only.name) : folder;
}

async function* folderMembers(top: string, signal: AbortSignal | undefined): AsyncGenerator<BagMember, void> {
  const found: { path: string; size: number }[] = [];
  await collectFiles(top, '', found);
  const root = basename(top);
  const rank = ({ path }: { path: string }): number => {
    const index = (HEAD_FILES as readonly string[]).indexOf(path);
    if (index !== -1) return index;
    return path.includes('/') ? HEAD_FILES.length + 1 : HEAD_FILES.length;
  };
  found.sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  for (const { path, size } of found)
    yield { root, path, size, body: untilAborted(fileBytes(join(top, path)), signal) };
}

/** Links and devices are refused, as in an archive. */
async function collectFiles(
  top: string,
  below: string,
  found: { path: string; size: number }[],
): Promise<void> {
  for (const entry of await readdir(join(top, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    const shown = visibleName(path);
    const problem = pathProblem(path);
    if (problem !== null) throw new BundleError('REFUSED_ENTRY', { entry: shown, rule: problem });
    if (entry.isSymbolicLink()) throw new BundleError('REFUSED_ENTRY', { entry: shown, rule: 'LINK' });
    if (entry.isDirectory()) await collectFiles(top, path, found);
    else if (entry.isFile()) found.push({ path, size: (await stat(join(top, path))).size });
    else throw new BundleError('REFUSED_ENTRY', { entry: shown, rule: 'DEVICE' });
    if (found.length > LIMITS.entries)
      throw new BundleError('REFUSED_ENTRY', { entry: shown, rule: 'TOO_MANY_ENTRIES' });
  }
}

async function firstBytes(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const reader = byteReader(source);
  try {
    return await reader.take(64);
  } finally {
    await reader.close();
  }
}

async function* untilAborted(
  source: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void> {
  signal?.throwIfAborted();
  for await (const piece of source) {
    signal?.throwIfAborted();
    yield piece;
  }
}
