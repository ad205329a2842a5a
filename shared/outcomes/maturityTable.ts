/**
 * Table 1 of the guideline, 产学研转化成果成熟度评价指标体系: three first-level and ten second-level indicators, 100 points. The
 * Chinese is the guideline's own text, word for word; the English beside it is a translation for reading only.
 */
export const INDICATORS = [
  'innovation',
  'advancement',
  'maturity',
  'ip',
  'benefit',
  'market',
  'external',
  'risk_tech',
  'risk_market',
  'risk_policy',
] as const;
export type Indicator = (typeof INDICATORS)[number];
export type IndicatorGroup = 'TECHNICAL' | 'TRANSFORMATION' | 'RISK';

type Text = { zh: string; en: string };
export type IndicatorRow = {
  id: Indicator;
  group: IndicatorGroup;
  points: number;
  name: Text;
  explanation: Text;
  aspects: Text;
};

export const MATURITY_TABLE_TITLE: Text = {
  zh: '产学研转化成果成熟度评价指标体系',
  en: 'Indicators of the maturity of transformed outcomes',
};

export const INDICATOR_GROUPS: readonly { id: IndicatorGroup; points: number; name: Text }[] = [
  { id: 'TECHNICAL', points: 50, name: { zh: '技术指标', en: 'Technical' } },
  { id: 'TRANSFORMATION', points: 35, name: { zh: '转化指标', en: 'Transformation' } },
  { id: 'RISK', points: 15, name: { zh: '风险指标', en: 'Risk' } },
];

/** The direction the guideline does not say: only so can 100 points mean the best (domain rules §10, 5). Printed on every sheet. */
export const RISK_DIRECTION: Text = {
  zh: '风险指标按抗风险能力（风险可控程度）评分：5 分表示风险很低，0 分表示风险很高。',
  en: 'Risk items score how well the risk is under control: 5 means very low risk, 0 means very high risk.',
};

export const MATURITY_TABLE: readonly IndicatorRow[] = [
  {
    id: 'innovation',
    group: 'TECHNICAL',
    points: 15,
    name: { zh: '创新性', en: 'Innovation' },
    explanation: {
      zh: '成果在体现自主创新，掌握核心技术的程度',
      en: 'How far the outcome shows independent innovation and command of core technology',
    },
    aspects: {
      zh: '创新点、原始创新所占的比重、提高行业竞争力和技术跨越',
      en: 'Points of innovation, share of original innovation, gain in competitiveness and leaps in technology',
    },
  },
  {
    id: 'advancement',
    group: 'TECHNICAL',
    points: 15,
    name: { zh: '先进性', en: 'Advancement' },
    explanation: {
      zh: '成果相对于其他成果表现出来的优良特性',
      en: 'What the outcome does better than other outcomes',
    },
    aspects: {
      zh: '领先程度、战略性、前瞻性、推动行业进步',
      en: 'Lead over others, strategic weight, foresight, progress it brings to the industry',
    },
  },
  {
    id: 'maturity',
    group: 'TECHNICAL',
    points: 10,
    name: { zh: '成熟度', en: 'Maturity' },
    explanation: {
      zh: '成果已经达到的技术不再突变的特性',
      en: 'How far the technology has stopped changing abruptly',
    },
    aspects: {
      zh: '稳定性、可靠性、成果实现复杂与难易程度、寿命周期',
      en: 'Stability, reliability, complexity and difficulty of making it, life cycle',
    },
  },
  {
    id: 'ip',
    group: 'TECHNICAL',
    points: 10,
    name: { zh: '知识产权', en: 'IP rights' },
    explanation: {
      zh: '成果依法所享有的专项权利',
      en: 'The particular rights the outcome enjoys by law',
    },
    aspects: {
      zh: '专利、标准、商标、出版专著及软件著作权等',
      en: 'Patents, standards, trade marks, monographs, software copyright and the like',
    },
  },
  {
    id: 'benefit',
    group: 'TRANSFORMATION',
    points: 15,
    name: { zh: '经济和社会效益', en: 'Benefit' },
    explanation: {
      zh: '成果已经产生的或潜在的经济效益或社会效益',
      en: 'Economic or social benefit the outcome has brought or may bring',
    },
    aspects: {
      zh: '既有的或可预期的推广面积或销售量、带动相关产业发展程度',
      en: 'Reach or sales, present or expected; how far it moves related industries',
    },
  },
  {
    id: 'market',
    group: 'TRANSFORMATION',
    points: 15,
    name: { zh: '市场实现', en: 'Market' },
    explanation: {
      zh: '成果转化为可交易的数据产品及可应用的产品或服务的要素评价',
      en: 'What it takes to become a data product that can be traded, or a product or service that can be used',
    },
    aspects: {
      zh: '团队能力，如研发团队实力、技术带头人能力、产品化要素，如产品理念、数据产品、产品终端、生产化要素，如生产需投入的人、机、料、法、环、测商业化要素，如营销服务、盈利预期',
      en: 'Team: strength of the developers, ability of the lead; product: idea, data product, terminal; production: people, machines, materials, methods, environment, measurement; commerce: marketing, service, expected profit',
    },
  },
  {
    id: 'external',
    group: 'TRANSFORMATION',
    points: 5,
    name: { zh: '外部资源', en: 'Resources' },
    explanation: {
      zh: '成果转化可获得的外部支持的资源',
      en: 'Support from outside that the transformation can draw on',
    },
    aspects: {
      zh: '市场规模、资源环境、资金、政策等支持',
      en: 'Size of the market, resources, funds, policy',
    },
  },
  {
    id: 'risk_tech',
    group: 'RISK',
    points: 5,
    name: { zh: '技术风险', en: 'Technical risk' },
    explanation: {
      zh: '成果可能存在的技术替代、技术瑕疵带来的风险',
      en: 'Risk of being replaced by other technology or of technical flaws',
    },
    aspects: {
      zh: '潜在的权益纠纷、潜在的科技发展的风险或危害、潜在的生物安全的风险或危害',
      en: 'Possible disputes over rights, possible risk or harm from the progress of science, possible biosafety risk or harm',
    },
  },
  {
    id: 'risk_market',
    group: 'RISK',
    points: 5,
    name: { zh: '市场风险', en: 'Market risk' },
    explanation: {
      zh: '成果转化为产品或服务后因市场供求变化带来的风险',
      en: 'Risk from changes of supply and demand once it is a product or service',
    },
    aspects: {
      zh: '进入市场难易程度、预期收益能否实现',
      en: 'How hard it is to enter the market, whether the expected return is reached',
    },
  },
  {
    id: 'risk_policy',
    group: 'RISK',
    points: 5,
    name: { zh: '政策风险', en: 'Policy risk' },
    explanation: {
      zh: '成果因政策影响带来的风险',
      en: 'Risk from changes of policy',
    },
    aspects: {
      zh: '产业政策契合度、区域政策契合度',
      en: 'Fit with industrial policy, fit with regional policy',
    },
  },
];

/** How many points an indicator has. */
export function pointsOf(indicator: Indicator): number {
  const row = MATURITY_TABLE.find(({ id }) => id === indicator);
  if (row === undefined) throw new RangeError(`Table 1 has no ${indicator}`);
  return row.points;
}
