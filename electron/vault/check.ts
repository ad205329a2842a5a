import { createHash } from 'node:crypto';
import { BlobMissingError } from '#db/files/blobReader.ts';
import { quickCheck } from '#db/integrity.ts';
import { verifyJournal } from '#db/journal/verify.ts';
import type { TierFile } from '#db/open.ts';
import { blobsFrom, filesOfBlob } from '#db/records/queries.ts';
import { TIERS } from '#shared/confidentiality/levels.ts';
import type { CheckEvent, Finding } from '#shared/vault/contract.ts';
import type { OpenVault } from './session.ts';

const READ_SIZE = 4 << 20;

/** Looks at everything the session can open: pages, journal, and the hash of every stored file. Changes nothing. */
export async function* checkVault(vault: OpenVault, signal?: AbortSignal): AsyncGenerator<CheckEvent> {
  let findings = 0;
  const totals = { items: 0, files: 0, bytes: 0 };
  for (const fault of vault.faults) {
    findings += 1;
    yield finding({ tier: fault.tier, problem: { rule: fault.rule } });
  }
  for (const file of vault.tiers.values()) {
    for await (const event of checkTier(vault, file, totals)) {
      if (signal?.aborted) return;
      if (event.kind === 'finding') findings += 1;
      yield event;
      await new Promise(setImmediate);
    }
  }
  yield {
    kind: 'result',
    findings,
    ...totals,
    notOpened: TIERS.filter((tier) => !vault.tiers.has(tier)),
    hasRecovery: vault.hasRecovery(),
  };
}

type Totals = { items: number; files: number; bytes: number };

async function* checkTier(vault: OpenVault, file: TierFile, totals: Totals): AsyncGenerator<CheckEvent> {
  const { tier } = file;
  yield { kind: 'step', step: 'PAGES', tier, done: 0, total: 1 };
  for (const message of quickCheck(file)) {
    yield finding({ tier, problem: { rule: 'DATABASE_DAMAGED', params: { detail: message } } });
  }
  const verifying = verifyJournal(file);
  for (let step = verifying.next(); ; step = verifying.next()) {
    if (!step.done) {
      yield { kind: 'step', step: 'JOURNAL', tier, done: step.value, total: 0 };
      continue;
    }
    const { items, broken } = step.value;
    totals.items += items;
    if (broken) {
      const params = { seq: broken.seq, item: broken.itemId };
      yield finding({ tier, problem: { rule: broken.rule, params } });
    }
    break;
  }
  yield* checkBytes(vault, file, totals);
}

async function* checkBytes(vault: OpenVault, file: TierFile, totals: Totals): AsyncGenerator<CheckEvent> {
  const { tier } = file;
  for (let after = 0; ; ) {
    const blobs = blobsFrom(file, after, 100);
    const last = blobs.at(-1);
    if (!last) return;
    for (const blob of blobs) {
      const hash = createHash('sha256');
      let problem: string | null = null;
      try {
        for (let offset = 0; offset < blob.size; offset += READ_SIZE) {
          hash.update(vault.store.read(tier, blob, offset, READ_SIZE));
          yield { kind: 'step', step: 'FILES', tier, done: totals.bytes + offset, total: 0 };
        }
        if (hash.digest('hex') !== blob.sha256) problem = 'FILE_BYTES_CHANGED';
      } catch (error) {
        // Bytes that are there but do not decrypt were changed; only absent ones are missing.
        problem = error instanceof BlobMissingError ? 'FILE_BYTES_MISSING' : 'FILE_BYTES_CHANGED';
      }
      totals.files += 1;
      totals.bytes += blob.size;
      if (problem === null) continue;
      const names = filesOfBlob(file, blob.no);
      yield finding({
        tier,
        problem: {
          rule: problem,
          file: names[0]?.name ?? blob.sha256,
          params: { record: names[0]?.title ?? '' },
        },
      });
    }
    after = last.no;
  }
}

function finding(found: Finding): CheckEvent {
  return { kind: 'finding', finding: found };
}
