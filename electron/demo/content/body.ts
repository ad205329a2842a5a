import type { AppointmentRole } from '#shared/body/appointment.ts';
import type { GroupFields } from '#shared/body/group.ts';
import type { RulesetFields } from '#shared/body/ruleset.ts';
import type { UnitKey } from './units.ts';

export type GroupPlan = Omit<GroupFields, 'note'> & {
  /** By name. */
  officers: readonly (readonly [string, AppointmentRole, string])[];
  /** Others of these units, so many. */
  units: readonly UnitKey[];
  members: number;
};

export const GROUPS: readonly GroupPlan[] = [
  {
    name: '领导小组',
    type: 'LEADERSHIP',
    functions: [],
    duties: '审定章程、年度计划和重大事项，决定成员的加入与退出。',
    officers: [
      ['林致远', 'LEADER', '领导小组组长'],
      ['陈牧之', 'DEPUTY', '领导小组副组长'],
      ['周砚秋', 'MEMBER', ''],
      ['许明澈', 'MEMBER', ''],
      ['沈知行', 'MEMBER', ''],
      ['温如许', 'MEMBER', ''],
    ],
    units: [],
    members: 0,
  },
  {
    name: '管理组',
    type: 'MANAGEMENT',
    functions: ['ARCHIVES', '财务', '法务'],
    duties: '日常事务、会议、档案、经费和协议。',
    officers: [
      ['苏晚晴', 'LEADER', '管理组组长'],
      ['罗佳禾', 'MEMBER', '财务主管'],
      ['程未央', 'MEMBER', '法务顾问'],
      ['何清越', 'MEMBER', '展示管理员'],
    ],
    units: ['institute'],
    members: 3,
  },
  {
    name: '胃癌早筛项目组',
    type: 'PROJECT',
    functions: ['RESEARCH', 'CLINICAL_TRIAL', 'REGISTRATION'],
    duties: '早筛试剂的研发、临床验证与注册。',
    officers: [
      ['周砚秋', 'LEADER', '项目组组长'],
      ['江若谷', 'DEPUTY', ''],
    ],
    units: ['bio', 'hospital'],
    members: 8,
  },
  {
    name: '装备项目组',
    type: 'PROJECT',
    functions: ['RESEARCH', 'TESTING', 'PRODUCTION'],
    duties: '手术导航与细胞制备装备的研制、测试和试生产。',
    officers: [
      ['许明澈', 'LEADER', '项目组组长'],
      ['顾南星', 'DEPUTY', ''],
    ],
    units: ['device', 'medical'],
    members: 7,
  },
  {
    name: '制剂中试项目组',
    type: 'PROJECT',
    functions: ['RESEARCH', 'QUALITY', 'PRODUCTION'],
    duties: '缓释制剂的中试放大与质量研究。',
    officers: [['沈知行', 'LEADER', '项目组组长']],
    units: ['pharma', 'clinic'],
    members: 7,
  },
  {
    name: '影像与数据项目组',
    type: 'PROJECT',
    functions: ['RESEARCH', 'TESTING'],
    duties: '影像判读软件和肿瘤数据产品。',
    officers: [
      ['陆景行', 'LEADER', '项目组组长'],
      ['裴云舟', 'DEPUTY', ''],
    ],
    units: ['tech', 'institute'],
    members: 7,
  },
  {
    name: '专家组',
    type: 'OWN',
    functions: ['评审', '咨询'],
    duties: '成员筛选、成果成熟度和结题的评审。',
    officers: [
      ['方既明', 'LEADER', '专家组组长'],
      ['叶知秋', 'EXPERT', ''],
      ['唐叙白', 'EXPERT', ''],
    ],
    units: ['society', 'transfer', 'fund', 'office'],
    members: 5,
  },
];

export type RulesetPlan = RulesetFields & {
  versions: readonly {
    number: string;
    /** Months before today. */
    adopted: number;
    adoptedBy: string;
    text: string;
    /** Share of those in office who have read it. */
    read: number;
  }[];
};

