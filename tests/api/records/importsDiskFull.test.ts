import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { openTestApp, openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';
import { growSmallDisk, mountSmallDisk, unmountSmallDisk } from '../../support/smallDisk.ts';
import { blobsInSegments, ended, entriesOf, folderOf, importFolder, recordsOf } from './importsSupport.ts';

it('stands still when the register takes nothing more, and goes on when it does', async () => {
  const app = await openTestVault();
  const files = Object.fromEntries([...Array(120).keys()].map((n) => [`${n}.txt`, `${n}`]));
  const sqlite = app.app.vault?.register.sqlite;
  const pages = Number(sqlite?.pragma('page_count', { simple: true }));
  sqlite?.pragma(`max_page_count = ${pages + 60}`);
  const stopped = await importFolder(app, folderOf(files), { fields: { description: '长'.repeat(8000) } });
  expect(stopped).toMatchObject({
    state: 'PAUSED',
    problems: [{ rule: 'DISK_FULL' }],
    counts: { FAILED: 0 },
  });
  expect(stopped.counts.WAITING).toBeGreaterThan(0);
  expect(app.app.jobs.list()[0]).toMatchObject({ state: 'PAUSED', problems: [{ rule: 'DISK_FULL' }] });
  expect((await app.client.records.facets({ query: {} })).total).toBe(stopped.counts.DONE);
  sqlite?.pragma('max_page_count = 1000000');
  await app.client.imports.resume({ id: stopped.id });
  const done = await ended(app, stopped.id);
  expect(done).toMatchObject({ state: 'DONE', problems: [], counts: { DONE: 120, WAITING: 0 } });
  expect((await app.client.records.facets({ query: {} })).total).toBe(120);
  await app.close();
});

const disk = mountSmallDisk('90m');

it.skipIf(disk === null)(
  'stands still on a full disk, keeps what is filed whole, and goes on after room was made (skipped: only root can mount a small disk)',
  { timeout: 120_000 },
  async () => {
    const place = disk ?? '';
    let app = await openTestApp();
    try {
      await app.client.vault.create({
        name: '测试联合体',
        coordinator: '总协调人',
        passphrase: PASSPHRASE,
        place: app.place(place),
        folderName: 'vault',
      });
      const files = Object.fromEntries(
        [...Array(70).keys()].map((n) => [`${n}.bin`, randomBytes(1_500_000)]),
      );
      const stopped = await importFolder(app, folderOf(files));
      expect(stopped).toMatchObject({
        state: 'PAUSED',
        problems: [{ rule: 'DISK_FULL' }],
        counts: { FAILED: 0 },
      });
      expect(stopped.counts.DONE).toBeGreaterThan(0);
      expect(stopped.counts.DONE + stopped.counts.WAITING).toBe(70);
      expect(await recordsOf(app)).toHaveLength(stopped.counts.DONE);
      assertBytes(app);

      growSmallDisk(place, '400m');
      await app.client.imports.resume({ id: stopped.id });
      expect(await ended(app, stopped.id)).toMatchObject({ state: 'DONE', counts: { DONE: 70, WAITING: 0 } });
      assertBytes(app);
      expect(new Set((await entriesOf(app, stopped.id)).map(({ recordId }) => recordId)).size).toBe(70);

      const { vault } = await app.client.vault.status();
      const again = await app.restart();
      app = again;
      await again.client.vault.unlock({ userId: vault?.users[0]?.id ?? '', passphrase: PASSPHRASE });
      const named = again.app.vault?.register.sqlite.prepare('select no from blob order by no').pluck().all();
      await expect.poll(() => blobsInSegments(again), { timeout: 10_000 }).toEqual(named);
    } finally {
      await app.close();
      unmountSmallDisk(place);
    }
  },
);

function assertBytes({ app }: TestApp): void {
  const vault = app.vault;
  const rows =
    vault?.register.sqlite
      .prepare('select no, sha256, size, first_segment as firstSegment from blob')
      .all() ?? [];
  for (const blob of rows as { no: number; sha256: string; size: number; firstSegment: number }[]) {
    const bytes = vault?.store.read('register', blob, 0, blob.size) ?? new Uint8Array();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(blob.sha256);
  }
}
