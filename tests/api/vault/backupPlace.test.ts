import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CheckEvent } from '#shared/vault/contract.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { mountSmallDisk, unmountSmallDisk } from '../../support/smallDisk.ts';

/** A backup is a stream of events: what stops it on the way is told like what refuses a call. */
async function backUp({ client }: TestApp, place: string): Promise<CheckEvent[]> {
  const events: CheckEvent[] = [];
  for await (const event of await client.vault.backup({ place })) events.push(event);
  return events;
}

const disk = mountSmallDisk('200k');

test.skipIf(disk === null)(
  'a backup to a full disk says so and leaves nothing there (skipped: only root can mount a small disk)',
  async () => {
    const app = await openTestVault();
    const place = disk ?? '';
    await expect(backUp(app, app.place(place))).rejects.toMatchObject({
      code: 'DISK_FULL',
      data: { problems: [{ rule: 'DISK_FULL' }] },
    });
    expect(readdirSync(place)).toEqual([]);
    await app.close();
    unmountSmallDisk(place);
  },
);

test('a backup to a place that is no folder any more says so', async () => {
  const app = await openTestVault();
  const place = join(app.folder, 'stick');
  mkdirSync(place);
  const gone = app.place(place);
  rmSync(place, { recursive: true });
  writeFileSync(place, '');
  await expect(backUp(app, gone)).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
    data: { problems: [{ rule: 'PLACE_UNREACHABLE' }] },
  });
  await app.close();
});
