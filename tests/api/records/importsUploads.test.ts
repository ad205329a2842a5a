import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';
import { blobsInSegments, byPath, ended, entriesOf, PLAN, photo, recordsOf } from './importsSupport.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault();
});
afterEach(() => app.close());

type Dropped = Record<string, Uint8Array | string>;

describe('files that are sent', () => {
  it('are filed from their stream, pictures drawn from what is stored', async () => {
    const files: Dropped = {
      '相册/a.jpg': await photo({ seed: 1, takenAt: '2023:02:03 04:05:06' }),
      '相册/b.txt': '文字',
      '相册/.DS_Store': 'x',
      '相册/leer.txt': '',
    };
    const { id } = await begin();
    await drop(id, files);
    const done = await ended(app, id);
    expect(done).toMatchObject({
      state: 'DONE',
      title: '相册',
      needsFiles: false,
      counts: { DONE: 3, SKIPPED: 1 },
    });
    const [row] = (await recordsOf(app)).filter(({ title }) => title === 'a');
    expect(row).toMatchObject({ docDate: '2023-02-03', category: 'ZP' });
    expect(row?.cover).not.toBeNull();
  });

  it('are not asked for when the guard stops their names, and are erased when it stops their text', async () => {
    const { id } = await begin();
    const files = { 'd/绝密★方案.txt': 'x', 'd/纪要.txt': '机密★10年\n内容', 'd/gut.txt': 'y' };
    const { wanted } = await announce(id, files);
    expect(wanted.map(({ index }) => index)).toEqual([1, 2]);
    await send(id, wanted, files);
    expect((await ended(app, id)).counts).toMatchObject({ HELD: 2, DONE: 1 });
    expect(blobsInSegments(app)).toHaveLength(1);
  });

  it('are told as duplicates, and nothing of them stays', async () => {
    const first = await begin();
    await drop(first.id, { 'a.txt': '同' });
    await ended(app, first.id);
    const second = await begin();
    await drop(second.id, { 'b.txt': '同' });
    expect((await ended(app, second.id)).counts).toMatchObject({ DUPLICATE: 1, DONE: 0 });
    expect((await entriesOf(app, second.id))[0]?.duplicateOf?.title).toBe('a');
    expect(blobsInSegments(app)).toHaveLength(1);
  });

  it('wait when fewer bytes come than announced or the connection breaks, and can be sent again', async () => {
    const { id } = await begin();
    const files = { 'kurz.txt': 'zwölf', 'bricht.txt': 'abgebrochen' };
    const { wanted } = await announce(id, files);
    const [short, broken] = wanted.map(({ entryId }) => entryId);
    await expect(app.app.imports.receive(id, short ?? '', streamOf('zw'))).rejects.toMatchObject({
      code: 'INVALID',
      data: { problems: [{ rule: 'UPLOAD_INCOMPLETE', params: { announced: 6, received: 2 } }] },
    });
    await expect(app.app.imports.receive(id, broken ?? '', breaking('abge'))).rejects.toThrow('ECONNRESET');
    expect(blobsInSegments(app)).toEqual([]);
    expect((await app.client.imports.get({ id })).counts).toMatchObject({ WAITING: 2, DONE: 0 });
    await send(id, wanted, files);
    expect((await ended(app, id)).counts).toMatchObject({ DONE: 2, WAITING: 0 });
  });

  it('go on after a restart when they are dropped again, without anything twice', async () => {
    const { id } = await begin();
    const files: Dropped = Object.fromEntries(
      [...Array(12).keys()].map((n) => [`ordner/${n}.txt`, `Inhalt ${n}`]),
    );
    const { wanted } = await announce(id, files);
    await send(id, wanted.slice(0, 5), files);
    app = await unlockedAgain(app);
    const paused = await app.client.imports.get({ id });
    expect(paused).toMatchObject({ state: 'PAUSED', needsFiles: true, counts: { DONE: 5, WAITING: 7 } });
    expect(app.app.jobs.list()[0]).toMatchObject({ id, state: 'PAUSED' });
    const again = await announce(id, { ...files, 'ordner/neu.txt': 'neu' });
    expect(again.wanted).toHaveLength(8);
    await send(id, again.wanted, { ...files, 'ordner/neu.txt': 'neu' });
    const done = await ended(app, id);
    expect(done).toMatchObject({ state: 'DONE', counts: { DONE: 13, WAITING: 0 }, needsFiles: false });
    expect(await recordsOf(app)).toHaveLength(13);
  });

  it('of one name and size are two entries in one drop, and found again when touched', async () => {
    const { id } = await begin();
    const listing = [
      { path: 'x/a.txt', size: 2, modifiedAt: 1 },
      { path: 'x/a.txt', size: 2, modifiedAt: 1 },
    ];
    const first = await app.client.imports.announce({ id, entries: listing, last: true });
    expect(new Set(first.wanted.map(({ entryId }) => entryId)).size).toBe(2);
    app = await unlockedAgain(app);
    const touched = listing.map((entry) => ({ ...entry, modifiedAt: 99.5 }));
    const second = await app.client.imports.announce({ id, entries: touched, last: true });
    expect(new Set(second.wanted.map(({ entryId }) => entryId))).toEqual(
      new Set(first.wanted.map(({ entryId }) => entryId)),
    );
    expect(await entriesOf(app, id)).toHaveLength(2);
  });

  it('are sent once more after a declaration, since nothing of them was kept', async () => {
    const { id } = await begin();
    const files = { '课件.txt': '机密★10年\n示例' };
    await drop(id, files);
    await ended(app, id);
    const entryId = (await entriesOf(app, id))[0]?.id ?? '';
    expect(await app.client.imports.declareQuoted({ id, entryId, declaration: '培训引用' })).toMatchObject({
      state: 'WAITING',
    });
    expect(await app.client.imports.get({ id })).toMatchObject({ state: 'PAUSED', needsFiles: true });
    await drop(id, files);
    expect(await ended(app, id)).toMatchObject({ state: 'DONE', counts: { DONE: 1, HELD: 0 } });
  });

  it('that nobody asked for are not taken', async () => {
    const { id } = await begin();
    const files = { 'a.txt': 'a' };
    const { wanted } = await announce(id, files);
    await send(id, wanted, files);
    await ended(app, id);
    const late = app.app.imports.receive(id, wanted[0]?.entryId ?? '', streamOf('a'));
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(announce(id, { 'b.txt': 'b' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { problems: [{ rule: 'IMPORT_ENDED' }] },
    });
    const unknown = app.app.imports.receive(
      '018f0000-0000-7000-8000-000000000000',
      wanted[0]?.entryId ?? '',
      streamOf('a'),
    );
    await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('all become files of one record when that was asked', async () => {
    const { id } = await app.client.imports.begin({
      plan: { ...PLAN, shape: 'ONE', title: '合集' },
      places: [],
    });
    const files: Dropped = Object.fromEntries([...Array(40).keys()].map((n) => [`第${n}页.txt`, `页 ${n}`]));
    await drop(id, files);
    await ended(app, id);
    const [row, ...others] = await recordsOf(app);
    expect(others).toEqual([]);
    const record = await app.client.records.get({ id: row?.id ?? '' });
    expect(record.files.map(({ name }) => name)).toEqual(Object.keys(files));
    expect((await byPath(app, id))['第7页.txt']?.recordId).toBe(record.id);
  });
});

function begin() {
  return app.client.imports.begin({ plan: PLAN, places: [] });
}

function announce(id: string, files: Dropped) {
  const entries = Object.entries(files).map(([path, content]) => ({
    path,
    size: Buffer.from(content).length,
    modifiedAt: 1_700_000_000_000,
  }));
  return app.client.imports.announce({ id, entries, last: true });
}

/** Four at a time, as a browser does. */
async function send(
  id: string,
  wanted: readonly { index: number; entryId: string }[],
  files: Dropped,
): Promise<void> {
  const contents = Object.values(files);
  const queue = [...wanted];
  const line = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await app.app.imports.receive(id, next.entryId, streamOf(contents[next.index] ?? ''));
    }
  };
  await Promise.all([line(), line(), line(), line()]);
}

async function drop(id: string, files: Dropped): Promise<void> {
  const { wanted } = await announce(id, files);
  await send(id, wanted, files);
}

async function unlockedAgain(before: TestApp): Promise<TestApp> {
  const after = await before.restart();
  const { vault } = await after.client.vault.status();
  await after.client.vault.unlock({ userId: vault?.users[0]?.id ?? '', passphrase: PASSPHRASE });
  return after;
}

async function* streamOf(content: Uint8Array | string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

async function* breaking(content: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
  throw new Error('ECONNRESET');
}
