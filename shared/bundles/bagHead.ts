import { declaration, strictDeclaration } from './bagDeclaration.ts';
import { type BagFindings, bagFindings, reportedOr } from './bagFindings.ts';
import { checkFetchList, type Manifest } from './bagManifest.ts';
import { allManifests, type HeadContext, manifestNames, strictManifest } from './bagManifestFiles.ts';
import {
  BAG_INFO,
  BAGIT_TXT,
  type BagInput,
  BUNDLE_JSON,
  HEAD_FILES,
  MANIFEST,
  SIGNATURE,
  SIGNED_TAG_FILES,
  TAG_MANIFEST,
} from './bagParts.ts';
import { type SignatureState, signatureOf, signedBySender } from './bagSignature.ts';
import { decodeTagFile, parseTagLines, type TagLine } from './bagText.ts';
import { BundleError } from './bundleError.ts';
import type { BundleJson } from './bundleJson.ts';
import { digestOf, type HashAlgorithm, type NewHasher } from './hashes.ts';
import { LIMITS } from './limits.ts';
import { visibleName } from './names.ts';
import { readBundleJson } from './readJson.ts';

/** 'strict': a bundle; 'bagit': any other bag, by RFC 8493 and the drafts 0.93 to 0.97. */
export type BagProfile = 'strict' | 'bagit';

/** What the first files of a bag say, judged before the bulk is read. */
export interface BagHead {
  profile: BagProfile;
  root: string;
  version: string;
  info: TagLine[];
  manifests: Map<HashAlgorithm, Manifest>;
  tagManifests: Map<HashAlgorithm, Manifest>;
  signature: SignatureState;
  /** Null in a bag that is no bundle, and where bundle.json is missing or not what was signed. */
  bundle: BundleJson | null;
  /** The bytes that were judged; the bag read as a whole must have the same. */
  files: ReadonlyMap<string, Uint8Array>;
}

export interface JudgedHead {
  head: BagHead;
  findings: BagFindings;
}

/**
 * Finds and judges declaration, manifests, signature and bundle.json. Of a bundle only the beginning is read, of another
 * bag the whole archive is walked once. Throws a BundleError (NOT_A_BUNDLE, NEWER_VERSION, REFUSED_ENTRY, DAMAGED …);
 * what is wrong with the bag itself goes into the findings.
 */
export async function readBagHead(input: BagInput, newHasher: NewHasher): Promise<JudgedHead> {
  const { root, files } = await collectHead(input);
  const findings = bagFindings();
  const strict = input.sealed || files.has(BUNDLE_JSON) || files.has(SIGNATURE);
  if (!files.has(BAGIT_TXT) && !files.has(BUNDLE_JSON) && manifestNames(files, 'manifest').length === 0)
    throw new BundleError('NOT_A_BUNDLE', { rule: 'NOT_A_BAG' });
  const declared = strict ? strictDeclaration(files, findings) : declaration(files, findings);
  const context = { files, findings, newHasher, ...declared };
  const tagManifests = strict ? strictManifest(context, TAG_MANIFEST) : allManifests(context, 'tagmanifest');
  const manifests = strict ? strictManifest(context, MANIFEST) : allManifests(context, 'manifest');
  if (strict) checkStrictHead(context, tagManifests);
  else checkPlainBag(context, manifests);
  const signature = strict ? signatureOf(files, findings) : ({ state: 'UNSIGNED' } as const);
  const bundle = strict ? bundleOf(context, manifests) : null;
  const head: BagHead = {
    profile: strict ? 'strict' : 'bagit',
    root,
    version: declared.version,
    info: bagInfo(context, strict),
    manifests,
    tagManifests,
    signature: signedBySender(signature, bundle, findings),
    bundle,
    files,
  };
  return { head, findings };
}

const HEAD_NAME = /^(?:bagit\.txt|bag-info\.txt|fetch\.txt|(?:tag)?manifest-[A-Za-z0-9_-]{1,30}\.txt)$/;

