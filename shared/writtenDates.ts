import { checkedParts, type DateParts, isoDate, type PartialDate } from './dates.ts';

/** DATE_NOT_REAL: the form is understood, but there is no such day or month. */
export type WrittenDateReading =
  | { ok: true; date: PartialDate }
  | { ok: false; code: 'NOT_A_DATE' | 'DATE_NOT_REAL' };

/**
 * Reads a date as people and catalogues write it: 2026-11-20, 2026/11/20, 2026.11.20, 20261120, 2026年11月20日,
 * 二〇二六年十一月二十日, full-width digits, and the same without day or month.
 */
export function readWrittenDate(text: string): WrittenDateReading {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const fields = plain.includes('年') ? chineseFields(plain) : numericFields(plain);
  if (fields === null) return { ok: false, code: 'NOT_A_DATE' };
  const parts = checkedParts(fields.year, fields.month, fields.day);
  return parts === null ? { ok: false, code: 'DATE_NOT_REAL' } : { ok: true, date: isoDate(parts) };
}

/** One separator throughout: '2026-11.20' is a slip, not a date. */
function numericFields(text: string): DateParts | null {
  const match =
    /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(text);
  if (match === null) return null;
  const [, year, , month, day] = match;
  return { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null };
}

function chineseFields(text: string): DateParts | null {
  const match =
    /^(?<year>\d{4}|[〇零○一二三四五六七八九]{4})年(?:(?<month>[\d一二三四五六七八九十]{1,3})月(?:(?<day>[\d一二三四五六七八九十]{1,3})[日号])?)?$/u.exec(
      text,
    );
  if (match?.groups === undefined) return null;
  const { year = '', month, day } = match.groups;
  const parts = { year: yearOf(year), month: smallNumber(month), day: smallNumber(day) };
  return Number.isNaN(parts.month ?? 0) || Number.isNaN(parts.day ?? 0) ? null : parts;
}

function yearOf(text: string): number {
  return Number(Array.from(text, (character) => digitOf(character) ?? character).join(''));
}

/** 1 to 99 in Arabic or Chinese numerals; null for nothing, NaN for what is no number. */
function smallNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(text);
  if (match === null) return Number.NaN;
  const [, before, ten, after] = match;
  if (ten === undefined)
    return before !== undefined && after === undefined ? Number(digitOf(before)) : Number.NaN;
  return Number(digitOf(before ?? '一')) * 10 + Number(digitOf(after ?? '〇'));
}

function digitOf(character: string): string | null {
  if (character === '零' || character === '○') return '0';
  const value = '〇一二三四五六七八九'.indexOf(character);
  return value === -1 ? null : String(value);
}
