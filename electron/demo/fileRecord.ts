import type { LooseBlob } from '#db/files/store.ts';
import { write } from '#db/write.ts';
import { type Tier, tierOf } from '#shared/confidentiality/levels.ts';
import type { Id } from '#shared/ids.ts';
import type { Inspector } from '../files/inspector.ts';
import { insertMadeFiles, type MadeFile, storeMadeFile } from '../files/madeFiles.ts';
import type { OpenVault } from '../vault/session.ts';
import type { RecordPlan } from './content/plan.ts';

/** A file whose bytes and picture lie in the store, to be named in a write. */
export type ReadyFile = MadeFile;

/** Looks at a record's files as an import would, and stores them. */
export async function storeFiles(
  { files, level }: RecordPlan,
  drawn: readonly Uint8Array[],
  { inspector, vault }: { inspector: Inspector; vault: OpenVault },
): Promise<ReadyFile[]> {
  const ready: ReadyFile[] = [];
  for (const [index, { name, role }] of files.entries()) {
    const bytes = drawn[index] ?? new Uint8Array();
    ready.push(await storeMadeFile(vault, inspector, tierOf(level), { name, role, bytes }));
  }
  return ready;
}

/** Adds the files to their record in one write. Their bytes must have been synced. */
export async function addFiles(
  vault: OpenVault,
  tierName: Tier,
  recordId: Id,
  files: readonly ReadyFile[],
): Promise<void> {
  const tier = vault.tiers.get(tierName);
  if (!tier) throw new Error(`${tierName} is not open`);
  const spare: LooseBlob[] = [];
  write(tier, vault.writer, { verb: 'record.import' }, (tx) =>
    spare.push(...insertMadeFiles(tx, recordId, files)),
  );
  await vault.store.forget(spare);
}
