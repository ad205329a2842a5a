import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { recordIntent } from '#db/confidentiality/queries.ts';
import { hideForMove } from '#db/items/move.ts';
import type { TierFile } from '#db/open.ts';
import type { LevelChange } from '#shared/confidentiality/contract.ts';
import { newId } from '#shared/ids.ts';
import { importPlan } from '../../support/importPlan.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';
import { ARCHIVABLE, makeRecord } from '../../support/records.ts';

let open: TestApp[] = [];
afterEach(async () => {
  for (const each of open) await each.close();
  open = [];
});
async function vault(): Promise<TestApp> {
  const made = await openTestVault();
  open.push(made);
  return made;
}

const RAISE: Omit<LevelChange, 'id' | 'version'> = {
  level: 'TRADE_SECRET',
  term: 'P5Y',
  basis: '合作协议第七条',
  reason: 'VALUE_INCREASED',
  remark: '',
  personalInfo: false,
  approver: null,
};

/** Every row of every table, the search's shadow tables left out: those are looked at page by page below. */
function dumpOf(tier: TierFile | undefined): string {
  const tables = tier?.sqlite
    .prepare("select name from sqlite_master where type = 'table' and name not like 'search%'")
    .pluck()
    .all() as string[];
  return JSON.stringify(tables.map((table) => tier?.sqlite.prepare(`select * from "${table}"`).all()));
}

