import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import {
  byPath,
  ended,
  entriesOf,
  folderOf,
  importFolder,
  PLAN,
  photo,
  recordsOf,
  storedBytes,
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
      expect(storedBytes(app, record.id)).toEqual(Buffer.from(content));
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
    expect(storedBytes(app, damaged.id)).toEqual(broken);
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

/** Root may read everything: such tests run as nobody where the process is root's. Answers the way back. */
function asOrdinaryUser(): () => void {
  if (process.geteuid?.() !== 0) return () => undefined;
  process.seteuid?.(65_534);
  return () => process.seteuid?.(0);
}
