import type { RuleText } from '../../catalogue.ts';

/** Meetings and their minutes. */
export const meetingsRules = {
  NOT_A_TIME: '时间无效，请写成 09:30 这样的形式。',
  MINUTES_SIGNED: '纪要已签发，不能修改。需要改动时，请先开始更正。',
  MINUTES_NOT_SIGNED: '纪要尚未签发，可以直接修改。',
  MINUTES_EMPTY: '纪要至少要有一项议题或议定事项。',
  ISSUED_BEFORE_HELD: '印发日期早于会议日期。',
  ISSUE_NUMBER_HALF: '期号须有年份和序号。',
  ISSUE_NUMBER_INVALID: '期号请写成 〔2026〕3号 或 2026-3 这样的形式。',
  ISSUE_NUMBER_TAKEN: ({ number, title }) => `${number}已用于“${title}”。`,
  TWO_CHAIRS: '主持人只能有一位。',
  TWO_RECORDERS: '记录人只能有一位。',
  EXCUSED_WITH_DUTY: ({ name }) => `${name}已请假，不能主持或记录。`,
  ATTENDS_TWICE: '同一人在参会名单中出现了两次。',
  VOTE_MORE_PRESENT_THAN_DUE: ({ present, due }) => `实到 ${present} 人多于应到 ${due} 人。`,
  VOTE_DOES_NOT_ADD_UP: ({ cast, present }) =>
    `赞成、反对、弃权与回避共 ${cast} 人，与实到 ${present} 人不符。`,
  RESOLUTION_DROPPED_WITHOUT_REASON: '终止的事项须写明原因。',
} satisfies Record<string, RuleText>;
