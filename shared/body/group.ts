import { z } from 'zod';

/** Groups of the guideline, 5.1.2: 领导小组, 项目组, 管理组; and what a joint body sets up beside them. */
export const GROUP_TYPES = ['LEADERSHIP', 'MANAGEMENT', 'PROJECT', 'OWN'] as const;

/** Functions of the guideline, 5.1.2: 研发, 测试, 品控, 临床试验, 注册, 生产, 档案信息管理. Others are written in words. */
export const GROUP_FUNCTIONS = [
  'RESEARCH',
  'TESTING',
  'QUALITY',
  'CLINICAL_TRIAL',
  'REGISTRATION',
  'PRODUCTION',
  'ARCHIVES',
] as const;

export const groupFieldsSchema = z.object({
  name: z.string().trim().min(1, 'REQUIRED').max(80, 'TOO_LONG'),
  type: z.enum(GROUP_TYPES),
  /** Codes of {@link GROUP_FUNCTIONS} and own words. */
  functions: z
    .array(z.string().trim().min(1, 'REQUIRED').max(40, 'TOO_LONG'))
    .max(20, 'TOO_MANY')
    .transform((functions) => [...new Set(functions)]),
  duties: z.string().trim().max(2000, 'TOO_LONG'),
  note: z.string().trim().max(2000, 'TOO_LONG'),
});
export type GroupFields = z.infer<typeof groupFieldsSchema>;
