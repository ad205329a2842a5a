import type { Level } from '#shared/confidentiality/levels.ts';
import type { Term } from '#shared/confidentiality/terms.ts';
import type { ItemHead } from '#shared/items.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import type { SheetColumn } from '../../sheets/sheet.ts';
import type { UnlockedContext } from '../context.ts';

export type ListRow = {
  level: Level;
  /** null: it has none of its own. */
  term: Term;
  mark: string;
  cells: readonly (string | number | null)[];
};

/** A list as it goes into a workbook; level and mark are added as its last columns. */
export type List = { title: string; columns: readonly SheetColumn[]; rows: ListRow[] };

/** What a list is made of: the answers the screens get, in the words of the reader's language. */
export type ListMaker<Choice> = (context: UnlockedContext, choice: Choice, t: Catalogue) => Promise<List>;

export function rowOf(item: ItemHead, cells: ListRow['cells']): ListRow {
  return { level: item.level, term: item.term, mark: item.mark, cells };
}

export function textColumn(title: string, width: number): SheetColumn {
  return { title, width, type: 'TEXT' };
}

export function numberColumn(title: string): SheetColumn {
  return { title, width: 9, type: 'NUMBER' };
}

export function dateColumn(title: string): SheetColumn {
  return { title, width: 12, type: 'DATE' };
}

/** A moment on this machine's clock, to the minute. */
export function instantCell(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
