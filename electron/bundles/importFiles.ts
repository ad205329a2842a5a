import { type BlobFacts, blobFacts } from '#db/bundles/blobs.ts';
import type { LooseBlob } from '#db/files/store.ts';
import type { TierFile } from '#db/open.ts';
import { BundleError } from '#shared/bundles/bundleError.ts';
import type { FileJson } from '#shared/bundles/itemJson.ts';
import type { Problem } from '#shared/errors.ts';
import { guardImport } from '#shared/records/importGuard.ts';
import { needsPreview } from '#shared/records/mediaKinds.ts';
import type { Inspection } from '../files/inspection.ts';
import type { Inspector } from '../files/inspector.ts';
import type { FileSource } from '../files/source.ts';
import type { OpenVault } from '../vault/session.ts';
import type { OpenedBundle } from './openBundle.ts';

/** A received file whose bytes lie in the tier, ready to be named in a write. */
export type TakenFile =
  | {
      kind: 'new';
      bytes: LooseBlob;
      thumbnail: LooseBlob | null;
      preview: LooseBlob | null;
      inspection: Inspection;
    }
  /** The same bytes are here already, with all that is known of them. */
  | { kind: 'known'; facts: BlobFacts };

export type WantedFile = { json: FileJson; tier: TierFile; itemId: string; folder: string };

export type FileIntake = {
  taken: Map<string, TakenFile>;
  /** Items the import guard stopped, with the file it stopped at. */
  stopped: Map<string, Problem[]>;
  loose: LooseBlob[];
};

/**
 * Reads the wanted files in one pass into the tiers and looks at each; the import guard judges them as it judges any other file.
 * Where this throws, what was stored is erased again.
 */
export async function takeFiles(
  vault: OpenVault,
  inspector: Inspector,
  opened: OpenedBundle,
  wanted: ReadonlyMap<string, WantedFile>,
  watch: { signal: AbortSignal; onBytes(bytes: number): void },
): Promise<FileIntake> {
  const intake: FileIntake = { taken: new Map(), stopped: new Map(), loose: [] };
  const toRead = new Set<string>();
  let bytes = 0;
  for (const [path, { json, tier }] of wanted) {
    const facts = blobFacts(tier, json.sha256);
    if (facts) intake.taken.set(path, { kind: 'known', facts });
    else toRead.add(path);
    if (facts) bytes += json.size;
  }
  try {
    for await (const { path, body } of opened.readFiles((path) => toRead.has(path))) {
      watch.signal.throwIfAborted();
      const file = wanted.get(path);
      if (!file) continue;
      await takeOne(vault, inspector, file, path, body, intake);
      bytes += file.json.size;
      watch.onBytes(bytes);
    }
    for (const path of toRead) {
      const isHere = intake.taken.has(path) || intake.stopped.has(wanted.get(path)?.itemId ?? '');
      if (!isHere) throw new BundleError('BAG_INVALID', { entry: path, rule: 'FILE_MISSING' });
    }
    return intake;
  } catch (error) {
    // On a full disk erasing fails too; what stays is collected later, since no row names it.
    await vault.store.forget(intake.loose).catch(() => undefined);
    throw error;
  }
}

async function takeOne(
  vault: OpenVault,
  inspector: Inspector,
  { json, tier, itemId, folder }: WantedFile,
  path: string,
  body: AsyncIterable<Uint8Array>,
  intake: FileIntake,
): Promise<void> {
  const bytes = await vault.store.storeStream(tier.tier, body);
  intake.loose.push(bytes);
  if (bytes.sha256 !== json.sha256) throw new BundleError('DAMAGED', { entry: path, rule: 'FILE_CHANGED' });
  const source = looseSource(vault, bytes);
  const { inspection, thumbnail } = await inspector.examine(source, json.name);
  const verdict = guardImport({
    name: json.name,
    folders: [folder],
    guardedFormat: inspection.guardedFormat,
    firstPageText: inspection.firstPageText,
  });
  if (verdict.verdict === 'stop') {
    const problem = { rule: verdict.rule, file: json.name, params: { where: verdict.where } };
    intake.stopped.set(itemId, [...(intake.stopped.get(itemId) ?? []), problem]);
    return;
  }
  const keep = async (webp: Uint8Array): Promise<LooseBlob> => {
    const stored = await vault.store.storeBytes(tier.tier, webp);
    intake.loose.push(stored);
    return stored;
  };
  const small = thumbnail.drawn ? await keep(thumbnail.webp) : null;
  const wide =
    small && needsPreview(inspection.mediaType)
      ? await inspector.preview(source, inspection.mediaType)
      : null;
  const preview = wide?.drawn ? await keep(wide.webp) : null;
  intake.taken.set(path, { kind: 'new', bytes, thumbnail: small, preview, inspection });
}

/** Bytes in the vault that no row names yet. */
function looseSource(vault: OpenVault, blob: LooseBlob): FileSource {
  return {
    size: blob.size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, blob.size - offset));
      const bytes = vault.store.read(blob.tier, blob, offset, wanted);
      await new Promise(setImmediate);
      return bytes;
    },
  };
}
