import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PASSPHRASE } from '../../support/openTestApp.ts';
import {
  CREATE,
  composing,
  fileRecord,
  makeBundle,
  openPartners,
  type Partners,
} from '../bundles/partners.ts';

let partners: Partners;
beforeEach(async () => {
  partners = await openPartners();
});
afterEach(() => partners.close());

/** The vault now belongs to another window of the same person. */
async function takenFrom({ app, client, clientOf }: Partners['ours']): Promise<void> {
  const userId = (await client.vault.status()).me?.id ?? '';
  await clientOf('another window').vault.unlock({ userId, passphrase: PASSPHRASE });
  expect(app.owner).toBe('another window');
}

/** What a stream still tells, to its end. */
async function rest<Event>(stream: AsyncIterator<Event>): Promise<Event[]> {
  const told: Event[] = [];
  for (;;) {
    const { done, value } = await stream.next();
    if (done) return told;
    told.push(value);
  }
}

test('opening a bundle ends with the window that began it', async () => {
  const { ours, partner, toPartner } = partners;
  const big = await fileRecord(ours, '大文件', { 'data.bin': randomBytes(24 << 20) });
  const { path } = await makeBundle(ours, composing([big], toPartner));
  const source = { place: partner.place(path, 'file') };
  const opening = rest(await partner.client.bundles.open({ source, passphrase: null }));
  await takenFrom(partner);
  expect((await opening).map(({ kind }) => kind)).not.toContain('opened');
}, 30_000);

test('a check and a backup end with it, and the backup leaves nothing behind', async () => {
  const { ours } = partners;
  await fileRecord(ours, '扫描件', { 'data.bin': randomBytes(1 << 20) });
  const check = await ours.client.vault.check();
  expect((await check.next()).value).toMatchObject({ kind: 'step' });
  const backup = await ours.client.vault.backup({ place: ours.place(ours.folder) });
  expect((await backup.next()).value).toMatchObject({ kind: 'step' });
  expect(readdirSync(ours.folder).filter((name) => name.includes('backup'))).toHaveLength(1);
  await takenFrom(ours);
  expect(await rest(check)).toEqual([]);
  expect(await rest(backup)).toEqual([]);
  expect(readdirSync(ours.folder).filter((name) => name.includes('backup'))).toEqual([]);
});

test('a backup nobody follows any more leaves nothing behind', async () => {
  const { ours } = partners;
  const backup = await ours.client.vault.backup({ place: ours.place(ours.folder) });
  await backup.next();
  await backup.return?.();
  expect(readdirSync(ours.folder).filter((name) => name.includes('backup'))).toEqual([]);
});

test('what was offered for download opens nothing any more; a download under way breaks off', async () => {
  const { ours, toPartner } = partners;
  const big = await fileRecord(ours, '大文件', { 'data.bin': randomBytes(3 << 20) });
  const started = await ours.client.bundles.create({ ...composing([big], toPartner), ...CREATE, to: null });
  const { bundle, address } = await ours.client.bundles.wait({ id: started.id });
  const paper = await ours.client.catalogues.template({ language: 'zh-CN' });
  const record = await ours.client.records.get({ id: big });
  const stored = await ours.client.records.fileAddress({
    fileId: record.files[0]?.id ?? '',
    variant: 'download',
  });
  const addresses = [address ?? '', paper.address, stored.address];
  const underWay = addresses.map((each) => {
    const answer = ours.app.openFile(each);
    expect(answer?.read(0, 10)).toHaveLength(10);
    return answer;
  });
  await takenFrom(ours);
  for (const each of addresses) expect(ours.app.openFile(each)).toBeNull();
  for (const answer of underWay) expect(() => answer?.read(0, 10)).toThrow();
  expect(existsSync(join(ours.app.home, 'outbox', `${bundle.id}.mengbu`))).toBe(false);
});

test('what was asked before and is answered after is not told to the window that asked', async () => {
  const { ours, toPartner } = partners;
  const big = await fileRecord(ours, '大文件', { 'data.bin': randomBytes(8 << 20) });
  const { id } = await ours.client.bundles.create({ ...composing([big], toPartner), ...CREATE, to: null });
  const waiting = ours.client.bundles.wait({ id }).then(
    () => 'answered',
    ({ code }) => code,
  );
  await takenFrom(ours);
  expect(await waiting).toBe('LOCKED');
}, 30_000);
