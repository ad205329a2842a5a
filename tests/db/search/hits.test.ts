import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertItem } from '#db/items/queries.ts';
import type { TierFile } from '#db/open.ts';
import { insertRecord } from '#db/records/writes.ts';
import { findHits, RANKED_HITS } from '#db/search/queries.ts';
import { write } from '#db/write.ts';
import type { OpenVault } from '#electron/vault/session.ts';
import { newId } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import { parseQuery } from '#shared/search/query.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';

/** Few hits are found in one query, many by several: both must give what the index holds. */
let app: TestApp;
let vault: OpenVault;
let tier: TierFile;

beforeAll(async () => {
  app = await openTestVault();
  if (!app.app.vault) throw new Error('no vault');
  vault = app.app.vault;
  tier = vault.register;
  const rare = (index: number) => (index % 40 === 0 ? '罕见' : '');
  add('record', 900, (index) => `共用词${rare(index)}第${index}号${'附件'.repeat(index % 7)}`);
  add('person', 30, (index) => `共用词${rare(index)}甲${index}`);
  add('record', 100, (index) => `另外一件${index}`);
});
afterAll(() => app.close());

function add(kind: 'record' | 'person', count: number, title: (index: number) => string): void {
  write(tier, vault.writer, { verb: `${kind}.create` }, (tx) => {
    for (let index = 0; index < count; index++) {
      const id = newId();
      const spine = {
        level: 'INTERNAL',
        term: 'P3Y',
        levelFrom: null,
        basis: '',
        personalInfo: false,
      } as const;
      insertItem(tx, { ...spine, id, kind, title: title(index) });
      if (kind === 'record') insertRecord(tx, id, {});
      else tx.tier.sqlite.prepare('insert into person (id) values (?)').run(id);
    }
  });
}

/** Straight from the index and the items. */
function truth(match: string): { kind: ItemKind; id: string }[] {
  return tier.sqlite
    .prepare(
      `select i.kind, i.id from search s join item i on i.no = s.rowid where search match ? and i.state = 'ACTIVE'
       order by bm25(search, 8.0, 1.0, 4.0), i.no desc`,
    )
    .all(match) as { kind: ItemKind; id: string }[];
}

test.each(['共用词', '罕见', '另外一件', 'gyc', '没有'])('%j is counted and ranked by kind', async (text) => {
  const match = parseQuery(text)?.match ?? '';
  for (const removed of [false, true]) {
    if (removed) {
      const first = truth(match).filter(({ kind }) => kind === 'record');
      const ids = first.slice(0, 3).map(({ id }) => id);
      if (ids.length > 0) await app.client.records.remove({ ids, reason: '' });
    }
    const expected = truth(match);
    const { counts, best } = findHits(tier, match);
    for (const kind of ['record', 'person'] as const) {
      const own = expected.filter((hit) => hit.kind === kind).map(({ id }) => id);
      expect(counts.get(kind) ?? 0, kind).toBe(own.length);
      expect(
        best(kind, true, 25).map(({ id }) => id),
        kind,
      ).toEqual(own.slice(0, 25));
    }
  }
});

test('beyond what is ranked the newest come first', () => {
  const match = parseQuery('共用词')?.match ?? '';
  const newest = tier.sqlite
    .prepare(
      `select id from item where kind = 'record' and state = 'ACTIVE' and title like '共用词%' order by no desc limit 10`,
    )
    .pluck()
    .all();
  expect(
    findHits(tier, match)
      .best('record', false, 10)
      .map(({ id }) => id),
  ).toEqual(newest);
  expect(RANKED_HITS).toBe(10_000);
});

test('the service gives every kind with its count, and marks what was found', async () => {
  const { groups } = await app.client.search.find({ text: '罕见', limit: 5 });
  expect(groups.map(({ kind, count, more }) => ({ kind, count, more }))).toEqual([
    { kind: 'record', count: truth('"罕 见"').filter(({ kind }) => kind === 'record').length, more: false },
    { kind: 'person', count: 1, more: false },
  ]);
  expect(groups[0]?.hits).toHaveLength(5);
  for (const hit of groups[0]?.hits ?? []) {
    expect(hit.title.find((segment) => segment.hit)?.text).toBe('罕见');
  }
  const people = await app.client.search.find({ text: '共用词', kind: 'person', limit: 200 });
  expect(people.groups.map(({ kind, count, hits }) => [kind, count, hits.length])).toEqual([
    ['person', 30, 30],
  ]);
});
