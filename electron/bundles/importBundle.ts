import { dropIntent, recordIntent } from '#db/confidentiality/queries.ts';
import type { LooseBlob } from '#db/files/store.ts';
import { toRef } from '#db/items/queries.ts';
import type { TierFile } from '#db/open.ts';
import { find } from '#db/tiers.ts';
import { resolve } from '#shared/bundles/preview.ts';
import type { ImportDecision, ImportResult } from '#shared/bundles/receivedContract.ts';
import { TIERS, type Tier, tierOf } from '#shared/confidentiality/levels.ts';
import type { Problem } from '#shared/errors.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { Inspector } from '../files/inspector.ts';
import type { JobHandle, Jobs } from '../jobs/jobs.ts';
import type { OpenVault } from '../vault/session.ts';
import { deskOf, type OpenedFile } from './desk.ts';
import { applyInTier, type ImportDeed, type Resolved } from './importApply.ts';
import { type Candidate, compareAll, type RefusedItem } from './importCompare.ts';
import { takeFiles, type WantedFile } from './importFiles.ts';
import { bytesOf, senderOf } from './importPreview.ts';
import { IMPORT_INTENT } from './intentKinds.ts';
import { signerOf } from './receive.ts';

export type ImportContext = { vault: OpenVault; jobs: Jobs; inspector: Inspector };

/** Conflicts that nobody decided, by item. */
export class UndecidedError extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super('conflicts are undecided');
    this.problems = problems;
  }
}

/**
 * Imports an opened bundle in a job, with the person's decisions. The bytes go in first, the rows in one transaction a tier; over
 * several tiers an intent says that it is under way.
 * @throws UndecidedError before anything is written
 */
export function startImport(
  context: ImportContext,
  file: OpenedFile,
  decisions: readonly ImportDecision[],
): Id {
  const { vault, jobs } = context;
  const chosen = chosenItems(vault, file, decisions);
  const bytes = chosen.items.reduce((sum, { json }) => sum + bytesOf(json.files), 0);
  const job = jobs.start('import', file.opened.report.bundle?.sender.unit ?? '', {
    unit: 'bytes',
    total: bytes,
  });
  const done = run(context, file, chosen, job).then((result) => {
    job.update({ state: 'DONE', done: bytes, attention: result.refused.length });
    return result;
  });
  done.catch(() =>
    job.update({
      state: job.signal.aborted ? 'CANCELLED' : 'FAILED',
      problems: [{ rule: 'BUNDLE_NOT_IMPORTED' }],
    }),
  );
  deskOf(vault).imports.set(job.id, done);
  return job.id;
}

type Chosen = { items: Resolved[]; same: number; skipped: number; refused: RefusedItem[] };

function chosenItems(vault: OpenVault, file: OpenedFile, decisions: readonly ImportDecision[]): Chosen {
  const { candidates, refused } = compareAll(vault, file.opened.items, senderOf(vault, file));
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const chosen: Chosen = { items: [], same: 0, skipped: 0, refused };
  const undecided: Problem[] = [];
  for (const candidate of candidates) {
    const decision = byId.get(candidate.json.id);
    const { status } = candidate.compared;
    if (status === 'SAME') chosen.same += 1;
    else if (decision?.skip) chosen.skipped += 1;
    else {
      const resolved = resolve(candidate.compared, decision?.fields ?? {});
      undecided.push(...resolved.undecided.map((field) => undecidedProblem(candidate, field)));
      // A proposal nobody accepts changes nothing; a conflict decided for ours is remembered as decided.
      if (resolved.take.length > 0 || status === 'CONFLICT')
        chosen.items.push({ ...candidate, take: resolved.take });
      else chosen.skipped += 1;
    }
  }
  if (undecided.length > 0) throw new UndecidedError(undecided.slice(0, 50));
  return chosen;
}

