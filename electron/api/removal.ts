import { itemsNaming } from '#db/items/naming.ts';
import { setRemoved } from '#db/items/queries.ts';
import { all } from '#db/tiers.ts';
import { write } from '#db/write.ts';
import type { Id } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import type { OpenVault } from '../vault/session.ts';
import { isEveryTierOpen } from './citations.ts';
import { conflict, notAllowed } from './errors.ts';
import { assertVersion, findItem } from './items.ts';

export type Removal = { id: Id; version: number; reason: string };

/** Takes an item away; `undo` names the deed that brings it back. */
export function removeItem(
  vault: OpenVault,
  { id, version, reason }: Removal,
  kind: ItemKind,
): { undo: Id | null } {
  const { tier, item } = findItem(vault, id, kind);
  assertVersion(item, version);
  const { deed } = write(tier, vault.writer, { verb: `${kind}.remove`, reason }, (tx) =>
    setRemoved(tx, id, true),
  );
  return { undo: deed };
}

/**
 * For what others are told by, such as people and units: entered by mistake or twice it may go, but not while anything names it.
 * Only with every tier open, because what names it may lie in any.
 *
 * @throws NOT_ALLOWED, CONFLICT
 */
export function assertUnnamed(vault: OpenVault, id: Id): void {
  if (!isEveryTierOpen(vault)) throw notAllowed({ rule: 'EVERY_TIER_NEEDED' });
  const naming = all(vault.tiers, (tier) => itemsNaming(tier, id));
  const [first] = naming;
  if (first) throw conflict({ rule: 'STILL_NAMED', params: { title: first.title, count: naming.length } });
}
