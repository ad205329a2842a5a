import type { Level } from '#shared/confidentiality/levels.ts';
import type { CalendarDate } from '#shared/dates.ts';
import type { Sheet } from '../pictures/canvas.ts';
import { putBars, putLines, putRoc, putSurvival } from '../pictures/charts.ts';
import { reportCover, reportPage } from '../pictures/researchPages.ts';
import type { Dice } from '../random.ts';
import { placeOf } from './minutes.ts';
import { BASIS, type FilePlan, type RecordPlan } from './plan.ts';
import { PROJECTS, type ProjectKey, type ProjectPlan, projectOf } from './projects.ts';
import { authors, levelOf } from './research.ts';
import { BODY, unitOf } from './units.ts';
import { markOf, runningTerm, type World, written, yearOf } from './world.ts';

const COVERS: Record<ProjectKey, string> = {
  screening: '#2c4a68',
  biobank: '#2f6b57',
  imaging: '#4d4580',
  tablet: '#7a4a2c',
  navigation: '#24586b',
  data: '#5a3a5f',
  radiotherapy: '#6b2f2f',
  cell: '#2b2f3a',
};
const KINDS = ['研究报告', '阶段总结报告', '可行性论证报告', '技术总结报告'] as const;

/** Reports, by project in turn. */
export function reportRecords(world: World, count: number): RecordPlan[] {
  return Array.from({ length: count }, (_, index) => {
    const project = PROJECTS[index % PROJECTS.length] ?? projectOf('screening');
    const round = Math.floor(index / PROJECTS.length);
    return report(world, project, round, Math.ceil(count / PROJECTS.length));
  });
}

function report(world: World, project: ProjectPlan, round: number, rounds: number): RecordPlan {
  const key = `report/${project.key}/${round}`;
  const dice = world.dice(key);
  const docDate = world.dayOf(project.key, (round + 0.7) / (rounds + 0.2));
  const topic = project.topics[round % project.topics.length] ?? '';
  const kind = KINDS[(round + project.short.length) % KINDS.length] ?? KINDS[0];
  const level = levelOf(
    project,
    round % 3 === 2 ? 'PUBLIC' : round % 3 === 1 ? 'TRADE_SECRET' : 'INTERNAL',
    round,
  );
  const title = `${project.short}${topic}${kind}`;
  const docNo = `YJ-BG-${yearOf(docDate)}-${String(dice.whole(1, 60)).padStart(2, '0')}`;
  const staff = authors(world, project, dice, 3);
  return {
    fields: {
      title,
      docDate,
      docNo,
      responsible: unitOf(project.lead).name,
      category: 'KJ',
      subcategory: 'KY',
      retention: 'Y',
      dept: '项目管理部',
      originalForm: dice.chance(0.5) ? 'PAPER' : 'BORN_DIGITAL',
      originalPlace: placeOf(docDate, 4),
      place: '',
      description: `${project.name}中“${topic}”部分的${kind}。包括方法、结果、讨论与结论，附原始记录编号清单。`,
      keywords: [project.short, topic, kind.slice(0, 2)],
      language: 'zh',
    },
    level,
    term: runningTerm(world, level, docDate),
    basis: BASIS[level],
    personalInfo: false,
    project: project.key,
    people: [world.index(project.head), ...staff],
    files: reportFiles(world, { key, project, topic, kind, title, docNo, docDate, level }),
  };
}

type ReportFiles = {
  key: string;
  project: ProjectPlan;
  topic: string;
  kind: string;
  title: string;
  docNo: string;
  docDate: CalendarDate;
  level: Level;
};

