import type { Level } from '#shared/confidentiality/levels.ts';
import type { Term } from '#shared/confidentiality/terms.ts';
import { addDays, type CalendarDate } from '#shared/dates.ts';
import type { Retention } from '#shared/records/retention.ts';
import { noticePage } from '../pictures/officePages.ts';
import { placeOf } from './minutes.ts';
import { BASIS, type RecordPlan } from './plan.ts';
import { BODY } from './units.ts';
import { markOf, runningTerm, type World, workday, written, yearOf } from './world.ts';

type Notice = {
  title: string;
  year: number;
  day: string;
  retention: Retention;
  level: Level;
  term?: Term;
  text: readonly string[];
  keywords: readonly string[];
};

/** Rules, decisions, notices and yearly reviews of the joint body. */
export function noticeRecords(world: World): RecordPlan[] {
  return noticesOf(world.firstYear)
    .filter(({ year, day }) => `${year}-${day}` < addDays(world.today, -6))
    .map((notice, index) => recordOf(world, notice, index));
}

function noticesOf(first: number): Notice[] {
  const rule = (
    title: string,
    year: number,
    day: string,
    text: readonly string[],
    level: Level = 'PUBLIC',
  ): Notice => ({
    title: `关于印发《${title}》的通知`,
    year,
    day,
    retention: 'Y',
    level,
    text,
    keywords: ['管理制度', title],
  });
  const reviews = [1, 2, 3, 4].map(
    (back): Notice => ({
      title: `${first + back}年度成员单位评审结果的通报`,
      year: first + back + 1,
      day: '01-22',
      retention: 'D30',
      level: 'INTERNAL',
      text: [
        '根据联合体章程，秘书处组织了年度评审，从参与度、任务完成、资源投入到位、成果与转化、合规五个方面评分。',
        '经领导小组审议，四家单位为优秀，六家单位为良好，其余为合格。未发现需要限期整改的情形。',
        '请各单位针对评审意见于一个月内提交改进计划。',
      ],
      keywords: ['年度评审', '成员单位'],
    }),
  );
  return [
    rule('联合体章程', first, '02-26', [
      '章程经成立大会表决通过，自印发之日起施行。',
      '联合体坚持平等、互利、共赢，自主开发与引进消化吸收相结合，为区域肿瘤防治技术创新与产业化服务。',
    ]),
    rule('参与单位筛选管理制度', first, '03-15', [
      '制度对参与单位信息收集、人员教育背景与工作经历整理、资质评估与信用核查作出规定。',
      '未经核查的单位不得进入专家评审环节。',
    ]),
    rule('信息保密制度', first, '04-20', [
      '制度明确保密的内容、保密的年限与权限的授予，设公开、内部、普通商密、核心商密四级。',
      '涉及国家秘密的事项一律不得进入联合体信息系统。',
    ]),
    rule('档案管理制度', first, '05-11', [
      '成果资料、技术文件、财务资料及全流程图片、影像、会议记录应当及时归档，保持可溯源。',
      '档号一经赋予不得更改、不得重复使用。',
    ]),
    rule('在研项目管理制度（修订）', first + 2, '09-06', [
      '修订后的制度增加节点预警、档案同步验收与劝退程序。',
      '各项目组应于一个月内完成节点表更新。',
    ]),
    rule(
      '信息保密制度（修订）',
      first + 3,
      '10-18',
      ['修订内容包括权限分级、操作日志留痕与期满审核。原制度同时废止。', '全体参与人员应当重新签阅。'],
      'INTERNAL',
    ),
    {
      title: '关于成立档案工作小组的决定',
      year: first,
      day: '06-08',
      retention: 'Y',
      level: 'PUBLIC',
      text: ['为加强全流程记录管理，决定成立档案工作小组，由苏晚晴任组长，各项目组指定一名兼职档案员。'],
      keywords: ['组织机构', '档案工作'],
    },
    {
      title: '关于样本库接收参观的安排',
      year: first + 1,
      day: '09-14',
      retention: 'D10',
      level: 'INTERNAL',
      term: 'P3Y',
      text: [
        '参观路线不经过样本存储区与细胞制备间，讲解内容以公开资料为限。',
        '陪同人员应当登记参观时间、人数与展示内容。',
      ],
      keywords: ['参观接待', '样本库'],
    },
    {
      title: '关于共享设备预约规则的通知',
      year: first + 1,
      day: '11-09',
      retention: 'D10',
      level: 'INTERNAL',
      term: 'P3Y',
      text: ['共享设备实行预约使用，优先保障项目节点任务。', '使用后须填写记录，异常情况当日上报。'],
      keywords: ['设备预约', '共享平台'],
    },
    {
      title: '关于开展中试平台对接的函',
      year: first + 2,
      day: '01-18',
      retention: 'D10',
      level: 'INTERNAL',
      term: 'P3Y',
      text: ['请有中试需求的单位于两周内报送产品名称、批量、关键设备与拟用时间。'],
      keywords: ['中试平台', '对接'],
    },
    {
      title: '成果展示区对外开放公告',
      year: first + 4,
      day: '05-20',
      retention: 'D30',
      level: 'PUBLIC',
      text: [
        '展示区按早筛诊断、治疗装备、药物制剂、数据产品四个领域设置，每周三、周五对外开放，团体参观请提前五个工作日预约。',
      ],
      keywords: ['展示区', '公告'],
    },
    ...reviews,
  ];
}

