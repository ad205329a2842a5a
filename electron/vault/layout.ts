import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Tier } from '#shared/confidentiality/levels.ts';
import { type Id, idSchema } from '#shared/ids.ts';

/** The format of the folder as a whole; each tier counts its own migrations besides. */
export const VAULT_FORMAT = 1;

/** vault.json: good for the lock page and never trusted for anything else. */
export const vaultFileSchema = z.object({
  format: z.number().int(),
  id: idSchema,
  /** New for every vault and every restored copy: a partner sees that the sender's series started over. */
  incarnation: idSchema,
  name: z.string().max(200),
  users: z.array(z.object({ id: idSchema, name: z.string().max(200) })).max(1000),
  demo: z.boolean(),
});
export type VaultFile = z.infer<typeof vaultFileSchema>;

export function vaultFilePath(folder: string): string {
  return join(folder, 'vault.json');
}

export function tierPath(folder: string, tier: Tier): string {
  return join(folder, `${tier}.db`);
}

export function tierKeyPath(folder: string, tier: Tier): string {
  return join(folder, 'keys', `${tier}.age`);
}

export function userKeyPath(folder: string, userId: Id): string {
  return join(folder, 'keys', `${userId}.age`);
}

export function lockPath(folder: string): string {
  return join(folder, 'lock.db');
}

export function isVault(folder: string): boolean {
  return existsSync(vaultFilePath(folder));
}

/** Throws a plain Error when the file is missing or is none of ours. */
export function readVaultFile(folder: string): VaultFile {
  return vaultFileSchema.parse(JSON.parse(readFileSync(vaultFilePath(folder), 'utf8')));
}

export function writeVaultFile(folder: string, vault: VaultFile): void {
  replaceFile(vaultFilePath(folder), Buffer.from(`${JSON.stringify(vault, null, 2)}\n`));
}

/** Puts new content in place in one step: after a crash there is the old file or the new one, never a part. */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const fresh = `${path}.new`;
  try {
    const handle = openSync(fresh, 'w', 0o600);
    try {
      writeSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Makes a rename last through a power cut; systems that cannot open folders do it by themselves. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
