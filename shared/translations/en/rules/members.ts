import type { RuleText } from '../../catalogue.ts';
import type { membersRules as zh } from '../../zh-CN/rules/members.ts';
import { numbered } from '../numbered.ts';

/** Units, screening and membership. */
export const membersRules: Record<keyof typeof zh, RuleText> = {
  NOT_A_NUMBER: 'Enter a number.',
  NOT_WHOLE: 'Enter a whole number.',
  NEGATIVE: 'It cannot be below 0.',
  TOO_LARGE: 'The number is too large. Check it.',
  USCC_LENGTH: ({ length }) => `A unified social credit code has 18 characters; this has ${length}.`,
  USCC_AUTHORITY_CHARACTER: ({ character }) =>
    `Character 1 (registering authority) cannot be “${character}”. The letters I, O, Z, S, V do not occur.`,
  USCC_CLASS_CHARACTER: ({ character }) =>
    `Character 2 (kind of body) cannot be “${character}”. The letters I, O, Z, S, V do not occur.`,
  USCC_REGION_CHARACTER: ({ position, character }) =>
    `Character ${position} (region, characters 3–8) must be a digit; it is “${character}”.`,
  USCC_SUBJECT_CHARACTER: ({ position, character }) =>
    `Character ${position} (subject, characters 9–17) cannot be “${character}”. The letters I, O, Z, S, V do not occur.`,
  USCC_CHECK_CHARACTER: ({ character }) =>
    `Character 18 (check) cannot be “${character}”. The letters I, O, Z, S, V do not occur.`,
  USCC_CHECK_WRONG: ({ expected, found }) =>
    `Character 18 (check) does not fit: the first 17 ask for ${expected}, here is ${found}. Compare all of it with the certificate.`,
  USCC_AND_EXEMPTION: 'There is a code: no reason for having none is needed.',
  USCC_TAKEN: ({ unit }) => `“${unit}” bears this code already. A unit is entered once.`,
  RD_STAFF_EXCEEDS_STAFF: 'More R&D staff than staff. Check both.',
  POSTCODE_INVALID: 'A postcode has 6 digits.',
  EMAIL_INVALID: 'This is no e-mail address.',
  CREDIT_NOTE_REQUIRED: 'Say what was found (case number, court, matter).',
  DELIVERED_WHEN: 'Give the day it was delivered.',
  SCORE_OVER_FULL: 'More than the full points of this item.',
  SCORE_EVIDENCE_REQUIRED: 'This score cites no evidence.',
  SCORE_STALE: 'The evidence of this score has changed or run out. Judge anew and cite again.',
  REVIEW_BEFORE_YEAR: 'Reviewed before the year began.',
  REVIEW_YEAR_TAKEN: 'This year was reviewed already.',
  NOT_A_MEMBER: 'The unit is not a member now.',
  MEMBER_HAS_LEFT: 'The unit has left. To join again it must be screened.',
  UNIT_WAS_MEMBER:
    'The unit is or was a member and cannot be removed; it leaves by a measure under Membership.',
  UNIT_IS_MEMBER: 'The unit is a member already.',
  MEASURE_RUNS: 'A measure of this kind is under way. Finish it first.',
  MEASURE_CLOSED: 'This measure has ended.',
  MEASURE_DUE_REQUIRED: 'Give the day it is due.',
  NOTICE_TOO_SHORT: ({ earliest }) =>
    `Withdrawal takes 30 days’ written notice: ${earliest} at the earliest.`,
  STEP_OUT_OF_ORDER: 'Take the steps in order. None can be skipped.',
  STEP_BEFORE_LAST: ({ last }) => `Earlier than the step before (${last}).`,
  STEPS_MISSING: 'There are steps left to take.',
  DEFENCE_REQUIRED: 'Say how the member defended itself: orally, in writing, or not at all.',
  EXIT_AGREEMENT_RUNS: ({ title }) =>
    `The membership agreement ${title} is still in force. Enter its last day among the agreements under Exchange first.`,
  EXIT_COORDINATOR: ({ name }) =>
    `${name}, the coordinator, is of this unit. Hand the office over under Joint body first.`,
  MEMBER_WITHOUT_CASE:
    'Say why the unit becomes a member without screening, such as that it joined before this vault was made.',
  EXIT_CHECKLIST_OPEN: ({ count }) =>
    `${numbered(count, 'item of the exit checklist is', 'items of the exit checklist are')} open.`,
  EXIT_BEFORE_NOTICE_ENDS: ({ earliest }) => `Not before the notice ends (${earliest}).`,
  VOTE_REQUIRED: 'Enter the vote.',
  VOTE_MORE_THAN_MEMBERS: 'More are present than the council has members.',
  COUNCIL_VOTE_DOES_NOT_ADD_UP: ({ cast, recused, present }) =>
    `The vote does not add up: ${cast} cast and ${recused} recused of ${present} present.`,
  VOTE_NO_QUORUM: ({ present, needed }) =>
    `${present} present is less than half of the council (${needed} at least).`,
  VOTE_NO_MAJORITY: ({ inFavour, needed }) =>
    `${inFavour} in favour is less than two thirds of those present (${needed} at least).`,
  CASE_RUNS: 'A case about this unit is under way.',
  CASE_ENDED: 'This case has ended and stays as it is.',
  CASE_STAGE_CHANGED: 'The case stands at another stage by now. Look at it again.',
  OUTCOME_NOT_POSSIBLE: 'This cannot be decided at this stage, and no stage can be skipped.',
  ONLY_COORDINATOR_WAIVES: 'Only the general coordinator waives a stage, with a reason.',
  UNIT_FIELD_MISSING: 'Not filled in for the unit yet.',
  CREDIT_MISSING: 'Not looked up yet.',
  CREDIT_EXPIRED: 'Looked up more than 90 days ago. Look it up again.',
  CREDIT_BARS: 'There is a barring entry: the council must give its reason before the unit can be admitted.',
  CHECK_NOTE_REQUIRED: 'Say why it fails or does not apply.',
  CHECKLIST_OPEN: ({ count }) =>
    `${numbered(count, 'item of the checklist is', 'items of the checklist are')} open.`,
  CHECKLIST_FAILED: ({ count }) => `${numbered(count, 'item')} of the checklist failed.`,
  CHECKLIST_NO_EVIDENCE: ({ count }) => `${numbered(count, 'item')} passed without evidence.`,
  CHECKLIST_STALE: ({ count }) => `The evidence of ${numbered(count, 'item')} has changed or run out.`,
  PANEL_TOO_SMALL: ({ count, needed }) =>
    `${numbered(count, 'expert scores', 'experts score')}; it takes ${needed} at least.`,
  PANEL_UNSIGNED: ({ count }) =>
    count === 1 ? '1 score sheet is not signed.' : `${count} score sheets are not signed.`,
  PANEL_STALE: ({ count }) =>
    `The evidence of ${count === 1 ? '1 score sheet' : `${count} score sheets`} has changed or run out: score anew.`,
  PANEL_BELOW: ({ mean, needed }) => `The mean is ${mean}, below ${needed}.`,
  SCREENING_PANEL_ENDED: 'The panel has ended; its sheets stay as they are.',
  NO_PANEL_IN_PRESET: 'The short procedure has no panel.',
  NEEDS_EVERY_TIER: 'A user who opens every level must do this.',
  EXPERT_TWICE: 'This expert sits on the panel already.',
  EXPERT_OF_APPLICANT: 'This expert belongs to the applicant and cannot sit on the panel.',
  SHEET_SIGNED: 'The sheet is signed. Reopen it to score anew.',
  PUBLICITY_NOT_BEGUN: 'The publicity has not begun.',
  PUBLICITY_RUNS: ({ ends }) => `The publicity runs to the end of ${ends}.`,
  OBJECTIONS_PENDING: ({ count }) => `${numbered(count, 'objection is', 'objections are')} not settled.`,
  OBJECTION_UPHELD: ({ count }) =>
    `${numbered(count, 'objection was', 'objections were')} upheld: it cannot pass.`,
  OBJECTION_ANSWER_REQUIRED: 'Give the answer and its day.',
  AGREEMENT_NOT_SIGNED: 'The agreement is not signed yet.',
  SIGNED_AFTER_DECISION: 'Signed after the decision.',
  FEE_NOT_SET: 'The fee is not settled; enter 0 where none is due.',
  FEE_NOT_PAID: 'The fee is not paid.',
};
