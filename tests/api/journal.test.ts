import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TierFile } from '#db/open.ts';
import { write } from '#db/write.ts';
import { openTestVault, type TestApp } from '../support/openTestApp.ts';
import { makeRecord } from '../support/records.ts';

let app: TestApp;
let register: TierFile;
afterAll(() => app.close());

beforeAll(async () => {
  app = await openTestVault();
  for (const title of ['甲', '乙', '丙']) {
    const made = await makeRecord(app.client, title);
    await app.client.records.edit({ id: made.id, version: 1, changes: { responsible: `${title}方` } });
  }
  const opened = app.app.vault?.tiers.get('register');
  if (!opened) throw new Error('the register is open');
  register = opened;
});

const verdict = async () => (await app.client.journal.verify())[0];

/** Each is a way to change what is stored without going through the program. */
test.each([
  ['an entry taken out', 'delete from journal where seq = 4', 'JOURNAL_GAP'],
  [
    'the last entries taken out',
    'delete from journal where seq > (select max(seq) - 1 from journal)',
    'JOURNAL_BEHIND',
  ],
  ['a time changed', 'update journal set at = at + 1 where seq = 5', 'JOURNAL_ENTRY_CHANGED'],
  [
    'an actor changed',
    "update journal set actor_id = 'somebody else' where seq = 5",
    'JOURNAL_ACTOR_CHANGED',
  ],
  ['a verb changed', "update journal set verb = 'record.remove' where seq = 5", 'JOURNAL_ENTRY_CHANGED'],
  [
    'a stored state changed',
    `update revision set content = replace(content, '甲方', '丁方')`,
    'JOURNAL_CONTENT_CHANGED',
  ],
  [
    'a record changed',
    "update record set responsible = '丁方' where responsible = '乙方'",
    'ITEM_CHANGED_OUTSIDE',
  ],
  ['a title changed', "update item set title = '丁' where title = '丙'", 'ITEM_CHANGED_OUTSIDE'],
])('%s is noticed and named', async (_, sql, rule) => {
  expect(await verdict()).toMatchObject({ ok: true, items: 3 });
  register.sqlite.exec('begin');
  register.sqlite.exec(sql);
  const found = await verdict();
  register.sqlite.exec('rollback');
  expect(found?.ok).toBe(false);
  expect(found?.broken?.rule).toBe(rule);
});

test('a write that fails leaves no row, no revision and no entry', async () => {
  const counts = () =>
    ['item', 'record', 'revision', 'journal'].map((table) =>
      register.sqlite.prepare(`select count(*) from ${table}`).pluck().get(),
    );
  const before = counts();
  const writer = app.app.vault?.writer;
  if (!writer) throw new Error('the vault is open');
  expect(() =>
    write(register, writer, { verb: 'test' }, (tx) => {
      tx.tier.sqlite.exec("update item set title = '半途'");
      const id = tx.tier.sqlite.prepare('select id from item limit 1').pluck().get();
      tx.touch(String(id));
      throw new Error('in the middle');
    }),
  ).toThrow('in the middle');
  expect(counts()).toEqual(before);
  expect(await verdict()).toMatchObject({ ok: true });
});

test('a write that changes nothing makes no entry', async () => {
  const made = await makeRecord(app.client, '不变', 'INTERNAL', { responsible: '甲' });
  const [head] = await app.client.journal.heads();
  const same = await app.client.records.edit({ id: made.id, version: 1, changes: { responsible: '甲' } });
  expect(same.version).toBe(1);
  expect((await app.client.journal.heads())[0]).toEqual(head);
});
