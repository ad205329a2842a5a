import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileAnswer } from '../addresses.ts';
import type { OpenVault } from '../vault/session.ts';
import { deskOf } from './desk.ts';

/** Left behind only where the program ended without locking; nothing in them is readable without the recipient's key. */
const OLD_MS = 24 * 3_600_000;

/**
 * Sealed files on their way through the browser: finished bundles that wait for their download, and dropped ones that are
 * being opened. Only ciphertext ever lies here, and it goes when the vault is locked.
 */
export async function outboxFolder(home: string, now: number): Promise<string> {
  const folder = join(home, 'outbox');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > OLD_MS) await rm(path, { force: true });
  }
  return folder;
}

/** Offers a finished file under an address that nobody can guess, until the vault is locked. */
export function offerDownload(vault: OpenVault, path: string, size: number, name: string): string {
  const address = randomBytes(24).toString('base64url');
  deskOf(vault).outbox.set(address, { path, size, name });
  return address;
}

/** What such an address opens; null for any other. */
export function outboxAnswer(vault: OpenVault, address: string): FileAnswer | null {
  const file = deskOf(vault).outbox.get(address);
  if (!file) return null;
  return {
    size: file.size,
    mediaType: 'application/octet-stream',
    inline: false,
    name: file.name,
    read: (offset, length) => readPart(file.path, offset, length),
  };
}

/** What was offered to the window that had the vault before opens nothing any more, and goes. */
export function withdrawDownloads(vault: OpenVault): void {
  const { outbox } = deskOf(vault);
  for (const { path } of outbox.values()) rmSync(path, { force: true });
  outbox.clear();
}

/** Ends what is under way with bundles and removes what waited: before the vault is closed. */
export async function stopBundles(vault: OpenVault): Promise<void> {
  const desk = deskOf(vault);
  desk.stopping.abort();
  await Promise.allSettled([...desk.exports.values(), ...desk.imports.values()]);
  for (const { path } of [...desk.outbox.values(), ...desk.uploads.values()]) await rm(path, { force: true });
  desk.outbox.clear();
  desk.uploads.clear();
  desk.opened.clear();
}

function readPart(path: string, offset: number, length: number): Uint8Array {
  const handle = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(handle, bytes, 0, length, offset));
  } finally {
    closeSync(handle);
  }
}
