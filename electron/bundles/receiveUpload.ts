import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { looksLikeAge } from '#shared/bundles/ageHeader.ts';
import { BundleError } from '#shared/bundles/bundleError.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { OpenVault } from '../vault/session.ts';
import { deskOf } from './desk.ts';
import { outboxFolder } from './outbox.ts';

/** Pieces came out of order, beyond the announced size, or for an upload that is not there. */
export class UploadOutOfOrderError extends Error {}

/** Room for a dropped file; its bytes follow piece by piece and go when the vault is locked. */
export async function beginUpload(
  vault: OpenVault,
  { home, now }: { home: string; now: number },
  { name, size }: { name: string; size: number },
): Promise<Id> {
  const id = newId();
  const path = join(await outboxFolder(home, now), `${id}.in`);
  const file = await open(path, 'wx', 0o600);
  await file.close();
  deskOf(vault).uploads.set(id, { path, name, size, received: 0 });
  return id;
}

/**
 * The next piece. Only sealed files are taken, so that nothing readable ever lies on the disk: the first piece must begin like
 * one. @throws BundleError (NOT_A_BUNDLE), UploadOutOfOrderError
 */
export async function continueUpload(
  vault: OpenVault,
  id: Id,
  offset: number,
  bytes: Uint8Array,
): Promise<number> {
  const { uploads } = deskOf(vault);
  const upload = uploads.get(id);
  if (!upload || offset !== upload.received || offset + bytes.length > upload.size)
    throw new UploadOutOfOrderError();
  if (offset === 0 && !looksLikeAge(bytes.subarray(0, 64))) {
    uploads.delete(id);
    await rm(upload.path, { force: true });
    throw new BundleError('NOT_A_BUNDLE', { rule: 'NOT_SEALED' });
  }
  upload.received += bytes.length;
  const file = await open(upload.path, 'r+');
  try {
    await file.write(bytes, 0, bytes.length, offset);
  } catch (error) {
    upload.received = offset;
    throw error;
  } finally {
    await file.close();
  }
  return upload.received;
}

/** null while it is not complete, or unknown. */
export function uploadedFile(vault: OpenVault, id: Id): { path: string; fileName: string } | null {
  const upload = deskOf(vault).uploads.get(id);
  return upload && upload.received === upload.size ? { path: upload.path, fileName: upload.name } : null;
}
