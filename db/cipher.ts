import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';

export type Sqlite = Database.Database;

export const PAGE_SIZE = 16_384;

/** The file does not open with this key: another key, or not one of ours. */
export class WrongKeyError extends Error {}

/** The file is not what this program makes (plain text, other cipher, other page size): never used. */
export class ForeignFileError extends Error {}

export type OpenOptions = {
  /** FULL for metadata; NORMAL for file bytes, which are synced before the row that names them. */
  synchronous: 'FULL' | 'NORMAL';
};

/**
 * Makes a new encrypted file and closes it again, so that its first bytes can be looked at. Refuses an existing file.
 * The order (cipher, key, page size, WAL) matters: any other order silently gives another cipher or plain text.
 */
export function createEncrypted(file: string, key: Uint8Array): void {
  if (existsSync(file)) throw new ForeignFileError(`${basename(file)} exists already`);
  const sqlite = new Database(file);
  try {
    sqlite.pragma(`cipher='aegis'`);
    setKey(sqlite, key);
    sqlite.pragma(`page_size=${PAGE_SIZE}`);
    sqlite.pragma('journal_mode=WAL');
    sqlite.exec('create table sealed (one integer) strict; drop table sealed;');
  } finally {
    sqlite.close();
  }
  if (headOf(file).startsWith('SQLite format 3')) throw new ForeignFileError('the file is not encrypted');
}

/**
 * The one way to open an encrypted file, tests included; never creates one, because an emptied or missing file must
 * not look like a new vault. `key` is 32 raw bytes and stays the caller's to wipe.
 */
export function openEncrypted(file: string, key: Uint8Array, options: OpenOptions): Sqlite {
  const sqlite = new Database(file, { fileMustExist: true });
  try {
    sqlite.pragma(`cipher='aegis'`);
    setKey(sqlite, key);
    readFirstPage(sqlite);
    sqlite.pragma('journal_mode=WAL');
    sqlite.pragma(`synchronous=${options.synchronous}`);
    if (process.platform === 'darwin') sqlite.pragma('fullfsync=1');
    sqlite.pragma('temp_store=MEMORY');
    sqlite.pragma('foreign_keys=ON');
    sqlite.pragma('secure_delete=ON');
    sqlite.pragma('cache_size=-32768');
    assertSealed(sqlite);
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** The key as the driver wants it: 'raw:' and 64 hex digits, in a Buffer that can be wiped; never a string. */
export function rawKey(key: Uint8Array): Buffer {
  const digits = Buffer.from('0123456789abcdef');
  const raw = Buffer.alloc(4 + 64);
  raw.write('raw:');
  key.forEach((byte, index) => {
    raw[4 + index * 2] = digits[byte >> 4] ?? 0;
    raw[5 + index * 2] = digits[byte & 15] ?? 0;
  });
  return raw;
}

/** A key of another length would silently become a passphrase. */
function setKey(sqlite: Sqlite, key: Uint8Array): void {
  if (key.length !== 32) throw new RangeError('a tier key has 32 bytes');
  const raw = rawKey(key);
  sqlite.key(raw);
  raw.fill(0);
}

function readFirstPage(sqlite: Sqlite): void {
  try {
    sqlite.prepare('select count(*) from sqlite_master').get();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB') {
      throw new WrongKeyError('the file does not open with this key', { cause: error });
    }
    throw error;
  }
}

function assertSealed(sqlite: Sqlite): void {
  if (sqlite.pragma('cipher', { simple: true }) !== 'aegis')
    throw new ForeignFileError('the cipher is not AEGIS');
  if (sqlite.pragma('page_size', { simple: true }) !== PAGE_SIZE)
    throw new ForeignFileError('the page size is another');
  if (sqlite.pragma('journal_mode', { simple: true }) !== 'wal')
    throw new ForeignFileError('the journal mode is another');
}

/** Only while no connection is open: reading an open database file drops its POSIX locks. */
function headOf(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(16);
    readSync(handle, head, 0, 16, 0);
    return head.toString('latin1');
  } finally {
    closeSync(handle);
  }
}
