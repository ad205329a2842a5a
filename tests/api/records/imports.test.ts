import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFiles } from '#db/records/queries.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import {
  blobsInSegments,
  byPath,
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

describe('an import of a folder', () => {
  it('makes a record of each file, with its bytes unchanged and what the file says of itself', async () => {
    const files = {
      'b 合同.txt': '合同正文',
      'a 照片.jpg': await photo({ seed: 1, takenAt: '2024:05:06 07:08:09', orientation: 6 }),
      '下级/说明.txt': '说明',
    };
    const done = await importFolder(app, folderOf(files), {
      fields: { responsible: '档案室', retention: 'Y' },
    });
    expect(done).toMatchObject({ state: 'DONE', title: '材料', problems: [], needsFiles: false });
    expect(done.counts).toMatchObject({ DONE: 3, WAITING: 0, FAILED: 0 });
    const total = Object.values(files).reduce((sum, content) => sum + Buffer.from(content).length, 0);
    expect(done.bytes).toEqual({ done: total, total });

    const rows = await recordsOf(app);
    expect(rows.map(({ title }) => title).sort()).toEqual(['a 照片', 'b 合同', '说明'].sort());
    for (const [path, content] of Object.entries(files)) {
      const entry = (await byPath(app, done.id))[path];
      const record = await app.client.records.get({ id: entry?.recordId ?? '' });
      expect(record).toMatchObject({ stage: 'DRAFT', level: 'INTERNAL', term: 'P3Y', fileCount: 1 });
      expect(record.fields).toMatchObject({ responsible: '档案室', retention: 'Y' });
      const [file] = record.files;
      expect(file).toMatchObject({
        role: 'ORIGINAL',
        name: path.split('/').at(-1),
        sha256: createHash('sha256').update(content).digest('hex'),
        size: Buffer.from(content).length,
      });
      expect(storedBytes(record.id)).toEqual(Buffer.from(content));
    }
    const photoRecord = rows.find(({ title }) => title === 'a 照片');
    const detail = await app.client.records.get({ id: photoRecord?.id ?? '' });
    expect(detail.fields).toMatchObject({ docDate: '2024-05-06', year: 2024, category: 'ZP' });
    expect(detail.files[0]).toMatchObject({
      width: 48,
      height: 64,
      takenAt: '2024-05-06T07:08:09',
      camera: 'Canon EOS 5D',
    });
    expect(detail.cover).not.toBeNull();
    expect(rows.find(({ title }) => title === '说明')).toMatchObject({ category: 'WS', docDate: null });
  });

  it('gives the date, category and year of the plan where it names them', async () => {
    const folder = folderOf({ 'x.jpg': await photo({ seed: 2, takenAt: '2020:01:02 03:04:05' }) });
    await importFolder(app, folder, { fields: { docDate: '2019-12-31', category: 'SW', year: 2018 } });
    const [row] = await recordsOf(app);
    expect(row).toMatchObject({ docDate: '2019-12-31', category: 'SW', year: 2018 });
  });

  it('writes one journal entry per record and one for the import, without titles', async () => {
    await importFolder(app, folderOf({ 'a.txt': '1', '机要题名.txt': '2' }));
    const tier = app.app.vault?.register.sqlite;
    const verbs = tier
      ?.prepare(`select item_id is null as whole from journal where verb = 'record.import' order by seq`)
      .pluck()
      .all();
    expect(verbs).toEqual([0, 0, 1]);
  });

  it('lists in natural order and keeps every name apart', async () => {
    const names = ['图10.txt', '图2.txt', '图1.txt', 'A.txt', 'a.TXT'];
    const done = await importFolder(app, folderOf(Object.fromEntries(names.map((name) => [name, name]))));
    const paths = (await entriesOf(app, done.id)).map(({ path }) => path.split('/').at(-1));
    expect(paths.filter((path) => path?.startsWith('图'))).toEqual(['图1.txt', '图2.txt', '图10.txt']);
    expect(new Set(paths).size).toBe(5);
  });

  it('says of what is no file why it stays out', async () => {
    const folder = folderOf({
      'gut.txt': 'x',
      '.DS_Store': 'x',
      'Thumbs.db': 'x',
      '~$报告.docx': 'x',
      'Desktop.INI': 'x',
    });
    symlinkSync(join(folder, 'gut.txt'), join(folder, 'link.txt'));
    symlinkSync(folder, join(folder, 'loop'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const done = await importFolder(app, folder);
    const entries = await byPath(app, done.id);
    const said = Object.fromEntries(
      Object.entries(entries).map(([path, { state, problems }]) => [path, [state, problems[0]?.rule]]),
    );
    expect(said).toEqual({
      'gut.txt': ['DONE', undefined],
      '.DS_Store': ['SKIPPED', 'SYSTEM_FILE'],
      'Thumbs.db': ['SKIPPED', 'SYSTEM_FILE'],
      '~$报告.docx': ['SKIPPED', 'SYSTEM_FILE'],
      'Desktop.INI': ['SKIPPED', 'SYSTEM_FILE'],
      'link.txt': ['REFUSED', 'SYMBOLIC_LINK'],
      loop: ['REFUSED', 'SYMBOLIC_LINK'],
      pipe: ['REFUSED', 'NOT_A_FILE'],
    });
    expect(entries['link.txt']?.problems[0]?.file).toBe('材料/link.txt');
  });

  it('keeps empty files, each as one of its own, and broken ones with what is wrong', async () => {
    const broken = Buffer.concat([(await photo({ seed: 3 })).subarray(0, 300), Buffer.alloc(50)]);
    const done = await importFolder(app, folderOf({ 'leer1.txt': '', 'leer2.txt': '', '坏.jpg': broken }));
    expect(done.counts).toMatchObject({ DONE: 3, DUPLICATE: 0 });
    const entries = await byPath(app, done.id);
    const empty = await app.client.records.get({ id: entries['leer1.txt']?.recordId ?? '' });
    expect(empty.files[0]).toMatchObject({ size: 0, problems: ['EMPTY'] });
    const damaged = await app.client.records.get({ id: entries['坏.jpg']?.recordId ?? '' });
    expect(damaged.files[0]?.problems).toContain('DAMAGED');
    expect(storedBytes(damaged.id)).toEqual(broken);
  });

  it('does not take the vault into itself', async () => {
    const vault = app.app.vault?.folder ?? '';
    writeFileSync(join(app.folder, 'neben.txt'), 'x');
    const done = await importFolder(app, app.folder);
    const refused = (await entriesOf(app, done.id)).filter(({ state }) => state === 'REFUSED');
    expect(refused.map(({ path, problems }) => [path.split('/').at(-1), problems[0]?.rule])).toEqual([
      ['vault', 'VAULT_ITSELF'],
    ]);
    for (const inside of [vault, join(vault, 'vault.json')]) {
      const begin = app.client.imports.begin({ plan: PLAN, places: [app.place(inside)] });
      await expect(begin).rejects.toMatchObject({
        code: 'INVALID',
        data: { problems: [{ rule: 'VAULT_ITSELF' }] },
      });
    }
  });

  it.skipIf(process.platform === 'win32')(
    'names folders and files that cannot be read (skipped: needs POSIX permissions)',
    async () => {
      const back = asOrdinaryUser();
      const own = await openTestVault();
      try {
        const folder = folderOf({ 'zu/x.txt': 'x', 'verboten.txt': 'y', 'gut.txt': 'z' });
        chmodSync(join(folder, 'zu'), 0);
        chmodSync(join(folder, 'verboten.txt'), 0);
        const done = await importFolder(own, folder);
        const entries = await byPath(own, done.id);
        const refused = { params: { code: 'EACCES' } };
        expect(entries.zu).toMatchObject({
          state: 'FAILED',
          problems: [{ rule: 'FOLDER_UNREADABLE', ...refused }],
        });
        expect(entries['verboten.txt']).toMatchObject({
          state: 'FAILED',
          problems: [{ rule: 'FILE_UNREADABLE', ...refused }],
        });
        expect(entries['gut.txt']?.state).toBe('DONE');
        chmodSync(join(folder, 'zu'), 0o700);
        chmodSync(join(folder, 'verboten.txt'), 0o600);
        await own.client.imports.resume({ id: done.id });
        expect((await ended(own, done.id)).counts).toMatchObject({ DONE: 3, FAILED: 0 });
        expect((await byPath(own, done.id))['zu/x.txt']?.state).toBe('DONE');
      } finally {
        await own.close();
        back();
      }
    },
  );

  it('tries again what had failed', async () => {
    const folder = folderOf({ 'a.txt': 'a', 'b.txt': 'b' });
    const begun = await app.client.imports.begin({
      plan: PLAN,
      places: [app.place(join(folder, 'a.txt')), app.place(join(folder, 'b.txt'))],
    });
    await ended(app, begun.id);
    const sqlite = app.app.vault?.register.sqlite;
    const { recordId } = (await entriesOf(app, begun.id))[1] ?? {};
    sqlite
      ?.prepare(`update import_entry set state = 'FAILED', record_id = null where record_id = ?`)
      .run(recordId);
    await app.client.records.remove({ ids: [recordId ?? ''], reason: '' });
    await app.client.imports.resume({ id: begun.id });
    expect((await ended(app, begun.id)).counts).toMatchObject({ DONE: 2, FAILED: 0 });
    expect(await recordsOf(app)).toHaveLength(2);
  });

  it('stores a file above the size where it is streamed', async () => {
    const folder = folderOf({});
    const path = join(folder, 'gross.bin');
    writeFileSync(path, Buffer.alloc(1000, 7));
    truncateSync(path, 40 << 20);
    const done = await importFolder(app, folder);
    expect(done.counts).toMatchObject({ DONE: 1 });
    const [row] = await recordsOf(app);
    const detail = await app.client.records.get({ id: row?.id ?? '' });
    expect(detail.files[0]).toMatchObject({
      size: 40 << 20,
      sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
    });
  });

  it('answers an unknown token, a place that is gone, and a closed tier', async () => {
    const places = (token: string) => app.client.imports.begin({ plan: PLAN, places: [token] });
    await expect(places('x'.repeat(24))).rejects.toMatchObject({
      code: 'INVALID',
      data: { problems: [{ rule: 'PLACE_UNKNOWN' }] },
    });
    await expect(places(app.place('/gibt/es/nicht'))).rejects.toMatchObject({
      code: 'INVALID',
      data: { problems: [{ rule: 'PLACE_UNREACHABLE', params: { code: 'ENOENT' } }] },
    });
    await expect(
      app.client.imports.begin({ plan: { ...PLAN, term: null }, places: [] }),
    ).rejects.toMatchObject({
      code: 'INVALID',
      data: { problems: [{ rule: 'TERM_REQUIRED' }] },
    });
    await expect(
      app.client.imports.begin({ plan: { ...PLAN, shape: 'ONE' }, places: [] }),
    ).rejects.toMatchObject({
      code: 'INVALID',
      data: { problems: [{ rule: 'REQUIRED', field: 'plan.title' }] },
    });
  });

  it('lives wholly in the tier of its level', async () => {
    await importFolder(app, folderOf({ '配方.txt': 'geheim' }), {
      level: 'CORE_TRADE_SECRET',
      term: 'P10Y',
      basis: '保密制度',
    });
    const count = (tier: 'register' | 'secret' | 'core', table: string) =>
      app.app.vault?.tiers.get(tier)?.sqlite.prepare(`select count(*) from ${table}`).pluck().get();
    for (const table of ['import', 'import_entry', 'record', 'file', 'blob']) {
      expect([count('register', table), count('secret', table), count('core', table)]).toEqual([0, 0, 1]);
    }
  });
});

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
    expect(chunkCount()).toBe(1);
  });

  it('are filed again on purpose, with the bytes stored once', async () => {
    const done = await importFolder(app, folderOf({ 'a.txt': 'gleich', 'b.txt': 'gleich' }), {
      takeDuplicates: true,
    });
    expect(done.counts).toMatchObject({ DONE: 2 });
    expect(chunkCount()).toBe(1);
    const shas = (await recordsOf(app)).map(({ id }) => storedBytes(id).toString());
    expect(shas).toEqual(['gleich', 'gleich']);
  });

  it('of a removed record are no duplicates', async () => {
    const folder = folderOf({ 'a.txt': 'x' });
    await importFolder(app, folder);
    const [row] = await recordsOf(app);
    await app.client.records.remove({ ids: [row?.id ?? ''], reason: '' });
    expect((await importFolder(app, folder)).counts).toMatchObject({ DONE: 1 });
    expect(chunkCount()).toBe(1);
  });
});

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
    expect(chunkCount()).toBe(1);
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

