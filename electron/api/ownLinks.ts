import { linksFrom } from '#db/items/queries.ts';
import { KIND_OF_ROLE, type LinkRole } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { inOrder } from '#db/tiers.ts';
import type { Id } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import type { OpenVault } from '../vault/session.ts';
import { invalid } from './errors.ts';
import { linkTargets } from './items.ts';
import { refOf } from './shown.ts';

/**
 * The links of an item that lie in its own tier, of those it is to have in a role. Links to what was raised lie in the higher tier,
 * with the other end: they stay there, and cannot be taken away or replaced from below.
 *
 * @throws INVALID where such a link, seen by this session, is left out, or another end of a higher tier is named
 */
export function ownLinks(
  vault: OpenVault,
  tier: TierFile,
  id: Id,
  role: LinkRole,
  wanted: readonly Id[],
  field: string,
): { id: Id; kind: ItemKind }[] {
  const above = inOrder(vault.tiers)
    .filter((other) => other !== tier)
    .flatMap((other) => linksFrom(other, id))
    .filter((link) => link.role === role);
  for (const { toId } of above) {
    const title = refOf(vault.tiers, toId)?.title;
    if (title !== undefined && !wanted.includes(toId))
      throw invalid({ rule: 'LINK_LIES_ABOVE', field, params: { title } });
  }
  const own = wanted.filter((to) => !above.some(({ toId }) => toId === to));
  return linkTargets(vault, tier, own, KIND_OF_ROLE[role], field);
}
