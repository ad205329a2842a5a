import { readSheet } from '#db/screening/queries.ts';
import type { Citation } from '#shared/records/citation.ts';
import type { ShownCitation } from '#shared/records/citationsContract.ts';
import type { Sheet } from '#shared/screening/contract.ts';
import { sheetTotal, signingProblems } from '#shared/screening/panel.ts';
import type { OpenVault } from '../vault/session.ts';
import { notFound } from './errors.ts';
import { findItem } from './items.ts';
import { headOf, linkedRefs } from './shown.ts';

/** One expert's sheet; `judge` says how each piece of its evidence stands today. */
export function showSheet(
  vault: OpenVault,
  id: string,
  judge: (evidence: Citation | null) => { shownEvidence: ShownCitation | null; isStale: boolean },
): Sheet {
  const { tier, item } = findItem(vault, id, 'screeningSheet');
  const row = readSheet(tier, id);
  if (!row) throw notFound();
  const { signedOn, ...fields } = row;
  const scores = fields.scores.map((score) => ({ ...score, ...judge(score.evidence) }));
  const stale = scores.filter(({ isStale }) => isStale).map(({ criterion }) => criterion);
  const ofCase = linkedRefs(vault, id, 'SCREENING')[0];
  return {
    ...headOf(vault, item),
    caseId: ofCase?.id ?? null,
    caseTitle: ofCase?.title ?? '',
    expert: linkedRefs(vault, id, 'PERSON')[0] ?? null,
    fields: { ...fields, scores },
    signedOn,
    total: sheetTotal(fields.scores),
    isStale: stale.length > 0,
    problems: signedOn === null ? signingProblems(fields, stale) : [],
  };
}
