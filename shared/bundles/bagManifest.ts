import type { BagFindings } from './bagFindings.ts';
import { linesOfText } from './bagText.ts';
import { HASH_DIGITS, type HashAlgorithm } from './hashes.ts';
import { pathProblem, strictPathProblem, visibleName } from './names.ts';

/** A manifest: the hash of each path, lower-case hexadecimal. */
export type Manifest = Map<string, string>;

/** `hash␣␣path` lines, sorted by path, as a bundle writes them; '%', CR and LF in a path are percent-encoded (RFC 8493 §2.1.3). */
export function formatManifest(manifest: ReadonlyMap<string, string>): string {
  const paths = [...manifest.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return paths.map((path) => `${manifest.get(path)}  ${encodePath(path)}\n`).join('');
}

export interface ManifestRules {
  algorithm: HashAlgorithm;
  /** '1.0' or an older one, which decodes only CR and LF. */
  version: string;
  strict: boolean;
  /** The manifest's own path, for findings. */
  name: string;
}

/** Reads a manifest; what is wrong with it goes into the findings, and lines that are none are left out. */
export function parseManifest(text: string, rules: ManifestRules, findings: BagFindings): Manifest {
  const manifest: Manifest = new Map();
  const form = rules.strict ? /^([0-9a-f]+) {2}(.+)$/ : /^([0-9A-Fa-f]+)[ \t]+(\*?.+)$/;
  if (rules.strict && (/\r/.test(text) || !/(?:^|\n)$/.test(text)))
    findings.problem('MANIFEST_LINE', rules.name);
  for (const line of linesOfText(text)) {
    const match = form.exec(line);
    const hash = match?.[1]?.toLowerCase();
    if (hash === undefined || match?.[2] === undefined || hash.length !== HASH_DIGITS[rules.algorithm]) {
      findings.problem('MANIFEST_LINE', rules.name, visibleName(line.slice(0, 300)));
      continue;
    }
    const path = readPath(match[2], rules, findings);
    if (path === null) continue;
    if (manifest.has(path)) repeated(path, manifest.get(path) === hash, rules, findings);
    else manifest.set(path, hash);
  }
  if (!rules.strict) warnOfOtherForms(manifest, findings);
  return manifest;
}

/** Lines `URL LENGTH PATH` of fetch.txt. Nothing is ever fetched; a path that leaves the bag is a problem all the same. */
export function checkFetchList(text: string, findings: BagFindings): void {
  for (const line of linesOfText(text)) {
    const path = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(line)?.[1];
    const problem = path === undefined ? 'FETCH_LINE' : pathProblem(path);
    if (problem !== null) findings.problem(problem, visibleName(path ?? 'fetch.txt'));
  }
}

/** A path in a manifest that leaves the bag is a problem of the bag, whether or not such a file exists. */
function readPath(written: string, rules: ManifestRules, findings: BagFindings): string | null {
  let path = decodePath(written, rules.version);
  if (!rules.strict) path = withoutDecoration(path, rules, findings);
  const problem = rules.strict ? strictPathProblem(path) : pathProblem(path.replaceAll(/[\r\n]/g, '_'));
  if (problem === null) return path;
  findings.problem(problem, visibleName(path));
  return null;
}

/** md5sum's binary mark and a leading './', which old tools wrote. */
function withoutDecoration(path: string, rules: ManifestRules, findings: BagFindings): string {
  const marked = path.startsWith('*') ? path.slice(1) : path;
  const plain = marked.replace(/^(?:\.\/)+/, '').replaceAll('/./', '/');
  if (plain !== path) findings.warning('MANIFEST_DECORATED_PATH', rules.name);
  return plain;
}

/** Two paths that differ in Unicode form only: one file on some systems. */
function warnOfOtherForms(manifest: Manifest, findings: BagFindings): void {
  const seen = new Set<string>();
  for (const path of manifest.keys()) {
    const form = path.normalize('NFC');
    if (seen.has(form)) findings.warning('NAME_FORM_DIFFERS', visibleName(path));
    seen.add(form);
  }
}

function repeated(path: string, same: boolean, rules: ManifestRules, findings: BagFindings): void {
  const tolerated = same && !rules.strict && rules.version !== '1.0';
  if (tolerated) findings.warning('PATH_TWICE', visibleName(path));
  else findings.problem('PATH_TWICE', visibleName(path));
}

function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function decodePath(path: string, version: string): string {
  const ends = path.replace(/%0d/gi, '\r').replace(/%0a/gi, '\n');
  return version === '1.0' ? ends.replaceAll('%25', '%') : ends;
}
