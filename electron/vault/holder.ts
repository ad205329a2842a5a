import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lockVault, VaultInUseError, type VaultLock } from '#db/lock.ts';
import { lockPath } from './layout.ts';

/** Keeps every other process out of the vault, and leaves a word for them on who is in. */
export function holdVault(folder: string, door: string): VaultLock {
  try {
    const lock = lockVault(lockPath(folder));
    writeFileSync(holderPath(folder), `${door}, ${hostname()}, ${process.pid}\n`, { mode: 0o600 });
    return lock;
  } catch (error) {
    if (error instanceof VaultInUseError) throw new VaultInUseError(readHolder(folder));
    throw error;
  }
}

function readHolder(folder: string): string {
  try {
    return readFileSync(holderPath(folder), 'utf8').trim().slice(0, 200);
  } catch {
    return '';
  }
}

function holderPath(folder: string): string {
  return join(folder, 'lock.txt');
}
