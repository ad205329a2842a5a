import { TIERS, type Tier } from '#shared/confidentiality/levels.ts';
import type { Id } from '#shared/ids.ts';
import { readItem } from './items/queries.ts';
import type { ItemRow } from './items/schema.ts';
import type { TierFile } from './open.ts';

/** The tiers this session opened. What is not in here is not there. */
export type OpenTiers = ReadonlyMap<Tier, TierFile>;

/** Open tiers, lowest first. */
export function inOrder(tiers: OpenTiers): TierFile[] {
  return TIERS.flatMap((tier) => tiers.get(tier) ?? []);
}

export type Found = { tier: TierFile; item: ItemRow };

/** Where an item lives, as far as this session can see. Removed ones only when asked for; moving ones never. */
export function find(tiers: OpenTiers, id: Id, options: { removed?: boolean } = {}): Found | null {
  for (const tier of inOrder(tiers)) {
    const item = readItem(tier, id);
    if (item && (item.state === 'ACTIVE' || (options.removed && item.state === 'REMOVED')))
      return { tier, item };
  }
  return null;
}

/** The same small query on every open tier, results one after the other, lowest tier first. */
export function all<Row>(tiers: OpenTiers, query: (tier: TierFile) => Row[]): Row[] {
  return inOrder(tiers).flatMap(query);
}

export function sum(tiers: OpenTiers, count: (tier: TierFile) => number): number {
  return inOrder(tiers).reduce((total, tier) => total + count(tier), 0);
}