async function collectHead(input: BagInput): Promise<{ root: string; files: Map<string, Uint8Array> }> {
  const files = new Map<string, Uint8Array>();
  let root = '';
  for await (const member of input.members()) {
    root = member.root;
    const wanted = HEAD_NAME.test(member.path) || member.path === SIGNATURE || member.path === BUNDLE_JSON;
    if (wanted)
      files.set(member.path, await wholeBody(member.body, member.size, mostBytes(member.path), member.path));
    if (files.size > LIMITS.tagFiles)
      throw new BundleError('REFUSED_ENTRY', { entry: visibleName(member.path), rule: 'TOO_MANY_TAG_FILES' });
    if (HEAD_FILES.every((path) => files.has(path))) break;
  }
  return { root, files };
}

function mostBytes(path: string): number {
  if (path === SIGNATURE) return LIMITS.signatureBytes;
  if (path === BUNDLE_JSON) return LIMITS.bundleJsonBytes;
  return path.includes('manifest-') ? LIMITS.manifestBytes : LIMITS.tagFileBytes;
}

/** A small file in one piece. Throws a BundleError (REFUSED_ENTRY) when it is longer than allowed. */
export async function wholeBody(
  body: AsyncIterable<Uint8Array>,
  size: number,
  most: number,
  path: string,
): Promise<Uint8Array> {
  const tooLong = new BundleError('REFUSED_ENTRY', { entry: visibleName(path), rule: 'TAG_FILE_TOO_LONG' });
  if (size > most) throw tooLong;
  const bytes = new Uint8Array(size);
  let filled = 0;
  for await (const piece of body) {
    if (filled + piece.length > size) throw tooLong;
    bytes.set(piece, filled);
    filled += piece.length;
  }
  return bytes.subarray(0, filled);
}

function checkPlainBag(
  { files, findings, encoding }: HeadContext,
  manifests: Map<HashAlgorithm, Manifest>,
): void {
  if (manifests.size === 0) findings.problem('TAG_FILE_MISSING', 'manifest-<hash>.txt');
  const fetchList = files.get('fetch.txt');
  if (fetchList === undefined) return;
  try {
    checkFetchList(decodeTagFile(fetchList, encoding, 'fetch.txt'), findings);
  } catch (error) {
    reportedOr(error, findings, undefined);
  }
}

function checkStrictHead(context: HeadContext, tagManifests: Map<HashAlgorithm, Manifest>): void {
  const { files, findings, newHasher } = context;
  for (const path of [BAG_INFO, BUNDLE_JSON])
    if (!files.has(path)) findings.problem('TAG_FILE_MISSING', path);
  const listed = tagManifests.get('sha256');
  if (listed === undefined) return;
  const expected: readonly string[] = SIGNED_TAG_FILES;
  for (const path of listed.keys())
    if (!expected.includes(path)) findings.problem('TAG_MANIFEST_ENTRY', path);
  for (const path of expected) {
    const bytes = files.get(path);
    if (!listed.has(path)) findings.problem('NOT_IN_TAG_MANIFEST', path);
    else if (bytes !== undefined && digestOf(newHasher, 'sha256', bytes) !== listed.get(path))
      findings.problem('FILE_CHANGED', path);
  }
}

/** bundle.json is believed only as the manifest has it. */
function bundleOf(context: HeadContext, manifests: Map<HashAlgorithm, Manifest>): BundleJson | null {
  const bytes = context.files.get(BUNDLE_JSON);
  if (bytes === undefined) return null;
  try {
    const bundle = readBundleJson(bytes, BUNDLE_JSON);
    const listed = manifests.get('sha256')?.get(BUNDLE_JSON);
    return listed === digestOf(context.newHasher, 'sha256', bytes) ? bundle : null;
  } catch (error) {
    return reportedOr(error, context.findings, null);
  }
}

function bagInfo({ files, findings, encoding }: HeadContext, strict: boolean): TagLine[] {
  const bytes = files.get(BAG_INFO);
  if (bytes === undefined) return [];
  try {
    const tags = parseTagLines(decodeTagFile(bytes, encoding, BAG_INFO));
    if (tags === null) findings.problem('BAG_INFO_LINE', BAG_INFO);
    if (strict && tags?.filter(({ label }) => label === 'Payload-Oxum').length !== 1)
      findings.problem('PAYLOAD_OXUM', BAG_INFO);
    return tags ?? [];
  } catch (error) {
    return reportedOr(error, findings, []);
  }
}
