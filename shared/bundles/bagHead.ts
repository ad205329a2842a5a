import { type BagFindings, bagFindings } from './bagFindings.ts';
import { checkFetchList, type Manifest, parseManifest } from './bagManifest.ts';
import {
  BAG_INFO,
  BAGIT_DECLARATION,
  BAGIT_TXT,
  type BagInput,
  BUNDLE_JSON,
  HEAD_FILES,
  MANIFEST,
  SIGNATURE,
  SIGNED_TAG_FILES,
  TAG_MANIFEST,
} from './bagParts.ts';
import { decodeTagFile, linesOfText, parseTagLines, type TagLine } from './bagText.ts';
import { BundleError } from './bundleError.ts';
import type { BundleJson } from './bundleJson.ts';
import { digestOf, type HashAlgorithm, hashAlgorithm, type NewHasher } from './hashes.ts';
import { LIMITS } from './limits.ts';
import { visibleName } from './names.ts';
import { readBundleJson } from './readJson.ts';
import { keyFingerprint, publicKeyLine } from './sshKey.ts';
import { BUNDLE_NAMESPACE, readSignature, type SignatureFault } from './sshSignature.ts';
import { decodeUtf8, encodeUtf8, equalBytes } from './text.ts';

/** 'strict': a bundle; 'bagit': any other bag, by RFC 8493 and the drafts 0.93 to 0.97. */
export type BagProfile = 'strict' | 'bagit';

export type SignatureState =
  /** The bytes were signed by this key; whose key it is, a contact card tells. */
  | { state: 'VALID'; publicKey: string; fingerprint: string }
  | { state: 'INVALID'; fault: SignatureFault | 'SIGNER_IS_NOT_SENDER' | 'TAG_MANIFEST_MISSING' }
  | { state: 'MISSING' }
  /** A bag that never claimed to be signed. */
  | { state: 'UNSIGNED' };

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

