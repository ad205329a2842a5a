import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { makeRecord } from '../../support/records.ts';

let app: TestApp;
let raised: string;
let other: string;
beforeEach(async () => {
  app = await openTestVault();
  [raised, other] = await Promise.all([person('林工程师'), person('王秘书')]);
});
afterEach(() => app.close());

async function person(name: string): Promise<string> {
  const { id } = await app.client.people.create({
    level: 'INTERNAL',
    fields: { ...EMPTY_PERSON_FIELDS, name },
    unitId: null,
  });
  return id;
}

async function linked(peopleIds: string[], category: 'KJ' | '' = '') {
  const { id, version } = await makeRecord(app.client, '试验记录', 'INTERNAL', { category });
  return app.client.records.edit({ id, version, changes: { peopleIds } });
}

async function raise(id: string): Promise<void> {
  const { version } = await app.client.people.get({ id });
  await app.client.confidentiality.change({
    id,
    version,
    level: 'TRADE_SECRET',
    term: 'P5Y',
    basis: '合作协议第七条',
    reason: 'VALUE_INCREASED',
    remark: '',
    personalInfo: true,
    approver: null,
  });
}

const page = { order: 'title', direction: 'asc', after: null, limit: 50 } as const;

describe('a record keeps its link to a person who was raised', () => {
  test('it is shown, found by and counted, with and without another filter', async () => {
    const record = await linked([raised, other], 'KJ');
    await makeRecord(app.client, '无关', 'INTERNAL', { category: 'KJ' });
    await raise(raised);
    const { people } = await app.client.records.get({ id: record.id });
    expect(people.map(({ id }) => id).sort()).toEqual([raised, other].sort());
    for (const query of [{ people: [raised] }, { people: [raised], categories: ['KJ' as const] }]) {
      const { rows } = await app.client.records.page({ query, ...page });
      expect(rows.map(({ id }) => id)).toEqual([record.id]);
      expect(await app.client.records.ids({ query })).toEqual({ ids: [record.id], more: false });
    }
    for (const query of [{}, { categories: ['KJ' as const] }, { text: '试验' }, { people: [raised] }]) {
      const facets = await app.client.records.facets({ query });
      expect(facets.people.find(({ value }) => value === raised)?.count, JSON.stringify(query)).toBe(1);
    }
  });

  test('other links are changed around it; it cannot be taken away from below, and says so', async () => {
    const record = await linked([raised]);
    await raise(raised);
    const changed = await app.client.records.edit({
      id: record.id,
      version: (await app.client.records.get({ id: record.id })).version,
      changes: { peopleIds: [raised, other] },
    });
    expect(changed.people.map(({ id }) => id).sort()).toEqual([raised, other].sort());
    const refusal = { rule: 'LINK_LIES_ABOVE', field: 'peopleIds', params: { title: '林工程师' } };
    await expect(
      app.client.records.edit({ id: record.id, version: changed.version, changes: { peopleIds: [other] } }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { problems: [refusal] } });
    const plain = await makeRecord(app.client, '另一件');
    const result = await app.client.records.editMany({
      ids: [record.id, plain.id],
      changes: { peopleIds: [other] },
    });
    expect(result).toMatchObject({ done: [plain.id], refused: [{ id: record.id, problems: [refusal] }] });
  });

  test('a person of a higher tier is not linked anew', async () => {
    await raise(raised);
    const record = await makeRecord(app.client, '试验记录');
    await expect(
      app.client.records.edit({ id: record.id, version: record.version, changes: { peopleIds: [raised] } }),
    ).rejects.toMatchObject({
      data: { problems: [{ rule: 'LINK_TARGET_MORE_CONFIDENTIAL', field: 'peopleIds' }] },
    });
  });
});
