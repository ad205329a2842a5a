import { isCalendarDate } from '#shared/dates.ts';
import { readWrittenDate } from '#shared/writtenDates.ts';

/** ISO of a full date as people write it; null for nothing typed; undefined for what is no full date. */
export function calendarDateTyped(typed: string): string | null | undefined {
  if (typed.trim() === '') return null;
  const read = readWrittenDate(typed);
  return read.ok && isCalendarDate(read.date) ? read.date : undefined;
}
