import type { Level } from '#shared/confidentiality/levels.ts';
import { addDays, addMonths, type CalendarDate } from '#shared/dates.ts';
import type { Discussion } from '#shared/meetings/discussion.ts';
import type { MeetingType } from '#shared/meetings/meeting.ts';
import { PROJECTS, type ProjectKey, type ProjectPlan } from './projects.ts';
import type { UnitKey } from './units.ts';
import { type World, workday, yearOf } from './world.ts';

export type MeetingPlan = {
  name: string;
  type: MeetingType;
  held: CalendarDate;
  place: string;
  level: Level;
  project: ProjectKey | null;
  /** Names of people of the sample; the first chairs. */
  present: readonly string[];
  excused: readonly string[];
  topics: readonly (readonly [topic: string, presenter: string])[];
  discussion: Discussion;
  tasks: readonly { content: string; owner: string; days: number; closed: boolean }[];
  vote: string | null;
  signed: boolean;
};

const COUNCIL = ['陈牧之', '周砚秋', '许明澈', '沈知行', '温如许', '方既明', '唐叙白', '林致远'] as const;
const MATTERS = [
  ['审议年度工作报告', '林致远', '工作报告全面反映了联合体的进展，对成果转化周期偏长的原因分析应再具体。'],
  [
    '审议经费执行情况',
    '罗佳禾',
    '设备费执行率偏低，主要受进口部件交付影响；可调整采购批次，不突破预算总额。',
  ],
  ['研究新增合作单位', '程未央', '对资质、信用与保密能力逐项核实，材料齐备后再提请表决。'],
  ['审议成果展示方案', '何清越', '按已转化、正在转化、尚未转化三类分区，涉密内容一律不进入展示区。'],
  ['通报信息保密检查情况', '苏晚晴', '抽查档案标注完整，个别期限届满的未及时审核，限期处理。'],
  ['研究知识产权归属与收益分配', '叶知秋', '委托开发与合作开发应分别约定，协议未作约定的提示法定默认规则。'],
] as const;
const TASKS: readonly (readonly [string, string, UnitKey])[] = [
  ['补充年度预算的测算依据并报送秘书处', '罗佳禾', 'institute'],
  ['完成注册检验样品送检并反馈受理情况', '周砚秋', 'bio'],
  ['修订信息保密制度并组织全员培训', '苏晚晴', 'institute'],
  ['提交样机可靠性试验方案', '许明澈', 'device'],
  ['核对样本库年度盘点差异', '江若谷', 'hospital'],
  ['完成中试第二批工艺验证', '沈知行', 'pharma'],
  ['提出技术合同认定登记清单', '叶知秋', 'transfer'],
  ['更新判读软件测试集说明', '陆景行', 'tech'],
  ['汇总专家库成员回避信息', '方既明', 'society'],
  ['提出投后跟踪报告', '唐叙白', 'fund'],
];

/** Twenty-five meetings of the last two years: the council, project groups, expert reviews, coordination; one lies ahead. */
export function planMeetings(world: World): MeetingPlan[] {
  const ago = (months: number, days = 0) => workday(addDays(addMonths(world.today, -months), -days));
  const councils = [22, 17, 12, 6, 1].map((months, at) => council(world, ago(months, 3), at));
  const running = PROJECTS.filter(({ key }) => world.start(key) < ago(23)).slice(0, 5);
  const groups = running.flatMap((project, at) =>
    [14, 4].map((months) => group(world, project.key, ago(months, 4 + at * 5))),
  );
  const reviews = running.slice(0, 4).map((project, at) => review(world, project.key, ago(9 - at * 2, 8)));
  const coordination = [22, 16, 10, 5, 2].map((months, at) => coordinate(world, ago(months, 9), at));
  return [...councils, ...groups, ...reviews, ...coordination, ahead(world)];
}

function council(world: World, held: CalendarDate, at: number): MeetingPlan {
  const dice = world.dice(`council/${held}`);
  const [excused, ...present] = dice.shuffled(COUNCIL.slice(1));
  return {
    name: `理事会第${['四', '五', '六', '七', '八'][at]}次会议`,
    type: 'COUNCIL',
    held,
    place: 'A座302会议室',
    level: at === 2 ? 'TRADE_SECRET' : 'INTERNAL',
    project: null,
    present: ['陈牧之', ...present],
    excused: excused === undefined ? [] : [excused],
    ...matters(world, held, 3),
    tasks: tasks(world, held, 3),
    vote: '年度工作报告及经费执行方案',
    signed: true,
  };
}

