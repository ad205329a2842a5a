import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BagMember } from '#shared/bundles/bagParts.ts';
import { BundleError } from '#shared/bundles/bundleError.ts';
import { type BagReport, failureOf, inspectBag, type MemberSink } from '#shared/bundles/inspectBag.ts';
import { nameProblem, visibleName } from '#shared/bundles/names.ts';
import { type BundleReport, inspectOptions, type OpenWatch } from './openBundle.ts';
import { type BundleSource, bundleInput } from './readBundleSource.ts';
import type { OpeningKeys } from './unseal.ts';
import { targetError } from './writeBundleFile.ts';

/**
 * Writes a bag into an empty folder (made where it is missing), as `age -d | tar x` there would: `folder/<bag>/…`. All of it
 * or nothing: the files lie in a hidden folder inside until the whole bag has been verified. Throws a BundleError: besides
 * those of reading, TARGET_NOT_EMPTY, TARGET_UNUSABLE, DISK_FULL, and the failure of a bag that is not whole.
 */
export async function extractBundle(
  source: BundleSource,
  keys: OpeningKeys,
  folder: string,
  watch: OpenWatch = {},
): Promise<{ report: BundleReport; bagFolder: string }> {
  const input = await bundleInput(source, keys, watch.signal);
  const { made, hidden } = await stagingFolder(folder);
  try {
    const sink = (member: BagMember): Promise<MemberSink> => fileSink(hidden, member);
    const report = await inspectBag(input.bag, { ...inspectOptions(watch), sink });
    const failure = failureOf(report) ?? collision(report);
    if (failure !== null) throw failure;
    const bagFolder = join(folder, report.root);
    await rename(join(hidden, 'bag'), bagFolder);
    await rm(hidden, { recursive: true });
    return { report: { container: input.container, ...report }, bagFolder };
  } catch (error) {
    await rm(made ?? hidden, { recursive: true, force: true });
    throw targetError(error, folder);
  }
}

/** `made` is the topmost folder that was not there before; null where all were. */
async function stagingFolder(folder: string): Promise<{ made: string | null; hidden: string }> {
  const hidden = join(folder, `.mengbu-${randomBytes(8).toString('hex')}`);
  let made: string | undefined;
  try {
    made = await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length > 0) throw new BundleError('TARGET_NOT_EMPTY', { path: folder });
    await mkdir(hidden);
    return { made: made ?? null, hidden };
  } catch (error) {
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    throw targetError(error, folder);
  }
}

/** Only ever makes new files: one that is there already is another spelling of the same name. */
async function fileSink(hidden: string, { path }: BagMember): Promise<MemberSink> {
  const unsafe = process.platform === 'win32' ? path.split('/').map(nameProblem).find(Boolean) : null;
  if (unsafe) throw new BundleError('REFUSED_ENTRY', { entry: visibleName(path), rule: unsafe });
  const target = join(hidden, 'bag', ...path.split('/'));
  let file: FileHandle;
  try {
    await mkdir(dirname(target), { recursive: true });
    file = await open(target, 'wx', 0o644);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'EISDIR')
      throw new BundleError('REFUSED_ENTRY', { entry: visibleName(path), rule: 'NAMES_COLLIDE' });
    throw error;
  }
  return gathered(file);
}

/** Decrypted pieces are small: gathered to a mebibyte before they are written. */
function gathered(file: FileHandle): MemberSink {
  let held: Uint8Array[] = [];
  let length = 0;
  async function flush(): Promise<void> {
    const bytes = Buffer.concat(held);
    held = [];
    length = 0;
    await file.writeFile(bytes);
  }
  return {
    async write(bytes) {
      held.push(bytes);
      length += bytes.length;
      if (length >= 1024 * 1024) await flush();
    },
    async end() {
      try {
        await flush();
      } finally {
        await file.close();
      }
    },
  };
}

function collision(report: BagReport): BundleError | null {
  const found = report.warnings.find(({ rule }) => rule === 'NAMES_COLLIDE');
  return found === undefined
    ? null
    : new BundleError('REFUSED_ENTRY', { entry: found.entry, rule: found.rule });
}
