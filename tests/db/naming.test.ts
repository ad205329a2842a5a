import { expect, test } from 'vitest';
import { SHAPES } from '#db/items/shapes.ts';
import { NAMING_COLUMNS } from '#db/items/undo.ts';

/** They look as if they named an item, and name a row of one, a file or a user. */
const NO_ITEMS = [
  'charter_version_id',
  'column_id',
  'decision_id',
  'file_id',
  'measure_id',
  'user_id',
  'version_id',
];

test('an undo looks at every column in which an item names another', () => {
  const columns = Object.values(SHAPES).flatMap(({ columns, children = [] }) => [
    ...columns,
    ...children.flatMap((child) => child.columns),
  ]);
  const naming = new Set(columns.filter((column) => /_(id|record)$/.test(column)));
  expect([...naming].sort()).toEqual([...NAMING_COLUMNS, ...NO_ITEMS].sort());
});
