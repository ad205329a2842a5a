import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { ARCHIVABLE, makeRecord } from '../../support/records.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestVault();
});
afterAll(() => app.close());

const page = (query = {}, order = 'title' as const) =>
  app.client.records.page({ query, order, direction: 'asc', after: null, limit: 100 });

describe('editing', () => {
  test('changes what is named, keeps the rest, and can be undone', async () => {
    const made = await makeRecord(app.client, '原题名', 'INTERNAL', { responsible: '甲' });
    const edited = await app.client.records.edit({
      id: made.id,
      version: made.version,
      changes: { title: '新题名', docDate: '2024年5月6日', keywords: ['肿瘤', '肿瘤', '筛查'] },
    });
    expect(edited.fields).toMatchObject({
      title: '新题名',
      responsible: '甲',
      docDate: '2024-05-06',
      keywords: ['肿瘤', '筛查'],
    });
    expect(edited.levelExpiry).toBe('2027-05-06');
    const [last] = await app.client.records.history({ id: made.id });
    expect(last).toMatchObject({ verb: 'record.edit', actor: '总协调人', undoable: true });
    expect(last?.changes).toContainEqual({ field: 'title', before: '原题名', after: '新题名' });
    await app.client.records.undo({ undo: [last?.deed ?? ''] });
    const undone = await app.client.records.get({ id: made.id });
    expect(undone.fields).toEqual(made.fields);
    expect(undone.version).toBe(3);
    await expect(app.client.records.undo({ undo: [last?.deed ?? ''] })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { problems: [{ rule: 'UNDO_CHANGED_SINCE' }] },
    });
  });

  test('refuses a change made on an older version', async () => {
    const made = await makeRecord(app.client, '并发');
    await app.client.records.edit({ id: made.id, version: 1, changes: { responsible: '甲' } });
    await expect(
      app.client.records.edit({ id: made.id, version: 1, changes: { responsible: '乙' } }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { problems: [{ rule: 'CHANGED_SINCE' }] } });
  });

  test('names the field and the rule of what cannot be', async () => {
    const made = await makeRecord(app.client, '规则');
    const edit = (changes: object) => app.client.records.edit({ id: made.id, version: 1, changes });
    await expect(edit({ docDate: '2025-02-30' })).rejects.toMatchObject({
      code: 'INVALID',
      data: { problems: [{ field: 'changes.docDate', rule: 'DATE_NOT_REAL' }] },
    });
    await expect(edit({ title: '' })).rejects.toMatchObject({
      data: { problems: [{ field: 'changes.title' }] },
    });
    await expect(edit({ projectId: made.id })).rejects.toMatchObject({
      code: 'INVALID',
      data: { problems: [{ rule: 'LINK_TARGET_MISSING', field: 'projectId' }] },
    });
    expect((await app.client.records.get({ id: made.id })).version).toBe(1);
  });

  test('many at once are one undo per tier', async () => {
    const a = await makeRecord(app.client, '批量一', 'INTERNAL');
    const b = await makeRecord(app.client, '批量二', 'PUBLIC');
    const c = await makeRecord(app.client, '批量三', 'TRADE_SECRET');
    const result = await app.client.records.editMany({
      ids: [a.id, b.id, c.id],
      changes: { responsible: '批量改' },
    });
    expect(result.done).toHaveLength(3);
    expect(result.undo).toHaveLength(2);
    await app.client.records.undo({ undo: result.undo });
    for (const { id } of [a, b, c])
      expect((await app.client.records.get({ id })).fields.responsible).toBe('');
  });

  test('a removed record is gone from lists and search, and comes back', async () => {
    const made = await makeRecord(app.client, '待移除的记录');
    const { undo } = await app.client.records.remove({ ids: [made.id], reason: '重复' });
    expect((await page({ text: '待移除' })).rows).toEqual([]);
    expect((await page({ removed: true })).rows.map((row) => row.id)).toEqual([made.id]);
    await app.client.records.undo({ undo });
    expect((await page({ text: '待移除' })).rows.map((row) => row.id)).toEqual([made.id]);
  });
});

