import { z } from 'zod';
import { addDays, type CalendarDate } from '../dates.ts';
import type { Problem } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { citationSchema } from '../records/citation.ts';
import { voteProblems, voteSchema } from '../screening/vote.ts';

/** 限期整改, 暂停, 自愿退出, 劝退, 除名, 资格丧失 (domain rules 1.8). */
export const MEASURE_KINDS = [
  'RECTIFYING',
  'SUSPENDED',
  'EXIT_VOLUNTARY',
  'EXIT_PERSUADED',
  'EXPELLED',
  'LAPSED',
] as const;
export const measureKindSchema = z.enum(MEASURE_KINDS);
export type MeasureKind = z.infer<typeof measureKindSchema>;

export const MEASURE_STEPS = [
  'NOTICE',
  'RECHECK',
  'MEMBER_NOTICE',
  'DUES',
  'CONFIRMED',
  'COUNCIL_INFORMED',
  'TALK',
  'ADVICE',
  'ANSWER',
  'AGREEMENT',
  'DEFENCE',
  'VOTE',
  'RESOLUTION',
  'PUBLISHED',
  'RECORD',
  'LIFTED',
] as const;
export const measureStepKindSchema = z.enum(MEASURE_STEPS);
export type MeasureStepKind = z.infer<typeof measureStepKindSchema>;

/** What each measure takes, in this order; nothing is left out. */
export const STEPS_OF: Record<MeasureKind, readonly MeasureStepKind[]> = {
  RECTIFYING: ['NOTICE', 'RECHECK'],
  SUSPENDED: ['NOTICE', 'VOTE', 'LIFTED'],
  EXIT_VOLUNTARY: ['MEMBER_NOTICE', 'DUES', 'CONFIRMED', 'COUNCIL_INFORMED'],
  EXIT_PERSUADED: ['TALK', 'ADVICE', 'ANSWER', 'AGREEMENT'],
  EXPELLED: ['NOTICE', 'DEFENCE', 'VOTE', 'RESOLUTION', 'PUBLISHED'],
  LAPSED: ['RECORD'],
};

/** A member's notice of withdrawal lies at least so many days before the exit. */
export const NOTICE_DAYS = 30;

/** What must have ended or been handed over before a member is gone; drives the form of the exit. */
export const EXIT_ITEMS = [
  'GRANTS_REVOKED',
  'CARRIERS_RETURNED',
  'PERSONAL_INFO',
  'PROJECTS_HANDED_OVER',
  'FEES_SETTLED',
  'IP_CONFIRMED',
  'SECRECY_REMINDED',
  'RECORDS_FILED',
] as const;
export type ExitItem = (typeof EXIT_ITEMS)[number];

export const measureStepSchema = z.object({
  id: idSchema,
  measureId: idSchema,
  step: measureStepKindSchema,
  doneOn: z.iso.date('NOT_A_DATE'),
  text: z.string().trim().min(1, 'REQUIRED').max(2000, 'TOO_LONG'),
  /** For DEFENCE: whether the member used its right, orally or in writing. */
  defence: z.enum(['ORAL', 'WRITTEN', 'WAIVED']).nullable(),
  vote: voteSchema.nullable(),
  evidence: citationSchema.nullable(),
});
export type MeasureStep = z.infer<typeof measureStepSchema>;

export const measureSchema = z.object({
  id: idSchema,
  kind: measureKindSchema,
  openedOn: z.iso.date('NOT_A_DATE'),
  reason: z.string().trim().min(1, 'REASON_REQUIRED').max(2000, 'TOO_LONG'),
  /** By which the member must act; needed for 限期整改. For a voluntary exit: the day it takes effect. */
  dueOn: z.iso.date('NOT_A_DATE').nullable(),
  /** Done or given up on that day; null while it runs. */
  closedOn: z.iso.date('NOT_A_DATE').nullable(),
  outcome: z.enum(['', 'DONE', 'CANCELLED']),
});
export type Measure = z.infer<typeof measureSchema>;

export function isExit(kind: MeasureKind): boolean {
  return kind !== 'RECTIFYING' && kind !== 'SUSPENDED';
}

