import { formatManifest } from './bagManifest.ts';
import {
  BAG_INFO,
  BAGIT_DECLARATION,
  BAGIT_TXT,
  BUNDLE_JSON,
  INDEX_HTML,
  JOURNAL,
  MANIFEST,
  SIGNATURE,
  TAG_MANIFEST,
} from './bagParts.ts';
import { BundleError } from './bundleError.ts';
import { BUNDLE_FORMAT_VERSION, type BundleJson, bundleJsonSchema } from './bundleJson.ts';
import type { BundlePlan, OpenPlannedFile } from './bundlePlan.ts';
import { digestOf, type Hasher, type NewHasher } from './hashes.ts';
import { indexHtml } from './indexHtml.ts';
import { publishedSchemas } from './jsonSchemas.ts';
import { LIMITS } from './limits.ts';
import { visibleName } from './names.ts';
import { type PlacedItem, placedItems } from './placeItems.ts';
import { publicKeyLine, type SigningKey } from './sshKey.ts';
import { BUNDLE_NAMESPACE, signMessage } from './sshSignature.ts';
import { type TarSource, tarLength } from './tarWriter.ts';
import { encodeUtf8 } from './text.ts';

export interface ComposedBag {
  bundle: BundleJson;
  /** SHA-256 of manifest-sha256.txt: names the contents, whoever they are sealed to. */
  manifestHash: string;
  /** Bytes of the tar, for showing progress. */
  tarBytes: number;
  /** Every file of the bag in the order of the tar; those of the items are opened, checked and closed one by one. */
  sources(open: OpenPlannedFile): AsyncGenerator<TarSource, void>;
}

/**
 * Lays out, counts, hashes and signs a bag; no file is opened before sources() is read. The same plan and key give the
 * same bytes. Throws a BundleError: PLAN_INVALID with entry, rule and field; from sources() SOURCE_CHANGED.
 */
export function composeBag(plan: BundlePlan, key: SigningKey, newHasher: NewHasher): ComposedBag {
  const mtime = Math.floor(Date.parse(plan.bundle.createdAt) / 1000) * 1000;
  const root = plan.bundle.id;
  const manifest = new Map<string, string>();
  const tally = { items: 0, files: 0, bytes: 0, payload: 0, tarBytes: 1024 };

  function count(path: string, size: number): void {
    tally.tarBytes += tarLength({ path: `${root}/${path}`, size, mtime });
    if (path.startsWith('data/')) tally.payload += size;
  }
  function list(path: string, hash: string, size: number): void {
    if (manifest.has(path))
      throw new BundleError('PLAN_INVALID', { entry: visibleName(path), rule: 'PATH_TWICE' });
    if (manifest.size >= LIMITS.entries - 10)
      throw new BundleError('PLAN_INVALID', { entry: '', rule: 'TOO_MANY_ENTRIES' });
    manifest.set(path, hash);
    count(path, size);
  }
  function listGenerated(path: string, pieces: Iterable<string>): number {
    const { hash, size } = measured(pieces, newHasher);
    list(path, hash, size);
    return size;
  }

  for (const { json, path } of placedItems(plan)) {
    listGenerated(path, [json.text]);
    tally.items += 1;
    for (const file of json.item.files) {
      list(file.path, file.sha256, file.size);
      tally.files += 1;
      tally.bytes += file.size;
    }
  }
  const { items, files, bytes } = tally;
  const bundle = bundleOf(plan, key, { items, files, bytes });
  const schemas = publishedSchemas();
  for (const [path, text] of schemas) listGenerated(path, [text]);
  const indexSize = listGenerated(
    INDEX_HTML,
    indexHtml(bundle, () => placed(plan)),
  );
  const journalSize = listGenerated(JOURNAL, journalText(plan));
  const bundleText = `${JSON.stringify(bundle, null, 1)}\n`;
  listGenerated(BUNDLE_JSON, [bundleText]);
  const head = headFiles(bundle, manifest, tally.payload, key, newHasher);
  head.set(BUNDLE_JSON, encodeUtf8(bundleText));
  for (const [path, body] of head) if (path !== BUNDLE_JSON) count(path, body.length);

  async function* sources(open: OpenPlannedFile): AsyncGenerator<TarSource, void> {
    const source = (path: string, size: number, body: TarSource['body']): TarSource => ({
      path: `${root}/${path}`,
      size,
      mtime,
      body,
    });
    for (const [path, body] of head) yield source(path, body.length, body);
    for (const [path, text] of schemas) yield source(path, encodeUtf8(text).length, encodeUtf8(text));
    yield source(INDEX_HTML, indexSize, encoded(indexHtml(bundle, () => placed(plan))));
    for (const { json, path } of placedItems(plan)) {
      const body = encodeUtf8(json.text);
      if (digestOf(newHasher, 'sha256', body) !== manifest.get(path)) throw changed(path);
      yield source(path, body.length, body);
    }
    yield source(JOURNAL, journalSize, encoded(journalText(plan)));
    for (const { json, files } of placedItems(plan))
      for (const [index, file] of json.item.files.entries()) {
        const planned = files[index];
        if (planned === undefined) throw changed(file.path);
        yield source(
          file.path,
          file.size,
          asFiled(open(planned, json.item.id), file.sha256, file.path, newHasher),
        );
      }
  }

  const manifestHash = digestOf(newHasher, 'sha256', head.get(MANIFEST) ?? new Uint8Array(0));
  return { bundle, manifestHash, tarBytes: tally.tarBytes, sources };
}

