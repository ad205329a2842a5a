import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SentBundleRow } from '#db/bundles/schema.ts';
import { hasSeries, insertSentBundle, nextEdition } from '#db/bundles/sent.ts';
import { type WriteTx, write } from '#db/write.ts';
import type { BundleJson } from '#shared/bundles/bundleJson.ts';
import type { BundlePlan } from '#shared/bundles/bundlePlan.ts';
import type { SentBundle } from '#shared/bundles/contract.ts';
import { canonicalJson } from '#shared/canonical.ts';
import { type Tier, tierOf } from '#shared/confidentiality/levels.ts';
import { localDateOf } from '#shared/dates.ts';
import type { Problem } from '#shared/errors.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { JobHandle, Jobs } from '../jobs/jobs.ts';
import type { OpenVault } from '../vault/session.ts';
import { type ComposeProblem, digestOf, type Going, type Sorted, sortOut } from './composeDryRun.ts';
import { bytesToSend, type GoingFile } from './composeFiles.ts';
import { bundleOf, type CreateInput, type LedgerDraft, rowOf } from './composeHeader.ts';
import { writtenItems } from './composeItems.ts';
import { showSent } from './composeLedger.ts';
import { type Addressee, addresseeOf } from './composeRecipient.ts';
import { signingKeyOf } from './contacts.ts';
import { deskOf } from './desk.ts';
import { offerDownload, outboxFolder } from './outbox.ts';
import type { SealTo } from './seal.ts';
import { type WrittenBundle, writeBundle } from './writeBundle.ts';

export type ComposeContext = {
  vault: OpenVault;
  jobs: Jobs;
  now(): number;
  /** The program's own folder: where a file waits for the browser. */
  home: string;
  /** Cost of a passphrase as a power of two. */
  scryptLogN: number;
};

export type CreateProblem = Problem & { kind: 'INVALID' | 'CONFLICT' | 'NOT_FOUND' };

/** A blank form that goes along: what bundle.json says of it, and what the ledger keeps of it in the same write. */
export type Enclosure = { form: NonNullable<BundleJson['form']>; enter(tx: WriteTx, bundleId: Id): void };

/** Said before anything is written. */
export class ComposeError extends Error {
  readonly problem: CreateProblem;
  constructor(problem: CreateProblem) {
    super(problem.rule);
    this.problem = problem;
  }
}

/**
 * Makes a bundle of what the policy lets go: checked and snapshotted here, written in a job. The ledger's row and the journal's
 * entry come in one write when the file is complete and hashed; where it fails or is cancelled nothing is left.
 * @throws ComposeError
 */
export async function createBundle(
  context: ComposeContext,
  input: CreateInput,
  enclosure: Enclosure | null = null,
): Promise<{ id: Id; jobId: Id; fileName: string }> {
  const { vault, jobs } = context;
  const prepared = await prepare(context, input, enclosure);
  const job = jobs.start('export', prepared.addressee.name, { unit: 'bytes', total: prepared.bytes });
  const made = make(context, prepared, job).then((outcome) => {
    job.update({ state: 'DONE', done: prepared.bytes });
    return outcome;
  });
  made.catch((error) =>
    job.update({ state: job.signal.aborted ? 'CANCELLED' : 'FAILED', problems: [faultOf(error)] }),
  );
  deskOf(vault).exports.set(prepared.id, made);
  return { id: prepared.id, jobId: job.id, fileName: prepared.fileName };
}

type Prepared = {
  id: Id;
  at: number;
  input: CreateInput;
  addressee: Addressee;
  sorted: Sorted;
  tier: Tier;
  plan: BundlePlan;
  files: ReadonlyMap<string, GoingFile>;
  to: SealTo;
  fileName: string;
  bytes: number;
  row: LedgerDraft;
  enclosure: Enclosure | null;
};

async function prepare(
  context: ComposeContext,
  input: CreateInput,
  enclosure: Enclosure | null,
): Promise<Prepared> {
  const { vault, now } = context;
  const at = now();
  const today = localDateOf(new Date(at));
  const addressee = addresseeOf(vault, input.recipient);
  if (!addressee)
    throw new ComposeError({ kind: 'NOT_FOUND', rule: 'CONTACT_NOT_THERE', field: 'recipient' });
  const sorted = await sortOut(vault, input, addressee, today);
  if (typeof sorted === 'string') throw new ComposeError(selectionProblem(sorted));
  assertCreatable(input, sorted, addressee, today);
  const tier = tierOf(sorted.level);
  const written = writtenItems(vault, sorted.goes);
  const id = newId();
  const seriesId = input.seriesId ?? newId();
  const edition = editionOf(vault, tier, seriesId, input, addressee);
  const row = { ...rowOf(vault, { id, at, input, addressee, sorted }), seriesId, ...edition };
  const plan: BundlePlan = {
    bundle: {
      ...bundleOf(vault, tier, row, edition.supersedes, sorted, addressee),
      ...(enclosure === null ? {} : { form: enclosure.form }),
    },
    items: written.map(({ item }) => item),
    journal: written.flatMap(({ journal }) => journal),
  };
  const { supersedes: _, ...kept } = row;
  return {
    id,
    at,
    input,
    addressee,
    sorted,
    tier,
    plan,
    files: new Map(sorted.goes.flatMap(({ files }) => files.map((file) => [file.planned.id, file]))),
    to: sealTo(input, addressee, tier),
    fileName: kept.fileName,
    bytes: bytesOf(sorted.goes),
    row: kept,
    enclosure,
  };
}

