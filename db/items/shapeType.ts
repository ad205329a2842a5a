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

/** Columns of a citation: which file of which record, by its bytes. */
export const EVIDENCE = ['record_id', 'file_id', 'sha256'] as const;