interface HeadContext {
  files: ReadonlyMap<string, Uint8Array>;
  findings: BagFindings;
  newHasher: NewHasher;
  version: string;
  encoding: string;
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

function strictDeclaration(
  files: ReadonlyMap<string, Uint8Array>,
  findings: BagFindings,
): { version: string; encoding: string } {
  const bytes = files.get(BAGIT_TXT);
  if (bytes === undefined) findings.problem('TAG_FILE_MISSING', BAGIT_TXT);
  else if (!equalBytes(bytes, encodeUtf8(BAGIT_DECLARATION)))
    findings.problem('BAGIT_DECLARATION', BAGIT_TXT);
  return { version: '1.0', encoding: 'UTF-8' };
}

const KNOWN_VERSIONS = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'];

/** Two lines of UTF-8 without a mark; white space other than the one space only in old versions, with a warning. */
function declaration(
  files: ReadonlyMap<string, Uint8Array>,
  findings: BagFindings,
): { version: string; encoding: string } {
  const bytes = files.get(BAGIT_TXT);
  if (bytes === undefined) findings.problem('TAG_FILE_MISSING', BAGIT_TXT);
  const lines = bytes === undefined ? [] : linesOfText(textOr(bytes, ''));
  const exact = /^BagIt-Version: (\d{1,3}\.\d{1,3})\nTag-File-Character-Encoding: (\S+)$/;
  const loose = /^BagIt-Version\s*:\s*(\d{1,3}\.\d{1,3})\s*\nTag-File-Character-Encoding\s*:\s*(\S+)\s*$/;
  const text = lines.join('\n');
  const match = exact.exec(text) ?? loose.exec(text);
  const version = match?.[1] ?? '1.0';
  if (Number(version) > 1)
    throw new BundleError('NEWER_VERSION', { entry: BAGIT_TXT, needs: `BagIt ${version}` });
  if (bytes !== undefined && (match === null || !KNOWN_VERSIONS.includes(version)))
    findings.problem('BAGIT_DECLARATION', BAGIT_TXT);
  else if (match !== null && !exact.test(text)) {
    if (version === '1.0') findings.problem('BAGIT_DECLARATION', BAGIT_TXT);
    else findings.warning('BAGIT_DECLARATION_SPACES', BAGIT_TXT);
  }
  return { version, encoding: match?.[2] ?? 'UTF-8' };
}

function textOr(bytes: Uint8Array, otherwise: string): string {
  try {
    return decodeUtf8(bytes);
  } catch {
    return otherwise;
  }
}

function strictManifest(context: HeadContext, name: string): Map<HashAlgorithm, Manifest> {
  const bytes = context.files.get(name);
  if (bytes === undefined) {
    context.findings.problem('TAG_FILE_MISSING', name);
    return new Map();
  }
  return new Map([['sha256', manifestOf(context, bytes, 'sha256', name, true)]]);
}

function allManifests(context: HeadContext, kind: 'manifest' | 'tagmanifest'): Map<HashAlgorithm, Manifest> {
  const manifests = new Map<HashAlgorithm, Manifest>();
  for (const name of manifestNames(context.files, kind)) {
    const algorithm = hashAlgorithm(name.slice(kind.length + 1, -'.txt'.length));
    const bytes = context.files.get(name);
    if (algorithm === null || bytes === undefined) context.findings.warning('HASH_UNKNOWN', name);
    else manifests.set(algorithm, manifestOf(context, bytes, algorithm, name, false));
    if (algorithm === 'md5' || algorithm === 'sha1') context.findings.warning('HASH_WEAK', name);
  }
  return manifests;
}

function manifestOf(
  { findings, version, encoding }: HeadContext,
  bytes: Uint8Array,
  algorithm: HashAlgorithm,
  name: string,
  strict: boolean,
): Manifest {
  try {
    return parseManifest(
      decodeTagFile(bytes, encoding, name),
      { algorithm, version, strict, name },
      findings,
    );
  } catch (error) {
    return reported(error, findings, new Map());
  }
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
    reported(error, findings, undefined);
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

function signatureOf(files: ReadonlyMap<string, Uint8Array>, findings: BagFindings): SignatureState {
  const armored = files.get(SIGNATURE);
  const signed = files.get(TAG_MANIFEST);
  if (armored === undefined) {
    findings.signatureProblem('SIGNATURE_MISSING', SIGNATURE);
    return { state: 'MISSING' };
  }
  if (signed === undefined) {
    findings.signatureProblem('TAG_MANIFEST_MISSING', TAG_MANIFEST);
    return { state: 'INVALID', fault: 'TAG_MANIFEST_MISSING' };
  }
  const reading = readSignature(armored, signed, BUNDLE_NAMESPACE);
  if (!reading.ok) {
    findings.signatureProblem(reading.fault, SIGNATURE);
    return { state: 'INVALID', fault: reading.fault };
  }
  const { publicKey } = reading;
  return { state: 'VALID', publicKey: publicKeyLine(publicKey), fingerprint: keyFingerprint(publicKey) };
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
    return reported(error, context.findings, null);
  }
}

function signedBySender(
  signature: SignatureState,
  bundle: BundleJson | null,
  findings: BagFindings,
): SignatureState {
  if (signature.state !== 'VALID' || bundle === null) return signature;
  if (signature.publicKey === bundle.sender.signingKey) return signature;
  findings.signatureProblem('SIGNER_IS_NOT_SENDER', SIGNATURE);
  return { state: 'INVALID', fault: 'SIGNER_IS_NOT_SENDER' };
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
    return reported(error, findings, []);
  }
}

function manifestNames(files: ReadonlyMap<string, Uint8Array>, kind: 'manifest' | 'tagmanifest'): string[] {
  return [...files.keys()].filter((path) => path.startsWith(`${kind}-`) && path.endsWith('.txt'));
}

/** A bag that breaks the format is a finding; anything else (a newer version) ends the reading. */
function reported<Value>(error: unknown, findings: BagFindings, instead: Value): Value {
  if (!(error instanceof BundleError) || error.code !== 'BAG_INVALID') throw error;
  findings.problem(
    String(error.data.rule ?? 'BAG_INVALID'),
    String(error.data.entry ?? ''),
    String(error.data.field ?? ''),
  );
  return instead;
}
