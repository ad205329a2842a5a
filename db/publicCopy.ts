import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Id } from '#shared/ids.ts';
import { indexItem } from './items/searchIndex.ts';
import { SHAPES } from './items/shapes.ts';
import { migrate } from './migrate.ts';
import { allMigrations, type TierFile } from './open.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';

/** In the order in which rows may refer to each other; `kept` says which rows of the register go along. */
const PUBLIC = `(select id from item where level = 'PUBLIC' and state = 'ACTIVE')`;
const BEFORE_NOUNS: readonly [table: string, kept: string][] = [
  ['meta', `key in ('vault', 'tier', 'settings')`],
  ['item', `id in ${PUBLIC}`],
];
const AFTER_NOUNS: readonly [table: string, kept: string][] = [
  ['link', `from_id in ${PUBLIC} and to_id in ${PUBLIC}`],
  [
    'blob',
    `no in (select blob from file where item_id in ${PUBLIC} union select thumbnail from file where item_id in ${PUBLIC}
       union select preview from file where item_id in ${PUBLIC})`,
  ],
  ['file', `item_id in ${PUBLIC} and removed_at is null`],
];

/**
 * What is no visitor's business although the person or unit is 公开: how to reach somebody (personal information), remarks, and
 * what was found out or decided about a member.
 */
const NOT_FOR_VISITORS = [
  `update person set phone = '', email = '', note = ''`,
  `update unit set contact_name = '', contact_phone = '', contact_email = '', note = ''`,
  ...['contribution', 'credit_check', 'annual_review', 'measure_step', 'measure'].map(
    (rows) => `delete from ${rows}`,
  ),
];

/**
 * A tier in memory that holds what is 公开 in the register at this moment and nothing else: items with their rows, the links
 * among them, their files' names and places, less what is no visitor's business. No query on it can find, count or name anything above.
 */
export function copyPublic(register: TierFile): TierFile {
  const sqlite = new Database(':memory:');
  migrate(sqlite, allMigrations(), () => undefined);
  const copy: TierFile = {
    tier: register.tier,
    file: ':memory:',
    sqlite,
    orm: drizzle({ client: sqlite, schema }),
  };
  const nouns = Object.values(SHAPES).flatMap(({ table, children = [] }): [string, string][] => [
    [table, `id in ${PUBLIC}`],
    ...children.map((child): [string, string] => [child.table, `${child.owner} in ${PUBLIC}`]),
  ]);
  sqlite.transaction(() => {
    for (const [table, kept] of [...BEFORE_NOUNS, ...nouns, ...AFTER_NOUNS])
      copyRows(register, copy, table, kept);
    for (const sql of NOT_FOR_VISITORS) sqlite.exec(sql);
    for (const id of prepared(copy, 'select id from item').pluck().all() as Id[]) indexItem(copy, id);
  })();
  return copy;
}

function copyRows(from: TierFile, to: TierFile, table: string, kept: string): void {
  const rows = prepared(from, `select * from ${table} where ${kept}`).all() as Record<string, unknown>[];
  for (const row of rows) {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?').join(', ');
    prepared(to, `insert or replace into ${table} (${columns.join(', ')}) values (${marks})`).run(
      ...Object.values(row),
    );
  }
}

/** Whether these bytes are of something in the tier. */
export function holdsBlob(tier: TierFile, no: number): boolean {
  return prepared(tier, 'select 1 from blob where no = ?').get(no) !== undefined;
}
