import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { RecordRow } from '#shared/records/contract.ts';
import { api } from '../../../api.ts';
import { learnPage, lengthOf, PAGE_SIZE, type PageDirectory, pagesFor, startOf } from './pageDirectory.ts';
import { type Side, sideOf, splitRange } from './sides.ts';
import { type ArchiveView, directoryOf } from './views.ts';

type Search = Pick<ArchiveView, 'query' | 'order' | 'direction'>;
type ReadPage = { rows: RecordRow[]; after: string | null };

/** The addresses of the pictures in a page are good for some minutes; after these it is read anew. */
const ADDRESSES_KEPT_MS = 10 * 60_000;
/** Rows a range may span: no deed touches more. */
const WIDEST_RANGE = 10_000;
/** Orders whose values are never empty read the same from behind; empty values come last in either direction. */
const MIRRORED: readonly Search['order'][] = ['created', 'updated', 'title'];

/**
 * The rows of a view, page by page as they come into sight. Only pages in sight are held and read again when something
 * changed. The service gives the way to a page only with the page before it, so a far page is walked to: from the start, or
 * for rows of the second half from the end.
 *
 * @param viewId the view whose rows these are
 * @param first index of the first row in sight
 * @param last index of the last row in sight
 */
export function useRecordPages(viewId: string, search: Search, first: number, last: number) {
  const queries = useQueryClient();
  const facets = useQuery({
    ...api.records.facets.queryOptions({ input: { query: search.query } }),
    placeholderData: (before) => before,
  });
  const counted = facets.isPlaceholderData ? undefined : facets.data?.total;
  const total = MIRRORED.includes(search.order) ? counted : undefined;
  const cached = (side: Side, page: number): ReadPage | undefined => {
    const options = pageOptions(search, side, directoryOf(viewId, side), page);
    return options === null ? undefined : queries.getQueryData(options.queryKey);
  };
  const wanted = splitRange(first, last, total).flatMap(({ side, from, to }) => {
    const directory = directoryOf(viewId, side);
    walk(directory, from, to, (page) => cached(side, page));
    return pagesFor(directory, from, to).map((page) => ({ side, page }));
  });
  const results = useQueries({
    queries: wanted.flatMap(
      ({ side, page }) => pageOptions(search, side, directoryOf(viewId, side), page) ?? [],
    ),
  });
  const held = new Map(wanted.map(({ side, page }, at) => [`${side} ${page}`, results[at]?.data?.rows]));
  const forward = directoryOf(viewId, 'start');
  const error = results.find((result) => result.error !== null)?.error ?? null;
  // Where the count says that there is nothing, no page is asked for at all.
  const isRead =
    forward.starts.length > 1 ||
    forward.length !== null ||
    counted === 0 ||
    (total !== undefined && results.some(({ data }) => data !== undefined));
  const now = {
    facets: facets.data,
    counted,
    length: isRead ? (total ?? lengthOf(forward, counted)) : 0,
    isEmpty: forward.length === 0 || counted === 0,
    error,
    rowAt(index: number): RecordRow | undefined {
      const { side, at } = sideOf(index, total);
      return held.get(`${side} ${Math.floor(at / PAGE_SIZE)}`)?.[at % PAGE_SIZE];
    },
    /** Ids of the rows from one index to another, at most 10,000; pages that are gone from memory are read again. */
    async idsBetween(from: number, to: number): Promise<string[]> {
      const ids: string[] = [];
      for (let index = from; index <= to && ids.length < WIDEST_RANGE; index += 1) {
        const { side, at } = sideOf(index, total);
        const page = Math.floor(at / PAGE_SIZE);
        const options = pageOptions(search, side, directoryOf(viewId, side), page);
        if (options === null) break;
        const read: ReadPage = cached(side, page) ?? (await queries.ensureQueryData(options));
        const row = read.rows[at % PAGE_SIZE];
        if (row === undefined) break;
        ids.push(row.id);
      }
      return ids;
    },
  };
  return useLastRead(now, isRead || error !== null);
}
export type RecordPages = ReturnType<typeof useRecordPages>;

/** While the first page of another search is on its way the rows before stay in sight, so that typing does not flicker. */
function useLastRead<Pages>(now: Pages, isRead: boolean): Pages {
  const before = useRef<Pages>(now);
  if (isRead) before.current = now;
  return before.current;
}

/** Follows the pages that are in memory towards row `last`, so that each page that comes leads straight to the next. */
function walk(
  directory: PageDirectory,
  first: number,
  last: number,
  cached: (page: number) => ReadPage | undefined,
): void {
  for (const page of pagesFor(directory, first, last)) {
    const data = cached(page);
    if (data !== undefined) learnPage(directory, page, data);
  }
  for (let known = directory.starts.length; known <= Math.floor(last / PAGE_SIZE) + 1; known += 1) {
    const data = directory.length === null ? cached(known - 1) : undefined;
    if (data === undefined) return;
    learnPage(directory, known - 1, data);
  }
}

function pageOptions(
  { query, order, direction }: Search,
  side: Side,
  directory: PageDirectory,
  page: number,
) {
  const after = startOf(directory, page);
  if (after === undefined) return null;
  const flipped = direction === 'asc' ? 'desc' : 'asc';
  return api.records.page.queryOptions({
    input: { query, order, direction: side === 'start' ? direction : flipped, after, limit: PAGE_SIZE },
    staleTime: ADDRESSES_KEPT_MS,
    refetchInterval: ADDRESSES_KEPT_MS,
  });
}
