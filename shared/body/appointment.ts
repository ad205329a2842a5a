import { z } from 'zod';
import { addDays, type CalendarDate } from '../dates.ts';

/** 总协调人 (of the whole joint body, guideline 5.1.2), and offices within a group. */
export const APPOINTMENT_ROLES = [
  'COORDINATOR', // 总协调人
  'LEADER', // 组长
  'DEPUTY', // 副组长
  'SECRETARY', // 秘书
  'MEMBER', // 成员
  'EXPERT', // 专家
] as const;
export const appointmentRoleSchema = z.enum(APPOINTMENT_ROLES);
export type AppointmentRole = z.infer<typeof appointmentRoleSchema>;

export const appointmentFieldsSchema = z
  .object({
    role: appointmentRoleSchema,
    /** What the person is called in the letter, such as 项目组组长; '' takes group and role. */
    duty: z.string().trim().max(100, 'TOO_LONG'),
    startsOn: z.iso.date('NOT_A_DATE'),
    /** The last day; null: until further notice. */
    endsOn: z.iso.date('NOT_A_DATE').nullable(),
    /** 聘书编号. */
    letterNo: z.string().trim().max(60, 'TOO_LONG'),
    /** The decision it rests on. */
    basis: z.string().trim().max(300, 'TOO_LONG'),
    note: z.string().trim().max(2000, 'TOO_LONG'),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || startsOn <= endsOn, {
    path: ['endsOn'],
    error: 'END_BEFORE_START',
  });
export type AppointmentFields = z.infer<typeof appointmentFieldsSchema>;

/** First and last day, both counted; null: without an end. */
export type Tenure = { startsOn: CalendarDate; endsOn: CalendarDate | null };
export type TenureState = 'NOT_YET' | 'CURRENT' | 'ENDED';

export function tenureState({ startsOn, endsOn }: Tenure, day: CalendarDate): TenureState {
  if (startsOn > day) return 'NOT_YET';
  return endsOn !== null && endsOn < day ? 'ENDED' : 'CURRENT';
}

/** Whether two tenures share a day. */
export function overlaps(a: Tenure, b: Tenure): boolean {
  return (a.endsOn === null || b.startsOn <= a.endsOn) && (b.endsOn === null || a.startsOn <= b.endsOn);
}

/** One at a time: the other tenures that stand in the way of this one. */
export function inTheWay<Other extends Tenure>(tenure: Tenure, others: readonly Other[]): Other[] {
  return others.filter((other) => overlaps(tenure, other));
}

/**
 * The last day of whoever holds an office when a successor begins: the day before. null where the successor begins no later
 * than the holder did: that is no succession.
 */
export function lastDayBefore(holder: Tenure, successorStartsOn: CalendarDate): CalendarDate | null {
  return successorStartsOn > holder.startsOn ? addDays(successorStartsOn, -1) : null;
}