function group(world: World, key: ProjectKey, held: CalendarDate): MeetingPlan {
  const project = PROJECTS.find((each) => each.key === key);
  const head = project?.head ?? '林致远';
  const staff = world.staff([project?.lead ?? 'institute']).map((index) => world.people[index]?.name ?? '');
  return {
    name: `${project?.short ?? ''}项目组${yearOf(held)}年${Number(held.slice(5, 7))}月例会`,
    type: 'PROJECT_GROUP',
    held,
    place: 'B座215会议室',
    level: levelOf(project),
    project: key,
    present: [...new Set([head, ...staff.slice(0, 4)])],
    excused: [],
    topics: (project?.topics ?? []).slice(0, 2).map((topic) => [`${topic}进展`, head] as const),
    discussion: [
      { kind: 'heading', level: 1, line: [{ text: '本月进展', bold: false }] },
      {
        kind: 'list',
        ordered: true,
        items: (project?.topics ?? [])
          .slice(0, 3)
          .map((topic) => [{ text: `${topic}：按计划完成，数据已入库。`, bold: false }]),
      },
    ],
    tasks: tasks(world, held, 2),
    vote: null,
    signed: held < addMonths(world.today, -6) && key !== 'biobank',
  };
}

function review(world: World, key: ProjectKey, held: CalendarDate): MeetingPlan {
  const project = PROJECTS.find((each) => each.key === key);
  return {
    name: `${project?.short ?? ''}阶段评审会`,
    type: 'EXPERT_REVIEW',
    held,
    place: '学术交流中心一层',
    level: levelOf(project),
    project: key,
    present: ['方既明', '顾南星', '裴云舟', '陆景行', '江若谷'],
    excused: [],
    topics: [['阶段任务完成情况', project?.head ?? '']],
    discussion: [
      {
        kind: 'paragraph',
        line: [
          { text: '专家组认为', bold: false },
          { text: '阶段指标已经达到', bold: true },
          { text: '，建议补充多中心数据后进入下一阶段。', bold: false },
        ],
      },
    ],
    tasks: tasks(world, held, 1),
    vote: '通过阶段评审',
    signed: held < addMonths(world.today, -5),
  };
}

function coordinate(world: World, held: CalendarDate, at: number): MeetingPlan {
  return {
    name: `${yearOf(held)}年第${['一', '二', '三', '四', '五'][at]}次协调会`,
    type: 'COORDINATION',
    held,
    place: '线上会议',
    level: 'INTERNAL',
    project: null,
    present: ['林致远', '罗佳禾', '程未央', '何清越', '叶知秋'],
    excused: [],
    ...matters(world, held, 2),
    tasks: tasks(world, held, 2),
    vote: null,
    signed: at < 2,
  };
}

/** Being prepared: what earlier councils left open comes up in it. */
function ahead(world: World): MeetingPlan {
  const held = workday(addDays(world.today, 9));
  return {
    name: '理事会第九次会议',
    type: 'COUNCIL',
    held,
    place: 'A座302会议室',
    level: 'INTERNAL',
    project: null,
    present: COUNCIL,
    excused: [],
    topics: [
      ['审议下一年度工作要点', '林致远'],
      ['研究新增合作单位', '程未央'],
    ],
    discussion: [],
    tasks: [],
    vote: null,
    signed: false,
  };
}

/** As its project, but never 公开: minutes name people. */
function levelOf(project: ProjectPlan | undefined): Level {
  return project === undefined || project.level === 'PUBLIC' ? 'INTERNAL' : project.level;
}

function matters(world: World, held: CalendarDate, count: number) {
  const chosen = world.dice(`matters/${held}`).shuffled(MATTERS).slice(0, count);
  return {
    topics: chosen.map(([topic, presenter]) => [topic, presenter] as const),
    discussion: chosen.flatMap(
      ([topic, , words]): Discussion => [
        { kind: 'heading', level: 1, line: [{ text: topic, bold: false }] },
        { kind: 'paragraph', line: [{ text: `会议认为，${words}`, bold: false }] },
      ],
    ),
  };
}

/** What is due long ago is done; of the rest some is late. */
function tasks(world: World, held: CalendarDate, count: number): MeetingPlan['tasks'] {
  const dice = world.dice(`tasks/${held}`);
  return dice
    .shuffled(TASKS)
    .slice(0, count)
    .map(([content, owner], at) => {
      const days = 30 + at * 25;
      return { content, owner, days, closed: addDays(held, days) < addDays(world.today, -40) };
    });
}
