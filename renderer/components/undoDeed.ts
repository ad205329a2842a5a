import type { Removed } from '#shared/items.ts';
import { client } from '../api.ts';

/** What takes a removal back, for its notice; undefined where there was nothing to take away. */
export function undoDeed({ undo }: Removed): (() => Promise<void>) | undefined {
  return undo === null ? undefined : async () => void (await client.records.undo({ undo: [undo] }));
}
