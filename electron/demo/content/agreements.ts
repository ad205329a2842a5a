import type { Level } from '#shared/confidentiality/levels.ts';
import { addDays, type CalendarDate } from '#shared/dates.ts';
import { agreementCover, clausesPage, type Party, signingPage } from '../pictures/officePages.ts';
import type { Page, Studio } from '../pictures/studio.ts';
import { placeOf } from './minutes.ts';
import { BASIS, type FilePlan, type RecordPlan } from './plan.ts';
import { PROJECTS, type ProjectKey } from './projects.ts';
import { BODY, UNITS, type UnitKey, unitOf } from './units.ts';
import { markOf, runningTerm, shortOf, type World, workday, written, yearOf } from './world.ts';

/** Who signs for a unit. */
const SIGNERS: Record<UnitKey, string> = {
  hospital: '陈牧之',
  bio: '周砚秋',
  device: '许明澈',
  pharma: '沈知行',
  tech: '陆景行',
  medical: '顾南星',
  institute: '林致远',
  clinic: '温如许',
  society: '方既明',
  office: '严望舒',
  fund: '唐叙白',
  transfer: '叶知秋',
};

const STANDARD: readonly (readonly [string, string])[] = [
  [
    '第三条　知识产权归属',
    '合作前各方已有的知识产权归原权利人所有。合作中产生的新的发明创造，其申请专利的权利归合作各方共有；一方转让其共有份额的，其他方在同等条件下享有优先受让的权利。各方均有权实施合作产生的成果，转让该成果应经合作各方书面同意。',
  ],
  [
    '第四条　收益分配',
    '成果转化净收益按各方投入与贡献协商分配，分配比例之和为百分之百，载于附件二。负责完成、转化的人员奖励按国家规定及单位制度执行。',
  ],
  [
    '第五条　保密',
    '各方对合作中知悉的技术信息、经营信息负有保密义务，未经书面同意不得向第三方披露。保密期限自知悉之日起算，载体应当标注权属、密级与期限，合作终止后十五日内返还或者销毁并出具清单。',
  ],
  [
    '第六条　数据与样本',
    '样本与数据的采集、保藏、利用应当取得伦理审查批件和必要的批准，仅用于本协议约定的用途。向外方提供的，依照有关规定另行办理。',
  ],
  [
    '第七条　风险与违约',
    '因技术困难、市场变化或者政策调整导致合作目标难以实现的，各方应当及时通知并协商调整。违约方应当赔偿守约方因此遭受的直接损失。',
  ],
];

type Agreement = {
  title: string;
  docNo: string;
  date: CalendarDate;
  units: readonly UnitKey[];
  project: ProjectKey | null;
  level: Level;
  scope: string;
  kind: string;
};

/** Admission of every unit, one agreement for each project, and some that follow from them. */
export function agreementRecords(world: World): RecordPlan[] {
  const admissions = UNITS.filter(({ key }) => key !== 'institute' && key !== 'office').map(
    ({ key, shortName }, index): Agreement => {
      const year = world.firstYear + (index < 6 ? 0 : index < 9 ? 1 : 3);
      return {
        title: `联合体入盟协议（${shortName}）`,
        docNo: `YJ-RM-${year}-${String(index + 1).padStart(3, '0')}`,
        date: workday(`${year}-${String((index % 6) + 1).padStart(2, '0')}-18`),
        units: ['institute', key],
        project: null,
        level: 'INTERNAL',
        scope: `${shortName}承认联合体章程，按角色承担任务，派出联络员并遵守信息保密与档案管理制度。`,
        kind: '入盟',
      };
    },
  );
  const cooperation = PROJECTS.map((project, index): Agreement => {
    const date = workday(addDays(world.start(project.key), -16));
    const level: Level =
      project.level === 'TRADE_SECRET'
        ? 'CORE_TRADE_SECRET'
        : project.key === 'navigation'
          ? 'CORE_TRADE_SECRET'
          : ['screening', 'imaging', 'tablet'].includes(project.key)
            ? 'TRADE_SECRET'
            : 'INTERNAL';
    return {
      title: `${project.short}合作开发协议`,
      docNo: `YJ-HT-${yearOf(date)}-${String(index + 11).padStart(3, '0')}`,
      date,
      units: [project.lead, ...project.partners].slice(0, 3),
      project: project.key,
      level,
      scope: `各方就“${project.name}”开展合作开发，目标、进度与经费见附件一。${project.note}`,
      kind: '合作开发',
    };
  });
  const transfer: Agreement = {
    title: '影像判读算法专利实施许可合同',
    docNo: `YJ-XK-${world.firstYear + 3}-004`,
    date: workday(`${world.firstYear + 3}-06-12`),
    units: ['tech', 'fund'],
    project: 'imaging',
    level: 'TRADE_SECRET',
    scope: '许可方以普通许可方式许可被许可方实施影像判读算法专利，许可费采取入门费加提成方式支付。',
    kind: '技术许可',
  };
  return [...admissions, ...cooperation, transfer].map((agreement) => recordOf(world, agreement));
}

function recordOf(world: World, agreement: Agreement): RecordPlan {
  const { title, docNo, date, units, project, level, scope, kind } = agreement;
  return {
    fields: {
      title,
      docDate: date,
      docNo,
      responsible: units.map((key) => unitOf(key).name).join('；'),
      category: 'WS',
      retention: 'Y',
      dept: '办公室',
      originalForm: 'PAPER',
      originalPlace: placeOf(date, 3),
      place: BODY.city,
      description: `${scope}正本一式六份，联合体留存一份。`,
      keywords: ['协议', kind, ...units.map(shortOf)],
      language: 'zh',
    },
    level,
    term: runningTerm(world, level, date),
    basis: BASIS[level],
    personalInfo: false,
    project,
    people: units.map((key) => world.index(SIGNERS[key])),
    files: agreementFiles(world, agreement),
  };
}

function agreementFiles(world: World, agreement: Agreement): FilePlan[] {
  const { title, docNo, date, units, level } = agreement;
  const dice = world.dice(`agreement/${docNo}`);
  const mark = markOf(level, runningTerm(world, level, date));
  const parties = async (studio: Studio): Promise<Party[]> =>
    Promise.all(
      units.map(async (key) => ({
        unit: unitOf(key).name,
        person: SIGNERS[key],
        seal: await studio.seal(unitOf(key).name, '合同专用章'),
      })),
    );
  const cover = async (studio: Studio) =>
    agreementCover(title, docNo, mark, await parties(studio), written(date));
  const standard: Page = { key: 'standard clauses', draw: () => clausesPage('通用条款', STANDARD, 2) };
  if (dice.chance(0.55)) {
    return [
      {
        name: `${title}.pdf`,
        role: 'ORIGINAL',
        make: async (studio) =>
          studio.pdf(
            [await cover(studio), standard, signingPage(await parties(studio), written(date), 3)],
            title,
            date,
          ),
      },
    ];
  }
  const paper = dice.pick(['white', 'warm', 'grey'] as const);
  return [
    {
      name: `${docNo}_封面.jpg`,
      role: 'PAGE',
      make: async (studio) => studio.scan(await cover(studio), paper, world.dice(`${docNo}/1`)),
    },
    {
      name: `${docNo}_签署页.jpg`,
      role: 'PAGE',
      make: async (studio) =>
        studio.scan(signingPage(await parties(studio), written(date), 4), paper, world.dice(`${docNo}/2`)),
    },
  ];
}
