import type { Id } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import { pinyinTokens } from '#shared/search/pinyinTokens.ts';
import { indexText } from '#shared/search/tokenise.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { SHAPES } from './shapes.ts';

/** The text of an item that search looks into, as stored; snippets are cut from the same text. */
export function searchBody(tier: TierFile, kind: ItemKind, id: Id): string {
  const sql = SHAPES[kind].search;
  if (sql === null) return '';
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
