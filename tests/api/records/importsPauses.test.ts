import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createImports } from '#electron/jobs/imports.ts';
import { createJobs } from '#electron/jobs/jobs.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';
import { byPath, ended, folderOf, importFolder, PLAN, recordsOf } from './importsSupport.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault();
});
afterEach(() => app.close());

it('goes on by itself after a lock in the middle, without anything twice', async () => {
  const folder = folderOf(
    Object.fromEntries([...Array(500).keys()].map((n) => [`${n % 7}/${n}.txt`, `Nummer ${n}`])),
  );
  const begun = await app.client.imports.begin({ plan: PLAN, places: [app.place(folder)] });
  while ((await app.client.imports.get({ id: begun.id })).counts.DONE < 30)
    await new Promise((resolve) => setTimeout(resolve, 2));
  await unlockAgain();
  const going = await app.client.imports.get({ id: begun.id });
  expect(going.counts.DONE).toBeGreaterThanOrEqual(30);
  expect(going.counts.DONE).toBeLessThan(500);
  const done = await ended(app, begun.id);
  expect(done).toMatchObject({ state: 'DONE', counts: { DONE: 500 } });
  expect((await app.client.records.facets({ query: {} })).total).toBe(500);
});

it('waits at the unlock when its places are gone, and goes on when they are back', async () => {
  const folder = folderOf(Object.fromEntries([...Array(300).keys()].map((n) => [`${n}.txt`, `Nummer ${n}`])));
  const begun = await app.client.imports.begin({ plan: PLAN, places: [app.place(folder)] });
  while ((await app.client.imports.get({ id: begun.id })).counts.DONE < 12)
    await new Promise((resolve) => setTimeout(resolve, 2));
  renameSync(folder, `${folder} weg`);
  await unlockAgain();
  await expect
    .poll(() => app.client.imports.get({ id: begun.id }))
    .toMatchObject({
      state: 'PAUSED',
      problems: [{ rule: 'IMPORT_SOURCE_UNREACHABLE' }],
      needsFiles: false,
      counts: { FAILED: 0 },
    });
  renameSync(`${folder} weg`, folder);
  await app.client.imports.resume({ id: begun.id });
  expect(await ended(app, begun.id)).toMatchObject({ state: 'DONE', counts: { DONE: 300, FAILED: 0 } });
});

it('stands still when its folder goes away under way, instead of failing file by file', async () => {
  const folder = folderOf(Object.fromEntries([...Array(300).keys()].map((n) => [`${n}.txt`, `Nummer ${n}`])));
  const begun = await app.client.imports.begin({ plan: PLAN, places: [app.place(folder)] });
  while ((await app.client.imports.get({ id: begun.id })).state !== 'RUNNING')
    await new Promise((resolve) => setTimeout(resolve, 1));
  renameSync(folder, `${folder} weg`);
  const stopped = await ended(app, begun.id);
  expect(stopped).toMatchObject({
    state: 'PAUSED',
    problems: [{ rule: 'IMPORT_SOURCE_UNREACHABLE' }],
    counts: { FAILED: 0 },
  });
  expect(app.app.jobs.list()[0]).toMatchObject({ state: 'PAUSED' });
  renameSync(`${folder} weg`, folder);
  await app.client.imports.resume({ id: begun.id });
  expect(await ended(app, begun.id)).toMatchObject({ state: 'DONE', counts: { DONE: 300, FAILED: 0 } });
});

it('says of a single file that it is gone, and goes on', async () => {
  const folder = folderOf({ 'a.txt': 'a', 'b.txt': 'b' });
  const done = await importFolder(app, folder);
  const { id: entryId = '' } = (await byPath(app, done.id))['b.txt'] ?? {};
  app.app.vault?.register.sqlite
    .prepare(`update import_entry set state = 'FAILED' where id = ?`)
    .run(entryId);
  renameSync(join(folder, 'b.txt'), join(folder, 'c.txt'));
  await app.client.imports.resume({ id: done.id });
  const after = await ended(app, done.id);
  expect(after).toMatchObject({ state: 'DONE', counts: { DONE: 1, FAILED: 1 } });
  expect((await byPath(app, done.id))['b.txt']?.problems).toMatchObject([
    { rule: 'FILE_GONE', file: '材料/b.txt' },
  ]);
});

it('waits for its files when a screen that sent them falls silent', async () => {
  const { app: service } = app;
  const options = {
    vault: () => service.vault,
    jobs: createJobs(Date.now),
    inspector: service.inspector,
    now: Date.now,
  };
  const imports = createImports({ ...options, idleMs: 30 });
  const register = service.vault?.register;
  if (!register) throw new Error('locked');
  const { id } = await imports.begin(register, PLAN, []);
  await imports.announce(id, [{ path: 'a.txt', size: 1, modifiedAt: 0 }], true);
  await expect
    .poll(() => imports.get(id))
    .toMatchObject({ state: 'PAUSED', needsFiles: true, counts: { WAITING: 1 } });
});

it('takes what is written in a record under way into account, and arranges at the end', async () => {
  const folder = folderOf({ '2.txt': '2' });
  const first = await importFolder(app, folder, { shape: 'ONE', title: '卷' });
  const [row] = await recordsOf(app);
  await app.client.records.edit({
    id: row?.id ?? '',
    version: row?.version ?? 0,
    changes: { category: 'KJ' },
  });
  writeFileSync(join(folder, '1.txt'), '1');
  const second = await importFolder(app, folder, { recordId: row?.id ?? '' });
  expect(second.counts).toMatchObject({ DONE: 1, DUPLICATE: 1 });
  const record = await app.client.records.get({ id: row?.id ?? '' });
  expect(record.category).toBe('KJ');
  expect(record.files.map(({ name }) => name)).toEqual(['2.txt', '1.txt']);
  expect(await app.client.imports.undo({ id: first.id })).toEqual({ removed: 0, kept: 1 });
});

async function unlockAgain(): Promise<void> {
  const { vault } = await app.client.vault.status();
  app = await app.restart();
  await app.client.vault.unlock({ userId: vault?.users[0]?.id ?? '', passphrase: PASSPHRASE });
}
