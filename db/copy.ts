import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openEncrypted, type Sqlite } from './cipher.ts';

/** The copy does not hold what the original does; it was removed. */
export class CopyFailedError extends Error {}

/**
 * Writes a whole, compact copy of an open encrypted file, sealed with the same key, and proves it by opening it. The target
 * must not exist. Whatever goes wrong, no half copy stays.
 */
export function copyVerified(source: Sqlite, key: Uint8Array, target: string): void {
  if (existsSync(target)) throw new CopyFailedError(`${target} exists already`);
  mkdirSync(dirname(target), { recursive: true });
  try {
    source.prepare('vacuum into ?').run(target);
    verifyCopy(source, key, target);
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(target + suffix, { force: true });
    throw error;
  }
}

function verifyCopy(source: Sqlite, key: Uint8Array, target: string): void {
  const copy = openEncrypted(target, key, { synchronous: 'FULL' });
  try {
    const check = copy.pragma('quick_check', { simple: true });
    if (check !== 'ok') throw new CopyFailedError(`the copy is damaged: ${String(check)}`);
    const tables = source
      .prepare(`select name from sqlite_master where type = 'table' and name not like 'search%'`)
      .pluck();
    for (const table of tables.all() as string[]) {
      const count = `select count(*) from "${table}"`;
      if (source.prepare(count).pluck().get() !== copy.prepare(count).pluck().get()) {
        throw new CopyFailedError(`the copy lacks rows of ${table}`);
      }
    }
    copy.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    copy.close();
  }
}
