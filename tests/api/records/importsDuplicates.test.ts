import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { blobsInSegments, byPath, folderOf, importFolder, recordsOf, storedBytes } from './importsSupport.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault();
});
afterEach(() => app.close());

describe('duplicates', () => {
  it('are told by their content, with where it lies, in whatever tier is open', async () => {
    await importFolder(app, folderOf({ '原件.txt': '同一内容' }), {
      level: 'TRADE_SECRET',
      term: 'P5Y',
      basis: '合同',
    });
    const [first] = await recordsOf(app);
    const again = await importFolder(
      app,
      folderOf({ '副本.txt': '同一内容', '又一副本.txt': '同一内容', '新.txt': '别的' }),
    );
    expect(again.counts).toMatchObject({ DONE: 1, DUPLICATE: 2 });
    const entries = await byPath(app, again.id);
    expect(entries['副本.txt']?.duplicateOf).toEqual({ recordId: first?.id, title: '原件' });
    expect(await recordsOf(app)).toHaveLength(2);
  });

  it('inside one import are filed once', async () => {
    const done = await importFolder(
      app,
      folderOf({ 'a.txt': 'gleich', 'b.txt': 'gleich', 'c/a.txt': 'gleich' }),
    );
    expect(done.counts).toMatchObject({ DONE: 1, DUPLICATE: 2 });
    expect(blobsInSegments(app).length).toBe(1);
  });

  it('are filed again on purpose, with the bytes stored once', async () => {
    const done = await importFolder(app, folderOf({ 'a.txt': 'gleich', 'b.txt': 'gleich' }), {
      takeDuplicates: true,
    });
    expect(done.counts).toMatchObject({ DONE: 2 });
    expect(blobsInSegments(app).length).toBe(1);
    const shas = (await recordsOf(app)).map(({ id }) => storedBytes(app, id).toString());
    expect(shas).toEqual(['gleich', 'gleich']);
  });

  it('are empty files of the same name and no others, and one removed is none', async () => {
    const folder = folderOf({ 'leer.txt': '', 'unter/leer.txt': '', '空.txt': '', 'voll.txt': 'x' });
    expect((await importFolder(app, folder)).counts).toMatchObject({ DONE: 4, DUPLICATE: 0 });
    const again = await importFolder(app, folder);
    expect(again.counts).toMatchObject({ DONE: 0, DUPLICATE: 4 });
    const entries = await byPath(app, again.id);
    for (const path of ['leer.txt', 'unter/leer.txt', '空.txt']) {
      const title = path.includes('空') ? '空' : 'leer';
      expect(entries[path], path).toMatchObject({ state: 'DUPLICATE', duplicateOf: { title } });
    }
    expect(await recordsOf(app)).toHaveLength(4);
    const others = await importFolder(app, folderOf({ '另一空.txt': '', '空.txt': '' }));
    expect(others.counts).toMatchObject({ DONE: 1, DUPLICATE: 1 });
    const taken = await importFolder(app, folderOf({ '空.txt': '' }), { takeDuplicates: true });
    expect(taken.counts).toMatchObject({ DONE: 1 });
    const called = (await recordsOf(app)).filter(({ title }) => title === '空');
    await app.client.records.remove({ ids: called.map(({ id }) => id), reason: '' });
    expect((await importFolder(app, folderOf({ '空.txt': '' }))).counts).toMatchObject({ DONE: 1 });
  });

  it('of a removed record are no duplicates', async () => {
    const folder = folderOf({ 'a.txt': 'x' });
    await importFolder(app, folder);
    const [row] = await recordsOf(app);
    await app.client.records.remove({ ids: [row?.id ?? ''], reason: '' });
    expect((await importFolder(app, folder)).counts).toMatchObject({ DONE: 1 });
    expect(blobsInSegments(app).length).toBe(1);
  });
});
