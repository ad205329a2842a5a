import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BagFinding } from '#shared/bundles/bagFindings.ts';
import { BundleError } from '#shared/bundles/bundleError.ts';
import { problemOfFinding } from '#shared/bundles/bundleProblem.ts';
import { readCard } from '#shared/bundles/card.ts';
import { failureOf } from '#shared/bundles/inspectBag.ts';
import { type SignerStanding, type Verdict, verdictOf } from '#shared/bundles/verdict.ts';
import { localDateOf } from '#shared/dates.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { verdictSentences } from '#shared/translations/verdictText.ts';
import { type BundleReport, verifyBundle } from '../bundles/openBundle.ts';
import { extractBundle } from '../bundles/openBundleExtract.ts';
import type { OpeningKeys } from '../bundles/unseal.ts';
import { catalogue, endProgress, progress, report, UsageError } from './output.ts';
import { readSecret } from './unlock.ts';

type KeyOptions = { identity?: string; passphraseFrom?: string; signer?: string; json?: boolean };

/** The verdict on a bundle, a tar or a bag folder made by anybody. */
export async function verify(files: string[], options: KeyOptions): Promise<void> {
  const found = await verifyBundle(onlyFile(files), keysOf(options), {
    onBytes: (bytes) => progress('', bytes, 0),
  });
  endProgress();
  await conclude(found, options);
}

/** Verifies, and writes the bag only when it is whole. */
export async function open(files: string[], options: KeyOptions & { out: string }): Promise<void> {
  const out = resolve(options.out);
  const { report: found } = await extractBundle(onlyFile(files), keysOf(options), out, {
    onBytes: (bytes) => progress('', bytes, 0),
  });
  endProgress();
  await conclude(found, options);
}

async function conclude(found: BundleReport, options: KeyOptions): Promise<void> {
  const signer = options.signer === undefined ? null : standingOf(found, options.signer);
  const verdict = verdictOf({
    whole: found.whole,
    signature: found.signature,
    bundle: found.bundle,
    signer,
    freshness: null,
    addressee: null,
    today: localDateOf(new Date()),
  });
  const failure = failureOf(found);
  const t = await catalogue();
  report(options.json, documentOf(found, verdict), () => linesOf(t, found, verdict));
  if (failure) throw failure;
  if (options.signer !== undefined && signer !== 'VERIFIED')
    throw new BundleError('SIGNATURE_INVALID', { rule: 'SIGNER_NOT_DEMANDED' });
}

/** A demanded signer is taken as compared: the person named the card. */
function standingOf(found: BundleReport, cardFile: string): SignerStanding {
  const reading = readCard(readFileSync(cardFile, 'utf8'));
  if (!reading.ok) throw new UsageError((usage) => usage.notACard(cardFile));
  if (found.signature.state !== 'VALID') return 'UNKNOWN';
  const { publicKey } = found.signature;
  return Object.values(reading.card.pairs).some((pair) => pair.signingKey === publicKey)
    ? 'VERIFIED'
    : 'MISMATCH';
}

function documentOf(found: BundleReport, verdict: Verdict): unknown {
  const {
    container,
    profile,
    root,
    version,
    whole,
    problems,
    problemCount,
    warnings,
    signature,
    bundle,
    bytes,
    items,
  } = found;
  const files = [...found.files].map(([path, facts]) => ({ path, ...facts }));
  return {
    verdict,
    container,
    profile,
    root,
    version,
    whole,
    problems,
    problemCount,
    warnings,
    signature,
    bundle,
    bytes,
    items,
    files,
  };
}

function linesOf(t: Catalogue, found: BundleReport, verdict: Verdict): string[] {
  const { tone, data } = verdict;
  const { colon, separator, items, files } = t.formats;
  const { terminal } = t;
  // Chinese puts nothing between sentences.
  const gap = t.formats.locale.startsWith('zh') ? '' : ' ';
  const kind = terminal.bundle[found.profile](found.version);
  const holds = [items(found.items), files(found.files.size), terminal.bundle.holds(String(found.bytes))];
  const told = (word: string, finding: BagFinding) =>
    `${word}${colon}${problemText(t, problemOfFinding(finding))}`;
  return [
    `${t.bundles.verdict.tones[tone]}${colon}${verdictSentences(t, verdict).join(gap)}`,
    ...(data.unit === null ? [] : [terminal.bundle.from(data.unit, data.fingerprint ?? '')]),
    `${kind}${colon}${holds.join(separator)}`,
    ...found.problems.map((problem) => told(terminal.bundle.problem, problem)),
    ...found.warnings.map((warning) => told(terminal.bundle.warning, warning)),
  ];
}

function keysOf({ identity, passphraseFrom }: KeyOptions): OpeningKeys {
  const keys: OpeningKeys = {};
  if (identity) {
    keys.identities = readFileSync(identity, 'utf8')
      .split(/\r?\n/u)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
  }
  if (passphraseFrom) keys.passphrase = readSecret(passphraseFrom);
  return keys;
}

/** Bundles in volumes are not made yet, so there is one file. */
function onlyFile(files: string[]): string {
  const [file, ...more] = files;
  if (!file || more.length > 0) throw new UsageError((usage) => usage.oneFile);
  return file;
}