async function run(
  { vault, inspector }: ImportContext,
  file: OpenedFile,
  { items, same, skipped, refused }: Chosen,
  job: JobHandle,
): Promise<ImportResult> {
  const signal = AbortSignal.any([job.signal, deskOf(vault).stopping.signal]);
  const wanted = wantedFiles(vault, items);
  const onBytes = (done: number) => job.update({ done });
  const intake = await takeFiles(vault, inspector, file.opened, wanted, { signal, onBytes });
  const accepted = items.filter(({ json }) => !intake.stopped.has(json.id));
  const stopped = items.filter(({ json }) => intake.stopped.has(json.id));
  const spare: LooseBlob[] = [];
  try {
    signal.throwIfAborted();
    const importId =
      accepted.length === 0 ? null : await writeAll(vault, file, accepted, intake.taken, spare);
    await forgetUnnamed(
      vault,
      intake.loose,
      new Set(stopped.flatMap(({ json }) => json.files.map(({ sha256 }) => sha256))),
      spare,
    );
    const refOf = ({ id }: Resolved) => {
      const found = find(vault.tiers, id);
      return found ? [toRef(found.item)] : [];
    };
    return {
      importId,
      created: accepted.filter(({ local }) => local === null).flatMap(refOf),
      updated: accepted.filter(({ local, take }) => local !== null && take.length > 0).flatMap(refOf),
      same,
      skipped,
      refused: [
        ...refused.map(({ json, problems }) => ({ id: json.id, title: json.title, problems })),
        ...stopped.map(({ json }) => ({
          id: json.id,
          title: json.title,
          problems: intake.stopped.get(json.id) ?? [],
        })),
      ],
    };
  } catch (error) {
    await vault.store.forget(intake.loose).catch(() => undefined);
    throw error;
  }
}

async function writeAll(
  vault: OpenVault,
  file: OpenedFile,
  items: readonly Resolved[],
  taken: Parameters<typeof applyInTier>[4],
  spare: LooseBlob[],
): Promise<Id> {
  const bundle = file.opened.report.bundle;
  const contact = signerOf(vault, file)?.contact;
  if (!bundle || !contact) throw new Error('a bundle of nobody cannot be imported');
  const deed: ImportDeed = {
    importId: newId(),
    bundleId: bundle.id,
    sender: { vaultId: bundle.vault.id, unit: contact.unit },
  };
  const parts = byTier(vault, items);
  for (const tier of parts.keys()) await vault.store.sync(tier.tier);
  const highest = [...parts.keys()].sort((a, b) => TIERS.indexOf(b.tier) - TIERS.indexOf(a.tier))[0];
  const severalTiers = parts.size > 1;
  const intent = {
    id: newId(),
    kind: IMPORT_INTENT,
    at: vault.writer.now(),
    payload: { importId: deed.importId, tiers: tierNames(parts) },
  };
  if (severalTiers && highest) recordIntent(highest, intent);
  // Units and projects before people and records: a link is only written to what is there.
  for (const [tier, part] of parts) applyInTier(vault, tier, deed, part, taken, spare);
  if (severalTiers && highest) dropIntent(highest, intent.id);
  vault.writer.changed(new Set(['bundles', 'records', 'people', 'members', 'projects']));
  return deed.importId;
}

const ORDER: readonly string[] = ['unit', 'project', 'person', 'record'];

function byTier(vault: OpenVault, items: readonly Resolved[]): Map<TierFile, Resolved[]> {
  const parts = new Map<TierFile, Resolved[]>();
  const ordered = [...items].sort((a, b) => ORDER.indexOf(a.json.kind) - ORDER.indexOf(b.json.kind));
  for (const name of TIERS) {
    const tier = vault.tiers.get(name);
    const part = tier ? ordered.filter((item) => tierForItem(item) === name) : [];
    if (tier && part.length > 0) parts.set(tier, part);
  }
  return parts;
}

function tierForItem({ local, json }: Candidate): Tier {
  return local?.tier.tier ?? tierOf(json.level.code);
}

function tierNames(parts: ReadonlyMap<TierFile, unknown>): Tier[] {
  return [...parts.keys()].map(({ tier }) => tier);
}

function wantedFiles(vault: OpenVault, items: readonly Resolved[]): Map<string, WantedFile> {
  const wanted = new Map<string, WantedFile>();
  for (const item of items) {
    const tier = vault.tiers.get(tierForItem(item));
    if (!tier || !item.take.includes('files')) continue;
    for (const json of item.json.files)
      wanted.set(json.path, { json, tier, itemId: item.json.id, folder: item.json.title });
  }
  return wanted;
}

/** Bytes of items that were stopped, and second copies of what was here: nothing names them. */
async function forgetUnnamed(
  vault: OpenVault,
  loose: readonly LooseBlob[],
  stopped: ReadonlySet<string>,
  spare: readonly LooseBlob[],
): Promise<void> {
  const named = (blob: LooseBlob) => {
    const tier = vault.tiers.get(blob.tier);
    return tier?.sqlite.prepare('select 1 from blob where no = ?').get(blob.no) !== undefined;
  };
  const unnamed = loose
    .filter((blob) => spare.includes(blob) || stopped.has(blob.sha256) || !named(blob))
    .filter((blob) => !named(blob));
  await vault.store.forget(unnamed).catch(() => undefined);
}

function undecidedProblem({ json }: Candidate, field: string): Problem {
  return { rule: 'IMPORT_CONFLICT_UNDECIDED', field, file: json.title };
}
