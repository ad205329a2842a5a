import { readUnitRow, setMembership } from '#db/members/queries.ts';
import { insertMeasureStep, putMeasure, readMeasureSteps, readMeasures } from '#db/members/rows.ts';
import { readSettings } from '#db/vault/queries.ts';
import { type WriteTx, write } from '#db/write.ts';
import type { Problem } from '#shared/errors.ts';
import type { Id } from '#shared/ids.ts';
import type { UnitDetail } from '#shared/members/contract.ts';
import { closingProblems, isExit, openingProblems, stepProblems } from '#shared/members/measure.ts';
import { measureDocument } from '#shared/members/measureDocument.ts';
import { offerDocument } from '../documents/offerDocument.ts';
import { todayOf } from './calendarDay.ts';
import { assertCitation } from './citations.ts';
import type { UnlockedContext } from './context.ts';
import { invalid, notAllowed, notFound } from './errors.ts';
import { assertVersion, findItem } from './items.ts';
import { endOffices, exitProblems } from './memberExit.ts';
import { showUnitDetail } from './memberView.ts';
import { unlocked } from './procedure.ts';

/** What becomes of a member: its category, and the procedures of domain rules 1.8, step by step. */
export const memberMeasures = {
  setStanding: unlocked.members.setStanding.handler(({ context, input }) => {
    const { category, voteWeight, benefitWeight, since } = input.standing;
    const { tier } = findItem(context.vault, input.id, 'unit');
    if (since > todayOf(context)) throw invalid({ rule: 'DATE_IN_FUTURE', field: 'standing.since' });
    const row = readUnitRow(tier, input.id);
    // Who becomes a member without a case must be told why there is none.
    if (!row?.memberSince && input.reason === '')
      throw invalid({ rule: 'MEMBER_WITHOUT_CASE', field: 'reason' });
    if (row?.memberUntil) throw notAllowed({ rule: 'MEMBER_HAS_LEFT' });
    return change(context, input, 'unit.standing', input.reason, (tx) =>
      setMembership(tx, input.id, {
        memberCategory: category,
        voteWeight,
        benefitWeight,
        memberSince: since,
      }),
    );
  }),

  openMeasure: unlocked.members.openMeasure.handler(({ context, input }) => {
    const { tier } = findItem(context.vault, input.id, 'unit');
    const row = readUnitRow(tier, input.id);
    if (!row?.memberSince || row.memberUntil !== null) throw notAllowed({ rule: 'NOT_A_MEMBER' });
    const measures = readMeasures(tier, input.id);
    if (measures.some(({ id }) => id === input.measure.id)) throw invalid({ rule: 'MEASURE_RUNS' });
    const open = measures.filter(({ closedOn }) => closedOn === null);
    refuse(openingProblems(input.measure, open, todayOf(context)), 'measure');
    return change(context, input, `unit.measure.${input.measure.kind}`, input.measure.reason, (tx) =>
      putMeasure(tx, input.id, { ...input.measure, closedOn: null, outcome: '' }),
    );
  }),

  takeStep: unlocked.members.takeStep.handler(({ context, input }) => {
    const { vault } = context;
    const { step } = input;
    const { tier } = findItem(vault, input.id, 'unit');
    const measure = measureOf(tier, input.id, step.measureId);
    const taken = readMeasureSteps(tier, input.id).filter(({ measureId }) => measureId === measure.id);
    refuse(stepProblems(measure, taken, step, todayOf(context)), 'step');
    assertCitation(vault, tier, step.evidence, 'step.evidence');
    return change(context, input, 'unit.measureStep', '', (tx) => insertMeasureStep(tx, input.id, step));
  }),

  closeMeasure: unlocked.members.closeMeasure.handler(({ context, input }) => {
    const { tier } = findItem(context.vault, input.id, 'unit');
    const measure = measureOf(tier, input.id, input.measureId);
    const taken = readMeasureSteps(tier, input.id).filter(({ measureId }) => measureId === measure.id);
    const { outcome, closedOn } = input;
    const last = taken.reduce((day, { doneOn }) => (doneOn > day ? doneOn : day), measure.openedOn);
    const dates: Problem[] = [];
    if (closedOn > todayOf(context)) dates.push({ rule: 'DATE_IN_FUTURE', field: 'closedOn' });
    if (closedOn < last) dates.push({ rule: 'STEP_BEFORE_LAST', field: 'closedOn', params: { last } });
    if (outcome === 'CANCELLED' && input.reason === '')
      dates.push({ rule: 'REASON_TEXT_REQUIRED', field: 'reason' });
    const exitDone = readUnitRow(tier, input.id)?.exitDone ?? [];
    const isLeaving = outcome === 'DONE' && isExit(measure.kind);
    refuse([
      ...dates,
      ...(outcome === 'DONE' ? closingProblems(measure, taken, exitDone, closedOn) : []),
      ...(isLeaving ? exitProblems(context.vault, input.id, closedOn) : []),
    ]);
    if (isLeaving) {
      assertVersion(findItem(context.vault, input.id, 'unit').item, input.version);
      endOffices(context.vault, input.id, closedOn, measure.reason);
    }
    return change(context, input, `unit.measure.${outcome}`, input.reason, (tx) => {
      putMeasure(tx, input.id, { ...measure, closedOn, outcome });
      if (!isLeaving) return;
      // Whoever is out is under no measure any more.
      for (const other of readMeasures(tier, input.id)) {
        if (other.closedOn === null) putMeasure(tx, input.id, { ...other, closedOn, outcome: 'CANCELLED' });
      }
      setMembership(tx, input.id, { memberUntil: closedOn, voteWeight: 0, benefitWeight: 0 });
    });
  }),

  measureDocument: unlocked.members.measureDocument.handler(({ context, input }) => {
    const { vault } = context;
    const unit = showUnitDetail(vault, input.id, todayOf(context));
    const measure = unit.measures.find(({ id }) => id === input.measureId);
    if (!measure) throw notFound();
    const body = readSettings(vault.register).shortName;
    const paper = measureDocument(unit, measure, { body, today: todayOf(context) });
    return offerDocument(vault, paper, input.format, `${unit.title} ${paper.title}`);
  }),

  tickExit: unlocked.members.tickExit.handler(({ context, input }) => {
    const { tier } = findItem(context.vault, input.id, 'unit');
    const others = (readUnitRow(tier, input.id)?.exitDone ?? []).filter((item) => item !== input.item);
    const exitDone = input.done ? [...others, input.item] : others;
    return change(context, input, 'unit.exitItem', '', (tx) => setMembership(tx, input.id, { exitDone }));
  }),
};

function measureOf(tier: Parameters<typeof readMeasures>[0], unitId: Id, measureId: Id) {
  const measure = readMeasures(tier, unitId).find(({ id }) => id === measureId);
  if (!measure) throw notFound();
  if (measure.closedOn !== null) throw notAllowed({ rule: 'MEASURE_CLOSED' });
  return measure;
}

/** @throws INVALID with the problems at their fields below `place`. */
function refuse(problems: readonly Problem[], place?: string): void {
  if (problems.length === 0) return;
  throw invalid(
    ...problems.map(({ field, ...problem }) =>
      field === undefined
        ? problem
        : { ...problem, field: place === undefined ? field : `${place}.${field}` },
    ),
  );
}

function change(
  context: UnlockedContext,
  { id, version }: { id: Id; version: number },
  verb: string,
  reason: string,
  deed: (tx: WriteTx) => void,
): UnitDetail {
  const { vault } = context;
  const { tier, item } = findItem(vault, id, 'unit');
  assertVersion(item, version);
  write(tier, vault.writer, { verb, reason }, deed);
  return showUnitDetail(vault, id, todayOf(context));
}
