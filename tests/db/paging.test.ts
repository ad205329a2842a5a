import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeTier, createTier, type TierFile } from '#db/open.ts';
import { type OrderColumn, type PageQuery, type Place, page, placeOf } from '#db/paging.ts';
import type { Tier } from '#shared/confidentiality/levels.ts';
import { newId } from '#shared/ids.ts';

/** Paging over three tiers must equal paging over one big sorted list, whatever the order, the nulls and the page size. */
const folder = mkdtempSync(join(tmpdir(), 'mengbu-paging-'));
const tiers = new Map<Tier, TierFile>();

beforeAll(() => {
  for (const tier of ['register', 'secret', 'core'] as const) {
    const file = createTier(join(folder, `${tier}.db`), tier, new Uint8Array(32).fill(9), newId());
    file.sqlite.exec('create table thing (id text primary key, a text, b integer)');
    tiers.set(tier, file);
  }
});
afterAll(() => {
  for (const tier of tiers.values()) closeTier(tier);
  rmSync(folder, { recursive: true });
});

type Thing = { id: string; a: string | null; b: number | null };
// '𠀀' lies above 'ﬀ' in bytes and below it in UTF-16 units: the trap of comparing strings in JavaScript.
const text = fc.option(fc.constantFrom('', 'a', 'b', '肿', '瘤', 'ﬀ', '𠀀', 'Ａ'));
const things = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    a: text,
    b: fc.option(fc.integer({ min: 0, max: 3 })),
    tier: fc.integer({ min: 0, max: 2 }),
  }),
  { selector: (thing) => thing.id, maxLength: 40 },
);
const direction = fc.constantFrom('asc' as const, 'desc' as const);
const order = fc
  .tuple(fc.subarray(['a', 'b'] as const, { minLength: 1 }), direction, direction)
  .map(([names, first, second]) =>
    names.map((name, index): OrderColumn => ({ sql: name, name, direction: index === 0 ? first : second })),
  );

test('pages over three tiers are the pages of one list', () => {
  fc.assert(
    fc.property(things, order, fc.integer({ min: 1, max: 9 }), (rows, columns, limit) => {
      fill(rows);
      const id: OrderColumn = { sql: 'id', name: 'id', direction: columns[0]?.direction ?? 'asc' };
      const query: PageQuery = {
        select: 'select id, a, b from thing',
        where: '',
        params: [],
        order: columns,
        id,
      };
      const paged: string[] = [];
      for (let after: Place | null = null; ; ) {
        const found: Thing[] = page<Thing>(tiers, () => query, query, after, limit);
        paged.push(...found.map((row) => row.id));
        const last = found.at(-1);
        if (!last || found.length < limit) break;
        after = placeOf(last, query);
      }
      expect(paged).toEqual([...rows].sort((x, y) => compare(x, y, [...columns, id])).map((row) => row.id));
    }),
    { numRuns: 300 },
  );
});

function fill(rows: (Thing & { tier: number })[]): void {
  [...tiers.values()].forEach((tier, index) => {
    tier.sqlite.exec('delete from thing');
    const insert = tier.sqlite.prepare('insert into thing (id, a, b) values (?, ?, ?)');
    for (const row of rows.filter((each) => each.tier === index)) insert.run(row.id, row.a, row.b);
  });
}

function compare(x: Thing, y: Thing, columns: OrderColumn[]): number {
  for (const { name, direction } of columns) {
    const [a, b] = [x[name as keyof Thing], y[name as keyof Thing]];
    if (a === b) continue;
    if (a === null) return 1;
    if (b === null) return -1;
    const order =
      typeof a === 'string' ? Buffer.compare(Buffer.from(a), Buffer.from(String(b))) : a - Number(b);
    if (order !== 0) return direction === 'asc' ? order : -order;
  }
  return 0;
}
