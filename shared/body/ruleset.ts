import { z } from 'zod';
import type { CalendarDate } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { citationSchema } from '../records/citation.ts';

/** 章程 and the management rules the guideline asks for (5.4.1): screening, projects, archives, confidentiality, and others. */
export const RULESET_TYPES = [
  'CHARTER', // 章程
  'SCREENING', // 单位筛选制度
  'PROJECT', // 在研项目管理制度
  'ARCHIVES', // 档案管理制度
  'CONFIDENTIALITY', // 保密制度
  'PERSONNEL', // 人员管理与考核制度
  'OTHER',
] as const;

export const rulesetFieldsSchema = z.object({
  title: z.string().trim().min(1, 'REQUIRED').max(120, 'TOO_LONG'),
  type: z.enum(RULESET_TYPES),
  note: z.string().trim().max(2000, 'TOO_LONG'),
});
export type RulesetFields = z.infer<typeof rulesetFieldsSchema>;

export const ruleVersionFieldsSchema = z
  .object({
    /** Such as 1.0 or 2026年修订. */
    number: z.string().trim().min(1, 'REQUIRED').max(40, 'TOO_LONG'),
    adoptedOn: z.iso.date('NOT_A_DATE'),
    effectiveOn: z.iso.date('NOT_A_DATE'),
    /** Who adopted it, such as 第一届理事会第二次会议. */
    adoptedBy: z.string().trim().max(200, 'TOO_LONG'),
    text: z.string().trim().min(1, 'REQUIRED').max(100_000, 'TOO_LONG'),
    /** The signed paper in the archive. */
    paper: citationSchema.nullable(),
  })
  .refine(({ adoptedOn, effectiveOn }) => adoptedOn <= effectiveOn, {
    path: ['effectiveOn'],
    error: 'EFFECTIVE_BEFORE_ADOPTED',
  });
export type RuleVersionFields = z.infer<typeof ruleVersionFieldsSchema>;

/** The version in force on a day: the one that took effect last. null before the first. */
export function versionInForce<Version extends { effectiveOn: CalendarDate }>(
  versions: readonly Version[],
  day: CalendarDate,
): Version | null {
  return versions
    .filter(({ effectiveOn }) => effectiveOn <= day)
    .reduce<Version | null>(
      (latest, each) => (latest === null || each.effectiveOn >= latest.effectiveOn ? each : latest),
      null,
    );
}

/** How papers name a version: 联合体章程（2026年修订）. */
export function versionName(title: string, number: string): string {
  return `${title}（${number}）`;
}

export const ruleReadingSchema = z.object({
  versionId: idSchema,
  /** null: today. */
  readOn: z.iso.date('NOT_A_DATE').nullable(),
  /** People on file who have read it (a signed sheet, a meeting); empty: the user says it of themselves. */
  personIds: z.array(idSchema).max(500, 'TOO_MANY'),
});
export type RuleReading = z.infer<typeof ruleReadingSchema>;
