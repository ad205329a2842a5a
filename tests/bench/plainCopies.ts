import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { rawKey } from '#db/cipher.ts';
import type { OpenVault } from '#electron/vault/session.ts';

/** The open tiers as plain SQLite files with the same tables, indexes and rows: what bare queries are asked of. */
export type PlainCopies = {
  files: readonly Database.Database[];
  /** The same statement on all three, prepared once; rows one file after the other. */
  all(sql: string): (...params: (string | number)[]) => unknown[];
  close(): void;
};

export function plainCopies(vault: OpenVault, folder: string): PlainCopies {
  const files = [...vault.tiers].map(([tier, { sqlite }]) => {
    const path = join(folder, `plain-${tier}.db`);
    rmSync(path, { force: true });
    sqlite.prepare('vacuum into ?').run(path);
    takeKeyOff(path, vault.keys.get(tier) ?? new Uint8Array(32));
    const plain = new Database(path, { fileMustExist: true });
    plain.pragma('journal_mode=WAL');
    plain.pragma('temp_store=MEMORY');
    plain.pragma('cache_size=-32768');
    return plain;
  });
  return {
    files,
    all(sql) {
      const statements = files.map((file) => file.prepare(sql));
      return (...params) => statements.flatMap((statement) => statement.all(...params));
    },
    close() {
      for (const file of files) file.close();
    },
  };
}

function takeKeyOff(path: string, key: Uint8Array): void {
  const sealed = new Database(path);
  sealed.pragma(`cipher='aegis'`);
  sealed.key(rawKey(key));
  sealed.pragma('journal_mode=DELETE');
  sealed.pragma(`rekey=''`);
  sealed.close();
}
