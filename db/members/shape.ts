import type { ItemShape } from '../items/shapeType.ts';

export const unitShape: ItemShape = {
  table: 'unit',
  columns: ['short_name', 'role', 'note'],
  search: `select short_name || char(10) || note from unit where id = ?`,
};
