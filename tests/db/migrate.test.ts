import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEncrypted, openEncrypted, type Sqlite } from '#db/cipher.ts';
import { copyVerified } from '#db/copy.ts';
import { formatOf, type Migration, MigrationChangedError, migrate, NewerVaultError } from '#db/migrate.ts';
import { allMigrations } from '#db/open.ts';

const key = new Uint8Array(32).fill(3);
let folder: string;
let sqlite: Sqlite;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mengbu-migrate-'));
  createEncrypted(join(folder, 'a.db'), key);
  sqlite = openEncrypted(join(folder, 'a.db'), key, { synchronous: 'FULL' });
});
afterEach(() => {
  sqlite.close();
  rmSync(folder, { recursive: true, force: true });
});

const step = (version: number, sql: string): Migration => ({
  version,
  name: `${version}`,
  sql,
  hash: `hash of ${sql}`,
});
const nothing = () => undefined;

test('migrations are numbered without gaps and named after what they do', () => {
  expect(allMigrations().map((each) => each.version)).toEqual(allMigrations().map((_, index) => index + 1));
});

test('a fresh file gets every step and no copy is asked for', () => {
  let copies = 0;
  migrate(sqlite, [step(1, 'create table a (x)'), step(2, 'create table b (x)')], () => copies++);
  expect(formatOf(sqlite)).toBe(2);
  expect(copies).toBe(0);
});

test('an older file is copied aside once before the first step, and the copy opens as it was', () => {
  migrate(sqlite, [step(1, 'create table a (x)')], nothing);
  sqlite.exec("insert into a values ('before')");
  const copy = join(folder, 'copies', 'a.db');
  migrate(
    sqlite,
    [step(1, 'create table a (x)'), step(2, 'drop table a'), step(3, 'create table c (x)')],
    () => copyVerified(sqlite, key, copy),
  );
  const old = openEncrypted(copy, key, { synchronous: 'FULL' });
  expect(old.prepare('select x from a').pluck().all()).toEqual(['before']);
  expect(formatOf(old)).toBe(1);
  old.close();
});

test('a step that fails leaves the file as it was after the last good one', () => {
  const steps = [
    step(1, 'create table a (x)'),
    step(2, 'create table b (x); insert into nowhere values (1)'),
  ];
  expect(() => migrate(sqlite, steps, nothing)).toThrow(/nowhere/);
  expect(formatOf(sqlite)).toBe(1);
  expect(sqlite.prepare("select count(*) from sqlite_master where name = 'b'").pluck().get()).toBe(0);
});

test('a step that breaks a reference is taken back', () => {
  const steps = [
    step(
      1,
      'create table parent (id integer primary key); create table child (p integer references parent (id))',
    ),
    step(2, 'insert into child values (7)'),
  ];
  expect(() => migrate(sqlite, steps, nothing)).toThrow(/reference/);
  expect(sqlite.prepare('select count(*) from child').pluck().get()).toBe(0);
});

test('a file of a newer program is refused and not touched', () => {
  sqlite.pragma('user_version=99');
  expect(() => migrate(sqlite, [step(1, 'create table a (x)')], nothing)).toThrow(NewerVaultError);
  expect(sqlite.prepare('select count(*) from sqlite_master').pluck().get()).toBe(0);
});

test('a migration that was edited after it was applied is noticed', () => {
  migrate(sqlite, [step(1, 'create table a (x)')], nothing);
  expect(() => migrate(sqlite, [step(1, 'create table a (x, y)')], nothing)).toThrow(MigrationChangedError);
});

test('a copy is never written over another file, and a failed one leaves nothing', () => {
  const target = join(folder, 'copy.db');
  copyVerified(sqlite, key, target);
  expect(() => copyVerified(sqlite, key, target)).toThrow(/exists/);
  expect(() => copyVerified(sqlite, key, join(folder, 'a.db', 'impossible.db'))).toThrow();
  expect(existsSync(join(folder, 'a.db', 'impossible.db'))).toBe(false);
});
