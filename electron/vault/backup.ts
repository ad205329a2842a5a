import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyVerified } from '#db/copy.ts';
import { copySegments } from '#db/files/copySegments.ts';
import { headOf } from '#db/journal/queries.ts';
import { noteMeta } from '#db/vault/queries.ts';
import { write } from '#db/write.ts';
import { canonicalJson } from '#shared/canonical.ts';
import { TIERS } from '#shared/confidentiality/levels.ts';
import { newId } from '#shared/ids.ts';
import type { CheckEvent } from '#shared/vault/contract.ts';
import { FolderTakenError } from './create.ts';
import { isVault, readVaultFile, tierPath, writeVaultFile } from './layout.ts';
import type { OpenVault } from './session.ts';

/**
 * Writes a copy of the vault into a new folder below `place`: every open tier, each proved by opening it, the key files, and
 * vault.json last, so that an interrupted backup is never taken for one. Tiers that are not open cannot be copied and are
 * named in the result.
 */
export async function* backUp(
  vault: OpenVault,
  place: string,
  now: number,
  signal?: AbortSignal,
): AsyncGenerator<CheckEvent, string> {
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
  const target = join(place, `mengbu-backup-${stamp}`);
  if (existsSync(target)) throw new FolderTakenError('FOLDER_NOT_EMPTY');
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(join(partial, 'keys'), { recursive: true });
  let done = 0;
  let whole = false;
  try {
    await vault.remembered;
    for (const [tier, file] of vault.tiers) {
      const key = vault.keys.get(tier);
      if (!key) continue;
      yield { kind: 'step', step: 'BACKUP', tier, done, total: vault.tiers.size };
      await settled();
      signal?.throwIfAborted();
      copyVerified(file.sqlite, key, tierPath(partial, tier));
      for await (const copied of copySegments(vault.folder, partial, tier, key)) {
        yield { kind: 'step', step: 'BACKUP_FILES', tier, done: copied, total: 0 };
        signal?.throwIfAborted();
      }
      done += 1;
    }
    cpSync(join(vault.folder, 'keys'), join(partial, 'keys'), { recursive: true });
    writeVaultFile(partial, readVaultFile(vault.folder));
    renameSync(partial, target);
    whole = true;
  } finally {
    // Also where whoever follows the progress stops asking for it.
    if (!whole) rmSync(partial, { recursive: true, force: true });
  }
  for (const file of vault.tiers.values()) {
    const head = headOf(file);
    write(
      file,
      vault.writer,
      { verb: 'vault.backup', about: canonicalJson({ seq: head?.seq ?? 0, head: head?.tierHash ?? '' }) },
      () => undefined,
    );
    noteMeta(file, 'lastBackup', String(now));
  }
  yield {
    kind: 'result',
    findings: 0,
    items: 0,
    files: 0,
    bytes: 0,
    notOpened: TIERS.filter((tier) => !vault.tiers.has(tier)),
    hasRecovery: vault.hasRecovery(),
  };
  return target;
}

/** Copies a backup into a new folder and gives it a new incarnation, so that partners see its series start over. */
export function restoreBackup(from: string, into: string): void {
  if (!isVault(from)) throw new NotABackupError();
  if (existsSync(into) && readdirSync(into).length > 0)
    throw new FolderTakenError(isVault(into) ? 'FOLDER_HAS_VAULT' : 'FOLDER_NOT_EMPTY');
  const partial = `${into}.partial`;
  try {
    cpSync(from, partial, {
      recursive: true,
      filter: (source) => !/\.partial$|lock\.(db|txt)$|vault\.json$/.test(source),
    });
    writeVaultFile(partial, { ...readVaultFile(from), incarnation: newId() });
    rmSync(into, { recursive: true, force: true });
    renameSync(partial, into);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
}

/** The folder holds no vault.json: it is no vault and no whole backup. */
export class NotABackupError extends Error {}

function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
