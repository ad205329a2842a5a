import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RecordRow } from '#shared/records/contract.ts';
import { api } from '../../../api.ts';
import { learnPage, lengthOf, PAGE_SIZE, type PageDirectory, pagesFor, startOf } from './pageDirectory.ts';
import { type ArchiveView, directoryOf } from './views.ts';

type Search = Pick<ArchiveView, 'query' | 'order' | 'direction'>;

/** The addresses of the pictures in a page are good for some minutes; after these it is read anew. */
const ADDRESSES_KEPT_MS = 10 * 60_000;

/**
 * The rows of a view, page by page as they come into sight. Only pages in sight are held and read again when something
 * changed; the way to a far page is walked from the nearest one known.
 *
 * @param viewId the view whose rows these are
 * @param first index of the first row in sight
 * @param last index of the last row in sight
 */
export function useRecordPages(viewId: string, search: Search, first: number, last: number) {
  const queries = useQueryClient();
  const directory = directoryOf(viewId);
  const facets = useQuery({
    ...api.records.facets.queryOptions({ input: { query: search.query } }),
    placeholderData: (before) => before,
  });
  const cached = (page: number) => {
    const options = pageOptions(search, directory, page);
    return options === null ? undefined : queries.getQueryData(options.queryKey);
  };
  walk(directory, first, last, cached);
  const pages = pagesFor(directory, first, last);
  const results = useQueries({
    queries: pages.flatMap((page) => pageOptions(search, directory, page) ?? []),
  });
  const held = new Map(pages.map((page, index) => [page, results[index]?.data?.rows]));
  const counted = facets.isPlaceholderData ? undefined : facets.data?.total;
  const error = results.find((result) => result.error !== null)?.error ?? null;
  const isRead = directory.starts.length > 1 || directory.length !== null;
  return {
    facets: facets.data,
    counted,
    length: isRead ? lengthOf(directory, counted) : 0,
    isEmpty: directory.length === 0,
    isLoading: !isRead && error === null,
    error,
    retry: () => Promise.all(results.map(({ refetch }) => refetch())),
    rowAt: (index: number): RecordRow | undefined =>
      held.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE],
    /** Ids of the rows from one index to another; pages that are gone from memory are read again. */
    async idsBetween(from: number, to: number): Promise<string[]> {
      const rows: RecordRow[] = [];
      for (let page = Math.floor(from / PAGE_SIZE); page <= Math.floor(to / PAGE_SIZE); page += 1) {
        const options = pageOptions(search, directory, page);
        if (options === null) break;
        const read = await queries.ensureQueryData(options);
        learnPage(directory, page, read);
        rows.push(...read.rows);
      }
      const start = Math.floor(from / PAGE_SIZE) * PAGE_SIZE;
      return rows.slice(from - start, to - start + 1).map(({ id }) => id);
    },
  };
}
export type RecordPages = ReturnType<typeof useRecordPages>;

/** Follows the pages that are in memory towards row `last`, so that each page that comes leads straight to the next. */
function walk(
  directory: PageDirectory,
  first: number,
  last: number,
  cached: (page: number) => { rows: RecordRow[]; after: string | null } | undefined,
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

function pageOptions({ query, order, direction }: Search, directory: PageDirectory, page: number) {
  const after = startOf(directory, page);
  if (after === undefined) return null;
  return api.records.page.queryOptions({
    input: { query, order, direction, after, limit: PAGE_SIZE },
    staleTime: ADDRESSES_KEPT_MS,
    refetchInterval: ADDRESSES_KEPT_MS,
  });
}