describe('归档', () => {
  test('says what is missing and gives nothing', async () => {
    const made = await makeRecord(app.client, '缺项');
    const result = await app.client.records.archive({ ids: [made.id] });
    expect(result.done).toEqual([]);
    expect(result.refused[0]?.problems).toContainEqual({ field: 'docDate', rule: 'REQUIRED' });
    expect((await app.client.records.get({ id: made.id })).stage).toBe('DRAFT');
  });

  test('gives each record its 档号 once, in series, per tier', async () => {
    const first = await makeRecord(app.client, '纪要一', 'INTERNAL', ARCHIVABLE);
    const second = await makeRecord(app.client, '纪要二', 'PUBLIC', ARCHIVABLE);
    const secret = await makeRecord(app.client, '秘密纪要', 'TRADE_SECRET', ARCHIVABLE);
    await app.client.records.archive({ ids: [first.id, second.id, secret.id] });
    const code = async (id: string) => (await app.client.records.get({ id })).refCode;
    expect(await code(first.id)).toBe('Z001-WS·2025·Y-0001');
    expect(await code(second.id)).toBe('Z001-WS·2025·Y-0002');
    expect(await code(secret.id)).toBe('Z001-WS·2025·Y·PM-0001');
    const again = await app.client.records.archive({ ids: [first.id] });
    expect(again.refused[0]?.problems).toEqual([{ field: 'refCode', rule: 'ALREADY_ARCHIVED' }]);
    expect(await code(first.id)).toBe('Z001-WS·2025·Y-0001');
  });

  test('freezes the way codes are written', async () => {
    const settings = await app.client.vault.settings();
    await expect(app.client.vault.saveSettings({ ...settings, dialect: 'DAT22' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { problems: [{ rule: 'REF_CODE_DIALECT_FROZEN' }] },
    });
    expect(await app.client.vault.saveSettings({ ...settings, autoLockMinutes: 5 })).toMatchObject({
      autoLockMinutes: 5,
    });
  });
});

describe('lists', () => {
  test('facets add up to what the list holds, with and without filters', async () => {
    const project = await app.client.projects.create({
      fields: { name: '早筛项目', code: 'P01', startedOn: null, endedOn: null, note: '' },
      level: 'INTERNAL',
      leadId: null,
    });
    const made = await makeRecord(app.client, '带项目', 'INTERNAL', {
      ...ARCHIVABLE,
      category: 'KJ',
      year: 2023,
    });
    await app.client.records.edit({ id: made.id, version: 1, changes: { projectId: project.id } });
    const everything = await app.client.records.facets({ query: {} });
    expect(everything.total).toBe((await page()).rows.length);
    const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
    expect(sum(everything.levels)).toBe(everything.total);
    expect(everything.projects).toEqual([{ value: project.id, label: '早筛项目', count: 1 }]);
    const filtered = await app.client.records.facets({ query: { years: [2023], categories: ['KJ'] } });
    expect(filtered.total).toBe(1);
    expect((await page({ projects: [project.id] })).rows.map((row) => row.id)).toEqual([made.id]);
    expect((await app.client.projects.get({ id: project.id })).recordCount).toBe(1);
  });

  test('a forged cursor is refused', async () => {
    await expect(
      app.client.records.page({ query: {}, order: 'title', direction: 'asc', after: 'nonsense', limit: 5 }),
    ).rejects.toMatchObject({ code: 'INVALID' });
  });
});

test('the journal holds everything that was done here, and verifies', async () => {
  const results = await app.client.journal.verify();
  expect(results.map(({ tier, ok }) => ({ tier, ok }))).toEqual([
    { tier: 'register', ok: true },
    { tier: 'secret', ok: true },
    { tier: 'core', ok: true },
  ]);
  const { entries } = await app.client.journal.page({ after: null, limit: 200 });
  expect(entries.some((entry) => entry.verb === 'record.undo')).toBe(true);
});