function* placed(plan: BundlePlan): Generator<PlacedItem['json']['item'], void> {
  for (const { json } of placedItems(plan)) yield json.item;
}

function bundleOf(plan: BundlePlan, key: SigningKey, counts: BundleJson['counts']): BundleJson {
  const { sender, ...rest } = plan.bundle;
  const parsed = bundleJsonSchema.safeParse({
    format: 'mengbu-bundle',
    version: BUNDLE_FORMAT_VERSION,
    critical: [],
    ...rest,
    sender: { ...sender, signingKey: publicKeyLine(key.publicKey) },
    counts,
  });
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new BundleError('PLAN_INVALID', { entry: BUNDLE_JSON, rule: 'JSON_FIELD', field });
}

/** Declaration, information, both manifests and the signature, in the order of the tar. */
function headFiles(
  bundle: BundleJson,
  manifest: ReadonlyMap<string, string>,
  payloadBytes: number,
  key: SigningKey,
  newHasher: NewHasher,
): Map<string, Uint8Array> {
  const info = encodeUtf8(
    [
      `Source-Organization: ${oneLine(bundle.sender.unit)}`,
      `Bagging-Date: ${bundle.createdAt.slice(0, 10)}`,
      `External-Identifier: ${bundle.id}`,
      `Payload-Oxum: ${payloadBytes}.${manifest.size}`,
      `Bag-Software-Agent: Mengbu, bundle format ${BUNDLE_FORMAT_VERSION}`,
      '',
    ].join('\n'),
  );
  const declaration = encodeUtf8(BAGIT_DECLARATION);
  const payload = encodeUtf8(formatManifest(manifest));
  if (payload.length > LIMITS.manifestBytes)
    throw new BundleError('PLAN_INVALID', { entry: MANIFEST, rule: 'TOO_MANY_ENTRIES' });
  const hashOf = (bytes: Uint8Array): string => digestOf(newHasher, 'sha256', bytes);
  const tags = new Map([
    [BAGIT_TXT, hashOf(declaration)],
    [BAG_INFO, hashOf(info)],
    [MANIFEST, hashOf(payload)],
  ]);
  const signed = encodeUtf8(formatManifest(tags));
  return new Map([
    [BAGIT_TXT, declaration],
    [BAG_INFO, info],
    [MANIFEST, payload],
    [TAG_MANIFEST, signed],
    [SIGNATURE, encodeUtf8(signMessage(signed, BUNDLE_NAMESPACE, key))],
  ]);
}

function* journalText(plan: BundlePlan): Generator<string, void> {
  for (const line of plan.journal) yield `${JSON.stringify(line)}\n`;
}

function measured(pieces: Iterable<string>, newHasher: NewHasher): { hash: string; size: number } {
  const hasher = newHasher('sha256');
  let size = 0;
  for (const piece of pieces) {
    const bytes = encodeUtf8(piece);
    hasher.update(bytes);
    size += bytes.length;
  }
  return { hash: hasher.hex(), size };
}

async function* encoded(pieces: Iterable<string>): AsyncGenerator<Uint8Array, void> {
  for (const piece of pieces) yield encodeUtf8(piece);
}

/** Passes a file's bytes on and throws at the end where they are not those it was filed with. */
async function* asFiled(
  body: AsyncIterable<Uint8Array>,
  sha256: string,
  path: string,
  newHasher: NewHasher,
): AsyncGenerator<Uint8Array, void> {
  const hasher: Hasher = newHasher('sha256');
  for await (const piece of body) {
    hasher.update(piece);
    yield piece;
  }
  if (hasher.hex() !== sha256) throw changed(path);
}

function changed(path: string): BundleError {
  return new BundleError('SOURCE_CHANGED', { entry: visibleName(path), rule: 'HASH' });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
