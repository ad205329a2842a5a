import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openTestApp, openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';

let open: TestApp[] = [];
afterEach(async () => {
  for (const test of open) await test.close();
  open = [];
});
function kept(test: TestApp): TestApp {
  open.push(test);
  return test;
}

describe('a new vault', () => {
  test('opens for its coordinator with all three tiers', async () => {
    const { client } = kept(await openTestVault());
    const status = await client.vault.status();
    expect(status).toMatchObject({
      state: 'UNLOCKED',
      openTiers: ['register', 'secret', 'core'],
      hasRecovery: false,
      faults: [],
    });
    expect(status.me).toMatchObject({ name: '总协调人', clearance: 'core' });
  });

  test('refuses a folder that holds something, and leaves it as it was', async () => {
    const test = kept(await openTestApp());
    writeFileSync(join(test.folder, 'mine.txt'), 'mine');
    const before = readdirSync(test.folder);
    await expect(
      test.client.vault.create({
        name: '甲',
        coordinator: '乙',
        passphrase: PASSPHRASE,
        place: test.place(test.folder),
      }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { problems: [{ rule: 'FOLDER_NOT_EMPTY' }] } });
    expect(readdirSync(test.folder)).toEqual(before);
  });

  test('has no plain text in any of its files', async () => {
    const test = kept(await openTestVault());
    await test.client.records.create({
      level: 'CORE_TRADE_SECRET',
      term: 'P10Y',
      basis: '',
      personalInfo: false,
      fields: { title: 'canary 金丝雀', description: 'canary 金丝雀' },
    });
    await test.app.close();
    for (const name of readdirSync(join(test.folder, 'vault')).filter(
      (each) => each.includes('.db') && !each.startsWith('lock'),
    )) {
      const bytes = readFileSync(join(test.folder, 'vault', name));
      expect(bytes.includes('canary'), name).toBe(false);
      expect(bytes.includes('金丝雀'), name).toBe(false);
      expect(bytes.subarray(0, 15).toString('latin1'), name).not.toBe('SQLite format 3');
    }
  });
});

