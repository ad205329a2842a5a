import type { BagFinding, BagFindings } from './bagFindings.ts';
import { type BagHead, type BagProfile, readBagHead } from './bagHead.ts';
import type { Manifest } from './bagManifest.ts';
import { BAG_INFO, type BagInput, type BagMember, isItemPath, JOURNAL } from './bagParts.ts';
import type { SignatureState } from './bagSignature.ts';
import { BundleError } from './bundleError.ts';
import type { BundleJson } from './bundleJson.ts';
import { type ContentCheck, contentCheck } from './contentCheck.ts';
import type { HashAlgorithm, NewHasher } from './hashes.ts';
import type { ItemJson } from './itemJson.ts';
import { LIMITS } from './limits.ts';
import { lineFeeder } from './lineFeeder.ts';
import { nameCheck } from './nameCheck.ts';
import { visibleName } from './names.ts';
import { readItemJson } from './readJson.ts';
import { equalBytes, joinBytes } from './text.ts';

/** Takes one file's bytes as they are checked; end(true) only when they are what the manifest says. end() always comes. */
export interface MemberSink {
  write(bytes: Uint8Array): void | Promise<void>;
  end(whole: boolean): void | Promise<void>;
}

export interface InspectOptions {
  newHasher: NewHasher;
  /** Signature and bundle.json are judged; the bulk follows. */
  onHead?: (head: BagHead) => void;
  /** Each item of a bundle, its bytes already compared with the manifest. */
  onItem?: (item: ItemJson) => void;
  /** Bytes of files read so far. */
  onBytes?: (bytes: number) => void;
  /** Where a file's bytes go besides being checked; null for nowhere. */
  sink?: (member: BagMember) => MemberSink | null | Promise<MemberSink | null>;
}

export interface FileFacts {
  size: number;
  /** Hexadecimal, by the strongest manifest that lists it; '' where none does. */
  hash: string;
  /** Its bytes are what every manifest says. */
  whole: boolean;
}

export interface BagReport {
  profile: BagProfile;
  root: string;
  version: string;
  /** Every file is there, none is extra, none is changed, the format is kept, and a bundle's signature holds. */
  whole: boolean;
  problems: BagFinding[];
  problemCount: number;
  warnings: BagFinding[];
  signature: SignatureState;
  bundle: BundleJson | null;
  /** The payload by its path in the bag. */
  files: Map<string, FileFacts>;
  /** Of the payload. */
  bytes: number;
  items: number;
}

/**
 * Reads a whole bag and compares every byte with its manifests. Nothing is trusted because it came first: the head is read
 * again with the rest. Damage in the middle ends the reading but not the report: what was whole until then is named. Throws
 * a BundleError (REFUSED_ENTRY, NOT_A_BUNDLE, NEWER_VERSION, and DAMAGED before the head is known).
 */
export async function inspectBag(input: BagInput, options: InspectOptions): Promise<BagReport> {
  const { head, findings } = await readBagHead(input, options.newHasher);
  options.onHead?.(head);
  const content = contentCheck(head, findings);
  const names = nameCheck(head.profile, findings);
  const nothing = { files: new Map(), tagFiles: new Set<string>(), bytes: 0, at: '' };
  const walk: Walk = { head, findings, content, options, ...nothing };
  let complete = false;
  try {
    for await (const member of input.members()) {
      walk.at = member.path;
      names(member.path);
      await (member.path.startsWith('data/') ? inspectPayload(member, walk) : inspectTagFile(member, walk));
    }
    complete = true;
  } catch (error) {
    if (!(error instanceof BundleError) || error.code !== 'DAMAGED') throw error;
    findings.damaged(String(error.data.rule ?? ''), String(error.data.entry ?? '') || visibleName(walk.at));
  }
  if (complete) checkComplete(walk);
  content.end(walk.files, complete);
  return reportOf(walk);
}

/** The error a report amounts to for those who asked for a whole bag; null for a whole one. */
export function failureOf(report: BagReport): BundleError | null {
  const worst =
    report.problems.find(({ code }) => code === 'DAMAGED') ??
    report.problems.find(({ code }) => code === 'SIGNATURE_INVALID') ??
    report.problems[0];
  if (worst === undefined) return null;
  const { code, rule, entry, detail } = worst;
  return new BundleError(code, { rule, entry, detail, problems: report.problemCount });
}

interface Walk {
  head: BagHead;
  findings: BagFindings;
  content: ContentCheck;
  options: InspectOptions;
  files: Map<string, FileFacts>;
  tagFiles: Set<string>;
  bytes: number;
  /** The path of the file that is read just now. */
  at: string;
}

async function inspectPayload(member: BagMember, walk: Walk): Promise<void> {
  const { head, findings, options, content } = walk;
  const { path } = member;
  const expected = expectedHashes(path, head.manifests, findings);
  const listing = listingProblem(expected, head);
  if (listing !== null) findings.problem(listing, visibleName(path));
  const sink = (await options.sink?.(member)) ?? null;
  const strict = head.profile === 'strict';
  const isItem = strict && isItemPath(path);
  const journal = strict && path === JOURNAL ? lineFeeder(content.journalLine) : null;
  const kept: Uint8Array[] = [];
  const { same, size } = await compared(member, expected, options.newHasher, sink, (piece) => {
    if (isItem && member.size <= LIMITS.itemJsonBytes) kept.push(piece.slice());
    journal?.feed(piece);
    walk.bytes += piece.length;
    options.onBytes?.(walk.bytes);
  });
  journal?.end();
  const whole = same && listing === null;
  if (!same && expected.size > 0) findings.problem('FILE_CHANGED', visibleName(path));
  walk.files.set(path, { size, hash: strongest(expected), whole });
  if (isItem && whole) inspectItem(path, joinBytes(kept), member.size, walk);
  await sink?.end(whole);
}