const CHARTER_HEAD = `第一章　总则
第一条　本联合体由企业、高校、科研院所、医疗机构等单位自愿组成，名称为沄江肿瘤产学研转化联合体。
第二条　本联合体的宗旨是：以临床需求为导向，联合攻关，推动科技成果转化，促进肿瘤防治水平提高。

第二章　成员
第三条　申请加入的单位应当具有独立法人资格，登记满一年，信用良好，具备拟承担角色所需的资质。
第四条　加入程序为：申请、秘书处初审、专家评审、理事会审议、公示、签约。`;

export const RULESETS: readonly RulesetPlan[] = [
  {
    title: '联合体章程',
    type: 'CHARTER',
    note: '',
    versions: [
      {
        number: '1.0',
        adopted: 29,
        adoptedBy: '成立大会',
        read: 0.7,
        text: `${CHARTER_HEAD}
第五条　理事会会议须有二分之一以上成员出席，决议须经出席成员三分之二以上同意。

第三章　组织
第六条　设领导小组、项目组、管理组。总协调人一名，由领导小组任命，对外联络并对日常工作负责。`,
      },
      {
        number: '2.0',
        adopted: 5,
        adoptedBy: '第二届理事会第一次会议',
        read: 0.55,
        text: `${CHARTER_HEAD}
第五条　公示期为五个工作日。公示期内的异议由秘书处核实后提交理事会。
第六条　理事会会议须有二分之一以上成员出席，决议须经出席成员三分之二以上同意。

第三章　组织
第七条　设领导小组、项目组、管理组和专家组。总协调人一名，由领导小组任命，任期三年，对外联络并对日常工作负责。
第八条　成员有违反章程、连续两年未履行义务等情形的，理事会可以决定限期整改、暂停成员资格或者除名，决定前应当听取其陈述。`,
      },
    ],
  },
  {
    title: '档案管理制度',
    type: 'ARCHIVES',
    note: '',
    versions: [
      {
        number: '1.0',
        adopted: 27,
        adoptedBy: '管理组',
        read: 0.4,
        text: `第一条　联合体活动中形成的具有保存价值的文字、图表、声像、数据和实物，都应当归档。
第二条　文件形成后先定密级，再收集、整理；归档后档号不再变动。
第三条　科研档案按项目归集，项目结束后两个月内归档。
第四条　照片应当写明时间、地点、人物、事由和摄影者。`,
      },
    ],
  },
  {
    title: '保密制度',
    type: 'CONFIDENTIALITY',
    note: '',
    versions: [
      {
        number: '1.0',
        adopted: 26,
        adoptedBy: '领导小组',
        read: 0.6,
        text: `第一条　联合体的商业秘密分为核心商密、普通商密，内部资料为内部。国家秘密不得存入联合体的信息系统。
第二条　定密应当写明依据和期限；解密、降密、延长期限由两人决定。
第三条　对外提供商业秘密，应当与对方签有保密协议并核实收件人身份。
第四条　人事材料、考核、评分表单独成件，按普通商密管理。`,
      },
    ],
  },
];

/** Whose dossiers are on file, and what their last assessment said. */
export const DOSSIERS: readonly { name: string; school: string; assessments: readonly [number, string][] }[] =
  [
    {
      name: '苏晚晴',
      school: '沄州大学',
      assessments: [
        [93, '归档及时，利用工作细致。'],
        [95, ''],
      ],
    },
    { name: '罗佳禾', school: '沄州财经学院', assessments: [[88, '']] },
    { name: '周砚秋', school: '沄州理工大学', assessments: [[91, '早筛项目按期完成临床入组。']] },
    { name: '许明澈', school: '沄州工学院', assessments: [[86, '']] },
    { name: '江若谷', school: '沄州医科大学', assessments: [[90, '样本库通过外部质量评价。']] },
    { name: '陆景行', school: '沄州科技大学', assessments: [] },
  ];
