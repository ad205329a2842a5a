import { z } from 'zod';

/** 国家重点支持的高新技术领域, the eight names. */
export const HIGH_TECH_FIELDS = ['EI', 'BM', 'AA', 'NM', 'HS', 'NE', 'RE', 'AM'] as const;
export const highTechFieldSchema = z.enum(HIGH_TECH_FIELDS);
export type HighTechField = z.infer<typeof highTechFieldSchema>;

/** 体现形式. */
export const OUTCOME_FORMS = [
  'TECHNOLOGY',
  'PRODUCT',
  'PROCESS',
  'DEVICE',
  'DRUG',
  'REAGENT',
  'SOFTWARE',
  'DATA',
  'STANDARD',
  'PAPER',
  'OTHER',
] as const;
export const outcomeFormSchema = z.enum(OUTCOME_FORMS);
export type OutcomeForm = z.infer<typeof outcomeFormSchema>;

/** 成果属性, as 成果登记 asks. */
export const OUTCOME_ATTRIBUTES = ['ORIGINAL', 'ABSORBED', 'REDEVELOPED'] as const;
export const outcomeAttributeSchema = z.enum(OUTCOME_ATTRIBUTES);
export type OutcomeAttribute = z.infer<typeof outcomeAttributeSchema>;

/** 成果类别: only 应用技术 counts in the denominator of 成果转化率 (domain rules §6.2). */
export const OUTCOME_CLASSES = ['APPLIED', 'BASIC', 'SOFT'] as const;
export const outcomeClassSchema = z.enum(OUTCOME_CLASSES);
export type OutcomeClass = z.infer<typeof outcomeClassSchema>;

/** 所处阶段: 初期 (实验室、小试), 中期 (中试等), 成熟应用. */
export const OUTCOME_STAGES = ['EARLY', 'MIDDLE', 'APPLIED_STAGE'] as const;
export const outcomeStageSchema = z.enum(OUTCOME_STAGES);
export type OutcomeStage = z.infer<typeof outcomeStageSchema>;

/** 三种转化状态 of the guideline's 6.8. */
export const OUTCOME_STATUSES = ['TRANSFORMED', 'TRANSFORMING', 'NOT_TRANSFORMED'] as const;
export const outcomeStatusSchema = z.enum(OUTCOME_STATUSES);
export type OutcomeStatus = z.infer<typeof outcomeStatusSchema>;

/** 成果水平; nothing said and 未评价 are two things. */
export const ACHIEVEMENT_LEVELS = [
  'INTERNATIONAL_LEADING',
  'INTERNATIONAL_ADVANCED',
  'DOMESTIC_LEADING',
  'DOMESTIC_ADVANCED',
  'NOT_EVALUATED',
] as const;
export type AchievementLevel = (typeof ACHIEVEMENT_LEVELS)[number];

/** 创新程度 of the evaluation form. */
export const INNOVATION_DEGREES = ['VERY_HIGH', 'HIGH', 'RATHER_HIGH', 'ORDINARY'] as const;
export type InnovationDegree = (typeof INNOVATION_DEGREES)[number];

/** 推广情况 of the evaluation form. */
export const ADOPTIONS = ['HIGH', 'RATHER_HIGH', 'ORDINARY', 'RATHER_LOW'] as const;
export type Adoption = (typeof ADOPTIONS)[number];

export const KEYWORDS_MOST = 3;
/** 创新点: at most three of fifty characters each (domain rules §5.3). */
export const INNOVATIONS_MOST = 3;
export const INNOVATION_LENGTH = 50;

export const outcomeFieldsSchema = z
  .object({
    name: z.string().trim().min(1, 'REQUIRED').max(200),
    highTechField: highTechFieldSchema,
    /** One of the oncology list or another the joint body uses. */
    technicalField: z.string().trim().min(1, 'REQUIRED').max(40),
    /** 癌种, the second axis; '' for none. */
    cancerType: z.string().trim().max(40),
    form: outcomeFormSchema,
    attribute: outcomeAttributeSchema,
    class: outcomeClassSchema,
    stage: outcomeStageSchema,
    keywords: z.array(z.string().trim().min(1).max(30)).max(KEYWORDS_MOST, 'OUTCOME_KEYWORDS_TOO_MANY'),
    /** 登记号: three of place or department, four of the year, Y, four running; '' before it is registered. */
    registrationNo: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^(?:|[0-9A-Z]{3}(?:19|20)\d{2}Y\d{4})$/, 'OUTCOME_REGISTRATION_NO'),
    begunOn: z.iso.date('NOT_A_DATE').nullable(),
    completedOn: z.iso.date('NOT_A_DATE').nullable(),
    /** 技术就绪水平 1–9; null for none. Never mixed with Table 1's 80 points. */
    trl: z.number().int().min(1).max(9).nullable(),
    summary: z.string().trim().max(3000),
    achievementLevel: z.enum(ACHIEVEMENT_LEVELS).nullable(),
    innovations: z
      .array(z.string().trim().min(1).max(INNOVATION_LENGTH))
      .max(INNOVATIONS_MOST, 'OUTCOME_INNOVATIONS_TOO_MANY'),
    innovationDegree: z.enum(INNOVATION_DEGREES).nullable(),
    adoption: z.enum(ADOPTIONS).nullable(),
  })
  .refine(({ begunOn, completedOn }) => !begunOn || !completedOn || begunOn <= completedOn, {
    path: ['completedOn'],
    error: 'END_BEFORE_START',
  });
export type OutcomeFields = z.infer<typeof outcomeFieldsSchema>;

/** Nothing is said yet of how the outcome is appraised. */
export const UNAPPRAISED: Pick<
  OutcomeFields,
  'achievementLevel' | 'innovations' | 'innovationDegree' | 'adoption'
> = {
  achievementLevel: null,
  innovations: [],
  innovationDegree: null,
  adoption: null,
};

/** A status that a person sets against the one derived; with the reason. */
export const statusOverrideSchema = z.object({
  status: outcomeStatusSchema,
  reason: z.string().trim().min(1, 'REASON_TEXT_REQUIRED').max(500),
});
export type StatusOverride = z.infer<typeof statusOverrideSchema>;
