import type { OutcomeStage } from '#shared/outcomes/outcome.ts';
import type {
  CooperationNeed,
  CooperationWay,
  PanelKind,
  TechField,
  TransferStatus,
} from '#shared/showcase/panel.ts';
import type { ProjectKey } from './projects.ts';
import type { UnitKey } from './units.ts';

/** `reached`: how far its review has come. `pictures`: titles of public records of the archive. */
export type PanelPlan = {
  kind: PanelKind;
  project: ProjectKey;
  unit: UnitKey;
  reached: 'PUBLISHED' | 'IP_REVIEW' | 'DRAFT';
  title: string;
  titleEn: string;
  highlight: string;
  highlightEn: string;
  summary: string;
  summaryEn: string;
  indicators: readonly string[];
  indicatorsEn: readonly string[];
  scenario: string;
  field: TechField | null;
  status: TransferStatus | null;
  maturity: number | null;
  trl: number | null;
  stage: OutcomeStage | null;
  rights: readonly string[];
  ways: readonly CooperationWay[];
  needs: readonly CooperationNeed[];
  pictures: readonly string[];
  /** Of which it tells; its name in the register of outcomes. */
  outcome?: string;
};

/** Written for visitors: what a panel says stands in no confidential paper of the sample. */
export const PANELS: readonly PanelPlan[] = [
  {
    kind: 'OUTCOME',
    project: 'screening',
    unit: 'bio',
    reached: 'PUBLISHED',
    title: '胃癌早筛血液检测试剂盒',
    titleEn: 'Blood test for early gastric cancer',
    highlight: '一管血，提示早期胃癌风险',
    highlightEn: 'One tube of blood tells of early gastric cancer',
    summary:
      '面向四十岁以上人群的体检与门诊初筛。抽一管外周血，当天得到风险分层，帮助医生决定谁需要先做胃镜。试剂、提取与判读成套提供，基层检验科用现有仪器即可开展。',
    summaryEn:
      'For check-ups and first visits from the age of forty. A single tube of blood gives a risk group on the same day and tells who should have a gastroscopy first. It runs on instruments that county laboratories already have.',
    indicators: ['单管采血，当日报告', '成套试剂，常温运输', '可用于现有荧光定量平台'],
    indicatorsEn: [
      'One tube, same-day report',
      'Whole kit, shipped at room temperature',
      'Runs on common qPCR instruments',
    ],
    scenario: '体检中心、县域医院检验科、胃癌高发地区人群筛查',
    field: 'EARLY_DETECTION',
    status: 'TRANSFORMED',
    maturity: 86.5,
    trl: 8,
    stage: 'APPLIED_STAGE',
    rights: ['发明专利 2 项，已授权', '商标 1 件，已注册'],
    ways: ['LICENCE', 'JOINT_DEVELOPMENT'],
    needs: ['CLINICAL'],
    pictures: ['酶联检测板实拍', '全自动核酸提取仪设备照片', '成果展示区布展照片'],
    outcome: '胃癌早筛六基因甲基化检测试剂盒',
  },
  {
    kind: 'OUTCOME',
    project: 'imaging',
    unit: 'tech',
    reached: 'PUBLISHED',
    title: '肺结节影像辅助判读软件',
    titleEn: 'Reading aid for lung nodules',
    highlight: '替医生先看一遍，不漏一个小结节',
    highlightEn: 'A first look that misses no small nodule',
    summary:
      '在放射科阅片工作站上运行，自动标出可疑结节并给出大小变化曲线，医生确认后写入报告。软件只提示、不下结论，所有判读由医师作出。',
    summaryEn:
      'Runs beside the reading station, marks suspicious nodules and draws how they grow. It points; the physician decides and signs.',
    indicators: ['一份胸部影像约一分钟完成', '支持常见厂商的影像格式'],
    indicatorsEn: ['About a minute for one chest scan', 'Takes the formats of common vendors'],
    scenario: '医院放射科、体检中心、医联体远程阅片',
    field: 'PATHOLOGY_IMAGING_AI',
    status: 'TRANSFORMING',
    maturity: 83,
    trl: 7,
    stage: 'MIDDLE',
    rights: ['软件著作权 3 件', '发明专利 1 项，实质审查中'],
    ways: ['LICENCE', 'EQUITY'],
    needs: ['CLINICAL', 'REGISTRATION'],
    pictures: ['图形工作站设备照片', '影像判读软件转化签约照片'],
    outcome: '肺结节影像辅助判读软件',
  },
  {
    kind: 'OUTCOME',
    project: 'navigation',
    unit: 'device',
    reached: 'PUBLISHED',
    title: '术中荧光导航样机',
    titleEn: 'Fluorescence navigation in surgery',
    highlight: '让术者看见肿瘤的边界',
    highlightEn: 'Lets the surgeon see the margin',
    summary:
      '把近红外荧光实时叠加在术野画面上，切除前先看清边界，切除后再看有无残留。整机推车式设计，不改变手术间布局。',
    summaryEn:
      'Lays near-infrared fluorescence over the view of the operation: the margin before cutting, what is left afterwards. On wheels, and at home in any operating theatre.',
    indicators: ['实时叠加，画面同步', '推车式整机，十分钟就位'],
    indicatorsEn: ['Live overlay', 'Ready in ten minutes'],
    scenario: '肝胆、胃肠、乳腺外科手术',
    field: 'DEVICES',
    status: 'TRANSFORMING',
    maturity: null,
    trl: 6,
    stage: 'MIDDLE',
    rights: ['发明专利 2 项，已公布', '外观设计 1 项，已授权'],
    ways: ['JOINT_DEVELOPMENT', 'EQUITY'],
    needs: ['FUNDING', 'CLINICAL', 'REGISTRATION'],
    pictures: ['优秀转化成果奖杯', '荧光导航样机优秀转化成果证书'],
    outcome: '术中荧光导航样机',
  },
  {
    kind: 'OUTCOME',
    project: 'data',
    unit: 'institute',
    reached: 'PUBLISHED',
    title: '肿瘤随访数据产品',
    titleEn: 'Oncology follow-up data',
    highlight: '可用不可见的随访数据服务',
    highlightEn: 'Follow-up data to be used, not seen',
    summary:
      '数据不出院，模型进院算：药企和研究机构提交统计需求，平台在本地完成计算，只返回汇总结果。不含人类遗传资源信息，逐单审批并留痕。',
    summaryEn:
      'Data stay in the hospital and the question travels: only summaries come back. No human genetic data; every order is approved and logged.',
    indicators: ['只返回汇总结果', '逐单审批，全程留痕'],
    indicatorsEn: ['Summaries only', 'Approved and logged, one by one'],
    scenario: '真实世界研究、药物上市后评价、卫生经济学研究',
    field: 'DATA_PRODUCTS',
    status: 'NOT_TRANSFORMED',
    maturity: null,
    trl: 5,
    stage: 'EARLY',
    rights: ['数据产品登记 1 件', '软件著作权 2 件'],
    ways: ['LICENCE', 'COMMISSIONED_DEVELOPMENT'],
    needs: ['FUNDING'],
    pictures: ['产学研对接交流会', '年度转化成果交流会'],
    outcome: '随访数据质量评估指数',
  },
  {
    kind: 'PROJECT',
    project: 'biobank',
    unit: 'hospital',
    reached: 'PUBLISHED',
    title: '生物样本库标准化建设',
    titleEn: 'A biobank by one standard',
    highlight: '每一份样本都有来路、有去处',
    highlightEn: 'Every sample knows where it came from',
    summary: '统一采集、转运、入库与出库的做法，让不同单位的样本可以放在一起使用。欢迎同行来访交流。',
    summaryEn:
      'One way to take, move, store and hand out samples, so that those of many hospitals can be used together.',
    indicators: [],
    indicatorsEn: [],
    scenario: '',
    field: 'BIOBANK',
    status: null,
    maturity: null,
    trl: null,
    stage: null,
    rights: [],
    ways: [],
    needs: [],
    pictures: ['夜间园区与样本库外景', '样本库标准化优秀转化成果证书'],
  },
  {
    kind: 'CERTIFICATE',
    project: 'screening',
    unit: 'bio',
    reached: 'PUBLISHED',
    title: '成果登记证书',
    titleEn: 'Certificate of registration',
    highlight: '',
    highlightEn: '',
    summary: '',
    summaryEn: '',
    indicators: [],
    indicatorsEn: [],
    scenario: '',
    field: null,
    status: null,
    maturity: null,
    trl: null,
    stage: null,
    rights: [],
    ways: [],
    needs: [],
    pictures: ['胃癌早筛检测试剂成果登记证书', '影像判读软件成果登记证书'],
  },
  {
    kind: 'OUTCOME',
    project: 'tablet',
    unit: 'pharma',
    reached: 'IP_REVIEW',
    title: '口服靶向制剂中试平台',
    titleEn: 'Pilot line for oral targeted drugs',
    highlight: '从克级到公斤级，一条线走通',
    highlightEn: 'From grams to kilograms on one line',
    summary: '提供口服固体制剂的放大、稳定性考察和注册批生产服务，愿与拥有候选药物的团队合作。',
    summaryEn: 'Scale-up, stability and registration batches of oral solids, for teams with a candidate.',
    indicators: ['三批连续试产'],
    indicatorsEn: ['Three batches in a row'],
    scenario: '候选药物放大与注册批生产',
    field: 'CHEMICAL_DRUGS',
    status: 'NOT_TRANSFORMED',
    maturity: null,
    trl: 6,
    stage: 'MIDDLE',
    rights: [],
    ways: ['COMMISSIONED_DEVELOPMENT'],
    needs: ['FUNDING'],
    pictures: ['溶出度仪设备照片', '洁净走廊与实验区改造竣工照片'],
    outcome: '口服靶向制剂包衣中试工艺',
  },
];
