import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sqlite } from './cipher.ts';

export type Migration = { version: number; name: string; sql: string; hash: string };

/** The file was made by a newer version of the program; `needs` is its format. */
export class NewerVaultError extends Error {
  readonly needs: number;
  constructor(needs: number) {
    super(`the vault has format ${needs}`);
    this.needs = needs;
  }
}

/** A migration that was applied has been edited since, or is missing from this program. */
export class MigrationChangedError extends Error {}

export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return {
        version: Number(name.slice(0, 4)),
        name,
        sql,
        hash: createHash('sha256').update(sql).digest('hex'),
      };
    });
}

export function formatOf(sqlite: Sqlite): number {
  return Number(sqlite.pragma('user_version', { simple: true }));
}

/**
 * Brings one tier to the newest format, each step in a transaction of its own; forward only. `beforeFirst` is called
 * once before anything changes, to put a verified copy aside; it is not called for a fresh file.
 */
export function migrate(sqlite: Sqlite, migrations: readonly Migration[], beforeFirst: () => void): void {
  const newest = migrations.at(-1)?.version ?? 0;
  const present = formatOf(sqlite);
  if (present > newest) throw new NewerVaultError(present);
  assertUnchanged(sqlite, migrations, present);
  const missing = migrations.filter((step) => step.version > present);
  if (missing.length > 0 && present > 0) beforeFirst();
  sqlite.pragma('foreign_keys=OFF');
  try {
    for (const step of missing) apply(sqlite, step);
  } finally {
    sqlite.pragma('foreign_keys=ON');
  }
}

function apply(sqlite: Sqlite, step: Migration): void {
  sqlite
    .transaction(() => {
      sqlite.exec(
        'create table if not exists migration (version integer primary key, name text not null, hash text not null) strict',
      );
      sqlite.exec(step.sql);
      const broken = sqlite.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) throw new Error(`${step.name} breaks a reference`);
      sqlite
        .prepare('insert into migration (version, name, hash) values (?, ?, ?)')
        .run(step.version, step.name, step.hash);
      sqlite.pragma(`user_version=${step.version}`);
    })
    .immediate();
}

function assertUnchanged(sqlite: Sqlite, migrations: readonly Migration[], present: number): void {
  if (present === 0) return;
  const applied = sqlite.prepare('select version, hash from migration').all() as {
    version: number;
    hash: string;
  }[];
  const hashes = new Map(migrations.map((step) => [step.version, step.hash]));
  for (const { version, hash } of applied) {
    if (hashes.get(version) !== hash)
      throw new MigrationChangedError(`migration ${version} is not the one that was applied`);
  }
}
