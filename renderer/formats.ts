import type { Catalogue } from '#shared/translations/catalogue.ts';

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** 1.2 MB, counted in 1024s as the systems' own file lists do; three significant figures at most. */
export function fileSize(bytes: number): string {
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < UNITS.length - 1) {
    value /= 1024;
    step += 1;
  }
  const digits = step === 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${UNITS[step]}`;
}

/** A number with its thousands parted. */
export function counted(value: number): string {
  return value.toLocaleString('en');
}

/** '2026-11-20 14:05' on this machine's clock. */
export function instantText(at: number): string {
  const date = new Date(at);
  return `${dayText(at)} ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** '2026-11-20' on this machine's clock. */
export function dayText(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** 刚刚, 5 分钟前, 3 小时前, 昨天, then the day itself. */
export function agoText(t: Catalogue, at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return t.formats.justNow;
  if (minutes < 60) return t.formats.minutesAgo(minutes);
  if (dayText(at) === dayText(now)) return t.formats.hoursAgo(Math.floor(minutes / 60));
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  return dayText(at) === dayText(yesterday.getTime()) ? t.formats.yesterday : dayText(at);
}

/** A whole percentage that says 100 only when all is done. */
export function percent(done: number, total: number): number {
  if (total <= 0) return 0;
  return done >= total ? 100 : Math.min(99, Math.floor((done / total) * 100));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
