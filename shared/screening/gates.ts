import type { CalendarDate } from '../dates.ts';
import type { Problem } from '../errors.ts';
import { type CreditCheck, creditStanding } from '../members/creditCheck.ts';
import { CHECK_ITEMS, type Check } from './checklist.ts';
import { addWorkingDays, type Objection } from './publicity.ts';
import type { CaseStage } from './stages.ts';
import { type Vote, voteProblems } from './vote.ts';

/** What a stage's passing is judged by. */
export type CaseFacts = {
  /** Required fields of the unit that are not filled. */
  unitMissing: readonly string[];
  creditChecks: readonly Pick<CreditCheck, 'source' | 'queriedOn' | 'result'>[];
  /** The council's reason for admitting in spite of a barring entry; '' for none. */
  creditWaiver: string;
  checks: readonly (Check & { isStale: boolean })[];
  /** null: somebody who opens every tier must see to it. */
  panel: { problems: Problem[] } | null;
  publicity: { from: CalendarDate | null; days: number; daysOff: readonly CalendarDate[]; place: string };
  objections: readonly Pick<Objection, 'verdict'>[];
  signing: { signedOn: CalendarDate | null; fee: number | null; feePaidOn: CalendarDate | null };
};

/** What stands against passing a stage on a day. A waiver sets all of it aside; it is recorded as one. */
export function gateProblems(
  stage: CaseStage,
  facts: CaseFacts,
  { decidedOn, vote }: { decidedOn: CalendarDate; vote: Vote | null },
): Problem[] {
  switch (stage) {
    case 'DRAFT':
      return facts.unitMissing.length === 0
        ? []
        : facts.unitMissing.map((field) => ({ rule: 'UNIT_FIELD_MISSING', field: `unit.${field}` }));
    case 'SUBMITTED':
      return creditProblems(facts, decidedOn);
    case 'SECRETARIAT_REVIEW':
      return checklistProblems(facts.checks);
    case 'EXPERT_REVIEW':
      return facts.panel === null ? [{ rule: 'NEEDS_EVERY_TIER' }] : facts.panel.problems;
    case 'COUNCIL':
      return [
        ...barProblems(facts, decidedOn),
        ...(vote ? voteProblems(vote, true) : [{ rule: 'VOTE_REQUIRED', field: 'vote' }]),
      ];
    case 'PUBLICITY':
      return publicityProblems(facts, decidedOn);
    case 'SIGNING':
      return signingProblems(facts.signing, decidedOn);
    default:
      return [];
  }
}

/** The last day of the 公示; null before it began. */
export function publicityEnds({ from, days, daysOff }: CaseFacts['publicity']): CalendarDate | null {
  return from === null ? null : addWorkingDays(from, days, daysOff);
}

function creditProblems(facts: CaseFacts, day: CalendarDate): Problem[] {
  const { missing, expired } = creditStanding(facts.creditChecks, day);
  return [
    ...missing.map((source) => ({ rule: 'CREDIT_MISSING', field: `credit.${source}` })),
    ...expired.map((source) => ({ rule: 'CREDIT_EXPIRED', field: `credit.${source}` })),
  ];
}

function checklistProblems(checks: CaseFacts['checks']): Problem[] {
  const open = CHECK_ITEMS.filter(
    (item) => !checks.some((check) => check.item === item && check.verdict !== null),
  );
  const problems: Problem[] = [];
  if (open.length > 0) problems.push({ rule: 'CHECKLIST_OPEN', params: { count: open.length } });
  const failed = checks.filter(({ verdict }) => verdict === 'FAIL').length;
  if (failed > 0) problems.push({ rule: 'CHECKLIST_FAILED', params: { count: failed } });
  const bare = checks.filter(({ verdict, evidence }) => verdict === 'PASS' && evidence === null).length;
  if (bare > 0) problems.push({ rule: 'CHECKLIST_NO_EVIDENCE', params: { count: bare } });
  const stale = checks.filter(({ verdict, isStale }) => verdict === 'PASS' && isStale).length;
  if (stale > 0) problems.push({ rule: 'CHECKLIST_STALE', params: { count: stale } });
  return problems;
}

function barProblems(facts: CaseFacts, day: CalendarDate): Problem[] {
  const { effect } = creditStanding(facts.creditChecks, day);
  return effect === 'BARS' && facts.creditWaiver === ''
    ? [{ rule: 'CREDIT_BARS', field: 'creditWaiver' }]
    : [];
}

function publicityProblems({ publicity, objections }: CaseFacts, day: CalendarDate): Problem[] {
  const ends = publicityEnds(publicity);
  const problems: Problem[] = [];
  if (ends === null) problems.push({ rule: 'PUBLICITY_NOT_BEGUN' });
  else if (day <= ends) problems.push({ rule: 'PUBLICITY_RUNS', params: { ends } });
  const pending = objections.filter(({ verdict }) => verdict === 'PENDING').length;
  if (pending > 0) problems.push({ rule: 'OBJECTIONS_PENDING', params: { count: pending } });
  const upheld = objections.filter(({ verdict }) => verdict === 'UPHELD').length;
  if (upheld > 0) problems.push({ rule: 'OBJECTION_UPHELD', params: { count: upheld } });
  return problems;
}

/** What stands against admission on a day: the agreement is signed, and what is due is paid. */
export function signingProblems(
  { signedOn, fee, feePaidOn }: CaseFacts['signing'],
  day: CalendarDate,
): Problem[] {
  const problems: Problem[] = [];
  if (signedOn === null) problems.push({ rule: 'AGREEMENT_NOT_SIGNED' });
  else if (signedOn > day) problems.push({ rule: 'SIGNED_AFTER_DECISION' });
  if (fee === null) problems.push({ rule: 'FEE_NOT_SET' });
  else if (fee > 0 && (feePaidOn === null || feePaidOn > day)) problems.push({ rule: 'FEE_NOT_PAID' });
  return problems;
}
