/**
 * Writing a bundle; no vault needed.
 *
 *   writeBundle(plan, open, target, watch?)      to a file, all or nothing: { path, id, sha256, size, manifestHash, bundle }
 *   streamBundle(plan, open, seal, watch?)       as a stream, for a door that saves it itself
 *
 * `plan` (shared/bundles/bundlePlan.ts) says what goes in, `open(file, itemId)` gives a file's bytes, `target.key` signs,
 * `target.to` is { recipients } or { passphrase }. Throws a BundleError: PLAN_INVALID, SOURCE_CHANGED, KEY_INVALID, and those
 * of the place written to; an aborted signal's reason passes through.
 */
import { createHash } from 'node:crypto';
import { BundleError } from '#shared/bundles/bundleError.ts';
import type { BundleJson } from '#shared/bundles/bundleJson.ts';
import type { BundlePlan, OpenPlannedFile } from '#shared/bundles/bundlePlan.ts';
import { type ComposedBag, composeBag } from '#shared/bundles/composeBag.ts';
import type { SigningKey } from '#shared/bundles/sshKey.ts';
import { writeTar } from '#shared/bundles/tarWriter.ts';
import { nodeHasher } from './readBundleHash.ts';
import { type SealTo, sealed } from './seal.ts';
import { writeStreamToFile } from './writeBundleFile.ts';

export interface BundleSeal {
  key: SigningKey;
  to: SealTo;
  /** Cost of a passphrase as a power of two; 18 unless a test says less. */
  logN?: number;
}

export interface BundleTarget extends BundleSeal {
  path: string;
  /** Whether a file of this name may be replaced; no by default. */
  replace?: boolean;
}

export interface WriteWatch {
  /** Bytes of the archive sealed so far, and in all. */
  onBytes?: (bytes: number, of: number) => void;
  signal?: AbortSignal;
}

export interface WrittenBundle {
  path: string;
  id: string;
  /** Of the sealed file: its identity in the ledger and for the next of its series. */
  sha256: string;
  size: number;
  /** SHA-256 of manifest-sha256.txt: the same for the same contents whoever they are sealed to. */
  manifestHash: string;
  bundle: BundleJson;
}

export async function writeBundle(
  plan: BundlePlan,
  open: OpenPlannedFile,
  target: BundleTarget,
  watch: WriteWatch = {},
): Promise<WrittenBundle> {
  const { composed, bytes } = streamBundle(plan, open, target, watch);
  const hash = createHash('sha256');
  let size = 0;
  async function* counted(): AsyncGenerator<Uint8Array, void> {
    for await (const piece of bytes) {
      hash.update(piece);
      size += piece.length;
      yield piece;
    }
  }
  await writeStreamToFile(counted(), target.path, target.replace ?? false);
  const { bundle, manifestHash } = composed;
  return { path: target.path, id: bundle.id, sha256: hash.digest('hex'), size, manifestHash, bundle };
}

/** The plan is checked and everything but the files' bytes is ready when this returns. */
export function streamBundle(
  plan: BundlePlan,
  open: OpenPlannedFile,
  { key, to, logN }: BundleSeal,
  watch: WriteWatch = {},
): { composed: ComposedBag; bytes: AsyncIterable<Uint8Array> } {
  watch.signal?.throwIfAborted();
  checkAddressee(plan.bundle.recipient, to);
  const composed = composeBag(plan, key, nodeHasher);
  const tar = watched(writeTar(composed.sources(open)), composed.tarBytes, watch);
  return { composed, bytes: sealed(tar, to, logN) };
}

/** bundle.json must say truly whom the file is sealed to. */
function checkAddressee({ by, key }: BundleJson['recipient'], to: SealTo): void {
  const fits =
    'recipients' in to
      ? by === 'CARD' && key !== null && to.recipients.includes(key)
      : by === 'PASSPHRASE' && key === null;
  if (!fits)
    throw new BundleError('PLAN_INVALID', {
      entry: 'data/bundle.json',
      rule: 'ADDRESSEE',
      field: 'recipient',
    });
}

async function* watched(
  tar: AsyncIterable<Uint8Array>,
  total: number,
  { onBytes, signal }: WriteWatch,
): AsyncGenerator<Uint8Array, void> {
  let bytes = 0;
  for await (const piece of tar) {
    signal?.throwIfAborted();
    bytes += piece.length;
    onBytes?.(bytes, total);
    yield piece;
  }
}
