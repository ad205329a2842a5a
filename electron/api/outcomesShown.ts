import { readAgreement } from '#db/agreements/queries.ts';
import { listItems } from '#db/items/nounList.ts';
import { toRef } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { readConclusion, readPanel } from '#db/outcomes/maturityQueries.ts';
import { linkedFrom, readContributors, readEvents, readIpItems, readOutcome } from '#db/outcomes/queries.ts';
import { readRedactions } from '#db/outcomes/redactions.ts';
import { readPanel as readExhibit } from '#db/showcase/panels.ts';
import { find } from '#db/tiers.ts';
import type { Id } from '#shared/ids.ts';
import type { Outcome, OutcomeDetail } from '#shared/outcomes/contract.ts';
import { ipTermEnd, ipWarnings } from '#shared/outcomes/intellectualProperty.ts';
import { standingResult } from '#shared/outcomes/panel.ts';
import { type DerivedStatus, deriveStatus } from '#shared/outcomes/status.ts';
import { inOrderOfTime } from '#shared/outcomes/transformation.ts';
import type { OpenVault } from '../vault/session.ts';
import { todayOf } from './calendarDay.ts';
import { isEveryTierOpen } from './citations.ts';
import type { UnlockedContext } from './context.ts';
import { notFound } from './errors.ts';
import { findItem } from './items.ts';
import { headOf, linkedRefs, refOf } from './shown.ts';

export function listOutcomes(context: UnlockedContext, text: string): Outcome[] {
  return listItems(context.vault.tiers, 'outcome', text).map(({ tier, item }) =>
    showRow(context, tier, item),
  );
}

export function showOutcome(context: UnlockedContext, id: Id): OutcomeDetail {
  const { vault } = context;
  const { tier, item } = findItem(vault, id, 'outcome');
  const today = todayOf(context);
  const derived = derivedOf(context, tier, id);
  return {
    ...showRow(context, tier, item, derived),
    derived: { ...derived, partial: !isEveryTierOpen(vault) },
    override: readOutcome(tier, id)?.override ?? null,
    contributors: readContributors(tier, id).map((each) => ({
      ...each,
      party: refOf(vault.tiers, each.partyId),
    })),
    ipItems: readIpItems(tier, id).map((each) => ({
      ...each,
      warnings: ipWarnings(each, today),
      termEnd: ipTermEnd(each),
    })),
    events: inOrderOfTime(readEvents(tier, id)),
    agreements: agreementsOf(vault, id),
    exhibits: exhibitsOf(vault, tier, id),
    panels: panelsOf(vault, id),
  };
}

function showRow(
  context: UnlockedContext,
  tier: TierFile,
  item: ItemRow,
  derived: DerivedStatus = derivedOf(context, tier, item.id),
): Outcome {
  const stored = readOutcome(tier, item.id);
  if (!stored) throw notFound();
  const [newest] = panelsOf(context.vault, item.id).flatMap((panel) => standingResult(panel) ?? []);
  return {
    ...headOf(context.vault, item),
    fields: { name: item.title, ...stored.fields },
    status: stored.override?.status ?? derived.status,
    project: linkedRefs(context.vault, item.id, 'OUTCOME_PROJECT')[0] ?? null,
    maturity: newest ? { total: newest.total, verdict: newest.verdict, computedOn: newest.computedOn } : null,
  };
}

function derivedOf(context: UnlockedContext, tier: TierFile, id: Id): DerivedStatus {
  return deriveStatus(readEvents(tier, id), agreementsOf(context.vault, id), todayOf(context));
}

function agreementsOf(vault: OpenVault, id: Id) {
  return linkedRefs(vault, id, 'AGREEMENT').flatMap((ref) => {
    const found = find(vault.tiers, ref.id);
    const fields = found ? readAgreement(found.tier, ref.id) : null;
    return fields ? [{ ...ref, type: fields.type, signedOn: fields.signedOn }] : [];
  });
}

function exhibitsOf(vault: OpenVault, tier: TierFile, id: Id): OutcomeDetail['exhibits'] {
  const compared = readRedactions(tier, id).flatMap(({ panelId, releasedOn }) =>
    releasedOn === null ? panelId : [],
  );
  return [...new Set([...linkedFrom(vault.tiers, id, 'SHOWS'), ...compared])].flatMap((panelId) => {
    const found = find(vault.tiers, panelId);
    const state = found ? readExhibit(found.tier, panelId)?.reviewState : undefined;
    return found && state ? [{ ...toRef(found.item), state }] : [];
  });
}

function panelsOf(vault: OpenVault, id: Id): OutcomeDetail['panels'] {
  return linkedFrom(vault.tiers, id, 'OUTCOME')
    .flatMap((panelId) => {
      const found = find(vault.tiers, panelId);
      const fields = found?.item.kind === 'maturityPanel' ? readPanel(found.tier, panelId) : null;
      const ref = refOf(vault.tiers, panelId);
      if (!found || !fields || !ref) return [];
      const { results, voidedOn } = readConclusion(found.tier, panelId);
      return [{ ...ref, convenedOn: fields.convenedOn, results: [...results], voidedOn }];
    })
    .sort((a, b) =>
      a.convenedOn === b.convenedOn ? (a.id < b.id ? 1 : -1) : a.convenedOn < b.convenedOn ? 1 : -1,
    );
}
