import { lstat } from 'node:fs/promises';
import { ORPCError } from '@orpc/server';
import type { LooseBlob } from '#db/files/store.ts';
import { readPlaces } from '#db/records/importsQueries.ts';
import type { ImportEntryRow } from '#db/records/importsSchema.ts';
import type { Problem } from '#shared/errors.ts';
import { needsPreview } from '#shared/records/mediaKinds.ts';
import type { Inspection } from '../files/inspection.ts';
import type { FileSource } from '../files/source.ts';
import type { ImportContext } from './importsContext.ts';
import { duplicatesOf, knownContent } from './importsDuplicates.ts';
import { FileChangedError, isMissing, PlaceGoneError } from './importsFaults.ts';
import { type Settled, stoppedByGuard } from './importsGuard.ts';
import { fileEntry, look } from './importsListing.ts';
import { isWithin, nameOf, systemPath } from './importsPaths.ts';
import { leftByCatalogue } from './importsRows.ts';
import {
  counted,
  looseSource,
  placeSource,
  portionsOf,
  sha256OfFile,
  unlessStopped,
} from './importsSource.ts';

/** A file whose bytes lie in the tier, ready to be named in a write. */
export type Taken = {
  entry: ImportEntryRow;
  bytes: LooseBlob;
  thumbnail: LooseBlob | null;
  preview: LooseBlob | null;
  inspection: Inspection;
  /** Those of the three that were stored for this entry: to be erased where nothing comes to name them. */
  loose: LooseBlob[];
};
export type Outcome = { taken: Taken } | { settled: Settled } | { folder: true };

/** Above this a file is stored portion by portion, so that it can be stopped and others get their turn. */
const STREAMED_FROM = 32 << 20;

/**
 * A file of this machine: guarded by name, looked at, guarded by content, and only then stored.
 * @throws StoppedError, PlaceGoneError, what the store throws; then nothing of it is stored
 */
export async function takePlace(context: ImportContext, entry: ImportEntryRow): Promise<Outcome> {
  const { source } = entry;
  if (!source) throw new Error(`${entry.id} has no place`);
  const held = stoppedByGuard(entry, null) ?? leftByCatalogue(context, entry.path);
  if (held) return { settled: held };
  try {
    return await takeFile(context, entry, source);
  } catch (error) {
    if (isMissing(error) && !(await isReachable(context, source))) throw new PlaceGoneError();
    throw error;
  }
}

/**
 * A file that is sent: its bytes go into the tier as they come, and are looked at there. What the guard stops is erased at once.
 * @throws StoppedError, INVALID where fewer or more bytes came than announced; then nothing of it is stored
 */
export async function takeUpload(
  context: ImportContext,
  entry: ImportEntryRow,
  sent: AsyncIterable<Uint8Array>,
): Promise<Outcome> {
  const { vault, tier, signal } = context;
  const arriving = counted(sent, signal, (total) => context.moved(entry.id, total));
  const bytes = await vault.store.storeStream(tier.tier, arriving);
  return orErase(context, [bytes], async (loose) => {
    if (bytes.size !== entry.size) throw incomplete(entry, bytes.size);
    const duplicate = duplicatesOf(context, { ...bytes, path: entry.path });
    if (duplicate) return eraseAll(context, loose, duplicate);
    const stored = looseSource(vault, bytes);
    const examination = await unlessStopped(signal, context.inspector.examine(stored, nameOf(entry.path)));
    const held = stoppedByGuard(entry, examination.inspection);
    if (held) return eraseAll(context, loose, held);
    return { taken: { entry, bytes, ...(await storePictures(context, stored, examination, loose)), loose } };
  });
}

