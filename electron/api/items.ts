import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { find } from '#db/tiers.ts';
import { type Level, tierOf } from '#shared/confidentiality/levels.ts';
import { checkTerm, type Term } from '#shared/confidentiality/terms.ts';
import type { Id } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import type { OpenVault } from '../vault/session.ts';
import { conflict, invalid, notAllowed, notFound } from './errors.ts';

/** @throws NOT_FOUND also for what lies in a closed tier: it is not there. */
export function findItem(
  vault: OpenVault,
  id: Id,
  kind: ItemKind,
  options: { removed?: boolean } = {},
): { tier: TierFile; item: ItemRow } {
  const found = find(vault.tiers, id, options);
  if (found?.item.kind !== kind) throw notFound();
  return found;
}

/** @throws CONFLICT when somebody changed the item since it was read. */
export function assertVersion(item: ItemRow, version: number): void {
  if (item.version !== version) {
    throw conflict({ rule: 'CHANGED_SINCE', params: { yours: version, present: item.version } });
  }
}

/** The tier in which an item of this level is made. @throws NOT_ALLOWED where it is not open. */
export function openTierFor(vault: OpenVault, level: Level): TierFile {
  const tier = vault.tiers.get(tierOf(level));
  if (!tier) throw notAllowed({ rule: 'TIER_NOT_OPEN', field: 'level', params: { level } });
  return tier;
}

/** @throws INVALID when this level cannot have this term. */
export function assertTerm(level: Level, term: Term): void {
  const problem = checkTerm(level, term);
  if (problem !== null) throw invalid({ rule: problem, field: 'term' });
}

/**
 * The other ends of links, which must be there and of the right kind. A link lives in the tier of its more confidential end:
 * an end in a higher tier than the item's own cannot be linked from here.
 */
export function linkTargets(
  vault: OpenVault,
  tier: TierFile,
  ids: readonly Id[],
  kind: ItemKind,
  field: string,
): { id: Id; kind: ItemKind }[] {
  const order = [...vault.tiers.keys()];
  return [...new Set(ids)].map((id) => {
    const found = find(vault.tiers, id);
    if (found?.item.kind !== kind) throw invalid({ rule: 'LINK_TARGET_MISSING', field });
    if (order.indexOf(found.tier.tier) > order.indexOf(tier.tier)) {
      throw invalid({ rule: 'LINK_TARGET_MORE_CONFIDENTIAL', field, params: { title: found.item.title } });
    }
    return { id, kind };
  });
}
