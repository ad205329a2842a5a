/**
 * Opening a bundle, a tar of one or a bag folder; no vault needed.
 *
 *   verifyBundle(source, keys, watch?)            reads everything, writes nothing: the report
 *   openBundle(source, keys, watch?)              the same with the items, and the files to read afterwards
 *   extractBundle(source, keys, folder, watch?)   (openBundleExtract.ts) writes a whole bag into an empty folder
 *
 * `source` is a path or a ByteSource, `keys` { identities?, passphrase? }. All throw a BundleError whose code says what is
 * wrong (shared/bundles/bundleError.ts). A report with `whole: false` is no error: failureOf(report) makes one of it.
 */

import type { BagHead } from '#shared/bundles/bagHead.ts';
import { BundleError } from '#shared/bundles/bundleError.ts';
import { algorithmOfDigest } from '#shared/bundles/hashes.ts';
import { type BagReport, type InspectOptions, inspectBag } from '#shared/bundles/inspectBag.ts';
import type { ItemJson } from '#shared/bundles/itemJson.ts';
import { visibleName } from '#shared/bundles/names.ts';
import { nodeHasher } from './readBundleHash.ts';
import {
  type BundleContainer,
  type BundleInput,
  type BundleSource,
  bundleInput,
} from './readBundleSource.ts';
import type { OpeningKeys } from './unseal.ts';

export interface BundleReport extends BagReport {
  container: BundleContainer;
}

export interface OpenWatch {
  /** Signature and bundle.json are judged, before the bulk is read. */
  onHead?: (head: BagHead) => void;
  /** Bytes of files read so far. */
  onBytes?: (bytes: number) => void;
  signal?: AbortSignal;
}

export interface OpenedBundle {
  report: BundleReport;
  /** Those whose own bytes are whole. */
  items: ItemJson[];
  /** One file's bytes by its path in the bag. Throws a BundleError at the end where they are not those verified before. */
  readFile(path: string): AsyncIterable<Uint8Array>;
  /**
   * The bytes of many files in the order they lie there, read in one pass: the way to import. Files that were not whole are
   * left out. A body that is not read to its end is not checked.
   */
  readFiles(
    wanted: (path: string) => boolean,
  ): AsyncIterable<{ path: string; body: AsyncIterable<Uint8Array> }>;
}

export async function verifyBundle(
  source: BundleSource,
  keys: OpeningKeys,
  watch: OpenWatch = {},
): Promise<BundleReport> {
  const { container, bag } = await bundleInput(source, keys, watch.signal);
  return { container, ...(await inspectBag(bag, inspectOptions(watch))) };
}

export async function openBundle(
  source: BundleSource,
  keys: OpeningKeys,
  watch: OpenWatch = {},
): Promise<OpenedBundle> {
  const input = await bundleInput(source, keys, watch.signal);
  const items: ItemJson[] = [];
  const onItem = (item: ItemJson): void => {
    items.push(item);
  };
  const bag = await inspectBag(input.bag, { ...inspectOptions(watch), onItem });
  const report = { container: input.container, ...bag };
  return {
    report,
    items,
    readFile: (path) => oneFile(input, report, path),
    readFiles: (wanted) => manyFiles(input, report, wanted),
  };
}

/** Node's hashers, and the signal heard with every piece. */
export function inspectOptions({ onHead, onBytes, signal }: OpenWatch): InspectOptions {
  return {
    newHasher: nodeHasher,
    ...(onHead === undefined ? {} : { onHead }),
    onBytes(bytes) {
      signal?.throwIfAborted();
      onBytes?.(bytes);
    },
  };
}

async function* oneFile(
  input: BundleInput,
  report: BagReport,
  path: string,
): AsyncGenerator<Uint8Array, void> {
  for await (const { body } of manyFiles(input, report, (candidate) => candidate === path)) {
    yield* body;
    return;
  }
  throw new BundleError('BAG_INVALID', { entry: visibleName(path), rule: 'FILE_MISSING' });
}

async function* manyFiles(
  input: BundleInput,
  report: BagReport,
  wanted: (path: string) => boolean,
): AsyncGenerator<{ path: string; body: AsyncIterable<Uint8Array> }, void> {
  for await (const { path, body } of input.bag.members()) {
    const known = report.files.get(path);
    if (known?.whole === true && wanted(path)) yield { path, body: asVerified(body, known.hash, path) };
  }
}

/** The source may have changed since: what is given out is compared once more. */
async function* asVerified(
  body: AsyncIterable<Uint8Array>,
  hash: string,
  path: string,
): AsyncGenerator<Uint8Array, void> {
  const hasher = nodeHasher(algorithmOfDigest(hash));
  for await (const piece of body) {
    hasher.update(piece);
    yield piece;
  }
  if (hasher.hex() !== hash)
    throw new BundleError('DAMAGED', { entry: visibleName(path), rule: 'FILE_CHANGED' });
}
