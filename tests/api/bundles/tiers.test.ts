import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readImport } from '#db/bundles/received.ts';
import { recordIntent } from '#db/confidentiality/queries.ts';
import { IMPORT_INTENT } from '#electron/bundles/intentKinds.ts';
import { finishIntents } from '#electron/bundles/intents.ts';
import { newId } from '#shared/ids.ts';
import { PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';
import { craftBundle } from './crafted.ts';
import { importAll, makeRecord, openBundleIn, openPartners, type Partners } from './partners.ts';

let both: Partners;
beforeAll(async () => {
  both = await openPartners();
});
afterAll(() => both.close());

function vaultOf(app: TestApp) {
  const { vault } = app.app;
  if (!vault) throw new Error('locked');
  return vault;
}

describe('a bundle over several levels', () => {
  it('is held by each level in its tier, as the sender’s secret, and is one undo', async () => {
    const { ours, partner, toPartner } = both;
    const low = await makeRecord(ours, '公开说明', 'PUBLIC');
    const high = await makeRecord(ours, '工艺参数', 'TRADE_SECRET');
    const opened = await openBundleIn(partner, await craftBundle(ours, [low, high], { to: toPartner }));
    expect(opened.verdict.tone).toBe('good');
    const { importId, created } = await importAll(partner, opened.openedId);
    const record = await partner.client.records.get({
      id: created.find(({ title }) => title === '工艺参数')?.id ?? '',
    });
    expect(record).toMatchObject({ level: 'TRADE_SECRET', mark: '华东联合体普通商密▲3年' });
    const again = await partner.client.bundles.previewImport({ openedId: opened.openedId });
    expect(again.nothingNew).toBe(true);
    expect(await partner.client.bundles.undoImport({ importId: importId ?? '' })).toEqual({
      undone: 2,
      kept: [],
    });
    expect((await partner.client.records.get({ id: record.id })).removedAt).not.toBeNull();
  });

  it('that stopped half-way is taken back at the next unlock; one that arrived stands', async () => {
    const { ours, partner, toPartner } = both;
    const low = await makeRecord(ours, '半途一', 'INTERNAL');
    const high = await makeRecord(ours, '半途二', 'TRADE_SECRET');
    const opened = await openBundleIn(partner, await craftBundle(ours, [low, high], { to: toPartner }));
    const { importId, created } = await importAll(partner, opened.openedId);
    const vault = vaultOf(partner);
    const secret = vault.tiers.get('secret');
    const register = vault.register;
    if (!secret || !importId) throw new Error('nothing was imported');
    const intent = () => ({
      id: newId(),
      kind: IMPORT_INTENT,
      at: 1,
      payload: { importId, tiers: ['register', 'secret'] },
    });
    recordIntent(secret, intent());
    finishIntents(vault);
    expect(readImport(register, importId)?.undoneAt).toBeNull();
    // As after a crash between the two tiers: the part of the higher one never came.
    secret.sqlite.prepare('delete from bundle_import where id = ?').run(importId);
    recordIntent(secret, intent());
    finishIntents(vault);
    const low2 = created.find(({ title }) => title === '半途一');
    expect((await partner.client.records.get({ id: low2?.id ?? '' })).removedAt).not.toBeNull();
    finishIntents(vault);
    expect((await partner.client.journal.verify()).every(({ ok }) => ok)).toBe(true);
  });

  it('refuses an item the origin raised above its tier here, until it is raised here', async () => {
    const { ours, partner, toPartner } = both;
    const id = await makeRecord(ours, '后来升密', 'INTERNAL');
    const first = await openBundleIn(partner, await craftBundle(ours, [id], { to: toPartner }));
    await importAll(partner, first.openedId);
    const raised = await craftBundle(ours, [id], {
      to: toPartner,
      change: (item) => ({
        ...item,
        itemVersion: item.itemVersion + 1,
        level: { ...item.level, code: 'TRADE_SECRET' },
      }),
    });
    const second = await openBundleIn(partner, raised);
    const { items } = await partner.client.bundles.previewImport({ openedId: second.openedId });
    expect(items[0]).toMatchObject({ status: 'REFUSED', problems: [{ rule: 'IMPORT_LEVEL_RAISED' }] });
  });

  it('never lowers a level, and raises 公开 to 内部 when the origin does', async () => {
    const { ours, partner, toPartner } = both;
    const id = await makeRecord(ours, '升为内部', 'PUBLIC');
    const open = async (code: 'PUBLIC' | 'INTERNAL', version: number) =>
      openBundleIn(
        partner,
        await craftBundle(ours, [id], {
          to: toPartner,
          change: (item) => ({
            ...item,
            itemVersion: version,
            level: { ...item.level, code, term: code === 'PUBLIC' ? null : 'P3Y' },
          }),
        }),
      );
    const local = (await importAll(partner, (await open('PUBLIC', 1)).openedId)).created[0]?.id ?? '';
    await importAll(partner, (await open('INTERNAL', 2)).openedId);
    expect(await partner.client.records.get({ id: local })).toMatchObject({ level: 'INTERNAL', term: 'P3Y' });
    const lowered = await open('PUBLIC', 3);
    const { nothingNew } = await partner.client.bundles.previewImport({ openedId: lowered.openedId });
    expect(nothingNew).toBe(true);
    expect((await partner.client.records.get({ id: local })).level).toBe('INTERNAL');
  });

  it('does not open for a user without the clearance', async () => {
    const { ours, partner, toPartner } = both;
    const path = await craftBundle(ours, [await makeRecord(ours, '只给高层', 'CORE_TRADE_SECRET')], {
      to: toPartner,
    });
    const user = await partner.client.vault.addUser({
      name: '小王',
      clearance: 'register',
      passphrase: PASSPHRASE,
    });
    const again = await partner.restart();
    try {
      await again.client.vault.unlock({ userId: user.id, passphrase: PASSPHRASE });
      await expect(openBundleIn(again, path)).rejects.toMatchObject({
        data: { problems: [expect.objectContaining({ rule: 'BUNDLE_CANNOT_DECRYPT' })] },
      });
    } finally {
      await again.close();
    }
  });
});
