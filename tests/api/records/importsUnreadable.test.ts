import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { problemText } from '#shared/translations/problemText.ts';
import { zhCN } from '#shared/translations/zhCN.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { blobsInSegments, byPath, ended, folderOf, importFolder, PLAN, recordsOf } from './importsSupport.ts';

/** What the file system is made to answer at its boundary, by the end of the path; the rest is the real one. */
const boundary = vi.hoisted(() => ({
  refuse: new Map<string, string>(),
  before: new Map<string, () => void>(),
}));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const asked = (path: unknown) => {
    const text = Buffer.isBuffer(path) ? path.toString('utf8') : String(path);
    for (const [end, deed] of boundary.before) if (text.endsWith(end)) deed();
    for (const [end, code] of boundary.refuse)
      if (text.endsWith(end)) throw Object.assign(new Error(`${code}: ${text}`), { code });
  };
  const guarded =
    (call: (...args: unknown[]) => unknown) =>
    async (...args: unknown[]): Promise<unknown> => {
      asked(args[0]);
      return call(...args);
    };
  const opendir = guarded(real.opendir as never);
  const open = guarded(real.open as never);
  return { ...real, opendir, open, default: { ...real, opendir, open } };
});

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault();
});
afterEach(async () => {
  boundary.refuse.clear();
  boundary.before.clear();
  await app.close();
});

/** What the list of the import says of each path that was not filed. */
async function told(id: string): Promise<Record<string, string>> {
  const entries = Object.entries(await byPath(app, id)).filter(([, { state }]) => state !== 'DONE');
  return Object.fromEntries(
    entries.map(([path, { problems }]) => [path, problems.map((each) => problemText(zhCN, each)).join()]),
  );
}

it.skipIf(process.platform === 'win32')(
  'says of what is no file or cannot be opened which it is and why, and files the rest (skipped: POSIX only)',
  async () => {
    const folder = folderOf({
      'gut.txt': 'gut',
      'fort/x.txt': 'x',
      'defekt/y.txt': 'y',
      'gesperrt/z.txt': 'z',
      'tief/noch.txt': 'noch',
    });
    symlinkSync(join(folder, 'nirgends'), join(folder, '悬空'));
    symlinkSync('环', join(folder, '环'));
    symlinkSync(folder, join(folder, 'tief', 'zurück'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const socket = await listening(join(folder, 'socket'));
    boundary.before.set('/fort', () => rmSync(join(folder, 'fort'), { recursive: true, force: true }));
    boundary.refuse.set('/defekt', 'EIO');
    boundary.refuse.set('/gesperrt', 'EACCES');
    const done = await importFolder(app, folder);
    socket.close();
    expect(done).toMatchObject({ state: 'DONE', counts: { DONE: 2 } });
    expect(await told(done.id)).toEqual({
      悬空: '材料/悬空：这是一个快捷链接，没有跟随。请导入它指向的文件。',
      环: '材料/环：这是一个快捷链接，没有跟随。请导入它指向的文件。',
      'tief/zurück': '材料/tief/zurück：这是一个快捷链接，没有跟随。请导入它指向的文件。',
      pipe: expect.stringContaining('材料/pipe：'),
      socket: expect.stringContaining('材料/socket：'),
      fort: '材料/fort：文件夹已不在原处，其中的文件没有导入。',
      defekt: '材料/defekt：文件夹打不开，其中的文件没有导入。读取时出错，介质可能已损坏。',
      gesperrt: '材料/gesperrt：文件夹打不开，其中的文件没有导入。请检查读取权限后重试。',
    });
    expect((await recordsOf(app)).map(({ title }) => title).sort()).toEqual(['gut', 'noch']);
    expect(blobsInSegments(app)).toHaveLength(2);
    boundary.refuse.clear();
    await app.client.imports.resume({ id: done.id });
    const again = await ended(app, done.id);
    expect(again.counts).toMatchObject({ DONE: 4 });
    expect((await recordsOf(app)).map(({ title }) => title).sort()).toEqual(['gut', 'noch', 'y', 'z']);
  },
);

it('refuses a picked place that is not there or leads nowhere by its name, and begins nothing', async () => {
  const folder = folderOf({ 'gut.txt': 'gut' });
  symlinkSync(join(folder, 'nirgends'), join(folder, '悬空'));
  symlinkSync('环', join(folder, '环'));
  for (const name of ['悬空', '环', '没有']) {
    const begin = app.client.imports.begin({ plan: PLAN, places: [app.place(join(folder, name), 'file')] });
    const { code, data } = await begin.then(
      () => ({ code: 'BEGUN', data: { problems: [] } }),
      (error: { code: string; data: { problems: Parameters<typeof problemText>[1][] } }) => error,
    );
    expect({ name, code }).toEqual({ name, code: 'INVALID' });
    expect(problemText(zhCN, data.problems[0] ?? { rule: '' })).toContain(name);
  }
  expect(await recordsOf(app)).toEqual([]);
});

it('leaves nothing of a file that goes away between being listed and being read', async () => {
  const folder = folderOf({ 'a.txt': 'erste', 'b.txt': 'zweite', 'c.txt': 'dritte' });
  writeFileSync(join(folder, 'd.txt'), 'vierte');
  const { importing, gone } = whenListed(folder, 'b.txt');
  const done = await importing;
  expect(gone()).toBe(true);
  expect(await told(done.id)).toEqual({ 'b.txt': '材料/b.txt：文件已不在原处，没有导入。' });
  expect((await recordsOf(app)).map(({ title }) => title).sort()).toEqual(['a', 'c', 'd']);
  expect(blobsInSegments(app)).toHaveLength(3);
});

/** Takes one file away as soon as its entry stands in the list and before it is read. */
function whenListed(folder: string, name: string) {
  const sqlite = app.app.vault?.register.sqlite;
  let taken = false;
  sqlite?.function('taken_away', () => {
    if (!taken) rmSync(join(folder, name));
    taken = true;
    return 1;
  });
  sqlite?.exec(
    `create temp trigger listed after insert on import_entry when new.path like '%${name}' begin select taken_away(); end`,
  );
  return { importing: importFolder(app, folder), gone: () => taken };
}

function listening(path: string): Promise<Server> {
  return new Promise((done) => {
    const server = createServer().listen(path, () => done(server));
  });
}
