import type { RuleText } from '../../catalogue.ts';

/** The joint body and its people. */
export const bodyRules = {
  ORCID_INVALID: 'ORCID 无效：应为 16 位，形如 0000-0002-1825-0097，末位是校验码。请对照本人的 ORCID 页面。',
  MONTH_INVALID: '请写成 2026-11 这样的年月。',
  SCORE_RANGE: '得分应在 0 到 100 之间。',
  GROUP_REQUIRED: '请选择所在的组织。',
  GROUP_HAS_PEOPLE: ({ count }) => `还有 ${count} 项任命没有结束，请先结束任命再撤销组织。`,
  COORDINATOR_IS_KNOWN: '总协调人的任命只能是公开或内部：每位用户都要知道由谁负责。',
  COORDINATOR_OVERLAPS: ({ name, from, to }) =>
    `总协调人同一时间只有一位：${name}的任期为 ${from} 至 ${to ?? '现在'}。请调整日期，或选择“接任”。`,
  APPOINTED_ALREADY: ({ from }) => `此人自 ${from} 起已担任同一职务，任期不能重叠。`,
  EFFECTIVE_BEFORE_ADOPTED: '施行日期早于通过日期。',
  RULE_NUMBER_TAKEN: ({ number }) => `已有版本“${number}”，请换一个版本号。`,
  RULE_VERSION_READ: '已有人阅读此版本，不能再改。请增加新版本。',
  READ_BEFORE_ADOPTED: '阅读日期早于此版本通过的日期。',
  READ_IN_FUTURE: '阅读日期晚于今天。',
} satisfies Record<string, RuleText>;
