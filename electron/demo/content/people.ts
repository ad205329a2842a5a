import { diceFor } from '../random.ts';
import type { UnitKey } from './units.ts';

export type PersonPlan = {
  name: string;
  unit: UnitKey;
  position: string;
  email: string;
  phone: string;
  note: string;
};

/** Those who are named by their office; the first is the coordinator, the next three keep the archive, the money and the law. */
const OFFICERS: readonly [string, UnitKey, string, string][] = [
  ['林致远', 'institute', '总协调人、研究员', '领导小组组长；任期自联合体成立起。'],
  ['苏晚晴', 'institute', '档案管理员、馆员', '管理组；负责档案收集、整理、利用与统计。'],
  ['罗佳禾', 'institute', '财务主管、高级会计师', '管理组；联合体经费核算。'],
  ['程未央', 'transfer', '法务顾问、律师', '管理组；协议审查与保密条款。'],
  ['何清越', 'institute', '展示管理员', '管理组；展示区与对外接待。'],
  ['陈牧之', 'hospital', '院长、主任医师', '领导小组副组长。'],
  ['周砚秋', 'bio', '总经理、正高级工程师', '领导小组成员；早筛项目负责人。'],
  ['许明澈', 'device', '技术总监、正高级工程师', '领导小组成员；导航与细胞制备装备项目负责人。'],
  ['沈知行', 'pharma', '副总经理、主任药师', '领导小组成员；制剂中试项目负责人。'],
  ['陆景行', 'tech', '计算机学院教授', '影像判读软件项目负责人。'],
  ['顾南星', 'medical', '医学物理系教授', '放疗质控项目负责人。'],
  ['江若谷', 'hospital', '样本库主任、研究员', '样本库标准化项目负责人。'],
  ['裴云舟', 'institute', '数据中心主任、研究员', '数据产品项目负责人。'],
  ['温如许', 'clinic', '副院长、主任医师', '领导小组成员。'],
  ['方既明', 'society', '秘书长、教授', '专家库管理。'],
  ['严望舒', 'office', '副主任', '列席领导小组会议。'],
  ['唐叙白', 'fund', '投资总监', '成果转化投资评估。'],
  ['叶知秋', 'transfer', '技术经理人', '合同登记与技术经纪。'],
];

const POSITIONS: Record<UnitKey, readonly string[]> = {
  hospital: ['副主任医师', '主治医师', '病理科主任医师', '主管技师', '临床试验机构办公室主任'],
  clinic: ['放疗科主任医师', '副主任医师', '主管护师', '物理师'],
  bio: ['研发经理、高级工程师', '质量负责人', '注册经理', '工程师', '生产主管'],
  device: ['结构工程师', '高级工程师', '软件工程师', '测试主管', '注册专员'],
  pharma: ['制剂研究员', '质量受权人、副主任药师', '工艺工程师', '主管药师'],
  tech: ['副教授', '讲师', '博士后', '实验师'],
  medical: ['教授', '副教授', '讲师', '实验中心主任'],
  institute: ['副研究员', '助理研究员', '数据工程师', '项目主管'],
  society: ['办公室主任', '学术部主管'],
  office: ['科长', '一级科员'],
  fund: ['投资经理', '风控经理'],
  transfer: ['技术经纪人', '专利代理师'],
};
const ORDER: readonly UnitKey[] = [
  'hospital',
  'bio',
  'device',
  'institute',
  'medical',
  'tech',
  'pharma',
  'clinic',
  'hospital',
  'bio',
  'device',
  'institute',
  'medical',
  'tech',
  'pharma',
  'clinic',
  'society',
  'office',
  'fund',
  'transfer',
];
const SURNAMES = [
  '赵',
  '钱',
  '孙',
  '李',
  '吴',
  '郑',
  '王',
  '冯',
  '褚',
  '卫',
  '蒋',
  '韩',
  '杨',
  '朱',
  '秦',
  '尤',
  '吕',
  '施',
  '张',
  '孔',
  '曹',
  '金',
  '魏',
  '姜',
  '谢',
  '邹',
  '喻',
  '柏',
  '窦',
  '章',
  '潘',
  '葛',
  '范',
  '彭',
  '鲁',
  '韦',
  '马',
  '苗',
  '俞',
  '任',
  '袁',
  '柳',
];
const GIVEN = [
  '思远',
  '雨桐',
  '佳宁',
  '子墨',
  '清嘉',
  '一诺',
  '书言',
  '念安',
  '亦凡',
  '若溪',
  '景澄',
  '云昭',
  '立言',
  '星野',
  '采薇',
  '怀瑾',
  '时雨',
  '令仪',
  '承泽',
  '静姝',
  '予安',
  '修远',
  '听澜',
  '嘉树',
  '听雪',
  '昭宁',
  '允文',
  '墨涵',
  '晓棠',
  '砚书',
  '秉文',
  '知微',
  '南乔',
  '若木',
  '云起',
  '其琛',
  '维桢',
  '清和',
  '守拙',
  '昱珩',
  '映雪',
  '思齐',
];

/** Sixty people: the officers, then others of each unit in turn. Telephone numbers and mail addresses lead nowhere. */
export function makePeople(seed: string): PersonPlan[] {
  const dice = diceFor(`${seed}/people`);
  const surnames = dice.shuffled(SURNAMES);
  const given = dice.shuffled(GIVEN);
  const others = Array.from(
    { length: 60 - OFFICERS.length },
    (_, index): [string, UnitKey, string, string] => {
      const unit = ORDER[index % ORDER.length] ?? 'institute';
      const name = `${surnames[index % surnames.length]}${given[index % given.length]}`;
      return [
        name,
        unit,
        dice.pick(POSITIONS[unit]),
        dice.chance(0.4)
          ? dice.pick(['项目组成员', '兼职讲师', '评审专家库成员', '样本管理小组成员', '质量小组成员'])
          : '',
      ];
    },
  );
  return [...OFFICERS, ...others].map(([name, unit, position, note], index) => ({
    name,
    unit,
    position,
    email: `${unit}${String(index + 1).padStart(2, '0')}@yunjiang.example`,
    phone: `0000-5550${String(100 + index * 7).slice(0, 3)}`,
    note,
  }));
}
