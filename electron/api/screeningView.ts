import type { ItemRow } from '#db/items/schema.ts';
import { readUnit } from '#db/members/queries.ts';
import { readCreditChecks, readQualifications } from '#db/members/rows.ts';
import type { TierFile } from '#db/open.ts';
import {
  type BoardRow,
  readChecks,
  readObjections,
  readScreening,
  readSteps,
  type ScreeningRow,
  sheetsOfCase,
} from '#db/screening/queries.ts';
import { all, find } from '#db/tiers.ts';
import type { CalendarDate } from '#shared/dates.ts';
import type { ItemRef } from '#shared/items.ts';
import { creditStanding } from '#shared/members/creditCheck.ts';
import { missingForApplication } from '#shared/members/unit.ts';
import { type Citation, isStaleCitation } from '#shared/records/citation.ts';
import type { ShownCitation } from '#shared/records/citationsContract.ts';
import type { Step } from '#shared/screening/case.ts';
import type { Case, CaseRow } from '#shared/screening/contract.ts';
import { evidenceEnds } from '#shared/screening/evidence.ts';
import { type CaseFacts, gateProblems, publicityEnds } from '#shared/screening/gates.ts';
import { panelProblems, panelResult } from '#shared/screening/panel.ts';
import { addWorkingDays } from '#shared/screening/publicity.ts';
import {
  type CaseStage,
  outcomesAt,
  REVIEW_WORKING_DAYS,
  railStage,
  STAGES_OF,
} from '#shared/screening/stages.ts';
import type { OpenVault } from '../vault/session.ts';
import { isEveryTierOpen, showCitation } from './citations.ts';
import { notFound } from './errors.ts';
import { findItem } from './items.ts';
import { showSheet } from './sheetView.ts';
import { headOf, linkedRefs, refOf } from './shown.ts';

export function showCaseRow(vault: OpenVault, item: ItemRow, row: BoardRow): CaseRow {
  return {
    ...headOf(vault, item),
    unit: unitOfCase(vault, item.id),
    preset: row.preset,
    stage: row.stage,
    since: row.since,
    dueOn: dueOn(row),
  };
}

/** What is known of a case's unit, as its gates and its evidence need it. */
export function knowledgeOfUnit(vault: OpenVault, unitId: string | undefined) {
  const found = unitId === undefined ? null : find(vault.tiers, unitId);
  if (found?.item.kind !== 'unit') return { missing: ['name'], qualifications: [], creditChecks: [] };
  const { tier, item } = found;
  return {
    missing: missingForApplication({ name: item.title, ...readUnit(tier, item.id) }) as string[],
    qualifications: readQualifications(tier, item.id),
    creditChecks: readCreditChecks(tier, item.id),
  };
}

/** A citation as it stands, and whether what rests on it is stale: the bytes changed, or the evidence has run out. */
export function evidenceJudge(
  vault: OpenVault,
  {
    qualifications,
    creditChecks,
  }: Pick<ReturnType<typeof knowledgeOfUnit>, 'qualifications' | 'creditChecks'>,
  today: CalendarDate,
): (evidence: Citation | null) => { shownEvidence: ShownCitation | null; isStale: boolean } {
  return (evidence) => {
    if (evidence === null) return { shownEvidence: null, isStale: false };
    const shownEvidence = showCitation(vault, evidence);
    const ends = evidenceEnds(evidence, qualifications, creditChecks);
    return {
      shownEvidence,
      isStale: isStaleCitation(shownEvidence.state) || (ends !== null && ends < today),
    };
  };
}

