import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { offeredAnswer } from '#electron/documents/offer.ts';
import { readSheet } from '#electron/sheets/readSheet.ts';
import { writeSheet } from '#electron/sheets/writeSheet.ts';
import type { Level } from '#shared/confidentiality/levels.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { loadCatalogue } from '#shared/translations/catalogue.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';
import { byPath, ended, folderOf, photo, recordsOf } from './importsSupport.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
});
afterEach(() => app.close());

const COMMON = { term: 'P3Y' as const, basis: '', personalInfo: false, takeDuplicates: false };

function csv(text: string, name = '目录.csv'): string {
  writeFileSync(join(app.folder, name), text);
  return app.place(join(app.folder, name), 'file');
}

function source(table: string, folder: string | null, level: Level = 'INTERNAL') {
  const places = folder === null ? [] : [app.place(folder)];
  return { place: table, encoding: null, level, files: { from: 'PLACES' as const, places } };
}

async function begin(from: ReturnType<typeof source>, bare = true) {
  const { digest } = await app.client.catalogues.preview(from);
  const begun = await app.client.catalogues.begin({ ...from, digest, bare, plan: COMMON });
  return ended(app, begun.id);
}

const TABLE = [
  '××联合体归档文件目录,,,,,,,,',
  '序号,档号,文号,责任者,题名,日期,密级,页数,文件名',
  '1,Z109-WS·2011·Y-0001,联〔2011〕1号,秘书处,关于成立联合体的通知,2011年3月1日,内部▲3年,2,通知',
  '2,Z109-WS·2011·Y-0002,,陈牧之,合作协议,2011-04,,12,协议.pdf；协议附件.jpg',
  '3,Z109-WS·2011·Y-0003,,,只有纸质的批复,2011-05-06,公开,1,',
  '4,Z109-WS·2011·Y-0003,,,重号,2011-05-06,,1,',
  '5,,,,日期不对,2011-02-30,,1,',
  '6,,,,越密级,2011-02-03,核心商密,1,',
  '7,,,,国家的,2011-02-03,机密★10年,1,',
  '8,,,,缺文件,2011-02-03,,1,不在.pdf',
].join('\n');

async function filesOf() {
  return folderOf({
    '通知.txt': '关于成立联合体的通知正文',
    '子/协议.pdf': '%PDF-1.4 协议',
    '子/协议附件.jpg': await photo({ seed: 3 }),
    '多余.txt': '没有人要的文件',
  });
}

