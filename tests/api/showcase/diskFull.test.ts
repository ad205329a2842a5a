import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { filePhoto, makeExhibition, makePanel, panelFields, publish } from '../../support/panels.ts';
import { makeRecord } from '../../support/records.ts';
import { growSmallDisk, mountSmallDisk, unmountSmallDisk } from '../../support/smallDisk.ts';

/** A pack on a stick that is too small, or out of a vault whose own disk is full: told, and nothing is left of it. */
let app: TestApp;
let id = '';
let roomy = '';
const stick = mountSmallDisk('4k');
beforeAll(async () => {
  app = await openTestVault();
  roomy = join(app.folder, 'roomy');
  mkdirSync(roomy);
  const panel = await makePanel(app.client, panelFields(), [await filePhoto(app, '现场照片')]);
  await publish(app.client, panel.id);
  id = (await makeExhibition(app.client, [panel.id])).id;
});
afterAll(async () => {
  await app.close();
  if (stick !== null) unmountSmallDisk(stick);
});

async function exportTo(folder: string) {
  const { jobId } = await app.client.exhibitions.export({ id, place: app.place(folder), expiresOn: null });
  const job = () => app.app.jobs.list().find((each) => each.id === jobId);
  return { made: app.client.exhibitions.wait({ jobId }), job };
}

/** The vault as anybody sees it: the ledger has no such pack, and the same exhibition can leave by another way. */
async function unharmed(packs: number): Promise<void> {
  expect((await app.client.exhibitions.get({ id })).packs).toHaveLength(packs);
  expect((await app.client.exhibitions.check({ id })).problems).toEqual([]);
  const { made } = await exportTo(roomy);
  expect((await made).report.findings).toEqual([]);
}

/** Until not even a short record finds room. */
async function fillUp(): Promise<void> {
  for (const description of ['长'.repeat(2000), '']) {
    const more = () =>
      makeRecord(app.client, '填充', 'PUBLIC', { description }).then(
        () => true,
        (error: { code?: string }) => {
          expect(error.code).toBe('DISK_FULL');
          return false;
        },
      );
    for (let isRoom = true; isRoom; ) isRoom = await more();
  }
}

// Of some 150 kB: the first picture, then the page, the catalogue, the report and the sums.
test.skipIf(stick === null).each(['4k', '16k', '96k', '120k', '136k', '144k'])(
  'a stick with room for %s takes no half of a pack (skipped: only root can mount a small disk)',
  async (size) => {
    const place = stick ?? '';
    growSmallDisk(place, size);
    const packs = (await app.client.exhibitions.get({ id })).packs.length;
    const { made, job } = await exportTo(place);
    await expect(made).rejects.toMatchObject({
      code: 'DISK_FULL',
      data: { problems: [{ rule: 'DISK_FULL' }] },
    });
    expect(job()).toMatchObject({
      state: 'FAILED',
      problems: [{ rule: 'DISK_FULL' }, { rule: 'PACK_NOT_MADE' }],
    });
    expect(readdirSync(place)).toEqual([]);
    await unharmed(packs);
  },
);

test('a ledger that cannot be written takes the finished pack back', async () => {
  const sqlite = app.app.vault?.register.sqlite;
  const packs = (await app.client.exhibitions.get({ id })).packs.length;
  const folder = join(app.folder, 'finished');
  mkdirSync(folder);
  sqlite?.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true }))}`);
  await fillUp();
  const { made } = await exportTo(folder);
  await expect(made).rejects.toMatchObject({ code: 'DISK_FULL' });
  sqlite?.pragma('max_page_count = 1000000');
  expect(readdirSync(folder)).toEqual([]);
  await unharmed(packs);
});
