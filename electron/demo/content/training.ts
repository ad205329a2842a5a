import type { Level } from '#shared/confidentiality/levels.ts';
import { addDays } from '#shared/dates.ts';
import { pointsSlide, titleSlide } from '../pictures/slides.ts';
import type { Page } from '../pictures/studio.ts';
import { BASIS, type RecordPlan } from './plan.ts';
import { BODY, unitOf } from './units.ts';
import { runningTerm, type World, workday, written } from './world.ts';

const COLORS = ['#24507a', '#2f6b57', '#7a3b2e', '#4d4580'] as const;

type Course = readonly [
  title: string,
  speaker: string,
  years: number,
  day: string,
  level: Level,
  points: readonly (readonly [string, string])[],
];

const COURSES: readonly Course[] = [
  [
    '肿瘤生物样本库标准化操作培训',
    '江若谷',
    0,
    '09-15',
    'PUBLIC',
    [
      ['采集与知情同意', '采集前完成知情同意并登记编号，信息脱敏后方可进入系统。'],
      ['转运与接收', '冷链全程记录温度，接收时双人核对。'],
      ['入库与质控', '分装、编码、入库，定期抽检质量。'],
      ['出库与追溯', '按协议审批出库，保持可追溯。'],
    ],
  ],
  [
    '科研档案归档要求与案例',
    '苏晚晴',
    1,
    '04-12',
    'INTERNAL',
    [
      ['四同步', '部署任务与提出归档要求同步，检查进度与检查档案同步。'],
      ['档号', '一经赋予不得更改、不得重复使用。'],
      ['照片与音像', '文字说明齐全，保留原始数据。'],
      ['常见问题', '原件去向不明、日期缺失、密级未标注。'],
    ],
  ],
  [
    '技术合同与知识产权条款要点',
    '程未央',
    2,
    '03-24',
    'INTERNAL',
    [
      ['合同类型', '委托开发与合作开发的默认规则不同。'],
      ['归属与分享', '约定优先，份额合计为百分之百。'],
      ['保密条款', '范围、期限、载体返还与销毁。'],
      ['认定登记', '按规定办理技术合同认定登记。'],
    ],
  ],
  [
    '体外诊断试剂注册流程概览',
    '周砚秋',
    2,
    '10-20',
    'PUBLIC',
    [
      ['产品技术要求', '指标、方法与依据。'],
      ['注册检验', '样品数量、批次与周期。'],
      ['临床评价', '方案、机构备案与统计。'],
      ['体系核查', '设计开发与生产记录完整。'],
    ],
  ],
  [
    '商业秘密保护与日常操作',
    '程未央',
    3,
    '10-26',
    'INTERNAL',
    [
      ['什么是商业秘密', '不为公众所知悉、具有商业价值、采取保密措施。'],
      ['分级与标注', '权属、密级、期限三要素。'],
      ['传递与销毁', '登记、加密、份号与回收。'],
      ['离开岗位', '登记、返还、清除、销毁。'],
    ],
  ],
  [
    '放疗质控基础与剂量验证',
    '顾南星',
    4,
    '05-14',
    'PUBLIC',
    [
      ['为什么要做质控', '剂量偏差影响疗效与安全。'],
      ['日检与月检', '输出量、等中心、射野一致性。'],
      ['剂量验证', '模体、阵列与通过率。'],
      ['记录', '数据、曲线与处置意见。'],
    ],
  ],
];

/** Courses: slides as PDF. */
export function trainingRecords(world: World): RecordPlan[] {
  return COURSES.filter(
    ([, , years, day]) => `${world.firstYear + years}-${day}` < addDays(world.today, -4),
  ).map(([title, speaker, years, day, level, points], index): RecordPlan => {
    const docDate = workday(`${world.firstYear + years}-${day}`);
    const who = world.people[world.index(speaker)];
    const deck = {
      title,
      speaker,
      unit: who ? unitOf(who.unit).name : BODY.name,
      date: written(docDate),
      color: COLORS[index % COLORS.length] ?? COLORS[0],
    };
    const first: Page = { key: `slide/${index}`, draw: () => titleSlide(deck) };
    return {
      fields: {
        title: `${title}课件`,
        docDate,
        responsible: speaker,
        category: 'WS',
        retention: 'D30',
        dept: '办公室',
        originalForm: 'BORN_DIGITAL',
        originalPlace: '',
        place: 'A座培训教室',
        description: `培训内容：${points.map(([heading]) => heading).join('、')}。签到表与考核结果另存。`,
        keywords: ['培训', '课件'],
        language: 'zh',
      },
      level,
      term: runningTerm(world, level, docDate),
      basis: BASIS[level],
      personalInfo: false,
      project: null,
      people: [world.index(speaker)],
      files: [
        { name: `${title}_首页.jpg`, role: 'ATTACHMENT', make: (studio) => studio.page(first) },
        {
          name: `${title}.pdf`,
          role: 'ORIGINAL',
          make: (studio) => studio.pdf([first, pointsSlide(deck, '内容提要', points, 2)], title, docDate),
        },
      ],
    };
  });
}
