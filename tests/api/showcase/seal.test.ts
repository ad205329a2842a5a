import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBoothPage } from '#electron/showcase/boothPage.ts';
import { sealFaults, sealFolder } from '#electron/showcase/packSeal.ts';
import { type PackFile, readBack } from '#electron/showcase/readBack.ts';
import type { LeakReport } from '#shared/showcase/exportContract.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { filePhoto, makeExhibition, makePanel, panelFields, publish } from '../../support/panels.ts';

/** Report and sums are the last that is written of a pack: they are read back as well, and must be of what was tested. */
let app: TestApp;
let whole = '';
let report: LeakReport;
let tested: PackFile[] = [];

beforeAll(async () => {
  app = await openTestVault();
  const panel = await makePanel(app.client, panelFields(), [await filePhoto(app, '现场照片')]);
  await publish(app.client, panel.id);
  const { id } = await makeExhibition(app.client, [panel.id]);
  const place = app.place(app.folder);
  const { jobId } = await app.client.exhibitions.export({ id, place, expiresOn: null });
  const made = await app.client.exhibitions.wait({ jobId });
  whole = join(app.folder, made.folderName);
  report = made.report;
  const { files } = await readBack(whole, await readBoothPage(), app.app.inspector);
  tested = files.filter(({ name }) => name !== 'report.html' && name !== 'sha256sums.txt');
});
afterAll(() => app.close());

async function faultsAfter(spoil: (folder: string) => unknown) {
  const folder = join(app.folder, 'spoiled');
  rmSync(folder, { recursive: true, force: true });
  cpSync(whole, folder, { recursive: true });
  await spoil(folder);
  return (await sealFaults(folder, tested, report)).map(({ rule, file }) => `${rule} ${file}`);
}

test('a pack as it was exported is sealed with what was tested', async () => {
  expect(await faultsAfter(() => undefined)).toEqual([]);
});

test.each<[string, string[], (folder: string) => unknown]>([
  [
    'a word in the report',
    ['LEAK_REPORT_CHANGED report.html'],
    (folder) => appendFileSync(join(folder, 'report.html'), '<!-- 七号剂型 -->'),
  ],
  [
    'a word in the list',
    ['LEAK_SUMS_CHANGED sha256sums.txt'],
    (folder) => appendFileSync(join(folder, 'sha256sums.txt'), '# 七号剂型\n'),
  ],
  [
    'a file of the list that was not tested',
    ['LEAK_SUMS_CHANGED sha256sums.txt', 'LEAK_FILE_CHANGED notes.txt'],
    async (folder) => {
      writeFileSync(join(folder, 'notes.txt'), '七号剂型');
      rmSync(join(folder, 'sha256sums.txt'));
      await sealFolder(folder, report);
    },
  ],
  [
    'a picture that changed after the test, whatever the list says of it',
    ['LEAK_SUMS_CHANGED sha256sums.txt', 'LEAK_FILE_CHANGED media/001-1.jpg'],
    async (folder) => {
      appendFileSync(join(folder, 'media/001-1.jpg'), '七号剂型');
      rmSync(join(folder, 'sha256sums.txt'));
      await sealFolder(folder, report);
    },
  ],
  [
    'a report of other counts',
    ['LEAK_REPORT_CHANGED report.html'],
    (folder) => {
      const path = join(folder, 'report.html');
      writeFileSync(path, readFileSync(path, 'utf8').replace('<td>4</td>', '<td>5</td>'));
    },
  ],
])('tells of %s', async (_, faults, spoil) => {
  expect(await faultsAfter(spoil)).toEqual(faults);
});