describe('a catalogue with its files', () => {
  it('is shown row by row before anything is written', async () => {
    const preview = await app.client.catalogues.preview(source(csv(TABLE), await filesOf()));
    expect(
      preview.rows.map(({ row, status, level, files, problems }) => [
        row,
        status,
        level,
        files.map((path) => path.split('/').at(-1)),
        problems.map(({ rule }) => rule),
      ]),
    ).toEqual([
      [3, 'NEW', 'INTERNAL', ['通知.txt'], []],
      [4, 'NEW', 'INTERNAL', ['协议.pdf', '协议附件.jpg'], []],
      [5, 'BARE', 'PUBLIC', [], []],
      [6, 'TWICE', 'INTERNAL', [], []],
      [7, 'BAD', 'INTERNAL', [], ['DATE_NOT_REAL']],
      [8, 'BAD', 'CORE_TRADE_SECRET', [], ['CATALOGUE_LEVEL_ELSEWHERE']],
      [9, 'BAD', 'INTERNAL', [], ['STATE_SECRET_MARK']],
      [10, 'BARE', 'INTERNAL', [], ['CATALOGUE_FILE_MISSING']],
    ]);
    // Each place has a name a person knows.
    const t = await loadCatalogue('zh-CN');
    const texts = preview.rows.flatMap(({ problems }) => problems.map((problem) => problemText(t, problem)));
    expect(texts.filter((text) => /^[a-z]/i.test(text))).toEqual([]);
    expect(preview.files).toEqual({ all: 4, matched: 3, unclaimed: 1, claimed: 0 });
    expect(preview.strays).toEqual([{ path: '材料/多余.txt', rows: [] }]);
    expect(await recordsOf(app)).toEqual([]);
    expect(await app.client.imports.list()).toEqual([]);
  });

  it('keeps the term a row names, also the usual one, and gives the others the one chosen for all', async () => {
    const table = csv('题名,密级\n写明三年的,内部▲3年\n没有写的,\n');
    const from = source(table, null);
    const { digest } = await app.client.catalogues.preview(from);
    const plan = { ...COMMON, term: 'P1Y' as const };
    const begun = await app.client.catalogues.begin({ ...from, digest, bare: true, plan });
    await ended(app, begun.id);
    expect((await recordsOf(app)).map(({ title, term }) => [title, term]).sort()).toEqual([
      ['写明三年的', 'P3Y'],
      ['没有写的', 'P1Y'],
    ]);
  });

  it('becomes records with what its columns say, each result by row and by file, and goes again as one', async () => {
    const from = source(csv(TABLE), await filesOf());
    const done = await begin(from);
    expect(done).toMatchObject({ state: 'DONE', counts: { DONE: 3, SKIPPED: 1 } });
    const records = await recordsOf(app);
    expect(
      records.map(({ title, level, term, fileCount }) => [title, level, term, fileCount]).sort(),
    ).toEqual([
      ['关于成立联合体的通知', 'INTERNAL', 'P3Y', 1],
      ['只有纸质的批复', 'PUBLIC', null, 0],
      ['合作协议', 'INTERNAL', 'P3Y', 2],
      ['缺文件', 'INTERNAL', 'P3Y', 0],
    ]);
    const agreement = await app.client.records.get({
      id: records.find(({ title }) => title === '合作协议')?.id ?? '',
    });
    expect(agreement).toMatchObject({
      refCode: null,
      fields: { docDate: '2011-04', year: 2011, responsible: '陈牧之' },
    });
    expect(agreement.fields.description).toBe('原档号：Z109-WS·2011·Y-0002\n页数：12');
    expect(agreement.files.map(({ name, role }) => [name, role])).toEqual([
      ['协议.pdf', 'ORIGINAL'],
      ['协议附件.jpg', 'ATTACHMENT'],
    ]);
    const { rows } = await app.client.imports.rows({ id: done.id, after: 0, limit: 100 });
    expect(rows.map(({ row, state }) => [row, state])).toEqual([
      [3, 'DONE'],
      [4, 'DONE'],
      [5, 'DONE'],
      [6, 'LEFT'],
      [7, 'LEFT'],
      [8, 'LEFT'],
      [9, 'LEFT'],
      [10, 'DONE'],
    ]);
    expect((await byPath(app, done.id))['多余.txt']?.problems).toMatchObject([
      { rule: 'CATALOGUE_FILE_UNCLAIMED' },
    ]);
    const again = await app.client.catalogues.preview(from);
    expect(again.rows.slice(0, 2).map(({ status, existing }) => [status, existing?.title])).toEqual([
      ['EXISTS', '关于成立联合体的通知'],
      ['EXISTS', '合作协议'],
    ]);
    await app.client.records.edit({
      id: agreement.id,
      version: agreement.version,
      changes: { place: '库房' },
    });
    expect(await app.client.imports.undo({ id: done.id })).toEqual({ removed: 3, kept: 1 });
    expect((await recordsOf(app)).map(({ title }) => title)).toEqual(['合作协议']);
  });

  it('leaves rows without files out where that is wished', async () => {
    const done = await begin(source(csv(TABLE), await filesOf()), false);
    expect((await recordsOf(app)).map(({ title }) => title).sort()).toEqual([
      '关于成立联合体的通知',
      '合作协议',
    ]);
    const { rows } = await app.client.imports.rows({ id: done.id, after: 0, limit: 100 });
    expect(rows.find(({ row }) => row === 5)).toMatchObject({
      state: 'LEFT',
      problems: [{ rule: 'CATALOGUE_ROW_BARE' }],
    });
  });

  it('holds what the guard stops, and makes no record of a row none of whose files came in', async () => {
    const table = csv('题名,文件名\n甲,甲.txt\n乙,乙.txt\n丙,丙.txt\n');
    const folder = folderOf({ '甲.txt': '机密★20年\n正文', '乙.txt': '同一份', '丙.txt': '同一份' });
    const done = await begin(source(table, folder));
    expect((await recordsOf(app)).map(({ title }) => title)).toHaveLength(1);
    expect(done.counts.DUPLICATE).toBe(1);
    const { rows } = await app.client.imports.rows({ id: done.id, after: 0, limit: 100 });
    expect(rows[0]).toMatchObject({
      state: 'LEFT',
      recordId: null,
      problems: [{ rule: 'CATALOGUE_FILES_NOT_TAKEN' }],
    });
    expect(rows.filter(({ state }) => state === 'DONE')).toHaveLength(1);
  });

  it('guesses nothing: a file two rows claim, and a name two files bear, stay out', async () => {
    const table = csv('题名,文件名\n甲,a.txt\n乙,A.txt\n丙,同名.txt\n');
    const folder = folderOf({ 'a.txt': '1', '一/同名.txt': '2', '二/同名.txt': '3' });
    const preview = await app.client.catalogues.preview(source(table, folder));
    expect(preview.strays).toEqual([
      { path: '材料/a.txt', rows: [2, 3] },
      { path: '材料/一/同名.txt', rows: [] },
      { path: '材料/二/同名.txt', rows: [] },
    ]);
    const done = await begin(source(table, folder), false);
    expect(await recordsOf(app)).toEqual([]);
    expect((await byPath(app, done.id))['a.txt']?.problems).toMatchObject([
      { rule: 'CATALOGUE_FILE_CLAIMED' },
    ]);
  });

  it('finds people and projects by name, and refuses who is not on file or not one', async () => {
    for (const name of ['陈牧之', '王一', '王一']) {
      const fields = { ...EMPTY_PERSON_FIELDS, name, note: '' };
      await app.client.people.create({ fields, level: 'INTERNAL', unitId: null });
    }
    const table = csv('题名,相关人员\n甲,陈牧之\n乙,王一\n丙,没有的人\n');
    const preview = await app.client.catalogues.preview(source(table, null));
    expect(preview.rows.map(({ status, problems }) => [status, problems.map(({ rule }) => rule)])).toEqual([
      ['BARE', []],
      ['BAD', ['CATALOGUE_NAME_UNCLEAR']],
      ['BAD', ['CATALOGUE_NAME_UNKNOWN']],
    ]);
    const t = await loadCatalogue('zh-CN');
    expect(preview.rows[2]?.problems.map((problem) => problemText(t, problem))).toEqual([
      '人物：没有登记“没有的人”，请先登记或更正名称。',
    ]);
  });

  it('is not begun when the table or the folder changed since the preview, nor through the door of other imports', async () => {
    const folder = await filesOf();
    const from = source(csv(TABLE), folder);
    const { digest } = await app.client.catalogues.preview(from);
    writeFileSync(join(folder, '又一个.txt'), '新来的');
    await expect(
      app.client.catalogues.begin({ ...from, digest, bare: true, plan: COMMON }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { problems: [{ rule: 'TABLE_CHANGED' }] } });
    expect(await recordsOf(app)).toEqual([]);
  });

  it('leaves no row waiting once it is cancelled', async () => {
    const paths = ['材料/1 件.txt', '材料/2 件.txt'];
    const from = {
      ...source(csv('序号,题名\n1,第一件\n2,第二件\n3,只有著录\n4,\n'), null),
      files: { from: 'UPLOADS' as const, paths },
    };
    const { digest } = await app.client.catalogues.preview(from);
    const { id } = await app.client.catalogues.begin({ ...from, digest, bare: true, plan: COMMON });
    const states = async () => {
      const { rows } = await app.client.imports.rows({ id, after: 0, limit: 10 });
      return rows.map(({ row, state, problems }) => [row, state, problems.map(({ rule }) => rule)]);
    };
    expect(await states()).toEqual([
      [2, 'WAITING', []],
      [3, 'WAITING', []],
      [4, 'WAITING', []],
      [5, 'LEFT', ['REQUIRED']],
    ]);
    await app.client.imports.cancel({ id });
    expect(await states()).toEqual([
      [2, 'LEFT', ['CATALOGUE_ROW_CANCELLED']],
      [3, 'LEFT', ['CATALOGUE_ROW_CANCELLED']],
      [4, 'LEFT', ['CATALOGUE_ROW_CANCELLED']],
      [5, 'LEFT', ['REQUIRED']],
    ]);
    expect(await recordsOf(app)).toEqual([]);
  });

  it('marks personal information and takes what is on file again only where that is wished', async () => {
    const files = folderOf({ '名单.txt': '与会人员名单' });
    await begin(source(csv('题名,文件名\n先来的,名单\n'), files));
    const from = source(csv('题名,文件名\n后来的,名单\n'), files);
    const take = async (plan: Partial<typeof COMMON>) => {
      const { digest } = await app.client.catalogues.preview(from);
      const { id } = await app.client.catalogues.begin({
        ...from,
        digest,
        bare: true,
        plan: { ...COMMON, ...plan },
      });
      return (await ended(app, id)).counts;
    };
    expect(await take({})).toMatchObject({ DUPLICATE: 1 });
    expect(await recordsOf(app)).toHaveLength(1);
    expect(await take({ takeDuplicates: true, personalInfo: true })).toMatchObject({ DONE: 1 });
    const [taken] = (await recordsOf(app)).filter(({ title }) => title === '后来的');
    expect(await app.client.records.get({ id: taken?.id ?? '' })).toMatchObject({ personalInfo: true });
  });

  it('goes on after a lock', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`${index + 1} 件.txt`, `文件 ${index}`]),
    );
    const lines = Array.from({ length: 80 }, (_, index) => `${index + 1},第${index + 1}件`);
    const from = source(csv(`序号,题名\n${lines.join('\n')}\n`), folderOf(files));
    const { digest } = await app.client.catalogues.preview(from);
    const { id } = await app.client.catalogues.begin({ ...from, digest, bare: true, plan: COMMON });
    const { me } = await app.client.vault.status();
    app = await app.restart();
    await app.client.vault.unlock({ userId: me?.id ?? '', passphrase: PASSPHRASE });
    const done = await ended(app, id);
    expect(done.state).toBe('DONE');
    const records = await recordsOf(app);
    expect(records).toHaveLength(80);
    expect(records.filter(({ fileCount }) => fileCount === 1)).toHaveLength(60);
  });

  it('cannot be told from what the user cannot see', async () => {
    await begin(source(csv('题名,档号\n密件,Z1\n'), null, 'TRADE_SECRET'));
    const clerk = await app.client.vault.addUser({
      name: '秘书',
      clearance: 'register',
      passphrase: PASSPHRASE,
    });
    app = await app.restart();
    await app.client.vault.unlock({ userId: clerk.id, passphrase: PASSPHRASE });
    const table = csv('题名,档号\n另一件,Z1\n');
    expect((await app.client.catalogues.preview(source(table, null))).counts.EXISTS).toBe(0);
    await expect(app.client.catalogues.preview(source(table, null, 'TRADE_SECRET'))).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('can be filled into the template', async () => {
    const { address, name } = await app.client.catalogues.template({ language: 'zh-CN' });
    const { vault } = app.app;
    const answer = vault && offeredAnswer(vault, address);
    const { tables } = await readSheet(new Uint8Array((await answer?.read(0, answer.size)) ?? []));
    expect(name).toBe('归档文件目录导入模板.xlsx');
    const [header = []] = tables[0]?.rows ?? [];
    const columns = header.map((title) => ({ title, width: 9, type: 'TEXT' as const }));
    const filled = header.map(
      (title) => ({ '题名*': '甲', 保管期限: '永久', 门类: '文书', 密级: '公开' })[title] ?? '',
    );
    const file = join(app.folder, 'full.xlsx');
    writeFileSync(file, await writeSheet({ name: 'a', heading: '', mark: '', columns, rows: [filled] }));
    await begin(source(app.place(file, 'file'), null));
    expect(await recordsOf(app)).toMatchObject([
      { title: '甲', level: 'PUBLIC', category: 'WS', retention: 'Y' },
    ]);
  });
});

