import { type CalendarDate, localDateOf } from '#shared/dates.ts';
import type { ApiContext } from './context.ts';

/** The day on this machine's calendar. */
export function todayOf({ app }: Pick<ApiContext, 'app'>): CalendarDate {
  return localDateOf(new Date(app.now()));
}