describe('raising', () => {
  test('takes the names of imported files and of the import along', async () => {
    const test = await vault();
    const file = join(test.folder, '金丝雀文件.txt');
    writeFileSync(file, '金丝雀内容');
    const { id } = await test.client.imports.begin({
      plan: importPlan({
        shape: 'ONE',
        term: 'P3Y',
        title: '金丝雀题名',
        fields: { responsible: '金丝雀责任者' },
      }),
      places: [test.place(file, 'file')],
    });
    await vi.waitFor(async () => expect((await test.client.imports.get({ id })).state).toBe('DONE'), 20_000);
    const { rows } = await test.client.records.page({
      query: {},
      order: 'title',
      direction: 'asc',
      after: null,
      limit: 5,
    });
    const [made] = rows;
    await test.client.confidentiality.change({ ...RAISE, id: made?.id ?? '', version: made?.version ?? 0 });
    expect(dumpOf(test.app.vault?.tiers.get('register'))).not.toContain('金丝雀');
    const raised = await test.client.records.get({ id: made?.id ?? '' });
    expect(raised.files.map(({ name }) => name)).toEqual(['金丝雀文件.txt']);
    const { address } = await test.client.records.fileAddress({
      fileId: raised.files[0]?.id ?? '',
      variant: 'download',
    });
    const bytes = test.app.openFile(address)?.read(0, 100);
    expect(Buffer.from(bytes ?? []).toString()).toBe('金丝雀内容');
  });

  test('moves the item with its history, and leaves nothing readable below', async () => {
    const test = await vault();
    const made = await makeRecord(test.client, '金丝雀题名', 'INTERNAL', {
      ...ARCHIVABLE,
      description: '金丝雀正文',
    });
    await test.client.records.edit({ id: made.id, version: 1, changes: { responsible: '金丝雀责任者' } });
    await test.client.records.archive({ ids: [made.id] });
    const before = await test.client.records.get({ id: made.id });
    const { decision } = await test.client.confidentiality.change({ ...RAISE, id: made.id, version: 3 });
    expect(decision).toMatchObject({ from: 'INTERNAL', to: 'TRADE_SECRET', approver: null });
    const after = await test.client.records.get({ id: made.id });
    expect(after).toMatchObject({
      level: 'TRADE_SECRET',
      refCode: before.refCode,
      mark: '测试联合体普通商密▲5年',
    });
    expect(after.fields).toEqual(before.fields);
    const history = await test.client.records.history({ id: made.id });
    expect(history.map((entry) => entry.verb)).toEqual([
      'level.arrive',
      'record.archive',
      'record.edit',
      'record.create',
    ]);
    expect(await test.client.confidentiality.decisions({ id: made.id })).toHaveLength(1);
    expect((await test.client.journal.verify()).every((result) => result.ok)).toBe(true);
    const register = test.app.vault?.tiers.get('register');
    const dump = dumpOf(register);
    expect(dump).not.toContain('金丝雀');
    expect(register?.sqlite.prepare('select ref_code from moved_code').pluck().all()).toEqual([
      before.refCode,
    ]);
  });

  test('the lower file, decrypted, holds no page with what was raised out of it', async () => {
    const test = await vault();
    const made = await makeRecord(test.client, 'canaryTitle', 'INTERNAL', {
      description: 'canaryBody '.repeat(500),
    });
    await makeRecord(test.client, 'stays', 'INTERNAL', { description: 'staysBody' });
    await test.client.confidentiality.change({ ...RAISE, id: made.id, version: 1 });
    const key = Uint8Array.from(test.app.vault?.keys.get('register') ?? []);
    await test.app.close();
    const { openEncrypted } = await import('#db/cipher.ts');
    const sqlite = openEncrypted(join(test.folder, 'vault', 'register.db'), key, { synchronous: 'FULL' });
    const plain = sqlite.serialize();
    sqlite.close();
    expect(plain.includes('staysBody')).toBe(true);
    expect(plain.includes('canaryBody')).toBe(false);
    expect(plain.includes('canarybody')).toBe(false);
    expect(plain.includes('canaryTitle')).toBe(false);
    expect(plain.includes('canarytitle')).toBe(false);
    expect(readFileSync(join(test.folder, 'vault', 'register.db')).includes('staysBody')).toBe(false);
  });

  test('what a kill left between hide and arrive is taken back at the next unlock', async () => {
    const first = await vault();
    const made = await makeRecord(first.client, '半途', 'INTERNAL');
    const userId = (await first.client.vault.status()).me?.id ?? '';
    const register = first.app.vault?.tiers.get('register');
    const secret = first.app.vault?.tiers.get('secret');
    if (!register || !secret) throw new Error('the tiers are open');
    recordIntent(secret, {
      id: newId(),
      kind: 'level.move',
      at: 1,
      payload: { item: made.id, from: 'register', to: 'secret' },
    });
    hideForMove(register, made.id);
    await expect(first.client.records.get({ id: made.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const test = await first.restart();
    open.push(test);
    await test.client.vault.unlock({ userId, passphrase: PASSPHRASE });
    expect((await test.client.records.get({ id: made.id })).level).toBe('INTERNAL');
  });
});

describe('lowering', () => {
  test('down and up again keeps one chain and one history', async () => {
    const test = await vault();
    const made = await makeRecord(test.client, '来回', 'TRADE_SECRET');
    const down = { ...RAISE, level: 'INTERNAL' as const, term: 'P3Y', reason: 'OBSOLETE' };
    await test.client.confidentiality.change({ ...down, id: made.id, version: 1 });
    await test.client.confidentiality.change({ ...RAISE, id: made.id, version: 2 });
    await test.client.confidentiality.change({ ...down, id: made.id, version: 3 });
    const history = await test.client.records.history({ id: made.id });
    expect(history.map((entry) => entry.version)).toEqual([4, 3, 2, 1]);
    expect(await test.client.confidentiality.decisions({ id: made.id })).toHaveLength(3);
    expect((await test.client.journal.verify()).map((result) => result.broken)).toEqual([null, null, null]);
  });
});

describe('the second pair of eyes', () => {
  test('is needed where there is somebody cleared for both levels, with the own passphrase', async () => {
    const test = await vault();
    const made = await makeRecord(test.client, '要审核', 'INTERNAL');
    const second = await test.client.vault.addUser({
      name: '副手',
      clearance: 'secret',
      passphrase: 'second passphrase',
    });
    const third = await test.client.vault.addUser({
      name: '内勤',
      clearance: 'register',
      passphrase: 'third passphrase',
    });
    const preview = await test.client.confidentiality.preview({ id: made.id, level: 'TRADE_SECRET' });
    expect(preview).toMatchObject({ movesTier: true, approvers: [{ id: second.id, name: '副手' }] });
    const change = (approver: LevelChange['approver']) =>
      test.client.confidentiality.change({ ...RAISE, id: made.id, version: 1, approver });
    await expect(change(null)).rejects.toMatchObject({ data: { problems: [{ rule: 'APPROVER_REQUIRED' }] } });
    await expect(change({ userId: third.id, passphrase: 'third passphrase' })).rejects.toMatchObject({
      data: { problems: [{ rule: 'APPROVER_NOT_CLEARED' }] },
    });
    await expect(change({ userId: second.id, passphrase: 'wrong passphrase' })).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    const me = (await test.client.vault.status()).me?.id ?? '';
    await expect(change({ userId: me, passphrase: PASSPHRASE })).rejects.toMatchObject({
      data: { problems: [{ rule: 'APPROVER_IS_PROPOSER' }] },
    });
    const { decision } = await change({ userId: second.id, passphrase: 'second passphrase' });
    expect(decision.approver).toBe('副手');
  });

  test('a decision without its basis or reason changes nothing', async () => {
    const test = await vault();
    const made = await makeRecord(test.client, '无依据', 'INTERNAL');
    await expect(
      test.client.confidentiality.change({ ...RAISE, id: made.id, version: 1, basis: '', reason: '' }),
    ).rejects.toMatchObject({
      code: 'INVALID',
      data: { problems: [{ rule: 'BASIS_REQUIRED' }, { rule: 'REASON_REQUIRED' }] },
    });
    expect((await test.client.records.get({ id: made.id })).level).toBe('INTERNAL');
  });
});

test('terms that end are listed, soonest first', async () => {
  const test = await vault();
  await makeRecord(test.client, '早就到期', 'INTERNAL', { docDate: '2019-01-01' });
  await makeRecord(test.client, '还早', 'INTERNAL', { docDate: '2026-11-01' });
  await makeRecord(test.client, '更早到期', 'TRADE_SECRET', { docDate: '2012-01-01' });
  const found = await test.client.confidentiality.expiring({ days: 30 });
  expect(found.map((item) => item.title)).toEqual(['更早到期', '早就到期']);
});
