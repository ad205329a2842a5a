import { z } from 'zod';
import { addDays, type CalendarDate, daysBetween } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { citationSchema } from '../records/citation.ts';

/** Working days a 公示 lasts unless the charter says otherwise. */
export const PUBLICITY_WORKING_DAYS = 5;

/**
 * The last of so many working days after a day, which itself is not counted (民法典 art. 201). Saturdays, Sundays and the
 * named days off are no working days; the program knows no holiday calendar.
 */
export function addWorkingDays(
  from: CalendarDate,
  count: number,
  daysOff: readonly CalendarDate[],
): CalendarDate {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, daysOff)) left -= 1;
  }
  return day;
}

export function isWorkingDay(day: CalendarDate, daysOff: readonly CalendarDate[]): boolean {
  // 2024-01-01 was a Monday.
  const weekday = ((daysBetween('2024-01-01', day) % 7) + 7) % 7;
  return weekday < 5 && !daysOff.includes(day);
}

export const objectionSchema = z
  .object({
    id: idSchema,
    receivedOn: z.iso.date('NOT_A_DATE'),
    objector: z.string().trim().min(1, 'REQUIRED').max(120, 'TOO_LONG'),
    content: z.string().trim().min(1, 'REQUIRED').max(2000, 'TOO_LONG'),
    verdict: z.enum(['PENDING', 'UPHELD', 'DISMISSED']),
    answer: z.string().trim().max(2000, 'TOO_LONG'),
    answeredOn: z.iso.date('NOT_A_DATE').nullable(),
    evidence: citationSchema.nullable(),
  })
  .refine(
    ({ verdict, answer, answeredOn }) => verdict === 'PENDING' || (answer !== '' && answeredOn !== null),
    {
      path: ['answer'],
      error: 'OBJECTION_ANSWER_REQUIRED',
    },
  )
  .refine(({ receivedOn, answeredOn }) => answeredOn === null || answeredOn >= receivedOn, {
    path: ['answeredOn'],
    error: 'END_BEFORE_START',
  });
export type Objection = z.infer<typeof objectionSchema>;
