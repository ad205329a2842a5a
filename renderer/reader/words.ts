import { en } from './texts/en.ts';
import { zhCN } from './texts/zhCN.ts';

export type Words = typeof zhCN;

let current: Words = zhCN;

export function words(): Words {
  return current;
}

/** Chinese unless the person says otherwise; the reader remembers nothing from one opening to the next. */
export function switchLanguage(): Words {
  current = current === zhCN ? en : zhCN;
  document.documentElement.lang = current.formats.locale;
  document.title = current.title;
  return current;
}

export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toLocaleString(current.formats.locale, { maximumFractionDigits: digits })} ${units[unit]}`;
}

export function countText(count: number): string {
  return count.toLocaleString(current.formats.locale);
}

/** An instant on this machine's clock. */
export function timeText(instant: string): string {
  return new Date(instant).toLocaleString(current.formats.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}

/** What a table of words says of a code; the code itself where it says nothing. */
export function wordOf(table: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(table, code) ? (table[code] ?? code) : code;
}
