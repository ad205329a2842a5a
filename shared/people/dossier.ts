import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { DEGREES, EDUCATIONS } from './qualificationCodes.ts';

/** 'YYYY-MM'; null while not known, or for "until now". */
const monthSchema = z
  .string()
  .regex(/^(?:1[89]|20|21)\d{2}-(?:0[1-9]|1[0-2])$/, 'MONTH_INVALID')
  .nullable();

const line = (max: number) => z.string().trim().max(max, 'TOO_LONG');
const needed = (max: number) => z.string().trim().min(1, 'REQUIRED').max(max, 'TOO_LONG');
/** A row that is there already brings its id along. */
const row = { id: idSchema.optional() };

function isInOrder({ fromMonth, toMonth }: { fromMonth: string | null; toMonth: string | null }): boolean {
  return fromMonth === null || toMonth === null || fromMonth <= toMonth;
}
const END_BEFORE_START = { path: ['toMonth'], error: 'END_BEFORE_START' };

export const educationRowSchema = z
  .object({
    ...row,
    fromMonth: monthSchema,
    toMonth: monthSchema,
    school: needed(120),
    major: line(100),
    education: z.enum([...EDUCATIONS, '']),
    degree: z.enum([...DEGREES, '']),
    /** 证书编号. */
    certificate: line(60),
  })
  .refine(isInOrder, END_BEFORE_START);
export type EducationRow = z.infer<typeof educationRowSchema>;

export const workRowSchema = z
  .object({
    ...row,
    fromMonth: monthSchema,
    toMonth: monthSchema,
    unit: needed(120),
    department: line(100),
    post: line(100),
    /** 主要工作. */
    duties: line(2000),
  })
  .refine(isInOrder, END_BEFORE_START);
export type WorkRow = z.infer<typeof workRowSchema>;

export const ASSESSMENT_KINDS = ['ANNUAL', 'PROJECT'] as const;
/** 优秀, 合格, 基本合格, 不合格. */
export const ASSESSMENT_GRADES = ['EXCELLENT', 'QUALIFIED', 'BARELY', 'UNQUALIFIED'] as const;

export const assessmentRowSchema = z.object({
  ...row,
  kind: z.enum(ASSESSMENT_KINDS),
  /** The year, or the span of the project. */
  period: needed(60),
  /** 指标. */
  criteria: line(500),
  score: z.number().min(0, 'SCORE_RANGE').max(100, 'SCORE_RANGE').nullable(),
  grade: z.enum(ASSESSMENT_GRADES),
  assessor: line(60),
  opinion: line(2000),
});
export type AssessmentRow = z.infer<typeof assessmentRowSchema>;

/** 人事材料: what is on file of a person's education, work and assessments. */
export const dossierFieldsSchema = z.object({
  education: z.array(educationRowSchema).max(30, 'TOO_MANY'),
  work: z.array(workRowSchema).max(60, 'TOO_MANY'),
  assessments: z.array(assessmentRowSchema).max(100, 'TOO_MANY'),
  note: line(5000),
});
export type DossierFields = z.infer<typeof dossierFieldsSchema>;

export const EMPTY_DOSSIER: DossierFields = { education: [], work: [], assessments: [], note: '' };
