import type { ItemKind } from '#shared/items.ts';
import { MEETING_SHAPE } from '../meetings/shape.ts';

/**
 * Rows that belong to an item and to nothing else, such as the qualifications of a unit. Their table has `id` as its primary
 * key and `owner`, a reference to the item that deletes them with it; they are kept in revisions, journalled, moved between
 * tiers and taken back together with their item.
 */
export type ChildShape = {
  /** Under this name they stand in the stored state. */
  name: string;
  table: string;
  owner: string;
  /** Beside `id` and `owner`. */
  columns: readonly string[];
  order: string;
};

/** How an item of a kind is stored beyond the spine. The order of columns does not matter: stored states are canonical. */
export type ItemShape = {
  table: string;
  columns: readonly string[];
  children?: readonly ChildShape[];
  /** The text that is found beside the title, one parameter: the id. Null: only the title is found. */
  search: string | null;
};

export const SHAPES: Record<ItemKind, ItemShape> = {
  record: {
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
  },
  person: {
    table: 'person',
    columns: ['position', 'phone', 'email', 'note'],
    search: `select position || char(10) || phone || char(10) || email || char(10) || note from person where id = ?`,
  },
  unit: {
    table: 'unit',
    columns: ['short_name', 'role', 'note'],
    search: `select short_name || char(10) || note from unit where id = ?`,
  },
  project: {
    table: 'project',
    columns: ['code', 'started_on', 'ended_on', 'note'],
    search: `select code || char(10) || note from project where id = ?`,
  },
  agreement: {
    table: 'agreement',
    columns: ['type', 'unit_name', 'signed_on', 'valid_from', 'valid_to', 'confidentiality', 'note'],
    search: `select unit_name || char(10) || note from agreement where id = ?`,
  },
  contact: { table: 'contact', columns: ['card', 'fingerprint', 'verified_at'], search: null },
  meeting: MEETING_SHAPE,
};
