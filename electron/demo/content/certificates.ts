import { addDays } from '#shared/dates.ts';
import { type Certificate, certificateSheet } from '../pictures/certificates.ts';
import { BASIS, type RecordPlan } from './plan.ts';
import { PROJECTS, type ProjectKey, projectOf } from './projects.ts';
import { BODY, type UnitKey, unitOf } from './units.ts';
import { type World, workday, written, yearOf } from './world.ts';

type Award = {
  heading: string;
  unit: UnitKey;
  project: ProjectKey | null;
  year: number;
  day: string;
  tone: Certificate['tone'];
  text: string;
  name: string;
};

/** Certificates of the joint body itself: no authority's papers are imitated. */
export function certificateRecords(world: World, count: number): RecordPlan[] {
  return awardsOf(world.firstYear)
    .filter(({ year, day }) => `${year}-${day}` < addDays(world.today, -6))
    .slice(0, count)
    .map((award, index) => recordOf(world, award, index));
}

function awardsOf(first: number): Award[] {
  const tones = ['gold', 'red', 'blue', 'green'] as const;
  const yearly = PROJECTS.slice(0, 6).map(
    (project, index): Award => ({
      heading: '荣 誉 证 书',
      unit: project.lead,
      project: project.key,
      year: first + 1 + Math.min(4, project.since[0] + (index % 3)),
      day: '12-12',
      tone: tones[index % 4] ?? 'gold',
      name: `${project.short}优秀转化成果证书`,
      text: `“${project.name}”项目在本年度成果评审中，经专家组按创新性、先进性、成熟度等指标评价，获评“优秀转化成果”。特发此证，以资鼓励。`,
    }),
  );
  const others: Award[] = [
    {
      heading: '成果登记证书',
      unit: 'bio',
      project: 'screening',
      year: first + 3,
      day: '06-20',
      tone: 'blue',
      name: '胃癌早筛检测试剂成果登记证书',
      text: '“胃癌甲基化标志物检测试剂”成果成熟度评价得分八十六点五分，准予登记，登记内容以联合体成果登记簿为准。',
    },
    {
      heading: '成果登记证书',
      unit: 'tech',
      project: 'imaging',
      year: first + 4,
      day: '04-16',
      tone: 'blue',
      name: '影像判读软件成果登记证书',
      text: '“肺结节影像辅助判读软件”成果成熟度评价得分八十三分，准予登记，登记内容以联合体成果登记簿为准。',
    },
    {
      heading: '培训基地证书',
      unit: 'medical',
      project: null,
      year: first + 1,
      day: '05-09',
      tone: 'green',
      name: '产学研人才培养基地证书',
      text: '经评审，确定你单位为联合体产学研人才培养基地，承担兼职讲师派出与学生实践指导任务，有效期三年。',
    },
    {
      heading: '聘　书',
      unit: 'society',
      project: null,
      year: first + 2,
      day: '02-24',
      tone: 'red',
      name: '专家库评审专家聘书',
      text: '兹聘请方既明教授为联合体成果评价专家库评审专家，聘期三年，请按照回避与保密要求履行职责。',
    },
    {
      heading: '感 谢 状',
      unit: 'hospital',
      project: 'biobank',
      year: first + 4,
      day: '11-20',
      tone: 'gold',
      name: '样本库标准化建设感谢状',
      text: '感谢你单位在肿瘤生物样本库标准化建设中作出的贡献，样本全流程记录完整、可追溯，为联合体各项目提供了可靠支撑。',
    },
    {
      heading: '合格证书',
      unit: 'institute',
      project: null,
      year: first + 3,
      day: '03-28',
      tone: 'green',
      name: '档案与信息保密培训合格证书',
      text: '档案工作小组全体成员完成档案管理与信息保密培训二十四学时，考核合格，特发此证。',
    },
  ];
  return [...others, ...yearly];
}

function recordOf(world: World, award: Award, index: number): RecordPlan {
  const { heading, unit, project, year, day, tone, text, name } = award;
  const docDate = workday(`${year}-${day}`);
  const number = `YJ-ZS-${yearOf(docDate)}-${String(index + 7).padStart(3, '0')}`;
  return {
    fields: {
      title: name,
      docDate,
      docNo: number,
      responsible: BODY.name,
      category: 'SW',
      retention: 'Y',
      dept: '办公室',
      originalForm: 'OBJECT',
      originalPlace: index % 3 === 0 ? '展示区荣誉墙' : '档案室8号柜',
      place: BODY.city,
      description: `授予${unitOf(unit).name}。证书原件一份，交接收据附后。`,
      keywords: ['证书', heading.replaceAll(/\s/g, ''), unitOf(unit).shortName],
      language: 'zh',
    },
    level: 'PUBLIC',
    term: null,
    basis: BASIS.PUBLIC,
    personalInfo: false,
    project,
    people: [world.index(project ? projectOf(project).head : '林致远')],
    files: [
      {
        name: `${number} ${name}.jpg`,
        role: 'ORIGINAL',
        make: async (studio) =>
          studio.scan(
            certificateSheet(
              {
                heading,
                number,
                lines: [text],
                holder: `${unitOf(unit).name}：`,
                issuer: BODY.name,
                date: written(docDate),
                seal: await studio.seal(BODY.name, '成果专用章'),
                tone,
              },
              world.dice(`award/${index}`),
            ),
            index % 2 === 0 ? 'white' : 'warm',
            world.dice(`award/${index}/scan`),
          ),
      },
    ],
  };
}
