import { randomBytes } from 'node:crypto';
import { access, type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BundleError, type BundleErrorCode } from '#shared/bundles/bundleError.ts';

/** Bytes gathered before they are written. */
const WRITE_SIZE = 1024 * 1024;

/**
 * Writes a stream to a new file: beside it under another name, flushed to the disk, then renamed; on any failure nothing is
 * left behind. Throws a BundleError: TARGET_EXISTS (unless `replace`), DISK_FULL, FILE_TOO_LARGE (a FAT32 stick holds
 * 4 GiB a file), TARGET_UNUSABLE; what the stream throws passes through.
 */
export async function writeStreamToFile(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  replace: boolean,
): Promise<void> {
  const part = join(dirname(path), `.${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}.part`);
  try {
    if (!replace) await mustNotExist(path);
    const file = await open(part, 'wx', 0o600);
    try {
      await writeAll(bytes, file);
      await file.sync();
    } finally {
      await file.close();
    }
    if (!replace) await mustNotExist(path);
    await rename(part, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw targetError(error, path);
  }
}

const CODES: Readonly<Record<string, BundleErrorCode>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EFBIG: 'FILE_TOO_LARGE',
  EACCES: 'TARGET_UNUSABLE',
  EPERM: 'TARGET_UNUSABLE',
  EROFS: 'TARGET_UNUSABLE',
  ENOENT: 'TARGET_UNUSABLE',
  ENOTDIR: 'TARGET_UNUSABLE',
  EEXIST: 'TARGET_UNUSABLE',
  EISDIR: 'TARGET_UNUSABLE',
  EIO: 'TARGET_UNUSABLE',
  ENAMETOOLONG: 'TARGET_UNUSABLE',
};

/** What the file system said about the place written to, as a BundleError; anything else unchanged. */
export function targetError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof BundleError) return error;
  const code = CODES[String(error.code)];
  return code === undefined
    ? error
    : new BundleError(code, { path, rule: String(error.code) }, { cause: error });
}

async function writeAll(bytes: AsyncIterable<Uint8Array>, file: FileHandle): Promise<void> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    held.push(piece);
    length += piece.length;
    if (length < WRITE_SIZE) continue;
    await file.writeFile(Buffer.concat(held));
    held = [];
    length = 0;
  }
  await file.writeFile(Buffer.concat(held));
}

async function mustNotExist(path: string): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) throw new BundleError('TARGET_EXISTS', { path });
}

/** So that the new name survives a power cut too; not every system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    return;
  }
}
