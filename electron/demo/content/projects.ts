import type { Level } from '#shared/confidentiality/levels.ts';
import type { UnitKey } from './units.ts';

export type ProjectKey =
  | 'screening'
  | 'biobank'
  | 'imaging'
  | 'tablet'
  | 'navigation'
  | 'data'
  | 'radiotherapy'
  | 'cell';

/** `since` and `until`: years after the first of the sample and 'MM-DD'. */
export type ProjectPlan = {
  key: ProjectKey;
  name: string;
  short: string;
  number: string;
  lead: UnitKey;
  partners: readonly UnitKey[];
  head: string;
  since: readonly [number, string];
  until: readonly [number, string];
  level: Level;
  note: string;
  /** What its reports, protocols and drawings are about. */
  topics: readonly string[];
  instruments: readonly string[];
};

export const PROJECTS: readonly ProjectPlan[] = [
  {
    key: 'screening',
    name: '胃癌早筛甲基化标志物检测试剂研发与转化',
    short: '胃癌早筛试剂',
    number: '01',
    lead: 'bio',
    partners: ['hospital', 'institute'],
    head: '周砚秋',
    since: [0, '03-01'],
    until: [3, '12-31'],
    level: 'PUBLIC',
    note: '从候选标志物到注册检验的全链条研发，合作开发，知识产权按协议共有。',
    topics: [
      '引物探针优化',
      '批内批间重复性',
      '最低检测限',
      '加速稳定性',
      '参考品赋值',
      '干扰物质影响',
      '临床前比对',
    ],
    instruments: ['荧光定量检测仪', '全自动核酸提取仪', '恒温培养箱'],
  },
  {
    key: 'biobank',
    name: '肿瘤生物样本库标准化建设',
    short: '样本库标准化',
    number: '02',
    lead: 'hospital',
    partners: ['institute', 'medical'],
    head: '江若谷',
    since: [0, '07-01'],
    until: [4, '06-30'],
    level: 'PUBLIC',
    note: '样本采集、转运、存储、出库流程标准化，形成团体标准草案两项。',
    topics: ['冻存复温', '冷链温度验证', '组织完整性评估', '标签耐低温', '出库时效', '盘点准确率'],
    instruments: ['气相液氮罐', '自动分装工作站', '超低温冰箱'],
  },
  {
    key: 'imaging',
    name: '肺结节影像辅助判读软件转化',
    short: '影像判读软件',
    number: '01',
    lead: 'tech',
    partners: ['hospital', 'clinic', 'fund'],
    head: '陆景行',
    since: [1, '03-15'],
    until: [4, '03-14'],
    level: 'PUBLIC',
    note: '算法由沄州理工大学转让，软件产品化与多中心评价。',
    topics: ['算法版本比对', '假阳性分析', '判读时间', '人机一致性', '软件可用性'],
    instruments: ['图形工作站', '影像判读终端'],
  },
  {
    key: 'tablet',
    name: '口服靶向制剂中试工艺开发',
    short: '靶向制剂中试',
    number: '02',
    lead: 'pharma',
    partners: ['medical', 'institute'],
    head: '沈知行',
    since: [1, '09-01'],
    until: [5, '08-31'],
    level: 'PUBLIC',
    note: '制剂处方与工艺放大，三批中试验证。',
    topics: ['溶出曲线', '压片硬度', '含量均匀度', '包衣增重', '加速稳定性', '中试批放大'],
    instruments: ['旋转压片机', '溶出度仪', '高效液相色谱仪'],
  },
  {
    key: 'navigation',
    name: '术中荧光导航设备样机研制',
    short: '荧光导航样机',
    number: '01',
    lead: 'device',
    partners: ['clinic', 'tech'],
    head: '许明澈',
    since: [2, '05-01'],
    until: [5, '12-31'],
    level: 'PUBLIC',
    note: '样机设计、可靠性试验与动物实验评价；转让后继续技术支持。',
    topics: ['光源均匀性', '成像信噪比', '机械臂定位', '温升试验', '跌落振动', '电磁兼容预测试'],
    instruments: ['荧光成像主机', '光谱辐射计', '振动试验台'],
  },
  {
    key: 'data',
    name: '肿瘤随访数据产品开发与流通',
    short: '随访数据产品',
    number: '02',
    lead: 'institute',
    partners: ['hospital', 'transfer', 'fund'],
    head: '裴云舟',
    since: [2, '10-01'],
    until: [6, '09-30'],
    level: 'PUBLIC',
    note: '脱敏随访数据加工为可交易数据产品；不含人类遗传资源信息。',
    topics: ['脱敏效果', '字段完整率', '随访失访率', '接口压力', '数据质量评价'],
    instruments: ['数据处理服务器', '隐私计算节点'],
  },
  {
    key: 'radiotherapy',
    name: '放疗质控模体与剂量验证装置',
    short: '放疗质控装置',
    number: '01',
    lead: 'medical',
    partners: ['clinic', 'device'],
    head: '顾南星',
    since: [3, '03-01'],
    until: [6, '02-28'],
    level: 'INTERNAL',
    note: '模体材料、剂量计阵列与验证软件；形成企业标准。',
    topics: ['模体均匀性', '剂量线性', '角度响应', '重复性', '软件比对'],
    instruments: ['剂量计阵列', '水箱扫描系统'],
  },
  {
    key: 'cell',
    name: '封闭式细胞制备装置关键技术',
    short: '细胞制备装置',
    number: '01',
    lead: 'device',
    partners: ['hospital', 'pharma'],
    head: '许明澈',
    since: [4, '01-10'],
    until: [7, '01-09'],
    level: 'TRADE_SECRET',
    note: '未申请专利的关键结构与工艺参数，仅限项目组知悉。',
    topics: ['无菌连接', '灌流参数', '气体交换', '细胞活率', '密封耐久'],
    instruments: ['封闭式培养舱样机', '细胞计数仪'],
  },
];

export function projectOf(key: ProjectKey): ProjectPlan {
  const found = PROJECTS.find((each) => each.key === key);
  if (!found) throw new Error(`no project ${key}`);
  return found;
}
