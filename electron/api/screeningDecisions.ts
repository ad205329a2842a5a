import { readScreening, readSteps } from '#db/screening/queries.ts';
import { changeScreening, insertStep } from '#db/screening/writes.ts';
import { write } from '#db/write.ts';
import { namedChanges } from '#shared/changes.ts';
import type { CalendarDate } from '#shared/dates.ts';
import type { Problem } from '#shared/errors.ts';
import { newId } from '#shared/ids.ts';
import type { Decision } from '#shared/screening/case.ts';
import { type CaseFacts, gateProblems, signingProblems } from '#shared/screening/gates.ts';
import { PANEL_LEAST, panelResult } from '#shared/screening/panel.ts';
import { addWorkingDays, PUBLICITY_WORKING_DAYS } from '#shared/screening/publicity.ts';
import { type CaseStage, stageAfter } from '#shared/screening/stages.ts';
import { voteProblems } from '#shared/screening/vote.ts';
import { todayOf } from './calendarDay.ts';
import { assertCitation } from './citations.ts';
import { conflict, invalid, notAllowed, notFound } from './errors.ts';
import { assertVersion, findItem, openTierFor } from './items.ts';
import { unlocked } from './procedure.ts';
import { admit, assertNoneRuns, insertCase } from './screeningCase.ts';
import { caseFacts, countedOf, lastDayOf, showCase, unitOfCase } from './screeningView.ts';

export const screeningDecisions = {
  decide: unlocked.screening.decide.handler(({ context, input }) => {
    const { vault } = context;
    const { decision } = input;
    const { tier, item } = findItem(vault, input.id, 'screening');
    assertVersion(item, input.version);
    const row = readScreening(tier, input.id);
    if (!row) throw notFound();
    if (row.stage !== input.stage) throw conflict({ rule: 'CASE_STAGE_CHANGED' });
    const leadsTo = stageAfter(row.preset, row.stage, decision.outcome);
    if (leadsTo === null) throw notAllowed({ rule: 'OUTCOME_NOT_POSSIBLE', field: 'decision.outcome' });
    if (decision.outcome === 'WAIVED' && !vault.me.coordinator)
      throw notAllowed({ rule: 'ONLY_COORDINATOR_WAIVES' });
    const today = todayOf(context);
    const facts = caseFacts(vault, tier, input.id, row, today);
    refuse([
      ...decisionProblems(decision, lastDayOf(readSteps(tier, input.id)), today),
      ...gateOf(row.stage, decision, facts),
    ]);
    assertCitation(vault, tier, decision.evidence, 'decision.evidence');
    const unitId = unitOfCase(vault, input.id)?.id;
    const join =
      leadsTo === 'ADMITTED' ? admit(vault, tier, unitId, decision.decidedOn, row.category) : () => undefined;
    const panel = panelResult(countedOf(facts.sheets));
    const verb = `screening.${decision.outcome}`;
    write(tier, vault.writer, { verb, reason: decision.opinion }, (tx) => {
      insertStep(tx, input.id, { ...decision, stage: row.stage, actor: vault.me.name }, leadsTo);
      if (row.stage === 'EXPERT_REVIEW' && decision.outcome === 'PASSED') {
        changeScreening(tx, input.id, { panelCount: panel.count, panelMean: panel.mean });
      }
      join(tx);
    });
    return showCase(vault, input.id, today);
  }),

  backfill: unlocked.screening.backfill.handler(({ context, input }) => {
    const { vault } = context;
    const { level, unitId, fields, particulars, panel } = input;
    const today = todayOf(context);
    const tier = openTierFor(vault, level);
    assertNoneRuns(vault, unitId);
    const problems: Problem[] = [];
    let stage: CaseStage = 'DRAFT';
    let last: CalendarDate | null = null;
    const steps = input.steps.map((step, index) => {
      const place = `steps.${index}`;
      const at = stage;
      const leadsTo = stageAfter(fields.preset, at, step.outcome);
      if (leadsTo === null) problems.push({ rule: 'OUTCOME_NOT_POSSIBLE', field: `${place}.outcome` });
      problems.push(...decisionProblems(step, last, today).map((each) => atPlace(each, place)));
      if (at === 'COUNCIL' && step.outcome === 'PASSED' && step.vote === null) {
        problems.push({ rule: 'VOTE_REQUIRED', field: `${place}.vote` });
      }
      if (
        at === 'EXPERT_REVIEW' &&
        step.outcome === 'PASSED' &&
        (panel === null || panel.count < PANEL_LEAST)
      ) {
        problems.push({
          rule: 'PANEL_TOO_SMALL',
          field: 'panel',
          params: { count: panel?.count ?? 0, needed: PANEL_LEAST },
        });
      }
      if (at === 'PUBLICITY' && step.outcome === 'PASSED') {
        problems.push(...paperPublicity(particulars, step.decidedOn));
      }
      if (at === 'SIGNING' && step.outcome === 'PASSED') {
        problems.push(...paperSigning(particulars, step.decidedOn));
      }
      assertCitation(vault, tier, step.evidence, `${place}.evidence`);
      stage = leadsTo ?? stage;
      last = step.decidedOn;
      return { ...step, stage: at, leadsTo: stage };
    });
    if (problems.length > 0) throw invalid(...problems);
    const id = newId();
    const end = steps.at(-1);
    const join =
      end?.leadsTo === 'ADMITTED'
        ? admit(vault, tier, unitId, end.decidedOn, particulars.category ?? fields.category)
        : () => undefined;
    write(tier, vault.writer, { verb: 'screening.backfill' }, (tx) => {
      insertCase(vault, tx, { id, level, unitId, fields, entered: 'AFTERWARDS' });
      changeScreening(tx, id, {
        ...namedChanges(particulars),
        panelCount: panel?.count ?? null,
        panelMean: panel?.mean ?? null,
      });
      for (const { leadsTo, ...step } of steps) insertStep(tx, id, step, leadsTo);
      join(tx);
    });
    return showCase(vault, id, today);
  }),
};

