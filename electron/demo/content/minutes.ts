import type { Level } from '#shared/confidentiality/levels.ts';
import { addDays, type CalendarDate } from '#shared/dates.ts';
import { minutesPage, resolutionsPage } from '../pictures/officePages.ts';
import type { Paper } from '../pictures/paper.ts';
import { BASIS, type FilePlan, type RecordPlan } from './plan.ts';
import { PROJECTS, type ProjectPlan } from './projects.ts';
import { BODY, unitOf } from './units.ts';
import { markOf, runningTerm, shortOf, type World, workday, written, yearOf } from './world.ts';

const QUARTERS = ['一', '二', '三', '四'] as const;
const AGENDA = [
  '会议听取了各项目组本季度进展汇报。各项目按任务书节点推进，样本入库、试剂验证、样机试制等工作总体符合计划。',
  '会议审议了经费执行情况。财务组报告，设备费执行率偏低，主要受进口部件交付影响，建议调整采购批次，不突破年度预算总额。',
  '会议讨论了成果展示区布展方案，同意按“已转化、正在转化、尚未转化”三类分区，涉密内容一律不进入展示区。',
  '会议研究了新增合作单位的筛选意见，要求对资质、信用与保密能力逐项核实，材料齐备后提交下次会议审议。',
  '会议听取了信息保密检查情况。抽查档案一百二十件，标注完整率百分之九十八点三，两件期限届满未及时审核，已限期处理。',
  '会议讨论了知识产权归属与收益分配条款，认为委托开发与合作开发应分别约定，协议未作约定的按指南原则办理并提示法定默认规则。',
  '会议听取了档案归档进度。要求项目阶段验收与档案验收同步，未完成归档的不得提请结题。',
  '会议审议了年度专家评审安排，评审组由五名以上单数专家组成，与被评单位有利害关系的应当回避。',
  '会议研究了样本出库申请，同意在伦理批件有效期内按协议用途出库，仅提供编号与必要的质量信息。',
  '会议分析了注册申报、供应链与资金三类风险，确定两项高风险由项目负责人逐月报送处置进展。',
] as const;
const TASKS = [
  ['完成注册检验样品送检并反馈受理情况', 'bio'],
  ['补充签订数据使用协议并办理备案', 'institute'],
  ['修订信息保密制度并组织全员培训', 'institute'],
  ['提交样机可靠性试验方案', 'device'],
  ['核对样本库年度盘点差异', 'hospital'],
  ['完成中试第二批工艺验证', 'pharma'],
  ['提出技术合同认定登记清单', 'transfer'],
  ['组织多中心评价启动会', 'clinic'],
  ['更新判读软件测试集说明', 'tech'],
  ['汇总专家库成员回避信息', 'society'],
  ['提出投后跟踪报告', 'fund'],
] as const;

/** 领导小组, one a quarter since the first year. */
export function leadershipMinutes(world: World): RecordPlan[] {
  const plans: RecordPlan[] = [];
  for (let year = world.firstYear; year <= yearOf(world.today); year += 1) {
    QUARTERS.forEach((quarter, index) => {
      const held = workday(
        `${year}-${String(index * 3 + 3).padStart(2, '0')}-${12 + ((year + index * 5) % 14)}`,
      );
      if (addDays(held, 8) >= world.today) return;
      plans.push(leadership(world, held, `${year}年第${quarter}季度领导小组会议纪要`, index + 1));
    });
  }
  return plans;
}

function leadership(world: World, held: CalendarDate, title: string, quarter: number): RecordPlan {
  const dice = world.dice(`minutes/${held}`);
  const docDate = workday(addDays(held, 4));
  const level: Level = quarter === 3 && dice.chance(0.8) ? 'TRADE_SECRET' : 'INTERNAL';
  const docNo = `沄联纪〔${yearOf(held)}〕${quarter}号`;
  const attendees = dice
    .shuffled(['陈牧之', '周砚秋', '许明澈', '沈知行', '温如许', '陆景行', '江若谷'])
    .slice(0, 5);
  return {
    fields: {
      title,
      docDate,
      responsible: `${BODY.name}领导小组`,
      docNo,
      category: 'WS',
      retention: 'Y',
      dept: '办公室',
      originalForm: 'PAPER',
      originalPlace: placeOf(docDate, 1),
      place: 'A座302会议室',
      description: `${written(held)}召开，林致远主持。审议项目进展、经费执行与风险事项，形成议定事项三至五项。`,
      keywords: ['领导小组', '会议纪要', '议定事项'],
      language: 'zh',
    },
    level,
    term: runningTerm(world, level, docDate),
    basis: BASIS[level],
    personalInfo: false,
    project: null,
    people: ['林致远', '苏晚晴', ...attendees].map(world.index),
    files: minutesFiles(world, {
      key: held,
      issuer: `${BODY.name}领导小组会议纪要`,
      docNo,
      title,
      held,
      docDate,
      level,
      host: '林致远',
      recorder: '苏晚晴',
      attendees: ['林致远', ...attendees],
      paragraphs: dice.shuffled(AGENDA).slice(0, 4),
      seal: BODY.name,
    }),
  };
}

/** Meetings of the project groups: three of most projects. */
export function projectMinutes(world: World): RecordPlan[] {
  return PROJECTS.flatMap((project) => {
    const count = project.key === 'radiotherapy' || project.key === 'cell' ? 3 : 2;
    return Array.from({ length: count }, (_, index) => meeting(world, project, index + 1, count));
  });
}

