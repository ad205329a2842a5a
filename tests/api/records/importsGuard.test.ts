import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { blobsInSegments, byPath, ended, folderOf, importFolder, PLAN, recordsOf } from './importsSupport.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault();
});
afterEach(() => app.close());

/** DICOM PS3.10: a preamble of 128 bytes, then the prefix. */
const DICOM = Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), Buffer.alloc(64)]);
const FASTQ = '@SEQ_ID\nGATTTGGGGTTCAAAGCAGT\n+\n!!*((((***+))%%%++)(\n'.repeat(4);

describe('the import guard', () => {
  it('stops marks of state secrets by name and by text, and stores nothing of them', async () => {
    const done = await importFolder(
      app,
      folderOf({
        '绝密★10年 方案.txt': '方案',
        '纪要.txt': '秘密★5年\n会议纪要',
        '普通.txt': '谈到秘密两个字的文章',
      }),
    );
    expect(done.counts).toMatchObject({ DONE: 1, HELD: 2, REFUSED: 0 });
    const entries = await byPath(app, done.id);
    expect(entries['绝密★10年 方案.txt']).toMatchObject({
      state: 'HELD',
      quotable: true,
      recordId: null,
      problems: [{ rule: 'STATE_SECRET_MARK', params: { where: 'name' }, file: '材料/绝密★10年 方案.txt' }],
    });
    expect(entries['纪要.txt']).toMatchObject({ state: 'HELD', problems: [{ params: { where: 'text' } }] });
    expect(blobsInSegments(app)).toHaveLength(1);
    expect(app.app.jobs.list()[0]).toMatchObject({ state: 'DONE', attention: 2 });
  });

  it('holds what lies in a folder with a mark', async () => {
    const done = await importFolder(app, folderOf({ '机密★/附件.txt': 'x' }));
    expect(done.counts).toMatchObject({ HELD: 1, DONE: 0 });
  });

  it('refuses genome data and DICOM for good, by name and by content', async () => {
    const done = await importFolder(
      app,
      folderOf({ 'reads.fastq.gz': 'x', '影像.dat': DICOM, '序列.txt': FASTQ, '机密★5年.vcf': 'x' }),
    );
    expect(done.counts).toMatchObject({ REFUSED: 4, DONE: 0 });
    const entries = await byPath(app, done.id);
    expect(entries['reads.fastq.gz']?.problems[0]?.rule).toBe('GENOMIC');
    expect(entries['影像.dat']?.problems[0]?.rule).toBe('DICOM');
    expect(entries['序列.txt']?.problems[0]?.rule).toBe('GENOMIC');
    for (const { id: entryId } of Object.values(entries)) {
      const declare = app.client.imports.declareQuoted({ id: done.id, entryId, declaration: '培训材料引用' });
      await expect(declare).rejects.toMatchObject({
        code: 'CONFLICT',
        data: { problems: [{ rule: 'IMPORT_ENTRY_NOT_QUOTABLE' }] },
      });
    }
    expect(blobsInSegments(app)).toEqual([]);
  });

  it('files a quoted mark by declaration, journalled without content', async () => {
    const folder = folderOf({ '课件.txt': '绝密★10年\n这是标志的示例', '另一份.txt': '机密★\n示例' });
    const done = await importFolder(app, folder);
    const entryId = (await byPath(app, done.id))['课件.txt']?.id ?? '';
    const filed = await app.client.imports.declareQuoted({
      id: done.id,
      entryId,
      declaration: '保密培训课件，引用标志作示例',
    });
    expect(filed).toMatchObject({ state: 'DONE', quotable: false, problems: [] });
    expect((await recordsOf(app)).map(({ title }) => title)).toEqual(['课件']);
    expect(await app.client.imports.get({ id: done.id })).toMatchObject({
      state: 'DONE',
      counts: { HELD: 1, DONE: 1 },
    });
    const sqlite = app.app.vault?.register.sqlite;
    const said = sqlite
      ?.prepare(`select reason, item_id as itemId from journal where verb = 'record.import.quoted'`)
      .all();
    expect(said).toEqual([{ reason: '保密培训课件，引用标志作示例', itemId: null }]);
    const again = app.client.imports.declareQuoted({ id: done.id, entryId, declaration: '再次声明' });
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('refuses a declared file that has become genome data meanwhile', async () => {
    const folder = folderOf({ '课件.txt': '绝密★10年\n示例' });
    const done = await importFolder(app, folder);
    const entryId = (await byPath(app, done.id))['课件.txt']?.id ?? '';
    writeFileSync(join(folder, '课件.txt'), FASTQ);
    const refused = await app.client.imports.declareQuoted({ id: done.id, entryId, declaration: '引用标志' });
    expect(refused).toMatchObject({ state: 'REFUSED', quotable: false, problems: [{ rule: 'GENOMIC' }] });
    expect(blobsInSegments(app)).toEqual([]);
  });

  it('files only the declared one of a cancelled import', async () => {
    const many = Object.fromEntries([...Array(400).keys()].map((n) => [`z${n}.txt`, `${n}`]));
    const folder = folderOf({ '0.txt': '秘密★5年\n示例', ...many });
    const begun = await app.client.imports.begin({ plan: PLAN, places: [app.place(folder)] });
    while ((await app.client.imports.get({ id: begun.id })).counts.HELD === 0)
      await new Promise(setImmediate);
    const cancelled = await app.client.imports.cancel({ id: begun.id });
    expect(cancelled.counts.WAITING).toBeGreaterThan(0);
    const entryId = (await byPath(app, begun.id))['0.txt']?.id ?? '';
    await app.client.imports.declareQuoted({ id: begun.id, entryId, declaration: '引用标志' });
    const after = await ended(app, begun.id);
    expect(after).toMatchObject({ state: 'CANCELLED', counts: { HELD: 0, DONE: cancelled.counts.DONE + 1 } });
  });
});
