import type { RuleText } from '../../catalogue.ts';
import type { outcomesRules as zh } from '../../zh-CN/rules/outcomes.ts';
import { numbered } from '../numbered.ts';

/** Outcomes and maturity panels. */
export const outcomesRules: Record<keyof typeof zh, RuleText> = {
  OUTCOME_INNOVATIONS_TOO_MANY: 'At most three innovations, one a line.',
  OUTCOME_KEYWORDS_TOO_MANY: 'At most three keywords.',
  OUTCOME_REGISTRATION_NO:
    'A registration number has three characters of place or department, four of the year, Y and four running, such as 3302026Y0001.',
  SHARE_NOT_POSITIVE: 'A share must be more than 0.',
  SHARES_NOT_WHOLE: ({ sum }) => `The shares add up to ${sum} %; they must make 100 %.`,
  SHARES_PARTY_TWICE: 'A contributor can stand on the list only once.',
  SCORE_STEP: 'Scores go by steps of 0.5.',
  SCORE_NEGATIVE: 'A score cannot be below 0.',
  SCORE_TOO_HIGH: ({ score, max }) =>
    `${score} is more than the ${numbered(max, 'point')} of this indicator.`,
  SCORE_TWICE: 'An indicator can be scored only once.',
  SCORE_MISSING: 'This indicator has no score yet.',
  OPINION_REQUIRED: 'Write an opinion.',
  SHEET_LOCKED: 'The score sheet is locked and cannot be changed.',
  SHEET_NOT_LOCKED: 'The score sheet is not locked; change it as it is.',
  SHEET_THERE_ALREADY: 'This expert has a score sheet already.',
  PANEL_CONCLUDED: 'The panel is concluded and cannot be changed. Convene another one to judge anew.',
  PANEL_NOT_CONCLUDED: 'It is not concluded yet; there is no report to print.',
  PANEL_EXPERT_BOUND: ({ name }) => `${name} has made a declaration or begun a sheet and stays on the list.`,
  PANEL_NOT_DECLARED: ({ name }) => `${name} has not signed the recusal declaration yet.`,
  PANEL_NOT_SEATED: 'This expert is recused or absent and cannot score.',
  PANEL_SHEET_HANDED_IN: 'This expert has handed in a sheet and cannot be called absent.',
  PANEL_SHEET_MISSING: ({ name }) => `The score sheet of ${name} is not locked yet.`,
  PANEL_SHEET_STALE: ({ name }) =>
    `The evidence of ${name} has changed since the sheet was locked. Open the sheet again and look at it.`,
  PANEL_SHEET_CHANGED: ({ name }) => `The score sheet of ${name} is not what it was when it was locked.`,
  PANEL_WITHOUT_SHEETS: 'There is no score sheet that counts.',
  PANEL_BELOW_FLOOR: ({ count, needed }) =>
    `Only ${numbered(count, 'expert counts', 'experts count')}; ${needed} are needed. A mean of fewer tells what single experts scored: add experts.`,
  SHEET_MAY_NOT_LEAVE: ({ title }) =>
    `“${title}” is above internal: the sheet and its material cannot leave. Score it in the program.`,
  ANSWER_NOT_ONE: 'This is no answer to a score sheet.',
  ANSWER_FOREIGN:
    'This answer belongs to no score sheet that this vault sent, or its code does not fit. It is not filed.',
  ANSWER_COPY_USED: 'An answer to this copy is filed already and says something else. Ask the expert.',
  EVERY_TIER_NEEDED: 'This is done by a user who can open every level.',
  RECUSAL_FOUND_SAME_UNIT: 'The register shows this expert in a contributing unit: recusal is required.',
  RECUSAL_FOUND_COMPLETER: 'The register shows this expert as a contributor: recusal is required.',
};
