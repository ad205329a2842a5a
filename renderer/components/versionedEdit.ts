import type { QueryKey } from '@tanstack/react-query';
import type { ItemHead } from '#shared/items.ts';
import { notifyDone } from '../notices.ts';
import { queryClient } from '../queryClient.ts';
import { useT } from '../translations.ts';

/** Saves a change of the present values; rejects with what was wrong, or with CONFLICT where somebody was faster. */
export type VersionedEdit<Values> = (change: (values: Values) => Values) => Promise<void>;

/**
 * Edits of one item in place. Each is saved at once with the version it was made on, and offers an undo that puts the
 * old values back as one more edit.
 */
export function useVersionedEdit<Item extends ItemHead, Values>({
  item,
  valuesOf,
  save,
  key,
}: {
  item: Item;
  valuesOf: (item: Item) => Values;
  save: (input: Values & { id: string; version: number }) => Promise<Item>;
  /** Under which the item was read. */
  key: QueryKey;
}): VersionedEdit<Values> {
  const t = useT();

  async function store(values: Values, version: number): Promise<Item> {
    const saved = await save({ ...values, id: item.id, version });
    queryClient.setQueryData(key, saved);
    return saved;
  }

  return async (change) => {
    const before = valuesOf(item);
    const saved = await store(change(before), item.version);
    notifyDone(t.actions.saved, async () => void (await store(before, saved.version)));
  };
}
