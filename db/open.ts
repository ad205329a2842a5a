import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Tier } from '#shared/confidentiality/levels.ts';
import type { Id } from '#shared/ids.ts';
import { createEncrypted, openEncrypted, type Sqlite } from './cipher.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import * as schema from './schema.ts';

export type Orm = ReturnType<typeof drizzle<typeof schema>>;

/** One open tier: its encrypted file, and the same file through typed tables. */
export type TierFile = {
  readonly tier: Tier;
  readonly file: string;
  readonly sqlite: Sqlite;
  readonly orm: Orm;
};

/** The file belongs to another vault or another tier: it was put there by somebody. */
export class WrongFileError extends Error {}

/** Beside this module in the sources, beside the bundle when built. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('./migrations/', import.meta.url));

let migrationsRead: Migration[] | null = null;
export function allMigrations(): Migration[] {
  migrationsRead ??= readMigrations(MIGRATIONS_FOLDER);
  return migrationsRead;
}

export function createTier(file: string, tier: Tier, key: Uint8Array, vaultId: Id): TierFile {
  createEncrypted(file, key);
  const sqlite = openEncrypted(file, key, { synchronous: 'FULL' });
  migrate(sqlite, allMigrations(), () => undefined);
  const insert = sqlite.prepare('insert into meta (key, value) values (?, ?)');
  sqlite.transaction(() => {
    insert.run('vault', vaultId);
    insert.run('tier', tier);
  })();
  return { tier, file, sqlite, orm: drizzle({ client: sqlite, schema }) };
}

export type OpenTierOptions = {
  vaultId: Id;
  /** Called before the first step of a migration, to put a verified copy of the file aside. */
  beforeMigration: (sqlite: Sqlite) => void;
};

/** Opens an existing tier, proves that it is the one it is taken for, and brings it to the newest format. */
export function openTier(file: string, tier: Tier, key: Uint8Array, options: OpenTierOptions): TierFile {
  const sqlite = openEncrypted(file, key, { synchronous: 'FULL' });
  try {
    assertIdentity(sqlite, tier, options.vaultId);
    migrate(sqlite, allMigrations(), () => options.beforeMigration(sqlite));
    return { tier, file, sqlite, orm: drizzle({ client: sqlite, schema }) };
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/**
 * Lets commits wait for the disk until the returned function is called, for work that is thrown away whole where it is
 * not finished. What is finished is on the disk when that function returns.
 */
export function deferSyncs({ sqlite }: TierFile): () => void {
  sqlite.pragma('synchronous=NORMAL');
  return () => {
    sqlite.pragma('synchronous=FULL');
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
  };
}

/** Rewrites the file where something confidential left it, cuts the WAL and closes. An open read cursor would keep the WAL; there is none, since queries read to the end. */
export function closeTier(tier: TierFile): void {
  const vacuum = tier.sqlite.prepare(`delete from meta where key = 'vacuum'`).run().changes > 0;
  if (vacuum) tier.sqlite.exec('vacuum');
  tier.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  tier.sqlite.close();
}

function assertIdentity(sqlite: Sqlite, tier: Tier, vaultId: Id): void {
  const tables = sqlite.prepare(`select count(*) as n from sqlite_master where name = 'meta'`).get() as {
    n: number;
  };
  if (tables.n === 0) throw new WrongFileError(`${tier} holds no vault`);
  const read = sqlite.prepare('select value from meta where key = ?').pluck();
  if (read.get('vault') !== vaultId) throw new WrongFileError(`${tier} belongs to another vault`);
  if (read.get('tier') !== tier) throw new WrongFileError(`${tier} is the file of another tier`);
}
