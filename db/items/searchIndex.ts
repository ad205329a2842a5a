import type { Id } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import { pinyinTokens } from '#shared/search/pinyinTokens.ts';
import { indexText } from '#shared/search/tokenise.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';

/** Columns of each kind whose text is found, beside the title. */
const BODY: Record<ItemKind, string | null> = {
  record: `select coalesce(ref_code, '') || char(10) || responsible || char(10) || doc_no || char(10) || place || char(10) ||
     original_place || char(10) || description || char(10) || keywords || char(10) || coalesce(doc_date, '') || char(10) ||
     coalesce((select group_concat(name, char(10)) from file where item_id = record.id and removed_at is null), '')
     from record where id = ?`,
  person: `select position || char(10) || phone || char(10) || email || char(10) || note from person where id = ?`,
  unit: `select short_name || char(10) || note from unit where id = ?`,
  project: `select code || char(10) || note from project where id = ?`,
  agreement: `select unit_name || char(10) || note from agreement where id = ?`,
  contact: null,
};

/** The text of an item that search looks into, as stored; snippets are cut from the same text. */
export function searchBody(tier: TierFile, kind: ItemKind, id: Id): string {
  const sql = BODY[kind];
  if (!sql) return '';
  return String(prepared(tier, sql).pluck().get(id) ?? '');
}

/** Renews the search entry of one item, or takes it out where the item is not to be found. */
export function indexItem(tier: TierFile, id: Id): void {
  const row = prepared(tier, 'select no, kind, title, state from item where id = ?').get(id) as
    | { no: number; kind: ItemKind; title: string; state: string }
    | undefined;
  if (!row) return;
  prepared(tier, 'delete from search where rowid = ?').run(row.no);
  if (row.state !== 'ACTIVE') return;
  prepared(tier, 'insert into search (rowid, title, body, py) values (?, ?, ?, ?)').run(
    row.no,
    indexText(row.title),
    indexText(searchBody(tier, row.kind, id)),
    pinyinTokens(row.title, row.kind === 'person'),
  );
}
