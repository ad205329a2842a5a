import { readContributors } from '#db/outcomes/queries.ts';
import { find } from '#db/tiers.ts';
import { highestLevel } from '#shared/confidentiality/levels.ts';
import { formatMark } from '#shared/confidentiality/marks.ts';
import { longestTerm } from '#shared/confidentiality/terms.ts';
import { blankSheetDocument } from '#shared/outcomes/blankSheetDocument.ts';
import type { Panel } from '#shared/outcomes/maturityContract.ts';
import { standingResult } from '#shared/outcomes/panel.ts';
import { panelReport } from '#shared/outcomes/panelReport.ts';
import { offerDocument } from '../documents/offerDocument.ts';
import { drawRadar } from '../documents/radarPicture.ts';
import type { OpenVault } from '../vault/session.ts';
import { conflict, notFound } from './errors.ts';
import { sheetsOf, showPanel } from './maturityShown.ts';
import { unlocked } from './procedure.ts';
import { markStyleOf, refOf } from './shown.ts';

/** The papers of a panel. A blank sheet holds nothing of what experts said; a report has their opinions in it. */
export const maturityDocuments = {
  blankSheet: unlocked.maturity.blankSheet.handler(async ({ context: { vault }, input }) => {
    const panel = showPanel(vault, input.id);
    const expert = panel.experts.find(({ id }) => id === input.expertId);
    if (input.expertId !== null && !expert) throw notFound();
    const name = expert?.person?.title ?? '';
    const document = blankSheetDocument({
      outcome: panel.outcome?.title ?? '',
      expert: name,
      convenedOn: panel.fields.convenedOn,
      mark: panel.mark,
    });
    const fileName = ['成熟度评分表', panel.fields.convenedOn, name].filter((part) => part !== '').join(' ');
    return offerDocument(vault, document, input.format, fileName);
  }),

  report: unlocked.maturity.report.handler(async ({ context: { vault }, input }) => {
    const panel = showPanel(vault, input.id);
    const result = standingResult(panel);
    if (!result) throw conflict({ rule: 'PANEL_NOT_CONCLUDED' });
    const document = panelReport({
      outcome: panel.outcome?.title ?? '',
      contributors: contributorsOf(vault, panel),
      fields: panel.fields,
      mark: markOf(vault, panel),
      experts: panel.experts.map(({ person, unit, state }) => ({
        name: person?.title ?? '',
        unit: unit?.title ?? '',
        state,
      })),
      results: panel.results,
      opinions: sheetsInSight(vault, panel).map(({ sheet }) => sheet.fields.opinion),
      radar: await drawRadar(result.means, panel.results.at(-2)?.means ?? null),
    });
    return offerDocument(vault, document, input.format, `成熟度评价报告 ${panel.fields.convenedOn}`);
  }),
};

function contributorsOf(vault: OpenVault, panel: Panel): string[] {
  const outcome = panel.outcome ? find(vault.tiers, panel.outcome.id) : null;
  if (!outcome) return [];
  return readContributors(outcome.tier, outcome.item.id).flatMap(
    ({ partyId }) => refOf(vault.tiers, partyId)?.title ?? [],
  );
}

/** The sheets whose opinions the report quotes. */
function sheetsInSight(vault: OpenVault, panel: Panel) {
  const seats = panel.experts.filter(({ state }) => state === 'CLEAR').map(({ personId }) => personId);
  return sheetsOf(vault, panel.id).filter(
    ({ expertId, sheet }) => seats.includes(expertId) && sheet.lockedOn !== null,
  );
}

/** A paper bears the mark of what is most confidential in it: of a sheet, where it quotes one. */
function markOf(vault: OpenVault, panel: Panel): string {
  const parts = [
    panel,
    ...sheetsInSight(vault, panel).flatMap(({ ref }) => find(vault.tiers, ref.id)?.item ?? []),
  ];
  const level = highestLevel(parts.map((part) => part.level));
  const term = longestTerm(parts.filter((part) => part.level === level).map((part) => part.term));
  return formatMark({ ...markStyleOf(vault), level, term }) ?? '';
}
