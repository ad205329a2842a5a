import { type BagFindings, reportedOr } from './bagFindings.ts';
import { type Manifest, parseManifest } from './bagManifest.ts';
import { decodeTagFile } from './bagText.ts';
import { type HashAlgorithm, hashAlgorithm, type NewHasher } from './hashes.ts';

/** The head of a bag while it is judged. */
export interface HeadContext {
  files: ReadonlyMap<string, Uint8Array>;
  findings: BagFindings;
  newHasher: NewHasher;
  version: string;
  encoding: string;
}

/** The one manifest of its kind a bundle has. */
export function strictManifest(context: HeadContext, name: string): Map<HashAlgorithm, Manifest> {
  const bytes = context.files.get(name);
  if (bytes === undefined) {
    context.findings.problem('TAG_FILE_MISSING', name);
    return new Map();
  }
  return new Map([['sha256', manifestOf(context, bytes, 'sha256', name, true)]]);
}

/** All manifests of a kind whose digest is known. */
export function allManifests(
  context: HeadContext,
  kind: 'manifest' | 'tagmanifest',
): Map<HashAlgorithm, Manifest> {
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
    return reportedOr(error, findings, new Map());
  }
}

export function manifestNames(
  files: ReadonlyMap<string, Uint8Array>,
  kind: 'manifest' | 'tagmanifest',
): string[] {
  return [...files.keys()].filter((path) => path.startsWith(`${kind}-`) && path.endsWith('.txt'));
}
