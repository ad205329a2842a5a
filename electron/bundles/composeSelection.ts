import { idsFoundBy } from '#db/bundles/selection.ts';
import { linksFrom } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { all, find } from '#db/tiers.ts';
import type { Selection } from '#shared/bundles/contract.ts';
import type { Id } from '#shared/ids.ts';
import type { OpenVault } from '../vault/session.ts';

/** One bundle holds no more items than this; beyond it a person would not check them. */
export const MOST_ITEMS = 10_000;

export type Chosen = { tier: TierFile; item: ItemRow };
export type Chosens = { found: Chosen[]; notThere: number; tooMany: boolean };

/** The chosen items this session can see, each once. Removed ones and those on their way to another tier are not there. */
export function chosenItems(vault: OpenVault, selection: Selection, withLinked: boolean): Chosens {
  const ids = 'ids' in selection ? selection.ids : idsFoundBy(vault.tiers, selection.query, MOST_ITEMS + 1);
  const chosen = new Map<Id, Chosen>();
  let notThere = 0;
  for (const id of new Set(ids)) {
    const found = find(vault.tiers, id);
    if (found) chosen.set(id, found);
    else notThere += 1;
  }
  if (withLinked) addLinked(vault, chosen);
  return { found: [...chosen.values()], notThere, tooMany: chosen.size > MOST_ITEMS };
}

/** The items these name, and those they name in turn: a record's people, and their units. */
function addLinked(vault: OpenVault, chosen: Map<Id, Chosen>): void {
  let front = [...chosen.keys()];
  while (front.length > 0) {
    const next: Id[] = [];
    for (const id of front) {
      for (const { toId } of all(vault.tiers, (tier) => linksFrom(tier, id))) {
        const found = chosen.has(toId) ? null : find(vault.tiers, toId);
        if (!found) continue;
        chosen.set(toId, found);
        next.push(toId);
      }
    }
    front = next;
  }
}
