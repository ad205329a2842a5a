/** Levels, tiers and terms as every screen, print and export names them. */
export const levels = {
  names: { PUBLIC: '公开', INTERNAL: '内部', TRADE_SECRET: '普通商密', CORE_TRADE_SECRET: '核心商密' },
  explain: {
    PUBLIC: '可以对外展示和公布',
    INTERNAL: '联合体内部使用',
    TRADE_SECRET: '泄露会使联合体或成员受到损害',
    CORE_TRADE_SECRET: '泄露会使联合体或成员受到特别严重的损害',
  },
  tiers: { register: '公开和内部', secret: '普通商密', core: '核心商密' },
  level: '密级',
  term: '保密期限',
  until: (date: string) => `保密至 ${date}`,
  noTerm: '不设期限',
  permanent: '长期',
  untilPublished: '公布前',
  years: (count: number) => `${count}年`,
  months: (count: number) => `${count}个月`,
  days: (count: number) => `${count}日`,
  otherTerm: '其他期限',
  otherTermHelp: '例如 6个月、30日、长期、公布前',
  personalInfo: '含个人信息',
  noStateSecrets: '国家秘密（绝密、机密、秘密）不得存入本系统。',
};
