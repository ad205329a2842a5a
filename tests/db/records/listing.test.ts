import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TierFile } from '#db/open.ts';
import type { Place } from '#db/paging.ts';
import { facetsOfRecords } from '#db/records/facets.ts';
import { pageOfRecords, recordIds } from '#db/records/listing.ts';
import { all } from '#db/tiers.ts';
import type { OpenVault } from '#electron/vault/session.ts';
import { CATEGORIES } from '#shared/records/category.ts';
import { RECORD_ORDERS, type RecordOrder, type RecordQuery } from '#shared/records/query.ts';
import { RETENTIONS } from '#shared/records/retention.ts';
import { fillVault } from '../../bench/fillVault.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';

/** Lists and counts go ways of their own to be fast: they must give what filtering and sorting all records gives. */
type Row = {
  id: string;
  state: string;
  title: string;
  year: number | null;
  category: string;
  level: string;
  stage: string;
  retention: string;
  updated: number;
  created: number;
  date: string | null;
  refCode: string | null;
  sortKey: string;
};

let app: TestApp;
let vault: OpenVault;
let rows: Row[];
let links: { id: string; role: string; to: string }[];

beforeAll(async () => {
  app = await openTestVault();
  if (!app.app.vault) throw new Error('no vault');
  vault = app.app.vault;
  await fillVault(vault, 400);
  const some = recordIds(vault.tiers, {}, 400);
  await app.client.records.remove({ ids: some.filter((_, index) => index % 9 === 0), reason: '重复' });
  await app.client.records.restore({ ids: some.filter((_, index) => index % 27 === 0) });
  await app.client.records.editMany({
    ids: some.filter((_, index) => index % 7 === 1),
    changes: { year: 2019, category: 'MT', docDate: '2019-05' },
  });
  await app.client.records.editMany({
    ids: some.filter((_, index) => index % 40 === 1),
    changes: { year: null },
  });
  const [project] = await app.client.projects.list({ text: '' });
  await app.client.records.editMany({
    ids: some.filter((_, index) => index % 5 === 1),
    changes: { projectId: project?.id ?? null },
  });
  const raised = await app.client.records.get({ id: some[1] ?? '' });
  await app.client.confidentiality.change({
    id: raised.id,
    version: raised.version,
    level: 'CORE_TRADE_SECRET',
    term: 'P10Y',
    basis: '合作协议第七条',
    reason: 'VALUE_INCREASED',
    remark: '',
    personalInfo: false,
    approver: null,
  });
  rows = all(vault.tiers, truth);
  links = all(
    vault.tiers,
    (tier) =>
      tier.sqlite.prepare('select from_id as id, role, to_id as "to" from link').all() as typeof links,
  );
}, 120_000);
afterAll(() => app.close());

function truth(tier: TierFile): Row[] {
  return tier.sqlite
    .prepare(
      `select i.id, i.state, i.title, r.year, r.category, i.level, r.stage, r.retention, i.updated_at as updated, i.created_at as created,
       r.doc_date as date, r.ref_code as refCode, i.sort_key as sortKey from item i join record r on r.id = i.id`,
    )
    .all() as Row[];
}

test('what lists read is what the records hold, after edits, removals and a move between tiers', () => {
  for (const tier of vault.tiers.values()) {
    const read = (sql: string) => tier.sqlite.prepare(sql).all();
    expect(read('select * from record_listing order by no')).toEqual(
      read(`select i.no, i.id, i.state, i.level, r.stage, r.year, r.category, r.retention, r.doc_date, r.ref_code
            from item i join record r on r.id = i.id order by i.no`),
    );
    expect(read('select * from record_tally order by 1, 2, 3, 4, 5, 6')).toEqual(
      read(`select i.state, ifnull(r.year, 0) as year, r.category, i.level, r.stage, r.retention, count(*) as n
            from item i join record r on r.id = i.id group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`),
    );
    expect(read('select * from link_tally order by 1, 2')).toEqual(
      read('select to_id, role, count(*) as n from link group by 1, 2 order by 1, 2'),
    );
  }
  expect(rows.some(({ state }) => state === 'REMOVED')).toBe(true);
});

