import { addMonths, type CalendarDate, daysBetween } from '#shared/dates.ts';
import { inOrderOfTime, type TransformationEvent } from '#shared/outcomes/transformation.ts';

export type TimeScale = {
  /** Per cent of the width, 0 to 100. */
  at(day: CalendarDate): number;
  /** First days of years; some are left out where there are many. */
  years: { year: number; at: number }[];
};

/** A scale that holds all days and today, with two months to spare at either end. */
export function timeScale(days: readonly CalendarDate[], today: CalendarDate): TimeScale {
  const inOrder = [...days, today].sort();
  const from = addMonths(inOrder[0] ?? today, -2);
  const to = addMonths(inOrder.at(-1) ?? today, 2);
  const length = daysBetween(from, to);
  const at = (day: CalendarDate) => (daysBetween(from, day) / length) * 100;
  const first = Number(from.slice(0, 4)) + 1;
  const count = Number(to.slice(0, 4)) - first + 1;
  const step = Math.max(1, Math.ceil(count / 12));
  const years = Array.from({ length: Math.max(0, count) }, (_, index) => first + index)
    .filter((year) => (year - first) % step === 0)
    .map((year) => ({ year, at: at(`${year}-01-01`) }));
  return { at, years };
}

/** From each beginning of a path to its end, or to today. */
export function spansOf(
  events: readonly TransformationEvent[],
  today: CalendarDate,
): { from: CalendarDate; to: CalendarDate }[] {
  const spans: { from: CalendarDate; to: CalendarDate }[] = [];
  let from: CalendarDate | null = null;
  for (const { kind, occurredOn } of inOrderOfTime(events)) {
    if (kind === 'BEGUN') from ??= occurredOn;
    if (kind === 'ENDED' && from !== null) {
      spans.push({ from, to: occurredOn });
      from = null;
    }
  }
  if (from !== null && from < today) spans.push({ from, to: today });
  return spans;
}