/** What every decision must have, whatever its stage. */
function decisionProblems(
  { outcome, decidedOn, opinion, vote }: Decision,
  last: CalendarDate | null,
  today: CalendarDate,
): Problem[] {
  const problems: Problem[] = [];
  if (decidedOn > today) problems.push({ rule: 'DATE_IN_FUTURE', field: 'decidedOn' });
  if (last !== null && decidedOn < last)
    problems.push({ rule: 'STEP_BEFORE_LAST', field: 'decidedOn', params: { last } });
  const needsReason = outcome !== 'PASSED' && outcome !== 'RESUBMITTED';
  if (needsReason && opinion === '') problems.push({ rule: 'REASON_TEXT_REQUIRED', field: 'opinion' });
  if (vote !== null) problems.push(...voteProblems(vote, outcome === 'PASSED'));
  return problems;
}

/** Only passing asks the gate; the vote's own problems are told by {@link decisionProblems}. */
function gateOf(stage: CaseStage, { outcome, decidedOn, vote }: Decision, facts: CaseFacts): Problem[] {
  if (outcome !== 'PASSED') return [];
  return gateProblems(stage, facts, { decidedOn, vote }).filter(
    ({ rule }) => vote === null || !rule.startsWith('VOTE_'),
  );
}

function paperPublicity(
  particulars: {
    publicityFrom?: string | null | undefined;
    publicityDays?: number | undefined;
    daysOff?: string[] | undefined;
  },
  decidedOn: CalendarDate,
): Problem[] {
  const { publicityFrom = null, publicityDays = PUBLICITY_WORKING_DAYS, daysOff = [] } = particulars;
  if (publicityFrom === null) return [{ rule: 'PUBLICITY_NOT_BEGUN', field: 'particulars.publicityFrom' }];
  const ends = addWorkingDays(publicityFrom, publicityDays, daysOff);
  return decidedOn <= ends
    ? [{ rule: 'PUBLICITY_RUNS', field: 'particulars.publicityFrom', params: { ends } }]
    : [];
}

function paperSigning(
  {
    signedOn = null,
    fee = null,
    feePaidOn = null,
  }: Partial<Record<'signedOn' | 'feePaidOn', string | null | undefined>> & {
    fee?: number | null | undefined;
  },
  decidedOn: CalendarDate,
): Problem[] {
  return signingProblems({ signedOn, fee, feePaidOn }, decidedOn).map((problem) => ({
    ...problem,
    field: `particulars.${FIELD_OF_SIGNING[problem.rule] ?? 'signedOn'}`,
  }));
}

const FIELD_OF_SIGNING: Readonly<Record<string, string>> = { FEE_NOT_SET: 'fee', FEE_NOT_PAID: 'feePaidOn' };

/** @throws INVALID with fields below the decision. */
function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw invalid(...problems.map((problem) => atPlace(problem, 'decision')));
}

function atPlace({ field, ...problem }: Problem, place: string): Problem {
  return field === undefined ? problem : { ...problem, field: `${place}.${field}` };
}
