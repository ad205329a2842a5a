import Database from 'better-sqlite3';

/** Another process has the vault open. `holder` is its own word for who it is; '' when it said nothing. */
export class VaultInUseError extends Error {
  readonly holder: string;
  constructor(holder: string) {
    super('the vault is open in another process');
    this.holder = holder;
  }
}

export type VaultLock = { release(): void };

/**
 * Holds `lock.db` exclusively for as long as the process lives; the system frees it on any end, kill -9 included.
 * The file is plain and empty.
 */
export function lockVault(file: string): VaultLock {
  const sqlite = new Database(file, { timeout: 0 });
  try {
    sqlite.pragma('journal_mode=DELETE');
    sqlite.exec('begin exclusive');
  } catch (error) {
    sqlite.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      throw new VaultInUseError('');
    throw error;
  }
  return { release: () => sqlite.close() };
}