const FOLLOWING = [
  '一、各单位应当指定一名联络员负责落实，联络员变更的应于五个工作日内书面告知联合体办公室。',
  '二、落实过程中形成的文件、图片、影像与会议记录应当随办随归，做到来源可靠、程序规范、要素齐全，保持全流程可追溯。',
  '三、涉及商业秘密的内容，应当按照信息保密制度标注权属、密级与期限，限定知悉范围，不得通过公共网络传递。',
  '四、联合体办公室将结合年度评审对落实情况进行检查，检查结果作为资源配置与奖励的依据。',
  '五、执行中遇到的问题请及时反馈，由联合体办公室负责解释。',
] as const;

function recordOf(world: World, notice: Notice, index: number): RecordPlan {
  const { title, year, day, retention, level, text, keywords } = notice;
  const docDate = workday(`${year}-${day}`);
  const docNo = `沄联发〔${yearOf(docDate)}〕${(index % 9) + 2}号`;
  const term = notice.term === undefined ? runningTerm(world, level, docDate) : notice.term;
  const issuer = `${BODY.name}文件`;
  return {
    fields: {
      title,
      docDate,
      docNo,
      responsible: BODY.name,
      category: 'WS',
      retention,
      dept: '办公室',
      originalForm: index % 3 === 0 ? 'BORN_DIGITAL' : 'PAPER',
      originalPlace: placeOf(docDate, 1),
      place: BODY.city,
      description: text[0] ?? '',
      keywords: [...keywords],
      language: 'zh',
    },
    level,
    term,
    basis: BASIS[level],
    personalInfo: false,
    project: null,
    people: [world.index('林致远'), world.index('苏晚晴')],
    files: [
      {
        name: `${docNo} ${title}.jpg`,
        role: 'ORIGINAL',
        make: async (studio) => {
          const to: Record<string, string> = {
            D10: '各成员单位、各项目组：',
            D30: '各成员单位：',
            Y: '各成员单位、各项目组、秘书处：',
          };
          const page = noticePage({
            issuer,
            docNo,
            mark: markOf(level, term),
            title,
            to: to[retention] ?? '',
            paragraphs: [...text, ...FOLLOWING.slice(index % 2, (index % 2) + 4), '特此通知。'],
            date: written(docDate as CalendarDate),
            seal: await studio.seal(BODY.name, '办公室'),
          });
          return studio.scan(page, index % 2 === 0 ? 'white' : 'warm', world.dice(`notice/${index}`));
        },
      },
    ],
  };
}
