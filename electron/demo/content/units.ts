import type { UnitRole } from '#shared/members/unit.ts';

export type UnitKey =
  | 'bio'
  | 'device'
  | 'pharma'
  | 'tech'
  | 'medical'
  | 'institute'
  | 'hospital'
  | 'clinic'
  | 'society'
  | 'office'
  | 'fund'
  | 'transfer';
export type UnitPlan = { key: UnitKey; name: string; shortName: string; role: UnitRole; note: string };

/** A river, a city and twelve units that nobody has. */
export const BODY = {
  name: '沄江肿瘤产学研转化联合体',
  shortName: '沄江联合体',
  city: '沄州市',
  fonds: 'Y208',
} as const;

export const UNITS: readonly UnitPlan[] = [
  unit(
    'hospital',
    '沄江肿瘤医院',
    '沄江肿瘤医院',
    'MEDICAL',
    '联合体理事长单位。承担样本采集、临床验证与多中心研究组织；建有肿瘤生物样本库。',
  ),
  unit(
    'bio',
    '沄州砚湖生物技术有限公司',
    '砚湖生物',
    'INDUSTRY',
    '体外诊断试剂研发与生产。牵头胃癌早筛项目，提供中试车间与注册申报团队。',
  ),
  unit(
    'device',
    '沄州栎原医疗器械股份有限公司',
    '栎原医疗',
    'INDUSTRY',
    '手术导航与细胞制备装备制造。提供样机试制线和可靠性实验室。',
  ),
  unit(
    'pharma',
    '沄州霁禾制药有限公司',
    '霁禾制药',
    'INDUSTRY',
    '口服固体制剂与靶向药物。提供制剂中试平台。',
  ),
  unit('tech', '沄州理工大学', '沄州理工', 'UNIVERSITY', '计算机与仪器学科参与。影像判读算法、传感与控制。'),
  unit(
    'medical',
    '沄州医科大学',
    '沄州医大',
    'UNIVERSITY',
    '肿瘤学、医学物理学科参与。承担人才培养与兼职讲师派出。',
  ),
  unit(
    'institute',
    '沄江精准医学研究院',
    '精准医学院',
    'RESEARCH',
    '新型研发机构。方法学研究、标准研制、数据产品开发。',
  ),
  unit(
    'clinic',
    '沄州医科大学附属棠溪医院',
    '棠溪医院',
    'MEDICAL',
    '临床验证协作单位，参与术中导航与放疗质控项目。',
  ),
  unit('society', '沄州市抗癌科技学会', '沄州抗癌学会', 'SOCIETY', '学术交流、专家库、团体标准组织。'),
  unit(
    'office',
    '沄州市生物医药产业促进办公室',
    '产业促进办',
    'GOVERNMENT',
    '政策衔接与项目对接，列席领导小组会议。',
  ),
  unit('fund', '沄江科创投资基金管理有限公司', '沄江科创基金', 'FINANCE', '成果转化投资与投后管理。'),
  unit(
    'transfer',
    '沄州知行技术转移服务有限公司',
    '知行转移',
    'SERVICE',
    '技术经纪、合同登记、知识产权代理协调。',
  ),
];

export function unitOf(key: UnitKey): UnitPlan {
  const found = UNITS.find((each) => each.key === key);
  if (!found) throw new Error(`no unit ${key}`);
  return found;
}

function unit(key: UnitKey, name: string, shortName: string, role: UnitRole, note: string): UnitPlan {
  return { key, name, shortName, role, note };
}
