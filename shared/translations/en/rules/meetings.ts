import type { RuleText } from '../../catalogue.ts';
import type { meetingsRules as zh } from '../../zh-CN/rules/meetings.ts';

/** Meetings and their minutes. */
export const meetingsRules: Record<keyof typeof zh, RuleText> = {
  NOT_A_TIME: 'This is not a time. Write it like 09:30.',
  MINUTES_SIGNED: 'The minutes are signed and cannot be changed. Begin a correction first.',
  MINUTES_NOT_SIGNED: 'The minutes are not signed; change them as they are.',
  MINUTES_EMPTY: 'Minutes have at least one topic or one resolution.',
  ISSUED_BEFORE_HELD: 'The day of issue is before the meeting.',
  ISSUE_NUMBER_HALF: 'An issue number has a year and a number.',
  ISSUE_NUMBER_INVALID: 'Write the issue number like 〔2026〕3号 or 2026-3.',
  ISSUE_NUMBER_TAKEN: ({ number, title }) => `${number} is the number of “${title}”.`,
  TWO_CHAIRS: 'Only one person chairs.',
  TWO_RECORDERS: 'Only one person takes the minutes.',
  EXCUSED_WITH_DUTY: ({ name }) => `${name} is excused and can neither chair nor take the minutes.`,
  ATTENDS_TWICE: 'The same person is listed twice.',
  VOTE_MORE_PRESENT_THAN_DUE: ({ present, due }) => `${present} are present, more than the ${due} expected.`,
  VOTE_DOES_NOT_ADD_UP: ({ cast, present }) =>
    `For, against, abstained and recused make ${cast}; ${present} are present.`,
  RESOLUTION_DROPPED_WITHOUT_REASON: 'Say why it is dropped.',
};
