import type { NewUnitFields } from '#shared/members/unit.ts';
import { inventedCode } from './unitCodes.ts';

/** Units that apply, are turned away, or have left: none of them exists. */
export type ApplicantKey = 'xilan' | 'qingluan' | 'shuyuan' | 'hengyan' | 'lanze' | 'yuanhe' | 'jiudu';

export const APPLICANTS: Record<ApplicantKey, NewUnitFields> = {
  xilan: applicant('沄州汐岚基因检测有限公司', '汐岚基因', 'INDUSTRY', '150', 1, '周汐'),
  qingluan: applicant('沄州青峦医学检验所有限公司', '青峦检验', 'MEDICAL', '150', 2, '韩青'),
  shuyuan: applicant('沄江数源科技有限公司', '数源科技', 'INDUSTRY', '150', 3, '贺源'),
  hengyan: applicant('沄州恒砚医疗影像股份有限公司', '恒砚影像', 'INDUSTRY', '160', 4, '顾恒'),
  lanze: applicant('沄州兰泽康复医院有限公司', '兰泽康复', 'MEDICAL', '150', 5, '沈兰'),
  yuanhe: applicant('沄州元禾保健品有限公司', '元禾保健品', 'INDUSTRY', '170', 6, '冯禾'),
  jiudu: applicant('沄州旧渡药业有限公司', '旧渡药业', 'INDUSTRY', '150', 7, '江渡'),
};

function applicant(
  name: string,
  shortName: string,
  role: NewUnitFields['role'],
  orgType: '150' | '160' | '170',
  number: number,
  person: string,
): NewUnitFields {
  return {
    name,
    shortName,
    role,
    note: '',
    uscc: inventedCode(number),
    orgType,
    legalRepresentative: person,
    legalTitle: '总经理',
    registeredCapital: `${number * 500 + 1000} 万元`,
    establishedOn: `201${number}-0${number + 1}-15`,
    registeredAddress: `沄州市高新区砚湖路 ${number * 18} 号`,
    foreignControlled: false,
    stateEstablished: false,
    staffCount: 60 + number * 35,
    rdStaffCount: 12 + number * 9,
    rdExpense: 180 + number * 95,
    contactName: `${person}的秘书`,
    contactEmail: `office${number}@example.com`,
    tags: number % 2 === 0 ? ['高新技术企业'] : ['科技型中小企业'],
  };
}
