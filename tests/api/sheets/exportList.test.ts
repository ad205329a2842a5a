import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { offeredAnswer } from '#electron/documents/offer.ts';
import { readSheet } from '#electron/sheets/readSheet.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import type { ListChoice } from '#shared/sheets/contract.ts';
import { openTestVault, type TestApp, type TestClient } from '../../support/openTestApp.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
});
afterEach(() => app.close());

const PEOPLE: ListChoice = { list: 'PEOPLE', text: '' };

async function addPerson(name: string, level: 'INTERNAL' | 'TRADE_SECRET', client: TestClient = app.client) {
  const fields = {
    ...EMPTY_PERSON_FIELDS,
    name,
    position: '=1+1',
    phone: '13812345678',
    email: 'wang@example.org',
    note: '',
  };
  return client.people.create({ fields, level, unitId: null });
}

async function rowsOf(choice: ListChoice, client: TestClient = app.client): Promise<string[][]> {
  const { address } = await client.sheets.exportList({ choice, language: 'zh-CN' });
  const { vault } = app.app;
  const answer = vault && offeredAnswer(vault, address);
  if (!answer) throw new Error('nothing was offered');
  const bytes = await answer.read(0, answer.size);
  return (await readSheet(new Uint8Array(bytes))).tables[0]?.rows ?? [];
}

describe('a list as a workbook', () => {
  it('has every row with its level and mark, the whole with the highest mark, and masks what is personal', async () => {
    await addPerson('王一', 'INTERNAL');
    await addPerson('王二', 'TRADE_SECRET');
    const rows = await rowsOf(PEOPLE);
    expect(rows[0]?.[0]).toContain('普通商密▲5年');
    expect(rows[1]?.slice(-2)).toEqual(['密级', '密级标志']);
    const byName = new Map(rows.slice(2).map((row) => [row[0], row]));
    expect(byName.get('王一')?.at(-2)).toBe('内部');
    expect(byName.get('王二')?.at(-1)).toContain('普通商密▲5年');
    expect(byName.get('王二')).toContain('=1+1');
    expect(byName.get('王二')).toContain('138****5678');
    expect(byName.get('王二')).toContain('w***@example.org');
  });

  it('holds what the list shows: narrowed as on the screen', async () => {
    await addPerson('王一', 'INTERNAL');
    await addPerson('李二', 'INTERNAL');
    const look = await app.client.sheets.look({
      choice: { list: 'PEOPLE', text: '李二' },
      language: 'zh-CN',
    });
    expect(look).toMatchObject({ rows: 1, levels: [{ level: 'INTERNAL', count: 1 }] });
    expect((await rowsOf({ list: 'PEOPLE', text: '李二' })).slice(2).map(([name]) => name)).toEqual(['李二']);
  });

  it('is journalled in the tier of its highest row', async () => {
    await addPerson('王二', 'TRADE_SECRET');
    await rowsOf(PEOPLE);
    const { entries } = await app.client.journal.page({ after: null, limit: 10 });
    expect(entries[0]).toMatchObject({ verb: 'list.export', tier: 'secret', item: null });
    expect(await app.client.journal.verify()).toSatisfy((results: { ok: boolean }[]) =>
      results.every(({ ok }) => ok),
    );
  });

  it('says nothing of what the user cannot open', async () => {
    await addPerson('王一', 'INTERNAL');
    await addPerson('王二', 'TRADE_SECRET');
    const secretary = await app.client.vault.addUser({
      name: '秘书',
      clearance: 'register',
      passphrase: 'another passphrase',
    });
    app = await app.restart();
    await app.client.vault.choose({ place: app.place(join(app.folder, 'vault')) });
    await app.client.vault.unlock({ userId: secretary.id, passphrase: 'another passphrase' });
    expect((await rowsOf(PEOPLE)).slice(2).map(([name]) => name)).toEqual(['王一']);
    const look = await app.client.sheets.look({ choice: PEOPLE, language: 'en' });
    expect(look.levels).toEqual([{ level: 'INTERNAL', count: 1 }]);
  });

  it.each<ListChoice>([
    { list: 'RECORDS', query: {}, order: 'created', direction: 'asc' },
    { list: 'UNITS', text: '' },
    { list: 'PROJECTS', text: '' },
    { list: 'AGREEMENTS', text: '' },
    { list: 'CONTACTS', text: '' },
    { list: 'EXPIRING', days: 3660 },
    { list: 'SCREENING', text: '' },
    { list: 'MEETINGS', text: '' },
    { list: 'ACTIONS' },
    { list: 'OUTCOMES', text: '', status: null },
    { list: 'MATURITY', text: '' },
    { list: 'EXHIBITIONS', text: '' },
    { list: 'PANELS', text: '' },
    { list: 'VISITS', text: '' },
    { list: 'JOURNAL' },
    { list: 'SENT' },
    { list: 'RECEIVED' },
  ])('can be made of $list', async (choice) => {
    await addPerson('王一', 'INTERNAL');
    const rows = await rowsOf(choice);
    const look = await app.client.sheets.look({ choice, language: 'en' });
    expect(rows[1]?.at(-1)).toBe('密级标志');
    // The export itself is one more entry of the journal.
    expect(rows.length - 2).toBe(choice.list === 'JOURNAL' ? look.rows - 1 : look.rows);
  });
});