function reportFiles(
  world: World,
  { key, project, topic, kind, title, docNo, docDate, level }: ReportFiles,
): FilePlan[] {
  const dice = world.dice(`${key}/files`);
  const cover = () =>
    reportCover({
      mark: markOf(level, runningTerm(world, level, docDate)),
      kind,
      title,
      facts: [
        ['项目编号', world.code(project.key)],
        ['承担单位', unitOf(project.lead).name],
        ['项目负责人', project.head],
        ['报告编号', docNo],
      ],
      date: written(docDate.slice(0, 7)),
      issuer: BODY.name,
      color: COVERS[project.key],
    });
  const body = (page: number) => bodyPage(world.dice(`${key}/page${page}`), project, topic, page);
  if (dice.chance(0.45)) {
    return [
      {
        name: `${docNo} ${title}.pdf`,
        role: 'ORIGINAL',
        make: (studio) =>
          studio.pdf(
            [cover(), body(1), { key: `${project.key}/annex`, draw: () => body(3) }],
            title,
            docDate,
          ),
      },
    ];
  }
  if (dice.chance(0.4)) {
    return [
      {
        name: `${docNo}_结果页.jpg`,
        role: 'ORIGINAL',
        make: (studio) => studio.scan(body(2), 'white', world.dice(`${key}/scan1`)),
      },
    ];
  }
  const figure = dice.chance(0.5);
  return [
    {
      name: `${docNo}_封面.jpg`,
      role: figure ? 'PAGE' : 'ORIGINAL',
      make: (studio) => studio.scan(cover(), 'white', world.dice(`${key}/scan1`)),
    },
    ...(figure
      ? [
          {
            name: `${docNo}_图表页.jpg`,
            role: 'PAGE' as const,
            make: (studio: Parameters<FilePlan['make']>[0]) =>
              studio.scan(body(1), 'white', world.dice(`${key}/scan2`)),
          },
        ]
      : []),
  ];
}

function bodyPage(dice: Dice, project: ProjectPlan, topic: string, page: number): Sheet {
  const figures: [string, (sheet: Sheet, y: number) => void][] = [
    [
      `${topic}各组比较`,
      (sheet, y) =>
        putBars(
          sheet,
          boxAt(y),
          ['第一批', '第二批', '第三批', '第四批', '第五批'],
          [series('试验组', dice, 5, 60, 98), series('对照组', dice, 5, 45, 86)],
          '%',
        ),
    ],
    [
      `${topic}随时间的变化`,
      (sheet, y) =>
        putLines(
          sheet,
          boxAt(y),
          ['0月', '3月', '6月', '9月', '12月', '18月'],
          [
            series('2—8 ℃', dice, 6, 88, 99),
            series('室温', dice, 6, 62, 92),
            series('37 ℃', dice, 6, 30, 80),
          ],
          '%',
        ),
    ],
    [
      '两组总生存曲线（脱敏汇总数据）',
      (sheet, y) => putSurvival(sheet, boxAt(y), ['联合组', '常规组'], dice),
    ],
    [
      '受试者工作特征曲线',
      (sheet, y) => putRoc(sheet, { ...boxAt(y), x: 240, width: 520 }, ['联合模型', '单一指标'], dice),
    ],
  ];
  const [caption, figure] = dice.pick(figures);
  const rate = () => dice.between(84, 98).toFixed(1);
  return reportPage({
    heading: ['二、材料与方法', '三、结果与分析', '附录　数据汇总'][page - 1] ?? '三、结果与分析',
    before: [
      `围绕${topic}，采用平行设计，每组重复三次，仪器为${project.instruments[0]}。数据按照统一模板记录，由第二人复核后锁定。`,
    ],
    figure,
    caption: `图 ${page}　${caption}`,
    after: [
      '结果表明，各批次之间差异无统计学意义，关键指标满足任务书约定的考核要求，个别偏差已在原始记录中说明并完成复测。',
    ],
    rows: [
      ['指标', '第一批', '第二批', '第三批'],
      ['符合率（%）', rate(), rate(), rate()],
      [
        '变异系数（%）',
        dice.between(1, 5).toFixed(2),
        dice.between(1, 5).toFixed(2),
        dice.between(1, 5).toFixed(2),
      ],
      ['重复次数', '3', '3', '3'],
    ],
    page: page + 3,
  });
}

function series(name: string, dice: Dice, count: number, low: number, high: number) {
  return {
    name,
    values: Array.from(
      { length: count },
      (_, index) => high - ((high - low) * index * dice.between(0.4, 1)) / count - dice.between(0, 3),
    ),
  };
}

function boxAt(y: number) {
  return { x: 170, y, width: 680, height: 350 };
}
