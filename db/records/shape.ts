import type { ItemShape } from '../items/shapeType.ts';

export const recordShape: ItemShape = {
  table: 'record',
  columns: [
    'stage',
    'ref_code',
    'doc_date',
    'year',
    'responsible',
    'doc_no',
    'category',
    'subcategory',
    'retention',
    'dept',
    'original_form',
    'original_place',
    'place',
    'description',
    'keywords',
    'language',
  ],
  search: `select coalesce(ref_code, '') || char(10) || responsible || char(10) || doc_no || char(10) || place || char(10) ||
     original_place || char(10) || description || char(10) || keywords || char(10) || coalesce(doc_date, '') || char(10) ||
     coalesce((select group_concat(name, char(10)) from file where item_id = record.id and removed_at is null), '')
     from record where id = ?`,
};