describe('any query', () => {
  const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
  const filters = fc.record({
    years: some([2005, 2012, 2019, 2020]),
    categories: some(['WS', 'MT', ...CATEGORIES.slice(1, 9)] as const),
    levels: some(['PUBLIC', 'INTERNAL', 'TRADE_SECRET', 'CORE_TRADE_SECRET'] as const),
    stages: some(['DRAFT', 'ARCHIVED'] as const),
    retentions: some(RETENTIONS),
    projects: fc.constantFrom(1, 2),
    people: fc.constantFrom(1, 20),
    text: fc.constantFrom('研究', '照片', '肿瘤', '的', '没有这样的词'),
    removed: fc.constant(true),
  });
  type Filters = typeof filters extends fc.Arbitrary<infer T> ? T : never;
  const names = fc.subarray(
    [
      'years',
      'categories',
      'levels',
      'stages',
      'retentions',
      'projects',
      'people',
      'text',
      'removed',
    ] satisfies (keyof Filters)[],
    { maxLength: 3 },
  );
  const query = fc.tuple(filters, names);

  test('pages through exactly the records that fit, in order', () => {
    fc.assert(
      fc.property(
        query,
        fc.constantFrom(...RECORD_ORDERS),
        fc.constantFrom('asc' as const, 'desc' as const),
        fc.constantFrom(1, 3, 50, 500),
        (given, by, direction, limit) => {
          const asked = queryOf(given);
          const paged: string[] = [];
          for (let after: Place | null = null, turn = 0; turn < 25; turn++) {
            const page = pageOfRecords(vault.tiers, asked, { by, direction }, after, limit);
            paged.push(...page.rows.map(({ id }) => id));
            after = page.after;
            if (after === null) break;
          }
          const expected = fitting(asked).sort((a, b) => compare(a, b, by, direction));
          expect(paged).toEqual(expected.slice(0, limit * 25).map(({ id }) => id));
          expect(new Set(recordIds(vault.tiers, asked, 1000))).toEqual(new Set(expected.map(({ id }) => id)));
        },
      ),
      { numRuns: 600 },
    );
  });

  test('counts and spreads exactly the records that fit', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (given) => {
        const asked = queryOf(given);
        const facets = await facetsOfRecords(vault.tiers, asked, async () => undefined);
        const expected = fitting(asked);
        expect(facets.total).toBe(expected.length);
        for (const name of ['year', 'category', 'level', 'stage'] as const) {
          expect(asMap(facets[name]), name).toEqual(countsOf(expected.map((row) => row[name])));
        }
        const ids = new Set(expected.map(({ id }) => id));
        for (const role of ['PROJECT', 'PERSON'] as const) {
          const linked = links.filter((link) => link.role === role && ids.has(link.id)).map(({ to }) => to);
          expect(asMap(facets[role]), role).toEqual(countsOf(linked));
        }
      }),
      { numRuns: 400 },
    );
  });

  /** Only the filters named; of projects and people those with most links. */
  function queryOf([given, named]: [Filters, (keyof Filters)[]]): RecordQuery {
    const { projects, people, ...plain } = given;
    const all = { ...plain, projects: busiest('PROJECT', projects), people: busiest('PERSON', people) };
    return Object.fromEntries(named.map((name) => [name, all[name]]));
  }

  function busiest(role: string, count: number): string[] {
    const counts = countsOf(links.filter((link) => link.role === role).map(({ to }) => to));
    const order = [...counts].sort(([, a], [, b]) => b - a);
    return order.slice(0, count).map(([to]) => to);
  }
});

function fitting(asked: RecordQuery): Row[] {
  const among = <T>(list: readonly T[] | undefined, value: T | null) =>
    !list || list.length === 0 || list.some((each) => each === value);
  return rows.filter(
    (row) =>
      row.state === (asked.removed ? 'REMOVED' : 'ACTIVE') &&
      among<number>(asked.years, row.year) &&
      among<string>(asked.categories, row.category) &&
      among<string>(asked.levels, row.level) &&
      among<string>(asked.stages, row.stage) &&
      among<string>(asked.retentions, row.retention) &&
      linked(asked.projects, row) &&
      linked(asked.people, row) &&
      (asked.text === undefined || found(asked.text).has(row.id)),
  );
}

function linked(to: readonly string[] | undefined, { id }: Row): boolean {
  return to === undefined || links.some((link) => link.id === id && to.includes(link.to));
}

const foundBefore = new Map<string, Set<string>>();
/** The full-text index alone, without the lists. */
function found(text: string): Set<string> {
  const known = foundBefore.get(text);
  if (known) return known;
  const ids = all(
    vault.tiers,
    (tier) =>
      tier.sqlite
        .prepare('select id from item where no in (select rowid from search where search match ?)')
        .pluck()
        .all(`"${Array.from(text).join(' ')}"`) as string[],
  );
  foundBefore.set(text, new Set(ids));
  return new Set(ids);
}

function compare(a: Row, b: Row, by: RecordOrder, direction: 'asc' | 'desc'): number {
  const value = (row: Row) => (by === 'title' ? row.sortKey : row[by]);
  const [x, y] = [value(a), value(b)];
  const sign = direction === 'asc' ? 1 : -1;
  if (x === y) return sign * bytes(a.id, b.id);
  if (x === null || y === null) return x === null ? 1 : -1;
  return sign * (typeof x === 'number' ? x - Number(y) : bytes(x, String(y)));
}

function bytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function asMap(counts: readonly { value: string; count: number }[]): Map<string, number> {
  return new Map(counts.map(({ value, count }) => [value, count]));
}

function countsOf(values: readonly (string | number | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value !== null && value !== '') counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  }
  return counts;
}
