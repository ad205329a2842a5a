import { z } from 'zod';
import { citationSchema } from '../records/citation.ts';

/** What the secretariat looks into, item by item (domain rules 1.7). */
export const CHECK_ITEMS = [
  'SUBJECT', // 主体资格
  'LICENCES', // 证照有效
  'FIELD', // 领域相关
  'ROLE_QUALIFIED', // 资质满足拟担任角色
  'RD_ABILITY', // 研发能力
  'CREDIT', // 信用无重大不良
  'IP_DISPUTES', // 无未决知识产权纠纷
  'SECRECY_SIGNED', // 保密承诺已签
  'DATA_ETHICS', // 数据/伦理合规
  'FOREIGN_DECLARED', // 外方身份已声明
  'KEY_PEOPLE', // 团队关键人员资历
] as const;
export const checkItemSchema = z.enum(CHECK_ITEMS);
export type CheckItem = z.infer<typeof checkItemSchema>;

export const VERDICTS = ['PASS', 'FAIL', 'NOT_APPLICABLE'] as const;

export const checkSchema = z
  .object({
    item: checkItemSchema,
    /** null: not looked into yet. */
    verdict: z.enum(VERDICTS).nullable(),
    note: z.string().trim().max(500, 'TOO_LONG'),
    evidence: citationSchema.nullable(),
  })
  .refine(({ verdict, note }) => (verdict !== 'FAIL' && verdict !== 'NOT_APPLICABLE') || note !== '', {
    path: ['note'],
    error: 'CHECK_NOTE_REQUIRED',
  });
export type Check = z.infer<typeof checkSchema>;
