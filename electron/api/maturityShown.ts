import { createHash } from 'node:crypto';
import { formsOfPanel, type SentForm } from '#db/bundles/forms.ts';
import { linksFrom } from '#db/items/queries.ts';
import { readConclusion, readExperts, readPanel, readSheet } from '#db/outcomes/maturityQueries.ts';
import { linkedFrom, readContributors } from '#db/outcomes/queries.ts';
import { all, find } from '#db/tiers.ts';
import type { Id } from '#shared/ids.ts';
import { totalOf } from '#shared/outcomes/maturity.ts';
import type { MaturitySheet, Panel } from '#shared/outcomes/maturityContract.ts';
import {
  conclusionProblems,
  groundsFound,
  type PanelExpert,
  panelWarnings,
  type SheetStanding,
  seated,
  standingResult,
} from '#shared/outcomes/panel.ts';
import { completeScores } from '#shared/outcomes/scoreRules.ts';
import { sheetText } from '#shared/outcomes/scoreSheet.ts';
import { isStaleCitation } from '#shared/records/citation.ts';
import type { OpenVault } from '../vault/session.ts';
import { isEveryTierOpen, showCitation } from './citations.ts';
import { notFound } from './errors.ts';
import { findItem } from './items.ts';
import { headOf, linkedRefs, refOf } from './shown.ts';

export function showPanel(vault: OpenVault, id: Id): Panel {
  const { tier, item } = findItem(vault, id, 'maturityPanel');
  const fields = readPanel(tier, id);
  if (!fields) throw notFound();
  const experts = expertsOf(vault, id);
  const { results, voidedOn } = readConclusion(tier, id);
  const isConcluded = standingResult({ results, voidedOn }) !== null;
  return {
    ...headOf(vault, item),
    fields,
    outcome: linkedRefs(vault, id, 'OUTCOME')[0] ?? null,
    experts,
    results: [...results],
    voidedOn,
    warnings: panelWarnings(seated(experts).length),
    missing: isConcluded || !isEveryTierOpen(vault) ? [] : missingOf(experts),
    everyTierOpen: isEveryTierOpen(vault),
  };
}

/** Why it cannot be concluded. Only meaningful with every tier open: a sheet out of sight looks missing. */
export function missingOf(experts: Panel['experts']) {
  return conclusionProblems(
    experts.map(({ person, state, standing }) => ({ name: person?.title ?? '', state, sheet: standing })),
  );
}

export function expertsOf(vault: OpenVault, panelId: Id): Panel['experts'] {
  const { tier } = findItem(vault, panelId, 'maturityPanel');
  const outcomeId = linkedRefs(vault, panelId, 'OUTCOME')[0]?.id;
  const outcome = outcomeId === undefined ? null : find(vault.tiers, outcomeId);
  const contributors = outcome ? readContributors(outcome.tier, outcome.item.id) : [];
  const sheets = sheetsOf(vault, panelId);
  const forms = formsOfPanel(vault.tiers, panelId);
  return readExperts(tier, panelId).map((expert: PanelExpert) => {
    const person = refOf(vault.tiers, expert.personId);
    const unit = person ? (linkedRefs(vault, person.id, 'UNIT')[0] ?? null) : null;
    const sheet = sheets.find(({ expertId }) => expertId === expert.personId);
    return {
      ...expert,
      person,
      unit,
      found: groundsFound({ personId: expert.personId, unitId: unit?.id ?? null }, contributors),
      sheet: sheet ? { ...sheet.ref, total: sheet.total } : null,
      standing: sheet?.standing ?? 'MISSING',
      sent: sentTo(forms, expert.personId, sheet?.ref.id),
    };
  });
}

function sentTo(forms: readonly SentForm[], personId: Id, sheetId?: Id): Panel['experts'][number]['sent'] {
  const found = forms.find(({ form }) => form.expertId === personId);
  return found
    ? {
        copy: found.bundle.copy,
        at: found.bundle.at,
        answered: found.form.answeredAt !== null || (sheetId !== undefined && found.form.sheetId === sheetId),
      }
    : null;
}

export type PanelSheet = {
  ref: { id: Id; kind: 'maturitySheet'; title: string; level: MaturitySheet['level'] };
  expertId: Id;
  standing: SheetStanding;
  total: number | null;
  hash: string;
  sheet: NonNullable<ReturnType<typeof readSheet>>;
};

/** The sheets of a panel that this session sees. */
export function sheetsOf(vault: OpenVault, panelId: Id): PanelSheet[] {
  return linkedFrom(vault.tiers, panelId, 'MATURITY_PANEL').flatMap((id): PanelSheet[] => {
    const found = find(vault.tiers, id);
    const sheet = found?.item.kind === 'maturitySheet' ? readSheet(found.tier, id) : null;
    const expertId = endOf(vault, id, 'EXPERT');
    if (!found || !sheet || expertId === null) return [];
    const scores = completeScores(sheet.fields.scores);
    return [
      {
        ref: { id, kind: 'maturitySheet', title: found.item.title, level: found.item.level },
        expertId,
        standing: standingOf(vault, id, panelId, expertId, sheet),
        total: scores === null ? null : totalOf(scores),
        hash: sheet.hash,
        sheet,
      },
    ];
  });
}

export function showSheet(vault: OpenVault, id: Id): MaturitySheet {
  const { tier, item } = findItem(vault, id, 'maturitySheet');
  const sheet = readSheet(tier, id);
  if (!sheet) throw notFound();
  const panel = linkedRefs(vault, id, 'MATURITY_PANEL')[0] ?? null;
  const panelId = endOf(vault, id, 'MATURITY_PANEL') ?? '';
  const scores = completeScores(sheet.fields.scores);
  const panelTier = panel ? find(vault.tiers, panel.id)?.tier : undefined;
  return {
    ...headOf(vault, item),
    fields: sheet.fields,
    panel,
    outcome: panel ? (linkedRefs(vault, panel.id, 'OUTCOME')[0] ?? null) : null,
    expert: linkedRefs(vault, id, 'EXPERT')[0] ?? null,
    lockedOn: sheet.lockedOn,
    hash: sheet.hash,
    standing: standingOf(vault, id, panelId, endOf(vault, id, 'EXPERT') ?? '', sheet),
    total: scores === null ? null : totalOf(scores),
    concluded: panel && panelTier ? standingResult(readConclusion(panelTier, panel.id)) !== null : false,
  };
}

export function hashOfSheet(
  id: Id,
  panelId: Id,
  expertId: Id,
  { fields, lockedOn }: Pick<PanelSheet['sheet'], 'fields' | 'lockedOn'>,
): string {
  const text = sheetText({ ...fields, id, panelId, expertId, lockedOn: lockedOn ?? '' });
  return createHash('sha256').update(text).digest('hex');
}

function standingOf(
  vault: OpenVault,
  id: Id,
  panelId: Id,
  expertId: Id,
  sheet: PanelSheet['sheet'],
): SheetStanding {
  if (sheet.lockedOn === null) return 'DRAFT';
  if (hashOfSheet(id, panelId, expertId, sheet) !== sheet.hash) return 'CHANGED';
  const isStale = sheet.fields.scores.some(
    ({ evidence }) => evidence !== null && isStaleCitation(showCitation(vault, evidence).state),
  );
  return isStale ? 'STALE' : 'LOCKED';
}

/** The far end of the one link of a role, whether or not it is in sight. */
function endOf(vault: OpenVault, id: Id, role: 'EXPERT' | 'MATURITY_PANEL'): Id | null {
  return all(vault.tiers, (tier) => linksFrom(tier, id)).find((link) => link.role === role)?.toId ?? null;
}
