import type { ItemShape } from '../items/shapeType.ts';

export const agreementShape: ItemShape = {
  table: 'agreement',
  columns: ['type', 'unit_name', 'signed_on', 'valid_from', 'valid_to', 'confidentiality', 'note'],
  search: `select unit_name || char(10) || note from agreement where id = ?`,
};
