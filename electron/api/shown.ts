import { linksFrom, type MarkStyle, toHead, toRef } from '#db/items/queries.ts';
import type { ItemRow, LinkRole } from '#db/items/schema.ts';
import { all, find, type OpenTiers } from '#db/tiers.ts';
import { readSettings } from '#db/vault/queries.ts';
import type { Id } from '#shared/ids.ts';
import type { ItemHead, ItemRef } from '#shared/items.ts';
import type { OpenVault } from '../vault/session.ts';

/** Whose mark items bear in this vault, and how it is written. */
export function markStyleOf(vault: OpenVault): MarkStyle {
  const { shortName, markSeparator } = readSettings(vault.register);
  return { owner: shortName, separator: markSeparator };
}

export function headOf(vault: OpenVault, item: ItemRow): ItemHead {
  return toHead(item, markStyleOf(vault));
}

/** The other ends of an item's links that this session can see. A link lies in the tier of its more confidential end. */
export function linkedRefs(vault: OpenVault, id: Id, role: LinkRole): ItemRef[] {
  const links = all(vault.tiers, (tier) => linksFrom(tier, id)).filter((link) => link.role === role);
  // An undone change may have written a link here that also went up with its other end.
  return [...new Set(links.map(({ toId }) => toId))].flatMap((toId) => refOf(vault.tiers, toId) ?? []);
}

export function refOf(tiers: OpenTiers, id: Id): ItemRef | null {
  const found = find(tiers, id);
  return found ? toRef(found.item) : null;
}
