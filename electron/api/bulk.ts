import type { TierFile } from '#db/open.ts';
import { find } from '#db/tiers.ts';
import { type Entry, type WriteTx, write } from '#db/write.ts';
import type { Problem } from '#shared/errors.ts';
import type { Id } from '#shared/ids.ts';
import type { BulkResult } from '#shared/records/contract.ts';
import type { OpenVault } from '../vault/session.ts';

/**
 * One deed on many records: one transaction per tier, and one undo per tier. Records that are not there, or that `refuse`
 * names a problem for, are reported; the others are done.
 */
export function inBulk(
  vault: OpenVault,
  ids: readonly Id[],
  entry: Entry,
  forTier: (tier: TierFile) => (tx: WriteTx, id: Id) => void,
  options: { removed?: boolean; refuse?: (tier: TierFile, id: Id) => Problem[] } = {},
): BulkResult {
  const result: BulkResult = { done: [], refused: [], undo: [] };
  const byTier = new Map<TierFile, Set<Id>>();
  for (const id of new Set(ids)) {
    const found = find(vault.tiers, id, options);
    if (found?.item.kind !== 'record') {
      result.refused.push({ id, title: '', problems: [{ rule: 'NOT_THERE' }] });
      continue;
    }
    const problems = options.refuse?.(found.tier, id) ?? [];
    if (problems.length > 0) result.refused.push({ id, title: found.item.title, problems });
    else byTier.set(found.tier, (byTier.get(found.tier) ?? new Set()).add(id));
  }
  for (const [tier, mine] of byTier) {
    const apply = forTier(tier);
    const { deed } = write(tier, vault.writer, entry, (tx) => {
      for (const id of mine) apply(tx, id);
    });
    result.done.push(...mine);
    if (deed) result.undo.push(deed);
  }
  return result;
}
