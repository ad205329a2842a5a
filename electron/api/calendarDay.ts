import { type CalendarDate, localDateOf } from '#shared/dates.ts';
import type { UnlockedContext } from './context.ts';

/** The day on this machine's calendar. */
export function todayOf({ app }: UnlockedContext): CalendarDate {
  return localDateOf(new Date(app.now()));
}
