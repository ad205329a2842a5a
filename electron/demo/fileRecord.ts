import { type LooseBlob, nameBlob } from '#db/files/store.ts';
import { insertFile, nextPosition } from '#db/records/writes.ts';
import { write } from '#db/write.ts';
import { type Tier, tierOf } from '#shared/confidentiality/levels.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { Inspection } from '../files/inspection.ts';
import type { Inspector } from '../files/inspector.ts';
import { fromBytes } from '../files/source.ts';
import type { OpenVault } from '../vault/session.ts';
import type { FilePlan, RecordPlan } from './content/plan.ts';

/** A file whose bytes and picture lie in the store, to be named in a write. */
export type ReadyFile = {
  plan: FilePlan;
  inspection: Inspection;
  bytes: LooseBlob;
  thumbnail: LooseBlob | null;
};

/** Looks at a record's files as an import would, and stores them. */
export async function storeFiles(
  { files, level }: RecordPlan,
  drawn: readonly Uint8Array[],
  { inspector, vault }: { inspector: Inspector; vault: OpenVault },
): Promise<ReadyFile[]> {
  const tier = tierOf(level);
  const ready: ReadyFile[] = [];
  for (const [index, plan] of files.entries()) {
    const made = drawn[index] ?? new Uint8Array();
    const { inspection, thumbnail } = await inspector.examine(fromBytes(made), plan.name);
    ready.push({
      plan,
      inspection,
      bytes: await vault.store.storeBytes(tier, made),
      thumbnail: thumbnail.drawn ? await vault.store.storeBytes(tier, thumbnail.webp) : null,
    });
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
  write(tier, vault.writer, { verb: 'record.import' }, (tx) => {
    const named = (blob: LooseBlob): number => {
      const { no, loose } = nameBlob(tx, blob);
      if (loose) spare.push(blob);
      return no;
    };
    for (const { plan, inspection, bytes, thumbnail } of files) {
      const { takenAt, camera, gps, durationMs } = inspection;
      insertFile(tx, {
        id: newId(),
        itemId: recordId,
        blob: named(bytes),
        name: plan.name,
        role: plan.role,
        position: nextPosition(tx, recordId),
        mediaType: inspection.mediaType,
        kind: inspection.kind,
        width: inspection.width,
        height: inspection.height,
        takenAt: takenAt && `${takenAt.local}${takenAt.offset ?? ''}`,
        camera: camera && `${camera.make ?? ''} ${camera.model ?? ''}`.trim(),
        gps: gps && { latitude: gps.lat, longitude: gps.lon, altitude: gps.alt },
        durationMs: durationMs === null ? null : Math.round(durationMs),
        pages: inspection.pages,
        problems: [...inspection.problems],
        thumbnail: thumbnail && named(thumbnail),
        preview: null,
        addedAt: tx.at,
      });
    }
  });
  await vault.store.forget(spare);
}