async function make(
  context: ComposeContext,
  { id, at, input, plan, files, to, fileName, tier, row, sorted, enclosure }: Prepared,
  job: JobHandle,
): Promise<{ bundle: SentBundle; address: string | null }> {
  const { vault, home, scryptLogN } = context;
  const folder = input.to?.folder ?? (await outboxFolder(home, at));
  const path = join(folder, input.to ? fileName : `${id}.mengbu`);
  const signal = AbortSignal.any([job.signal, deskOf(vault).stopping.signal]);
  const written = await writeBundle(
    plan,
    (file) => {
      const going = files.get(file.id);
      if (!going) throw new Error(`${file.id} was not planned`);
      return bytesToSend(vault, going);
    },
    { path, key: signingKeyOf(vault, tier), to, logN: scryptLogN },
    { signal, onBytes: (done, total) => job.update({ done, total }) },
  );
  try {
    signal.throwIfAborted();
    const bundle = enterInLedger(vault, tier, row, written, sorted, enclosure);
    return { bundle, address: input.to ? null : offerDownload(vault, path, written.size, fileName) };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

function enterInLedger(
  vault: OpenVault,
  tier: Tier,
  row: LedgerDraft,
  { sha256, manifestHash, size, bundle }: WrittenBundle,
  { goes }: Sorted,
  enclosure: Enclosure | null,
): SentBundle {
  const file = vault.tiers.get(tier);
  if (!file) throw new Error(`${tier} is not open`);
  const complete: SentBundleRow = { ...row, sha256, manifestHash, size, ...bundle.counts };
  const about = canonicalJson({
    bundle: row.id,
    sha256,
    recipient: row.cardFingerprint ?? row.recipientBy,
    copy: row.copy,
    level: row.level,
    consent: row.consent,
    items: goes.map(({ item }) => ({ id: item.id, version: item.version })),
  });
  write(file, vault.writer, { verb: 'bundle.send', about }, (tx) => {
    insertSentBundle(
      tx,
      complete,
      goes.map(({ item, kind }) => ({ itemId: item.id, kind, version: item.version, title: item.title })),
    );
    enclosure?.enter(tx, row.id);
  });
  return showSent(vault, complete);
}

function assertCreatable(input: CreateInput, sorted: Sorted, addressee: Addressee, today: string): void {
  if (sorted.goes.length === 0)
    throw new ComposeError({ kind: 'INVALID', rule: 'NOTHING_MAY_GO', field: 'selection' });
  if (input.digest !== null && input.digest !== digestOf(sorted, addressee, input)) {
    throw new ComposeError({ kind: 'CONFLICT', rule: 'SELECTION_CHANGED', field: 'selection' });
  }
  if (input.expires !== null && input.expires < today) {
    throw new ComposeError({ kind: 'INVALID', rule: 'EXPIRY_PAST', field: 'expires' });
  }
  if ((input.passphrase !== null) !== (addressee.card === null)) {
    const rule = addressee.card === null ? 'PASSPHRASE_REQUIRED' : 'PASSPHRASE_NOT_FOR_CARDS';
    throw new ComposeError({ kind: 'INVALID', rule, field: 'passphrase' });
  }
}

function selectionProblem(problem: ComposeProblem): CreateProblem {
  return { kind: 'INVALID', rule: problem, field: 'selection' };
}

function editionOf(
  vault: OpenVault,
  tier: Tier,
  seriesId: Id,
  { seriesId: asked }: CreateInput,
  { key }: Addressee,
) {
  const file = vault.tiers.get(tier);
  if (!file) throw new Error(`${tier} is not open`);
  if (asked !== null && !hasSeries(file, asked)) {
    throw new ComposeError({ kind: 'NOT_FOUND', rule: 'SERIES_NOT_THERE', field: 'seriesId' });
  }
  return nextEdition(file, seriesId, key);
}

function sealTo({ passphrase }: CreateInput, { card }: Addressee, tier: Tier): SealTo {
  if (card) return { recipients: [card.pairs[tier].recipient] };
  return { passphrase: passphrase ?? '' };
}

function bytesOf(goes: readonly Going[]): number {
  return goes.reduce(
    (sum, { files }) => sum + files.reduce((inner, { planned }) => inner + planned.size, 0),
    0,
  );
}

function faultOf(error: unknown): Problem {
  if (error instanceof Error && 'code' in error && 'data' in error)
    return { rule: `BUNDLE_${String(error.code)}` };
  return { rule: 'BUNDLE_NOT_MADE' };
}