export function showCase(vault: OpenVault, id: string, today: CalendarDate): Case {
  const { tier, item } = findItem(vault, id, 'screening');
  const row = readScreening(tier, id);
  if (!row) throw notFound();
  const steps = readSteps(tier, id);
  const facts = caseFacts(vault, tier, id, row, today);
  const { judge, sheets, knowledge, ...rest } = facts;
  const since = steps.at(-1)?.decidedOn ?? null;
  const board: BoardRow = { ...row, since, daysOff: JSON.stringify(row.daysOff) };
  const everyTier = isEveryTierOpen(vault);
  const rail = railStage(row.preset, steps);
  const stages = STAGES_OF[row.preset];
  const openAt = (stage: CaseStage) =>
    gateProblems(stage, rest, { decidedOn: today, vote: null }).filter(
      // The vote is given with the decision itself.
      ({ rule }) => rule !== 'VOTE_REQUIRED',
    );
  const { count, mean } = everyTier ? panelResult(countedOf(sheets)) : { count: 0, mean: null };
  return {
    ...showCaseRow(vault, item, board),
    fields: fieldsOfCase(row),
    isBackfilled: row.entered === 'AFTERWARDS',
    railStage: rail,
    charterRuleset: row.charterRulesetId === null ? null : refOf(vault.tiers, row.charterRulesetId),
    gates: stages.map((stage, index) => ({
      stage,
      problems: index < stages.indexOf(rail) ? [] : openAt(stage),
    })),
    steps: steps.map((step) => ({ ...step, shownEvidence: judge(step.evidence).shownEvidence })),
    checks: [...rest.checks],
    objections: readObjections(tier, id).map((each) => ({
      ...each,
      shownEvidence: judge(each.evidence).shownEvidence,
    })),
    publicityEnds: publicityEnds(rest.publicity),
    credit: creditStanding(knowledge.creditChecks, today),
    panel: { isWhole: everyTier, sheets, count, mean, isEven: count > 0 && count % 2 === 0 },
    concluded:
      row.panelCount !== null && row.panelMean !== null
        ? { count: row.panelCount, mean: row.panelMean }
        : null,
    problems: openAt(row.stage),
    outcomes: outcomesAt(row.preset, row.stage).filter(
      (outcome) => outcome !== 'WAIVED' || vault.me.coordinator,
    ),
  };
}

/** Everything that gates are judged by, and what it was gathered from. */
export function caseFacts(
  vault: OpenVault,
  tier: TierFile,
  id: string,
  row: ScreeningRow,
  today: CalendarDate,
) {
  const knowledge = knowledgeOfUnit(vault, unitOfCase(vault, id)?.id);
  const judge = evidenceJudge(vault, knowledge, today);
  const sheets = all(vault.tiers, (each) => sheetsOfCase(each, id)).map((sheetId) =>
    showSheet(vault, sheetId, judge),
  );
  const facts: CaseFacts & { checks: Case['checks'] } = {
    unitMissing: knowledge.missing,
    creditChecks: knowledge.creditChecks,
    creditWaiver: row.creditWaiver,
    checks: readChecks(tier, id).map((check) => ({ ...check, ...judge(check.evidence) })),
    panel: isEveryTierOpen(vault) ? { problems: panelProblems(countedOf(sheets)).problems } : null,
    publicity: {
      from: row.publicityFrom,
      days: row.publicityDays,
      daysOff: row.daysOff,
      place: row.publicityPlace,
    },
    objections: readObjections(tier, id),
    signing: { signedOn: row.signedOn, fee: row.fee, feePaidOn: row.feePaidOn },
  };
  return { ...facts, judge, sheets, knowledge };
}

export function unitOfCase(vault: OpenVault, caseId: string): ItemRef | null {
  return linkedRefs(vault, caseId, 'UNIT')[0] ?? null;
}

export function countedOf(sheets: Case['panel']['sheets']) {
  return sheets.map(({ fields, signedOn, isStale, total }) => ({
    recused: fields.recused,
    isSigned: signedOn !== null,
    isStale,
    total,
  }));
}

/** The last day of a case's decisions; null for a draft. */
export function lastDayOf(steps: readonly Step[]): CalendarDate | null {
  return steps.at(-1)?.decidedOn ?? null;
}

function fieldsOfCase(row: ScreeningRow): Case['fields'] {
  const { id: _, stage: __, entered: ___, panelCount: ____, panelMean: _____, ...rest } = row;
  const { charterRulesetId: rulesetId, charterVersionId: versionId, ...fields } = rest;
  return {
    ...fields,
    charterVersion: rulesetId === null || versionId === null ? null : { rulesetId, versionId },
  };
}

function dueOn({ stage, since, publicityFrom, publicityDays, daysOff }: BoardRow): CalendarDate | null {
  if (stage === 'SECRETARIAT_REVIEW' && since !== null) return addWorkingDays(since, REVIEW_WORKING_DAYS, []);
  if (stage === 'PUBLICITY' && publicityFrom !== null) {
    return addWorkingDays(publicityFrom, publicityDays, JSON.parse(daysOff) as string[]);
  }
  return null;
}
