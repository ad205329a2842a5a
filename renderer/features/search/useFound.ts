import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ItemKind } from '#shared/items.ts';
import { api } from '../../api.ts';

/** What is found for a text; the last results stay in sight until the new ones are there. */
export function useFound(text: string, limit: number, kind?: ItemKind) {
  const trimmed = text.trim();
  const input = kind === undefined ? { text: trimmed, limit } : { text: trimmed, limit, kind };
  const found = useQuery({
    ...api.search.find.queryOptions({ input }),
    enabled: trimmed !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const groups = trimmed === '' ? undefined : found.data?.groups.filter(({ count }) => count > 0);
  return { groups, error: found.error, isFresh: !found.isPlaceholderData && found.data !== undefined };
}
export type FoundGroup = NonNullable<ReturnType<typeof useFound>['groups']>[number];