/** The step that comes next; null when all are taken. */
export function nextStep(
  kind: MeasureKind,
  taken: readonly { step: MeasureStepKind }[],
): MeasureStepKind | null {
  return STEPS_OF[kind].find((step) => !taken.some((each) => each.step === step)) ?? null;
}

/** What stands against opening a measure on a day. */
export function openingProblems(
  measure: Pick<Measure, 'kind' | 'openedOn' | 'dueOn'>,
  open: readonly { kind: MeasureKind }[],
  today: CalendarDate,
): Problem[] {
  const problems: Problem[] = [];
  if (measure.openedOn > today) problems.push({ rule: 'DATE_IN_FUTURE', field: 'openedOn' });
  if (open.some(({ kind }) => kind === measure.kind || (isExit(kind) && isExit(measure.kind)))) {
    problems.push({ rule: 'MEASURE_RUNS', field: 'kind' });
  }
  if (measure.kind === 'RECTIFYING' && measure.dueOn === null) {
    problems.push({ rule: 'MEASURE_DUE_REQUIRED', field: 'dueOn' });
  }
  if (measure.dueOn !== null && measure.dueOn < measure.openedOn) {
    problems.push({ rule: 'END_BEFORE_START', field: 'dueOn' });
  }
  if (measure.kind === 'EXIT_VOLUNTARY') {
    const earliest = addDays(measure.openedOn, NOTICE_DAYS);
    if (measure.dueOn === null) problems.push({ rule: 'MEASURE_DUE_REQUIRED', field: 'dueOn' });
    else if (measure.dueOn < earliest) {
      problems.push({ rule: 'NOTICE_TOO_SHORT', field: 'dueOn', params: { earliest } });
    }
  }
  return problems;
}

/** What stands against a step: order, dates, and what its kind asks for. */
export function stepProblems(
  measure: Pick<Measure, 'kind' | 'openedOn'>,
  taken: readonly Pick<MeasureStep, 'step' | 'doneOn'>[],
  step: Pick<MeasureStep, 'step' | 'doneOn' | 'defence' | 'vote'>,
  today: CalendarDate,
): Problem[] {
  const problems: Problem[] = [];
  const next = nextStep(measure.kind, taken);
  if (step.step !== next) problems.push({ rule: 'STEP_OUT_OF_ORDER', field: 'step' });
  const last = taken.reduce((day, { doneOn }) => (doneOn > day ? doneOn : day), measure.openedOn);
  if (step.doneOn < last) problems.push({ rule: 'STEP_BEFORE_LAST', field: 'doneOn', params: { last } });
  if (step.doneOn > today) problems.push({ rule: 'DATE_IN_FUTURE', field: 'doneOn' });
  if (step.step === 'DEFENCE' && step.defence === null) {
    problems.push({ rule: 'DEFENCE_REQUIRED', field: 'defence' });
  }
  if (step.step === 'VOTE') {
    if (step.vote === null) problems.push({ rule: 'VOTE_REQUIRED', field: 'vote' });
    else problems.push(...voteProblems(step.vote, true));
  }
  return problems;
}

/** What stands against closing it as done: every step, and for an exit the whole checklist. */
export function closingProblems(
  measure: Pick<Measure, 'kind' | 'dueOn'>,
  taken: readonly { step: MeasureStepKind }[],
  exitDone: readonly ExitItem[],
  day: CalendarDate,
): Problem[] {
  const problems: Problem[] = [];
  const next = nextStep(measure.kind, taken);
  if (next !== null) problems.push({ rule: 'STEPS_MISSING' });
  if (isExit(measure.kind)) {
    const missing = EXIT_ITEMS.filter((item) => !exitDone.includes(item));
    if (missing.length > 0) problems.push({ rule: 'EXIT_CHECKLIST_OPEN', params: { count: missing.length } });
  }
  if (measure.kind === 'EXIT_VOLUNTARY' && measure.dueOn !== null && day < measure.dueOn) {
    problems.push({
      rule: 'EXIT_BEFORE_NOTICE_ENDS',
      field: 'closedOn',
      params: { earliest: measure.dueOn },
    });
  }
  return problems;
}
