import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ItemKind, ItemRef } from '#shared/items.ts';
import { api } from '../../../api.ts';

const SHOWN = 60;
const KINDS: ReadonlySet<ItemKind> = new Set(['record', 'project', 'person', 'unit']);

/** What a text finds among the things that go into bundles; without a text the records changed last. */
export function useCandidates(text: string): { items: ItemRef[]; error: unknown } {
  const found = useQuery({
    ...api.search.find.queryOptions({ input: { text, limit: SHOWN } }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const recent = useQuery({
    ...api.records.page.queryOptions({
      input: { query: {}, order: 'updated', direction: 'desc', after: null, limit: SHOWN },
    }),
    enabled: text === '',
  });
  if (text === '') return { items: recent.data?.rows ?? [], error: recent.error };
  const hits = found.data?.groups.filter(({ kind }) => KINDS.has(kind)).flatMap((group) => group.hits) ?? [];
  const items = hits.map(({ id, kind, level, title }) => ({
    id,
    kind,
    level,
    title: title.map((part) => part.text).join(''),
  }));
  return { items, error: found.error };
}
