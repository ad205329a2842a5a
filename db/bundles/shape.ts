import type { ItemShape } from '../items/shapeType.ts';

export const contactShape: ItemShape = {
  table: 'contact',
  columns: ['card', 'fingerprint', 'verified_at'],
  search: null,
};