describe('an import taken back', () => {
  it('removes what nobody has changed since and keeps the rest', async () => {
    const done = await importFolder(
      app,
      folderOf(Object.fromEntries([...Array(30).keys()].map((n) => [`${n}.txt`, `${n}`]))),
    );
    const rows = await recordsOf(app);
    const [edited] = rows;
    await app.client.records.edit({
      id: edited?.id ?? '',
      version: edited?.version ?? 0,
      changes: { title: '改过' },
    });
    expect(await app.client.imports.undo({ id: done.id })).toEqual({ removed: 29, kept: 1 });
    expect((await recordsOf(app)).map(({ title }) => title)).toEqual(['改过']);
    expect((await app.client.imports.get({ id: done.id })).counts).toMatchObject({ DONE: 1, SKIPPED: 29 });
    expect(await app.client.imports.undo({ id: done.id })).toEqual({ removed: 0, kept: 1 });
    const again = await importFolder(app, folderOf({ '5.txt': '5' }));
    expect(again.counts).toMatchObject({ DONE: 1 });
  });
});

describe('an import under way', () => {
  it('is shown in the tray, tells the screens a few times a second, and can be cancelled there', async () => {
    const folder = folderOf(
      Object.fromEntries([...Array(600).keys()].map((n) => [`${n}.txt`, `Nummer ${n}`])),
    );
    const stop = new AbortController();
    let events = 0;
    const watching = (async () => {
      for await (const change of app.app.changes.watch(stop.signal)) if (change.nouns.length > 0) events += 1;
    })().catch(() => undefined);
    const startedAt = performance.now();
    const begun = await app.client.imports.begin({ plan: PLAN, places: [app.place(folder)] });
    while ((await app.client.imports.get({ id: begun.id })).counts.DONE < 50)
      await new Promise((resolve) => setTimeout(resolve, 2));
    const [job] = app.app.jobs.list();
    expect(job).toMatchObject({
      id: begun.id,
      kind: 'import',
      title: '材料',
      state: 'RUNNING',
      unit: 'bytes',
    });
    await app.client.jobs.cancel({ id: begun.id });
    const after = await ended(app, begun.id);
    const seconds = (performance.now() - startedAt) / 1000;
    stop.abort();
    await watching;
    expect(after.state).toBe('CANCELLED');
    expect(after.counts.DONE + after.counts.WAITING).toBe(600);
    expect(after.counts.WAITING).toBeGreaterThan(0);
    expect(events).toBeLessThanOrEqual(seconds * 3 + 3);
    expect(app.app.jobs.list()[0]).toMatchObject({ state: 'CANCELLED' });
    expect(await recordCount()).toBe(after.counts.DONE);
    await app.client.imports.resume({ id: begun.id });
    expect((await ended(app, begun.id)).counts).toMatchObject({ DONE: 600 });
    expect(await recordCount()).toBe(600);
  });

  it('is only its own user’s', async () => {
    const done = await importFolder(app, folderOf({ 'a.txt': 'a' }));
    app.app.vault?.register.sqlite
      .prepare('update import set actor_id = ?')
      .run('018f0000-0000-7000-8000-000000000000');
    expect(await app.client.imports.list()).toEqual([]);
    await expect(app.client.imports.get({ id: done.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

function recordCount(): Promise<number> {
  return app.client.records.facets({ query: {} }).then(({ total }) => total);
}

function storedBytes(recordId: string): Buffer {
  const vault = app.app.vault;
  if (!vault) throw new Error('locked');
  const [file] = readFiles(vault.register, recordId);
  const blob = vault.register.sqlite
    .prepare('select no, size, first_segment as firstSegment from blob where no = ?')
    .get(file?.blob) as { no: number; size: number; firstSegment: number };
  return Buffer.from(vault.store.read('register', blob, 0, blob.size));
}

/** Blobs that lie in the register's segments, named or not. */
function chunkCount(): number {
  return blobsInSegments(app).length;
}

/** Root may read everything: such tests run as nobody where the process is root's. Answers the way back. */
function asOrdinaryUser(): () => void {
  if (process.geteuid?.() !== 0) return () => undefined;
  process.seteuid?.(65_534);
  return () => process.seteuid?.(0);
}