const corpus = join(process.env.MENGBU_CORPUS ?? '', 'hostile-tables');
const hasCorpus = process.env.MENGBU_CORPUS !== undefined && existsSync(corpus);

describe.skipIf(!hasCorpus)(
  'hostile tables of the corpus (skipped: MENGBU_CORPUS names no folder with hostile-tables)',
  () => {
    it.each([
      ['poi/poc-xmlbomb.xlsx', /^SHEET_/],
      ['poi/protected_passtika.xlsx', /^SHEET_ENCRYPTED$/],
      ['poi/xlsx-corrupted.xlsx', /^(SHEET_|TABLE_NO_HEADER)/],
      ['csv-payload.txt', /^(SHEET_|TABLE_NO_HEADER)/],
      ['sheetjs/merge_cells.xlsx', /^(SHEET_|TABLE_NO_HEADER)/],
      ['members/members-gbk.csv', /^TABLE_NO_HEADER$/],
    ])('%s is refused by name, and nothing is written', async (path, rule) => {
      const table = app.place(join(corpus, path), 'file');
      const error = await app.client.catalogues.preview(source(table, null)).then(
        () => null,
        (reason: { data?: { problems: { rule: string }[] } }) => reason,
      );
      expect(error?.data?.problems[0]?.rule).toMatch(rule);
      expect(await recordsOf(app)).toEqual([]);
    });
  },
);
