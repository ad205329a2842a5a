import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { readContributors } from '#db/outcomes/queries.ts';
import { redactionsFor } from '#db/outcomes/redactions.ts';
import { find } from '#db/tiers.ts';
import { isPublic } from '#shared/confidentiality/levels.ts';
import type { Id } from '#shared/ids.ts';
import type { PanelFacts } from '#shared/showcase/gate.ts';
import { linkedRefs, refOf } from '../api/shown.ts';
import type { OpenVault } from '../vault/session.ts';

export type PanelSource = { tier: TierFile; item: ItemRow; isRedacted: boolean; isLinked: boolean };

/**
 * The outcomes a panel presents, as far as this session sees them: the one it is linked to, and those above it that it was compared
 * with. `isRedacted` where the comparison is with this content, or none is needed.
 */
export function sourcesOf(vault: OpenVault, panelId: Id, contentHash: string): PanelSource[] {
  const compared = redactionsFor(vault.tiers, panelId);
  const linked = new Set(linkedRefs(vault, panelId, 'SHOWS').map(({ id }) => id));
  const ids = [...linked, ...compared.map(({ outcomeId }) => outcomeId)];
  return [...new Set(ids)].flatMap((id) => {
    const found = find(vault.tiers, id);
    if (found?.item.kind !== 'outcome') return [];
    const isRedacted =
      isPublic(found.item.level) ||
      compared.some((each) => each.outcomeId === id && each.contentHash === contentHash);
    return [{ ...found, isRedacted, isLinked: linked.has(id) }];
  });
}

/** What the sources say to the gate. */
export function sourceFacts(
  vault: OpenVault,
  sources: readonly PanelSource[],
): Pick<PanelFacts, 'isRedacted' | 'owners'> {
  const owners = sources.flatMap(({ tier, item }) =>
    readContributors(tier, item.id).flatMap(({ kind, partyId }) =>
      kind === 'unit' ? (refOf(vault.tiers, partyId)?.title ?? []) : [],
    ),
  );
  return { isRedacted: sources.every((source) => source.isRedacted), owners: [...new Set(owners)] };
}
