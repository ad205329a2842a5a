import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { filePhoto, makeExhibition, makePanel, panelFields, publish } from '../../support/panels.ts';

/** What happens to a pack while it is written. */
let app: TestApp;
let stick = '';
beforeEach(async () => {
  app = await openTestVault();
  stick = join(app.folder, 'stick');
  mkdirSync(stick);
});
afterEach(() => app.close());

async function readyExhibition() {
  const photo = await filePhoto(app, '现场照片');
  const draft = await makePanel(app.client, panelFields(), [photo]);
  const panel = await publish(app.client, draft.id);
  const { id } = await makeExhibition(app.client, [panel.id]);
  return { id, panel, photo };
}

async function begin(id: string): Promise<string> {
  const place = app.place(stick);
  return (await app.client.exhibitions.export({ id, place, expiresOn: null })).jobId;
}

test('an edit under way stops it: what was approved is not what is written any more', async () => {
  const { id, panel, photo } = await readyExhibition();
  const jobId = await begin(id);
  await app.client.panels.edit({
    id: panel.id,
    version: panel.version,
    fields: panelFields({ highlight: '另一句' }),
    pictures: [photo],
  });
  await expect(app.client.exhibitions.wait({ jobId })).rejects.toMatchObject({
    data: { problems: [{ rule: 'PANEL_NOT_PUBLISHED' }] },
  });
  expect(readdirSync(stick)).toEqual([]);
  expect((await app.client.exhibitions.get({ id })).packs).toEqual([]);
});

test('a picture raised under way does not leave', async () => {
  const { id, photo } = await readyExhibition();
  const jobId = await begin(id);
  const record = await app.client.records.get({ id: photo.recordId });
  await app.client.confidentiality.change({
    id: record.id,
    version: record.version,
    level: 'TRADE_SECRET',
    term: 'P5Y',
    basis: '合作协议第七条',
    reason: 'VALUE_INCREASED',
    remark: '',
    personalInfo: false,
    approver: null,
  });
  await expect(app.client.exhibitions.wait({ jobId })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  expect(readdirSync(stick)).toEqual([]);
});

test('cancelled, it leaves nothing', async () => {
  const { id } = await readyExhibition();
  const jobId = await begin(id);
  await app.client.jobs.cancel({ id: jobId });
  await expect(app.client.exhibitions.wait({ jobId })).rejects.toMatchObject({
    data: { problems: [{ rule: 'JOB_CANCELLED' }] },
  });
  expect(readdirSync(stick)).toEqual([]);
  expect(app.app.jobs.list().find(({ id: each }) => each === jobId)).toMatchObject({ state: 'CANCELLED' });
});

test('a stick pulled out in the middle is told as that, also in the tray', async () => {
  const { id } = await readyExhibition();
  const jobId = await begin(id);
  rmSync(stick, { recursive: true });
  await expect(app.client.exhibitions.wait({ jobId })).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
    data: { problems: [{ rule: 'PLACE_UNREACHABLE' }] },
  });
  expect(app.app.jobs.list().find(({ id: each }) => each === jobId)).toMatchObject({
    state: 'FAILED',
    problems: [{ rule: 'PLACE_UNREACHABLE' }, { rule: 'PACK_NOT_MADE' }],
  });
  expect((await app.client.exhibitions.get({ id })).packs).toEqual([]);
});

test('what a killed process left is cleared by the next pack; what may be somebody’s work under way stays', async () => {
  const [old, young] = ['.ZP20260101-01-0123456789ab', '.ZP20260101-02-0123456789ab'].map((name) =>
    join(stick, name),
  ) as [string, string];
  for (const folder of [old, young, join(stick, 'ZP-Archiv')]) mkdirSync(folder);
  utimesSync(old, new Date('2026-01-01'), new Date('2026-01-01'));
  const { id } = await readyExhibition();
  const jobId = await begin(id);
  const { folderName } = await app.client.exhibitions.wait({ jobId });
  expect(existsSync(old)).toBe(false);
  expect(readdirSync(stick).sort()).toEqual(['.ZP20260101-02-0123456789ab', 'ZP-Archiv', folderName].sort());
});
