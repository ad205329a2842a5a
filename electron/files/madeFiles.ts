import { type LooseBlob, nameBlob } from '#db/files/store.ts';
import { insertFile, nextPosition } from '#db/records/writes.ts';
import type { WriteTx } from '#db/write.ts';
import type { Tier } from '#shared/confidentiality/levels.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { FileRole } from '#shared/records/file.ts';
import type { OpenVault } from '../vault/session.ts';
import type { Inspection } from './inspection.ts';
import type { Inspector } from './inspector.ts';
import { fromBytes } from './source.ts';

/** A file the program made itself, whose bytes and picture lie in the store, to be named in a write. */
export type MadeFile = {
  name: string;
  role: FileRole;
  inspection: Inspection;
  bytes: LooseBlob;
  thumbnail: LooseBlob | null;
};

/** Looks at bytes made here as an import would, and stores them. They are synced before the write that names them. */
export async function storeMadeFile(
  vault: OpenVault,
  inspector: Inspector,
  tier: Tier,
  { name, role, bytes }: { name: string; role: FileRole; bytes: Uint8Array },
): Promise<MadeFile> {
  const { inspection, thumbnail } = await inspector.examine(fromBytes(bytes), name);
  return {
    name,
    role,
    inspection,
    bytes: await vault.store.storeBytes(tier, bytes),
    thumbnail: thumbnail.drawn ? await vault.store.storeBytes(tier, thumbnail.webp) : null,
  };
}

/** Adds the files to their record. Returns what was stored twice, to be forgotten after the write. */
export function insertMadeFiles(tx: WriteTx, recordId: Id, files: readonly MadeFile[]): LooseBlob[] {
  const spare: LooseBlob[] = [];
  const named = (blob: LooseBlob): number => {
    const { no, loose } = nameBlob(tx, blob);
    if (loose) spare.push(blob);
    return no;
  };
  for (const { name, role, inspection, bytes, thumbnail } of files) {
    const { takenAt, camera, gps, durationMs } = inspection;
    insertFile(tx, {
      id: newId(),
      itemId: recordId,
      blob: named(bytes),
      name,
      role,
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
  return spare;
}
