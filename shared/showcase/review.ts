import { z } from 'zod';
import type { CalendarDate } from '../dates.ts';
import {
  contradiction,
  type Decision,
  GATE_POINTS,
  type GatePoint,
  isReview,
  isSamePerson,
  latestOf,
  type PanelFacts,
  type PanelState,
  POINTS_OF,
  statusOf,
} from './gate.ts';

/**
 * The way of a panel: DRAFT → UNIT_REVIEW → IP_REVIEW → SECRECY_REVIEW → APPROVED → PUBLISHED → WITHDRAWN. A review sends back to
 * DRAFT; an edit of text or picture does so from anywhere.
 */
export const STEPS = ['SUBMIT', 'PASS', 'RETURN', 'PUBLISH', 'WITHDRAW', 'REOPEN'] as const;
export type Step = (typeof STEPS)[number];

export const stepInputSchema = z.object({
  step: z.enum(STEPS),
  /** Who prepared (SUBMIT), passed, sent back, published or withdrew. */
  actor: z.string().trim().min(1, 'REQUIRED').max(60),
  remark: z.string().trim().max(500),
  /** Of the step to APPROVED: the last day the approval holds. */
  validTo: z.iso.date().nullable(),
});
export type StepInput = z.infer<typeof stepInputSchema>;

export type PanelReview = {
  state: PanelState;
  contentHash: string;
  decisions: readonly Decision[];
  /** 承办人: who submitted the present content. */
  preparedBy: string;
  validTo: CalendarDate | null;
  /** Of the content that was approved; null where none is. */
  approvedHash: string | null;
};

export type StepProblem = { rule: string; field?: string; params?: Record<string, string> };

const AFTER: Readonly<Partial<Record<PanelState, PanelState>>> = {
  UNIT_REVIEW: 'IP_REVIEW',
  IP_REVIEW: 'SECRECY_REVIEW',
  SECRECY_REVIEW: 'APPROVED',
};

/** The steps a state offers. */
export function stepsFrom(state: PanelState): Step[] {
  if (state === 'DRAFT') return ['SUBMIT'];
  if (isReview(state)) return ['PASS', 'RETURN'];
  if (state === 'APPROVED') return ['PUBLISH', 'WITHDRAW'];
  return state === 'PUBLISHED' ? ['WITHDRAW'] : ['REOPEN'];
}

/** What stands in the way of a step; none: {@link afterStep} is what follows. */
export function checkStep(
  review: PanelReview,
  input: StepInput,
  facts: PanelFacts,
  today: CalendarDate,
): StepProblem[] {
  const { state } = review;
  if (!stepsFrom(state).includes(input.step)) return [{ rule: 'STEP_NOT_FROM_STATE', field: 'step' }];
  if ((input.step === 'RETURN' || input.step === 'WITHDRAW') && input.remark === '')
    return [{ rule: 'REASON_TEXT_REQUIRED', field: 'remark' }];
  if (input.step === 'PASS' && isReview(state)) {
    const open = unanswered(review, facts, state === 'SECRECY_REVIEW' ? GATE_POINTS : POINTS_OF[state]);
    return [...open, ...(state === 'SECRECY_REVIEW' ? approvalProblems(review, input, today) : [])];
  }
  if (input.step === 'PUBLISH') return exhibitionProblems(review, facts, today);
  return [];
}

/** Whether a panel may be shown on a day, and what says no. Asked at publication and again at every export. */
export function exhibitionProblems(
  review: PanelReview,
  facts: PanelFacts,
  today: CalendarDate,
): StepProblem[] {
  const problems = unanswered(review, facts, GATE_POINTS);
  if (review.approvedHash !== review.contentHash) problems.push({ rule: 'APPROVAL_VOID' });
  if (review.validTo !== null && review.validTo < today)
    problems.push({ rule: 'APPROVAL_EXPIRED', params: { date: review.validTo } });
  return problems;
}

export function afterStep(review: PanelReview, input: StepInput): PanelReview {
  switch (input.step) {
    case 'SUBMIT':
      return { ...review, state: 'UNIT_REVIEW', preparedBy: input.actor };
    case 'PASS': {
      const state = AFTER[review.state] ?? review.state;
      if (state !== 'APPROVED') return { ...review, state };
      return { ...review, state, validTo: input.validTo, approvedHash: review.contentHash };
    }
    case 'PUBLISH':
      return { ...review, state: 'PUBLISHED' };
    case 'WITHDRAW':
      return { ...review, state: 'WITHDRAWN' };
    case 'RETURN':
    case 'REOPEN':
      return { ...review, state: 'DRAFT', validTo: null, approvedHash: null };
  }
}

/** After an edit: another text or picture voids what was approved; the same one changes nothing. */
export function afterEdit(review: PanelReview, contentHash: string): PanelReview {
  if (contentHash === review.contentHash) return review;
  return { ...review, contentHash, state: 'DRAFT', validTo: null, approvedHash: null };
}

function unanswered(review: PanelReview, facts: PanelFacts, points: readonly GatePoint[]): StepProblem[] {
  return points.flatMap((point) => {
    const status = statusOf(review.decisions, point, review.contentHash, facts);
    if (status === 'GREEN') return [];
    const decision = latestOf(review.decisions, point);
    const why = decision && status === 'CONTRADICTED' ? contradiction(decision, facts) : null;
    return [{ rule: `POINT_${status}`, params: why === null ? { point } : { point, why } }];
  });
}

/** 签发: not by who prepared it, and the secrecy review not by who answered for the content (four eyes). */
function approvalProblems(review: PanelReview, input: StepInput, today: CalendarDate): StepProblem[] {
  const problems: StepProblem[] = [];
  if (input.validTo === null) problems.push({ rule: 'VALID_TO_REQUIRED', field: 'validTo' });
  else if (input.validTo < today) problems.push({ rule: 'VALID_TO_PAST', field: 'validTo' });
  if (isSamePerson(input.actor, review.preparedBy))
    problems.push({ rule: 'APPROVER_PREPARED_IT', field: 'actor' });
  const answered = latestOf(review.decisions, 'ACCURACY')?.reviewer;
  const secrecy = latestOf(review.decisions, 'STATE_SECRET')?.reviewer;
  if (answered !== undefined && secrecy !== undefined && isSamePerson(answered, secrecy))
    problems.push({ rule: 'SECRECY_REVIEWER_IS_AUTHOR' });
  return problems;
}
