import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, describe, expect, test } from 'vitest';
import { closeTier, createTier } from '#db/open.ts';
import * as schema from '#db/schema.ts';
import { newId } from '#shared/ids.ts';

/** The migrations make the tables and the typed tables read them: two spellings of one fact, held together here. */
const folder = mkdtempSync(join(tmpdir(), 'mengbu-schema-'));
const tier = createTier(join(folder, 'register.db'), 'register', new Uint8Array(32).fill(5), newId());
const tables = Object.values(schema).filter((value) => is(value, SQLiteTable)) as SQLiteTable[];

describe('the typed tables', () => {
  test.each(tables.map((table) => getTableConfig(table)))(
    '$name has the columns of the file',
    ({ name, columns }) => {
      const stored = tier.sqlite.pragma(`table_info("${name}")`) as {
        name: string;
        notnull: number;
        pk: number;
      }[];
      const shape = (column: string, required: boolean) => `${column}${required ? ' not null' : ''}`;
      expect(columns.map((column) => shape(column.name, column.notNull)).sort()).toEqual(
        stored.map((column) => shape(column.name, column.notnull === 1 || column.pk > 0)).sort(),
      );
    },
  );
});

afterAll(() => {
  closeTier(tier);
  rmSync(folder, { recursive: true });
});
