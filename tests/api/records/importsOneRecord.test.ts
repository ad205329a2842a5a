import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import {
  blobsInSegments,
  ended,
  entriesOf,
  folderOf,
  importFolder,
  PLAN,
  photo,
  recordsOf,
} from './importsSupport.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault();
});
afterEach(() => app.close());

describe('one record for all files', () => {
  it('has the document as original and the rest attached', async () => {
    const folder = folderOf({
      'b.txt': 'Text',
      'a.jpg': await photo({ seed: 4 }),
      'c.pdf': '%PDF-1.4\n%âãÏÓ\n',
    });
    const done = await importFolder(app, folder, { shape: 'ONE', title: '合同及附件' });
    expect(done.counts).toMatchObject({ DONE: 3 });
    const [row, ...others] = await recordsOf(app);
    expect(others).toEqual([]);
    const record = await app.client.records.get({ id: row?.id ?? '' });
    expect(record).toMatchObject({ title: '合同及附件', fileCount: 3, category: 'WS' });
    expect(record.files.map(({ name, role }) => [name, role])).toEqual([
      ['c.pdf', 'ORIGINAL'],
      ['a.jpg', 'ATTACHMENT'],
      ['b.txt', 'ATTACHMENT'],
    ]);
  });

  it('has scans as pages in natural order', async () => {
    const names = ['扫描10.jpg', '扫描9.jpg', '扫描1.jpg'];
    const files = Object.fromEntries(
      await Promise.all(names.map(async (name, seed) => [name, await photo({ seed })] as const)),
    );
    await importFolder(app, folderOf(files), { shape: 'ONE', title: '扫描件' });
    const [row] = await recordsOf(app);
    const record = await app.client.records.get({ id: row?.id ?? '' });
    expect(record.files.map(({ name, role }) => [name, role])).toEqual([
      ['扫描1.jpg', 'PAGE'],
      ['扫描9.jpg', 'PAGE'],
      ['扫描10.jpg', 'PAGE'],
    ]);
    expect(record.cover?.fileId).toBe(record.files[0]?.id);
  });

  it('takes further files behind those it has, also when it is archived', async () => {
    await importFolder(app, folderOf({ '正本.pdf': '%PDF-1.4\n' }), {
      shape: 'ONE',
      title: '批复',
      fields: {
        docDate: '2026-01-02',
        responsible: '办公室',
        category: 'WS',
        retention: 'Y',
        year: 2026,
        dept: '办公室',
      },
    });
    const [row] = await recordsOf(app);
    const id = row?.id ?? '';
    const settings = await app.client.vault.settings();
    await app.client.vault.saveSettings({ ...settings, fonds: 'Z001' });
    const archived = await app.client.records.archive({ ids: [id] });
    expect(archived.refused).toEqual([]);
    const done = await importFolder(app, folderOf({ '附件2.txt': '2', '附件1.txt': '1' }), {
      recordId: id,
      level: 'PUBLIC',
      term: null,
    });
    expect(done.plan).toMatchObject({ level: 'INTERNAL', term: 'P3Y' });
    const record = await app.client.records.get({ id });
    expect(record.files.map(({ name, role }) => [name, role])).toEqual([
      ['正本.pdf', 'ORIGINAL'],
      ['附件1.txt', 'ATTACHMENT'],
      ['附件2.txt', 'ATTACHMENT'],
    ]);
    const undone = await app.client.imports.undo({ id: done.id });
    expect(undone).toEqual({ removed: 1, kept: 0 });
    expect((await app.client.records.get({ id })).files.map(({ name }) => name)).toEqual(['正本.pdf']);
  });

  it('is not filled any more once it is removed', async () => {
    await importFolder(app, folderOf({ 'a.txt': 'a' }), { shape: 'ONE', title: '甲' });
    const [row] = await recordsOf(app);
    const attach = app.client.imports.begin({
      plan: { ...PLAN, shape: 'ONE', recordId: row?.id ?? '' },
      places: [],
    });
    const { id } = await attach;
    await app.client.records.remove({ ids: [row?.id ?? ''], reason: '' });
    const { wanted } = await app.client.imports.announce({
      id,
      entries: [{ path: 'b.txt', size: 1, modifiedAt: 0 }],
      last: true,
    });
    await app.app.imports.receive(
      id,
      wanted[0]?.entryId ?? '',
      (async function* () {
        yield Buffer.from('b');
      })(),
    );
    await ended(app, id);
    expect((await entriesOf(app, id))[0]).toMatchObject({
      state: 'FAILED',
      problems: [{ rule: 'IMPORT_RECORD_GONE' }],
    });
    expect(blobsInSegments(app).length).toBe(1);
  });
});

describe('a group of photos', () => {
  it('is one record of the category ZP, its photos in the order of taking', async () => {
    const folder = folderOf({
      'c.jpg': await photo({ seed: 1, takenAt: '2025:03:02 09:00:00' }),
      'b.jpg': await photo({ seed: 2, takenAt: '2025:03:01 09:00:00' }),
      'a.jpg': await photo({ seed: 3 }),
      '说明.txt': '活动说明',
    });
    await importFolder(app, folder, { shape: 'GROUP', title: '启动会' });
    const [row] = await recordsOf(app);
    const record = await app.client.records.get({ id: row?.id ?? '' });
    expect(record).toMatchObject({ title: '启动会', category: 'ZP', docDate: '2025-03-01', year: 2025 });
    expect(record.files.map(({ name, role }) => [name, role])).toEqual([
      ['b.jpg', 'PAGE'],
      ['c.jpg', 'PAGE'],
      ['a.jpg', 'PAGE'],
      ['说明.txt', 'ATTACHMENT'],
    ]);
  });
});