function meeting(world: World, project: ProjectPlan, number: number, count: number): RecordPlan {
  const dice = world.dice(`minutes/${project.key}/${number}`);
  const held = world.dayOf(project.key, (number - 0.55) / count);
  const docDate = workday(addDays(held, 2));
  const level: Level = project.level === 'TRADE_SECRET' ? 'TRADE_SECRET' : 'INTERNAL';
  const title = `${project.short}项目组第${number * 2 - 1}次工作会议纪要`;
  const docNo = `沄联项纪〔${yearOf(held)}〕${dice.whole(3, 40)}号`;
  const staff = dice.shuffled(world.staff([project.lead, ...project.partners])).slice(0, 6);
  const names = staff.map((index) => world.people[index]?.name ?? '');
  const topics = dice.shuffled(project.topics);
  return {
    fields: {
      title,
      docDate,
      responsible: `${unitOf(project.lead).name}`,
      docNo,
      category: 'WS',
      retention: 'D30',
      dept: '项目管理部',
      originalForm: dice.chance(0.6) ? 'PAPER' : 'BORN_DIGITAL',
      originalPlace: placeOf(docDate, 2),
      place: `${shortOf(project.lead)}会议室`,
      description: `讨论${topics.slice(0, 2).join('、')}，明确下一步任务与时限。`,
      keywords: [project.short, '项目组', ...topics.slice(0, 2)],
      language: 'zh',
    },
    level,
    term: runningTerm(world, level, docDate),
    basis: BASIS[level],
    personalInfo: false,
    project: project.key,
    people: [world.index(project.head), ...staff],
    files: minutesFiles(world, {
      key: `${project.key}/${number}`,
      issuer: `${project.short}项目组会议纪要`,
      docNo,
      title,
      held,
      docDate,
      level,
      host: project.head,
      recorder: names[0] ?? '苏晚晴',
      attendees: [project.head, ...names.filter((name) => name !== project.head)],
      paragraphs: [
        `会议由${project.head}主持。项目组汇报了${topics[0]}与${topics[1]}的进展，试验数据已按要求记入原始记录本并由第二人校核。`,
        `会议分析了${topics[2] ?? topics[0]}中出现的偏差，初步判断与批次差异有关，决定增加一组平行样，复测结果下次会议报告。`,
        `${shortOf(project.partners[0] ?? project.lead)}介绍了配合情况，双方确认材料交接以签收单为准，涉密载体单独登记。`,
        '会议提醒，阶段性文件、图片与音像材料应于形成后十个工作日内交档案管理员，做到随办随归。',
      ],
      seal: null,
    }),
  };
}

type MinutesFiles = {
  key: string;
  issuer: string;
  docNo: string;
  title: string;
  held: CalendarDate;
  docDate: CalendarDate;
  level: Level;
  host: string;
  recorder: string;
  attendees: readonly string[];
  paragraphs: readonly string[];
  seal: string | null;
};

/** Two scanned pages; every fourth as one PDF. */
function minutesFiles(world: World, minutes: MinutesFiles): FilePlan[] {
  const dice = world.dice(`minutes/${minutes.key}/files`);
  const paper = dice.pick<Paper>(['white', 'warm', 'grey', 'warm', 'aged']);
  const tasks = dice.shuffled(TASKS).slice(0, dice.whole(3, 5));
  const until = dice.whole(16, 17);
  const scanning = (page: number) => world.dice(`minutes/${minutes.key}/scan${page}`);
  const first = () =>
    minutesPage({
      issuer: minutes.issuer,
      docNo: minutes.docNo,
      mark: markOf(minutes.level, runningTerm(world, minutes.level, minutes.docDate)),
      title: minutes.title,
      facts: [
        ['时　间：', `${written(minutes.held)} 14:00—${until}:30`],
        ['主持人：', minutes.host],
        ['记录人：', minutes.recorder],
      ],
      paragraphs: minutes.paragraphs,
    });
  const last = async (seal: Parameters<typeof resolutionsPage>[0]['seal']) =>
    resolutionsPage({
      items: tasks.map(([text, unit], index) => [
        String(index + 1),
        text,
        shortOf(unit),
        written(workday(addDays(minutes.docDate, 20 + index * 17))).slice(5),
      ]),
      attendance: [
        ['出席：', minutes.attendees.slice(0, 7).join('、')],
        ['列席：', '何清越、严望舒'],
        ['请假：', '无'],
      ],
      remark:
        '各责任单位应于完成后三个工作日内向联合体办公室报送佐证材料，由档案管理员归档，保持过程记录可追溯。',
      date: written(minutes.docDate),
      seal,
    });
  const sealFor = (studio: Parameters<FilePlan['make']>[0]) =>
    minutes.seal ? studio.seal(minutes.seal, '办公室') : Promise.resolve(null);
  if (dice.chance(0.2)) {
    return [
      {
        name: `${minutes.title}.pdf`,
        role: 'ORIGINAL',
        make: async (studio) =>
          studio.pdf([first(), await last(await sealFor(studio))], minutes.title, minutes.docDate),
      },
    ];
  }
  return [
    {
      name: `${minutes.title}_01.jpg`,
      role: 'PAGE',
      make: (studio) => studio.scan(first(), paper, scanning(1)),
    },
    {
      name: `${minutes.title}_02.jpg`,
      role: 'PAGE',
      make: async (studio) => studio.scan(await last(await sealFor(studio)), paper, scanning(2)),
    },
  ];
}

/** 库房, 架, 盒: where the paper is. */
export function placeOf(docDate: CalendarDate, shelf: number): string {
  return `档案室${shelf}号架第${(yearOf(docDate) % 7) + 1}层${Number(docDate.slice(5, 7))}盒`;
}
