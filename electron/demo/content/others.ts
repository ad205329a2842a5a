import type { Level } from '#shared/confidentiality/levels.ts';
import { noticePage } from '../pictures/officePages.ts';
import { murmur } from '../pictures/sound.ts';
import { placeOf } from './minutes.ts';
import { BASIS, type RecordPlan } from './plan.ts';
import { type ProjectKey, projectOf } from './projects.ts';
import { BODY } from './units.ts';
import { markOf, runningTerm, type World, workday, written } from './world.ts';

/** Spoken memos after meetings. */
export function soundRecords(world: World): RecordPlan[] {
  const memos: readonly [ProjectKey, number, number][] = [
    ['screening', 0.55, 7],
    ['biobank', 0.7, 5],
    ['data', 0.8, 6],
    ['radiotherapy', 0.75, 8],
  ];
  return memos.map(([key, share, seconds], index): RecordPlan => {
    const project = projectOf(key);
    const docDate = world.dayOf(key, share);
    const title = `${project.short}项目例会录音（片段）`;
    return {
      fields: {
        title,
        docDate,
        responsible: '苏晚晴',
        category: 'LY',
        retention: 'D30',
        dept: '办公室',
        originalForm: 'BORN_DIGITAL',
        originalPlace: '',
        place: '线上会议',
        description: '例会结束时的口头小结，片段，全文见会议纪要。',
        keywords: ['录音', project.short],
        language: 'zh',
      },
      level: 'INTERNAL',
      term: runningTerm(world, 'INTERNAL', docDate),
      basis: BASIS.INTERNAL,
      personalInfo: false,
      project: key,
      people: [world.index('苏晚晴'), world.index(project.head)],
      files: [
        {
          name: `录音_${docDate.replaceAll('-', '')}.wav`,
          role: 'ORIGINAL',
          make: async () => murmur(`${world.seed}/${index}`, seconds),
        },
      ],
    };
  });
}

/** 人员考核: personal information, so a trade secret of the joint body by its own rule. */
export function personnelRecords(world: World): RecordPlan[] {
  return [1, 2, 3, 4].map((years): RecordPlan => {
    const year = world.firstYear + years - 1;
    const docDate = workday(`${year + 1}-01-15`);
    const level: Level = 'TRADE_SECRET';
    const term = runningTerm(world, level, docDate);
    const title = `${year}年度项目人员考核结果汇总`;
    return {
      fields: {
        title,
        docDate,
        docNo: `沄联人〔${year + 1}〕1号`,
        responsible: `${BODY.name}管理组`,
        category: 'RS',
        retention: 'D30',
        dept: '办公室',
        originalForm: 'PAPER',
        originalPlace: placeOf(docDate, 9),
        place: '',
        description: '含个人信息，仅限考核小组查阅。',
        keywords: ['人员考核', '年度'],
        language: 'zh',
      },
      level,
      term,
      basis: '个人信息；联合体信息保密制度第九条',
      personalInfo: true,
      project: null,
      people: [world.index('林致远')],
      files: [
        {
          name: `${title}.jpg`,
          role: 'ORIGINAL',
          make: async (studio) => {
            const seal = await studio.seal(BODY.name, '办公室');
            const paragraphs = [
              '本年度参加考核六十人，其中优秀十二人、合格四十六人、基本合格二人。考核从任务完成、协作、规范记录、保密四方面评分。',
              '考核结果由管理组通知本人及所在单位，异议于十个工作日内书面提出。明细表单独密封保存。',
              '对基本合格人员，由所在单位与项目负责人共同谈话，提出改进计划，半年后复核。',
              '对优秀人员，建议在成果奖励与培训名额中优先考虑，奖励方案另行报领导小组审议。',
            ];
            return studio.scan(
              noticePage({
                issuer: `${BODY.name}文件`,
                docNo: `沄联人〔${year + 1}〕1号`,
                mark: markOf(level, term),
                title,
                to: '领导小组：',
                paragraphs,
                date: written(docDate),
                seal,
              }),
              'grey',
              world.dice(`personnel/${years}`),
            );
          },
        },
      ],
    };
  });
}

/** Exported tables as text. */
export function dataRecords(world: World): RecordPlan[] {
  return (
    [
      ['样本库出入库台账导出', 'biobank', 0.62],
      ['随访数据产品字段质量统计导出', 'data', 0.7],
    ] as const
  ).map(([title, key, share], index): RecordPlan => {
    const docDate = world.dayOf(key, share);
    return {
      fields: {
        title,
        docDate,
        responsible: projectOf(key).head,
        category: 'SJ',
        retention: 'D10',
        dept: '项目管理部',
        originalForm: 'BORN_DIGITAL',
        originalPlace: '',
        place: '',
        description: '系统导出，UTF-8 编码，仅含编号与汇总数，不含个人信息。',
        keywords: ['导出', '台账'],
        language: 'zh',
      },
      level: 'INTERNAL',
      term: runningTerm(world, 'INTERNAL', docDate),
      basis: BASIS.INTERNAL,
      personalInfo: false,
      project: key,
      people: [world.index(projectOf(key).head)],
      files: [{ name: `${title}_${docDate}.csv`, role: 'ORIGINAL', make: async () => ledger(world, index) }],
    };
  });
}

function ledger(world: World, index: number): Uint8Array {
  const dice = world.dice(`ledger/${index}`);
  const rows = Array.from(
    { length: 60 },
    (_, row) =>
      `${row + 1},YJ${String(dice.whole(10_000, 99_999))},${dice.pick(['入库', '出库', '盘点', '复核'])},${dice.whole(1, 40)},${dice.pick(['合格', '合格', '合格', '复检'])}`,
  );
  return Buffer.from(`序号,编号,类别,数量,结论\r\n${rows.join('\r\n')}\r\n`, 'utf8');
}