describe('unlocking', () => {
  test('takes the right passphrase and says no more than no to a wrong one', async () => {
    const first = kept(await openTestVault());
    const [user] = (await first.client.vault.status()).vault?.users ?? [];
    const test = kept(await first.restart());
    expect((await test.client.vault.status()).state).toBe('LOCKED');
    const unlock = (passphrase: string) => test.client.vault.unlock({ userId: user?.id ?? '', passphrase });
    await expect(unlock('wrong passphrase')).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect((await unlock(PASSPHRASE)).state).toBe('UNLOCKED');
  });

  test('belongs to the session that gave the passphrase', async () => {
    const test = kept(await openTestVault());
    const other = test.clientOf('another window');
    expect((await other.vault.status()).state).toBe('LOCKED');
    await expect(other.people.list({ text: '' })).rejects.toMatchObject({ code: 'LOCKED' });
    const userId = (await test.client.vault.status()).me?.id ?? '';
    await other.vault.unlock({ userId, passphrase: PASSPHRASE });
    await expect(test.client.people.list({ text: '' })).rejects.toMatchObject({ code: 'LOCKED' });
  });

  test('tells the window it was taken from nothing more, and what that was given opens nothing', async () => {
    const test = kept(await openTestVault());
    const { id: userId = '' } = (await test.client.vault.status()).me ?? {};
    const streams = [await test.client.changes.watch(), await test.client.jobs.watch()];
    for (const stream of streams) expect((await stream.next()).done).toBe(false);
    const rest = streams.map((stream) => stream.next());
    const address = test.app.addresses.give({
      tier: 'register',
      blob: 1,
      mediaType: 'image/webp',
      inline: true,
      name: 'picture.webp',
    });
    await test.clientOf('another window').vault.unlock({ userId, passphrase: PASSPHRASE });
    for (const next of await Promise.all(rest)) expect(next.done).toBe(true);
    expect(test.app.openFile(address)).toBeNull();
  });

  test('is refused while another process holds the vault, and says who', async () => {
    const first = kept(await openTestVault());
    const second = kept(await openTestApp());
    await second.client.vault.choose({ place: second.place(join(first.folder, 'vault')) });
    const userId = (await first.client.vault.status()).me?.id ?? '';
    await expect(second.client.vault.unlock({ userId, passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'VAULT_IN_USE',
      data: { holder: expect.stringContaining('cli') },
    });
  });

  test('notices an older file put back', async () => {
    const first = kept(await openTestVault());
    const vault = join(first.folder, 'vault');
    const userId = (await first.client.vault.status()).me?.id ?? '';
    let test = kept(await first.restart());
    const old = readFileSync(join(vault, 'secret.db'));
    await test.client.vault.unlock({ userId, passphrase: PASSPHRASE });
    await test.client.records.create({
      level: 'TRADE_SECRET',
      term: 'P5Y',
      basis: '',
      personalInfo: false,
      fields: { title: '配方' },
    });
    test = kept(await test.restart());
    await test.client.vault.unlock({ userId, passphrase: PASSPHRASE });
    test = kept(await test.restart());
    writeFileSync(join(vault, 'secret.db'), old);
    const status = await test.client.vault.unlock({ userId, passphrase: PASSPHRASE });
    expect(status.openTiers).toEqual(['register', 'core']);
    expect(status.faults).toEqual([{ tier: 'secret', rule: 'TIER_ROLLED_BACK' }]);
  });

  test('after a change of passphrase takes only the new one', async () => {
    const first = kept(await openTestVault());
    const userId = (await first.client.vault.status()).me?.id ?? '';
    await expect(
      first.client.vault.changePassphrase({ current: 'not the right one', next: '一个更长的新口令句子' }),
    ).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await first.client.vault.changePassphrase({ current: PASSPHRASE, next: '一个更长的新口令句子' });
    const test = kept(await first.restart());
    await expect(test.client.vault.unlock({ userId, passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    expect((await test.client.vault.unlock({ userId, passphrase: '一个更长的新口令句子' })).state).toBe(
      'UNLOCKED',
    );
  });
});

describe('users', () => {
  test('a user cleared for 内部 sees nothing of the higher tiers', async () => {
    const first = kept(await openTestVault());
    const make = (level: 'INTERNAL' | 'TRADE_SECRET', title: string) =>
      first.client.records.create({
        level,
        term: level === 'INTERNAL' ? 'P3Y' : 'P5Y',
        basis: '',
        personalInfo: false,
        fields: { title },
      });
    await make('INTERNAL', '内部通知');
    const secret = await make('TRADE_SECRET', '秘密配方');
    const user = await first.client.vault.addUser({
      name: '内部员工',
      clearance: 'register',
      passphrase: 'passphrase two',
    });
    const test = kept(await first.restart());
    const status = await test.client.vault.unlock({ userId: user.id, passphrase: 'passphrase two' });
    expect(status.openTiers).toEqual(['register']);
    const { rows } = await test.client.records.page({
      query: {},
      order: 'title',
      direction: 'asc',
      after: null,
      limit: 50,
    });
    expect(rows.map((row) => row.title)).toEqual(['内部通知']);
    await expect(test.client.records.get({ id: secret.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await test.client.search.find({ text: '配方', limit: 10 })).groups).toEqual([]);
    await expect(
      test.client.vault.addUser({ name: '第三人', clearance: 'core', passphrase: 'passphrase three' }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('a name is taken once', async () => {
    const test = kept(await openTestVault());
    await expect(
      test.client.vault.addUser({ name: '总协调人', clearance: 'core', passphrase: 'passphrase two' }),
    ).rejects.toMatchObject({
      code: 'INVALID',
      data: { problems: [{ field: 'name', rule: 'USER_NAME_TAKEN' }] },
    });
  });
});

describe('the recovery key', () => {
  test.each(['identity', 'words'] as const)(
    'opens as %s, with a new passphrase, when proved by typing words back',
    async (form) => {
      const first = kept(await openTestVault());
      const userId = (await first.client.vault.status()).me?.id ?? '';
      const sheet = await first.client.vault.prepareRecovery({ language: 'zh-CN' });
      await expect(
        first.client.vault.confirmRecovery({ answers: ['错', '错', '错', '错'] }),
      ).rejects.toMatchObject({ code: 'INVALID' });
      const answers = sheet.ask.map((position) => sheet.words[position - 1] ?? '');
      expect((await first.client.vault.confirmRecovery({ answers })).hasRecovery).toBe(true);
      const test = kept(await first.restart());
      const recovery = form === 'identity' ? sheet.identity : sheet.words.join('');
      const status = await test.client.vault.openByRecovery({
        recovery,
        userId,
        passphrase: 'a wholly new passphrase',
      });
      expect(status.openTiers).toEqual(['register', 'secret', 'core']);
      const again = kept(await test.restart());
      await expect(again.client.vault.unlock({ userId, passphrase: PASSPHRASE })).rejects.toMatchObject({
        code: 'WRONG_PASSPHRASE',
      });
      expect((await again.client.vault.unlock({ userId, passphrase: 'a wholly new passphrase' })).state).toBe(
        'UNLOCKED',
      );
    },
  );

  test('another key opens nothing, and what is no key is said to be none', async () => {
    const first = kept(await openTestVault());
    const userId = (await first.client.vault.status()).me?.id ?? '';
    const sheet = await first.client.vault.prepareRecovery({ language: 'en' });
    const test = kept(await first.restart());
    const attempt = (recovery: string) =>
      test.client.vault.openByRecovery({ recovery, userId, passphrase: 'a wholly new passphrase' });
    await expect(attempt(sheet.words.join(' '))).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await expect(attempt('hello')).rejects.toMatchObject({ code: 'INVALID' });
  });
});

describe('backup and check', () => {
  test('a backup opens in a new folder and holds everything; a check finds nothing', async () => {
    const first = kept(await openTestVault());
    const userId = (await first.client.vault.status()).me?.id ?? '';
    await first.client.records.create({
      level: 'PUBLIC',
      term: null,
      basis: '',
      personalInfo: false,
      fields: { title: '公开简报' },
    });
    const events = [];
    for await (const event of await first.client.vault.backup({ place: first.place(first.folder) }))
      events.push(event);
    expect(events.at(-1)).toMatchObject({ kind: 'result', notOpened: [] });
    const backup = readdirSync(first.folder).find((name) => name.startsWith('mengbu-backup-')) ?? '';
    const second = kept(await openTestApp());
    const status = await second.client.vault.restore({
      from: second.place(join(first.folder, backup)),
      to: second.place(second.folder),
      folderName: '还原',
    });
    expect(status.state).toBe('LOCKED');
    await second.client.vault.unlock({ userId, passphrase: PASSPHRASE });
    const { rows } = await second.client.records.page({
      query: {},
      order: 'title',
      direction: 'asc',
      after: null,
      limit: 50,
    });
    expect(rows.map((row) => row.title)).toEqual(['公开简报']);
    const checked = [];
    for await (const event of await second.client.vault.check()) checked.push(event);
    expect(checked.at(-1)).toMatchObject({ kind: 'result', findings: 0, items: 1 });
    expect(existsSync(join(second.folder, '还原.partial'))).toBe(false);
  });
});