/** bagit.txt and its like, by the tag manifests that list them; of those judged before, the very same bytes again. */
async function inspectTagFile(member: BagMember, walk: Walk): Promise<void> {
  const { head, findings, options } = walk;
  const { path } = member;
  const strict = head.profile === 'strict';
  const judged = head.files.get(path);
  if (strict && judged === undefined) findings.problem('EXTRA_FILE', visibleName(path));
  if (path === 'fetch.txt') findings.warning('FETCH_IGNORED', path);
  walk.tagFiles.add(path);
  const expected = expectedHashes(path, head.tagManifests, findings);
  const sink = (await options.sink?.(member)) ?? null;
  let unchanged = judged === undefined || judged.length === member.size;
  let at = 0;
  const { same } = await compared(member, expected, options.newHasher, sink, (piece) => {
    unchanged &&= judged === undefined || equalBytes(piece, judged.subarray(at, at + piece.length));
    at += piece.length;
  });
  if (!unchanged || (!same && !strict)) findings.problem('FILE_CHANGED', visibleName(path));
  await sink?.end(same && unchanged);
}

function inspectItem(path: string, bytes: Uint8Array, size: number, walk: Walk): void {
  const { content, findings, options } = walk;
  try {
    if (size > LIMITS.itemJsonBytes)
      throw new BundleError('BAG_INVALID', { entry: path, rule: 'JSON_TOO_LONG' });
    const item = readItemJson(bytes, path);
    content.item(item);
    options.onItem?.(item);
  } catch (error) {
    if (!(error instanceof BundleError) || error.code !== 'BAG_INVALID') throw error;
    findings.problem(String(error.data.rule), path, String(error.data.field ?? ''));
  }
}

/** What each manifest says of a path; where Unicode forms differ, by the composed form, with a warning. */
function expectedHashes(
  path: string,
  manifests: ReadonlyMap<HashAlgorithm, Manifest>,
  findings: BagFindings,
): Map<HashAlgorithm, string> {
  const expected = new Map<HashAlgorithm, string>();
  for (const [algorithm, manifest] of manifests) {
    const hash =
      manifest.get(path) ?? manifest.get(path.normalize('NFC')) ?? manifest.get(path.normalize('NFD'));
    if (hash !== undefined) expected.set(algorithm, hash);
    if (hash !== undefined && !manifest.has(path)) findings.warning('NAME_FORM_DIFFERS', visibleName(path));
  }
  return expected;
}

/** BagIt 1.0 wants every file in every manifest, older drafts in at least one. */
function listingProblem(expected: ReadonlyMap<HashAlgorithm, string>, head: BagHead): string | null {
  if (expected.size === 0) return 'EXTRA_FILE';
  const inEvery = expected.size === head.manifests.size;
  return !inEvery && head.version === '1.0' ? 'NOT_IN_EVERY_MANIFEST' : null;
}

async function compared(
  member: BagMember,
  expected: ReadonlyMap<HashAlgorithm, string>,
  newHasher: NewHasher,
  sink: MemberSink | null,
  onPiece: (piece: Uint8Array) => void,
): Promise<{ same: boolean; size: number }> {
  const hashers = [...expected].map(([algorithm, hash]) => ({ hash, hasher: newHasher(algorithm) }));
  let size = 0;
  try {
    for await (const piece of member.body) {
      for (const { hasher } of hashers) hasher.update(piece);
      size += piece.length;
      onPiece(piece);
      await sink?.write(piece);
    }
  } catch (error) {
    await sink?.end(false);
    throw error;
  }
  return { same: hashers.every(({ hash, hasher }) => hasher.hex() === hash), size };
}

const STRENGTH: readonly HashAlgorithm[] = ['sha512', 'sha384', 'sha256', 'sha224', 'sha1', 'md5'];

function strongest(expected: ReadonlyMap<HashAlgorithm, string>): string {
  const algorithm = STRENGTH.find((candidate) => expected.has(candidate));
  return algorithm === undefined ? '' : (expected.get(algorithm) ?? '');
}

function checkComplete({ head, findings, files, tagFiles, bytes }: Walk): void {
  const isThere = (path: string): boolean =>
    [path, path.normalize('NFC'), path.normalize('NFD')].some(
      (form) => files.has(form) || tagFiles.has(form),
    );
  const listed = new Set(
    [...head.manifests.values(), ...head.tagManifests.values()].flatMap((m) => [...m.keys()]),
  );
  for (const path of listed) if (!isThere(path)) findings.problem('FILE_MISSING', visibleName(path));
  for (const { label, value } of head.info) {
    if (label !== 'Payload-Oxum') continue;
    if (value !== `${bytes}.${files.size}`) findings.problem('PAYLOAD_OXUM', BAG_INFO, value.slice(0, 60));
  }
}

function reportOf({ head, findings, files, bytes, content }: Walk): BagReport {
  return {
    profile: head.profile,
    root: head.root,
    version: head.version,
    whole: findings.problemCount() === 0,
    problems: findings.problems,
    problemCount: findings.problemCount(),
    warnings: findings.warnings,
    signature: head.signature,
    bundle: head.bundle,
    files,
    bytes,
    items: content.items(),
  };
}
