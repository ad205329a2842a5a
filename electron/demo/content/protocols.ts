import type { Term } from '#shared/confidentiality/terms.ts';
import { addDays, addMonths, type CalendarDate } from '#shared/dates.ts';
import { protocolPage } from '../pictures/researchPages.ts';
import type { Dice } from '../random.ts';
import { placeOf } from './minutes.ts';
import { BASIS, type FilePlan, type RecordPlan } from './plan.ts';
import { type ProjectKey, type ProjectPlan, projectOf } from './projects.ts';
import { authors, levelOf } from './research.ts';
import { unitOf } from './units.ts';
import { markOf, runningTerm, type World, written } from './world.ts';

/** Days from today on which terms of some protocols end: three have ended, the others will within ninety days. */
const ENDINGS = [-38, -17, -5, 6, 15, 28, 41, 59, 74, 87] as const;
const PAPERS = ['aged', 'warm', 'white', 'grey', 'warm', 'aged', 'white'] as const;
const LATER: readonly ProjectKey[] = [
  'cell',
  'navigation',
  'radiotherapy',
  'cell',
  'data',
  'tablet',
  'biobank',
];
const REMARKS = [
  '第三孔曲线略有拖尾，复测后结果一致，数据保留。',
  '环境湿度偏高，已记录并延长平衡时间二十分钟。',
  '仪器当日校准，校准证书编号见设备档案。',
  '平行样偏差在允许范围内，无异常。',
] as const;
const ALIVE_THREE_YEARS_AGO: readonly ProjectKey[] = [
  'screening',
  'biobank',
  'imaging',
  'tablet',
  'navigation',
];

/** 原始记录. The first ones are those whose terms end soon. */
export function protocolRecords(world: World, count: number): RecordPlan[] {
  return Array.from({ length: count }, (_, index) => {
    const ending = ENDINGS[index];
    if (ending !== undefined) {
      const project = projectOf(ALIVE_THREE_YEARS_AGO[index % ALIVE_THREE_YEARS_AGO.length] ?? 'screening');
      return protocol(world, project, index, addMonths(addDays(world.today, ending), -36), 'P3Y');
    }
    const project = projectOf(LATER[index % LATER.length] ?? 'cell');
    return protocol(world, project, index, world.dayOf(project.key, (index - 8) / count), null);
  });
}

function protocol(
  world: World,
  project: ProjectPlan,
  index: number,
  docDate: CalendarDate,
  fixed: Term,
): RecordPlan {
  const key = `protocol/${index}`;
  const dice = world.dice(key);
  const topic = project.topics[index % project.topics.length] ?? '';
  const level = fixed
    ? index % 3 === 0
      ? 'INTERNAL'
      : 'TRADE_SECRET'
    : levelOf(
        project,
        project.key === 'navigation' ? 'CORE_TRADE_SECRET' : index % 2 === 0 ? 'TRADE_SECRET' : 'INTERNAL',
        0,
      );
  const term = fixed ?? runningTerm(world, level, docDate);
  const title = `${project.short}${topic.replace(/试验$/, '')}实验原始记录（${written(docDate.slice(0, 7))}）`;
  const staff = authors(world, project, dice, 2);
  const names = staff.map((person) => world.people[person]?.name ?? '');
  const number = `${world.code(project.key)}-JL-${String(index + 1).padStart(3, '0')}`;
  const page = (at: number) => {
    const own = world.dice(`${key}/page${at}`);
    return protocolPage(
      {
        mark: markOf(level, term),
        title: `${topic}　记录编号 ${number}`,
        facts: [
          ['项目编号', world.code(project.key)],
          ['实验日期', docDate],
          ['仪器', project.instruments[at % project.instruments.length] ?? ''],
          ['批号', docDate.replaceAll('-', '')],
          ['环境温度', `${own.between(20, 24).toFixed(1)} ℃`],
          ['相对湿度', `${own.whole(38, 58)} %`],
        ],
        rows: measurements(own),
        remark: own.pick(REMARKS),
        by: names[0] ?? '',
        checkedBy: names[1] ?? project.head,
        date: written(docDate),
        page: at,
      },
      own,
    );
  };
  const pages = index % 4 === 0 ? 2 : 1;
  return {
    fields: {
      title,
      docDate,
      docNo: number,
      responsible: unitOf(project.lead).name,
      category: 'KJ',
      subcategory: 'KY',
      retention: 'Y',
      dept: '项目管理部',
      originalForm: 'PAPER',
      originalPlace: placeOf(docDate, 5),
      place: `${unitOf(project.lead).shortName}实验室`,
      description: `${topic}试验的逐孔读数与曲线，记录人${names[0]}，校核人${names[1] ?? project.head}。`,
      keywords: ['原始记录', topic, project.short],
      language: 'zh',
    },
    level,
    term,
    basis: BASIS[level],
    personalInfo: false,
    project: project.key,
    people: staff,
    files: Array.from(
      { length: pages },
      (_, at): FilePlan => ({
        name: `${number}_${at + 1}.jpg`,
        role: pages === 1 ? 'ORIGINAL' : 'PAGE',
        make: (studio) =>
          studio.scan(
            page(at + 1),
            PAPERS[(index * 5 + at) % PAPERS.length] ?? 'warm',
            world.dice(`${key}/scan${at}`),
          ),
      }),
    ),
  };
}

function measurements(dice: Dice): string[][] {
  const rows = Array.from({ length: 9 }, (_, index) => {
    const value = dice.between(21, 34);
    return [
      `A${index + 1}`,
      `S-${dice.whole(100, 990)}`,
      value.toFixed(2),
      (2 ** (34 - value) / 8).toFixed(1),
      value < 32 ? '符合' : '复测',
    ];
  });
  return [['孔位', '样品号', '读数', '换算值', '判定'], ...rows];
}
