/** What stands on printed minutes. They are an official Chinese paper (GB/T 9704-2012) in every language of the screens. */
export const minutesPaper = {
  mastheads: {
    COUNCIL: '理事会会议纪要',
    LEADING_GROUP: '领导小组会议纪要',
    PROJECT_GROUP: '项目组会议纪要',
    EXPERT_REVIEW: '专家评审会议纪要',
    COORDINATION: '协调会议纪要',
    OTHER: '会议纪要',
  },
  draft: '（草稿，未签发）',
  version: (number: number) => `（第${number}版，更正）`,
  opening: (when: string, chair: string, place: string, name: string) =>
    `${when}，${chair === '' ? '' : `${chair}主持，`}${place === '' ? '' : `在${place}`}召开${name}。`,
  dateUnknown: '日期未定',
  project: (name: string) => `所属项目：${name}。`,
  presenter: (name: string) => `（汇报人：${name}）`,
  headings: {
    topics: '会议议题',
    discussion: '讨论要点',
    resolutions: '议定事项',
    votes: '表决结果',
    attachments: '附件',
  },
  owner: (owner: string) => `责任：${owner}`,
  due: (date: string) => `期限：${date}`,
  brackets: (parts: readonly string[]) => `（${parts.join('；')}）`,
  vote: {
    subject: '表决事项',
    due: '应到',
    present: '实到',
    favour: '赞成',
    against: '反对',
    abstained: '弃权',
    recused: '回避',
  },
  attendance: { PRESENT: '出席：', EXCUSED: '请假：', OBSERVER: '列席：' },
  chair: '主持：',
  recorder: '记录：',
  signer: '签发：',
  /** 一、 to 九、 */
  ordinals: ['一', '二', '三', '四', '五', '六', '七', '八', '九'],
  correction: (reason: string) => `更正说明：${reason}`,
};
