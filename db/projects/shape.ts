import type { ItemShape } from '../items/shapeType.ts';

export const projectShape: ItemShape = {
  table: 'project',
  columns: ['code', 'started_on', 'ended_on', 'note'],
  search: `select code || char(10) || note from project where id = ?`,
};
