/** Rows of one page. Every page but the last is full. */
export const PAGE_SIZE = 200;

/**
 * Where the pages of an ordered list begin. The service names the place of the next page only with each page, so the
 * directory grows from the front; what it has learned lets a page be read again without those before it.
 */
export type PageDirectory = {
  /** `starts[i]` is the cursor after which page i begins; null for the first page. */
  readonly starts: (string | null)[];
  /** How many rows the list has, once its last page was seen. */
  length: number | null;
};

export function newPageDirectory(): PageDirectory {
  return { starts: [null], length: null };
}

/**
 * Takes in what page `page` said. Saying the same again changes nothing; another end than before means that rows came
 * or went, and what was known of the pages behind is forgotten.
 */
export function learnPage(
  directory: PageDirectory,
  page: number,
  { rows, after }: { rows: readonly unknown[]; after: string | null },
): void {
  if (page >= directory.starts.length) return;
  if (after === null) {
    directory.starts.length = page + 1;
    directory.length = page * PAGE_SIZE + rows.length;
    return;
  }
  if (directory.starts[page + 1] === after) return;
  directory.starts.length = page + 1;
  directory.starts.push(after);
  directory.length = null;
}

/** The cursor a page begins after; undefined where the way there is not known yet. */
export function startOf(directory: PageDirectory, page: number): string | null | undefined {
  return directory.starts[page];
}

/**
 * The pages to hold for the rows from `first` to `last` (inclusive): theirs, as far as known, and else the
 * last known one, whose end leads further.
 */
export function pagesFor(directory: PageDirectory, first: number, last: number): number[] {
  const known = directory.starts.length - 1;
  const from = Math.min(Math.max(0, Math.floor(first / PAGE_SIZE)), known);
  const to = Math.min(Math.max(0, Math.floor(last / PAGE_SIZE)), known);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Rows the list has for sure: all behind the last page known to begin count as one full page until it was read. */
export function lengthOf(directory: PageDirectory, counted: number | undefined): number {
  if (directory.length !== null) return directory.length;
  const begun = directory.starts.length * PAGE_SIZE;
  return counted === undefined ? begun : Math.max(counted, begun - PAGE_SIZE + 1);
}