async function takeFile(context: ImportContext, entry: ImportEntryRow, source: Buffer): Promise<Outcome> {
  const path = systemPath(source);
  const before = await lstat(path, { bigint: true });
  if (before.isDirectory()) return { folder: true };
  const { state, problems } = fileEntry({ takePosition: () => 0 }, { path: entry.path, source }, before);
  if (state !== 'WAITING') return { settled: { state, problems } as Settled };
  const size = Number(before.size);
  const known = await knownContent(context, { path: entry.path, size }, () =>
    sha256OfFile(path, context.signal),
  );
  if (known && 'state' in known) return { settled: known };
  const file = placeSource(path, size);
  const examination = await unlessStopped(
    context.signal,
    context.inspector.examine(file, nameOf(entry.path)),
  );
  if (examination.inspection.problems.includes('UNREADABLE'))
    return { settled: await unreadable(entry, file) };
  const held = stoppedByGuard(entry, examination.inspection);
  if (held) return { settled: held };
  const bytes = known ?? (await storeFile(context, entry, path, size));
  return orErase(context, known ? [] : [bytes], async (loose) => {
    const after = await lstat(path, { bigint: true });
    if (after.size !== before.size || after.mtimeNs !== before.mtimeNs || after.ino !== before.ino) {
      throw new FileChangedError();
    }
    const pictures = await storePictures(context, file, examination, loose);
    return { taken: { entry, bytes, ...pictures, loose } };
  });
}

function storeFile(
  context: ImportContext,
  entry: ImportEntryRow,
  path: string | Buffer,
  size: number,
): Promise<LooseBlob> {
  const { store } = context.vault;
  const { tier } = context.tier;
  if (typeof path === 'string' && size < STREAMED_FROM) return store.storePath(tier, path);
  const portions = portionsOf(path, context.signal);
  return store.storeStream(
    tier,
    counted(portions, context.signal, (total) => context.moved(entry.id, total)),
  );
}

/** The thumbnail, and the preview where the screen cannot draw the original; added to `loose` as they are stored. */
async function storePictures(
  { vault, tier, signal, inspector }: ImportContext,
  source: FileSource,
  { inspection, thumbnail }: Awaited<ReturnType<ImportContext['inspector']['examine']>>,
  loose: LooseBlob[],
): Promise<Pick<Taken, 'inspection' | 'thumbnail' | 'preview'>> {
  const keep = async (webp: Uint8Array): Promise<LooseBlob> => {
    const stored = await vault.store.storeBytes(tier.tier, webp);
    loose.push(stored);
    return stored;
  };
  const small = thumbnail.drawn ? await keep(thumbnail.webp) : null;
  const wanted = thumbnail.drawn && needsPreview(inspection.mediaType);
  const large = wanted ? await unlessStopped(signal, inspector.preview(source, inspection.mediaType)) : null;
  return { inspection, thumbnail: small, preview: large?.drawn ? await keep(large.webp) : null };
}

/** Where the work throws, what was stored for it is erased again. */
async function orErase(
  context: ImportContext,
  loose: LooseBlob[],
  work: (loose: LooseBlob[]) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await work(loose);
  } catch (error) {
    // On a full disk erasing fails too; what stays is collected at the next unlock.
    await context.vault.store.forget(loose).catch(() => undefined);
    throw error;
  }
}

async function eraseAll(context: ImportContext, loose: LooseBlob[], settled: Settled): Promise<Outcome> {
  await context.vault.store.forget(loose);
  return { settled };
}

/** The worker only says that it could not; the system says why. */
async function unreadable(entry: ImportEntryRow, file: FileSource): Promise<Settled> {
  await file.read(0, Math.min(file.size, 1));
  return {
    state: 'FAILED',
    problems: [{ rule: 'FILE_UNREADABLE', file: entry.path, params: { code: 'EIO' } }],
  };
}

/** A picked folder that is gone takes all its files along; a file that is gone from a folder that is there is just gone. */
async function isReachable({ tier, id }: ImportContext, source: Buffer): Promise<boolean> {
  const place = readPlaces(tier, id).find((one) => isWithin(source, one.source));
  if (!place || place.kind === 'file') return true;
  return !('code' in (await look(place.source)));
}

function incomplete(entry: ImportEntryRow, came: number): Error {
  const problem: Problem = {
    rule: 'UPLOAD_INCOMPLETE',
    file: entry.path,
    params: { announced: entry.size, received: came },
  };
  return new ORPCError('INVALID', { status: 422, data: { problems: [problem] } });
}
