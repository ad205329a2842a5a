import { z } from 'zod';

/** 单位性质 as the 技术合同登记表 lists it, so that exports match: groups in hundreds and tens, kinds within them. */
export const ORG_TYPES = [
  '010',
  '020',
  '021',
  '022',
  '023',
  '024',
  '030',
  '100',
  '110',
  '120',
  '130',
  '140',
  '150',
  '160',
  '170',
  '180',
  '200',
  '210',
  '220',
  '230',
  '240',
  '300',
  '310',
  '320',
  '340',
  '400',
] as const;
export const orgTypeSchema = z.enum(ORG_TYPES);
export type OrgType = z.infer<typeof orgTypeSchema>;

/** Attributes beside the type that are asked about most; others may be written freely. */
export const KNOWN_TAGS = [
  '高新技术企业',
  '专精特新',
  '中央企业',
  '上市公司',
  '科技型中小企业',
  '三级甲等医院',
] as const;
