/**
 * Calendar dates as text: 'YYYY-MM-DD', and for what is known only roughly 'YYYY-MM' or 'YYYY'.
 * No Date object and no time zone takes part, so a date never slips by a day. Proleptic Gregorian, years 1 to 9999.
 */
export type CalendarDate = string;
export type PartialDate = string;
export type DateParts = { year: number; month: number | null; day: number | null };

/** Parts of 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'; null for any other text and for days that do not exist. */
export function parsePartialDate(text: string): DateParts | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return null;
  const [, year, month, day] = match;
  return checkedParts(Number(year), numberOrNull(month), numberOrNull(day));
}

export function isCalendarDate(text: string): text is CalendarDate {
  return parsePartialDate(text)?.day != null;
}

/** ISO text of the parts. */
export function isoDate({ year, month, day }: DateParts): PartialDate {
  const padded = [String(year).padStart(4, '0')];
  if (month !== null) padded.push(twoDigits(month));
  if (month !== null && day !== null) padded.push(twoDigits(day));
  return padded.join('-');
}

/** 2026年11月20日, 2026年11月 or 2026年: no leading zeros (GB/T 9704-2012). Text that is no date is given back unchanged. */
export function chineseDate(date: PartialDate): string {
  const parts = parsePartialDate(date);
  if (parts === null) return date;
  const { year, month, day } = parts;
  return `${year}年${month === null ? '' : `${month}月`}${day === null ? '' : `${day}日`}`;
}

/** The calendar day on this machine's clock and in its time zone. */
export function localDateOf(instant: Date): CalendarDate {
  return isoDate({ year: instant.getFullYear(), month: instant.getMonth() + 1, day: instant.getDate() });
}

/** The last day a partial date can mean: '2026' gives '2026-12-31'. */
export function lastDayOf(date: PartialDate): CalendarDate {
  const { year, month, day } = requireParts(date);
  const lastMonth = month ?? 12;
  return isoDate({ year, month: lastMonth, day: day ?? daysInMonth(year, lastMonth) });
}

/**
 * The same day so many months on, or the last day of that month where it has no such day
 * (民法典 art. 202: 没有对应日的，月末日为期间的最后一日).
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = requireDay(date);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return isoDate({ year: newYear, month: newMonth, day: Math.min(day, daysInMonth(newYear, newMonth)) });
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Parts that name an existing year, month or day, else null. */
export function checkedParts(year: number, month: number | null, day: number | null): DateParts | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  if (month === null) return day === null ? { year, month, day } : null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (day !== null && (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month))) return null;
  return { year, month, day };
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days since 0000-03-01, counting years from March so that the leap day comes last. */
function dayNumber(date: CalendarDate): number {
  const { year, month, day } = requireDay(date);
  const shiftedYear = month > 2 ? year : year - 1;
  const shiftedMonth = month > 2 ? month - 3 : month + 9;
  const leapDays =
    Math.floor(shiftedYear / 4) - Math.floor(shiftedYear / 100) + Math.floor(shiftedYear / 400);
  return shiftedYear * 365 + leapDays + Math.floor((153 * shiftedMonth + 2) / 5) + day - 1;
}

function dateOfDayNumber(days: number): CalendarDate {
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return isoDate({ year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 });
}

function requireParts(date: PartialDate): DateParts {
  const parts = parsePartialDate(date);
  if (parts === null) throw new RangeError(`not a calendar date: ${JSON.stringify(date)}`);
  return parts;
}

function requireDay(date: CalendarDate): { year: number; month: number; day: number } {
  const { year, month, day } = requireParts(date);
  if (month === null || day === null) throw new RangeError(`not a full date: ${JSON.stringify(date)}`);
  return { year, month, day };
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
