import { type CalendarDate, chineseDate } from '../dates.ts';

/** Titles of papers as the archive writes them. A panel does not name its outcome: the outcome may become more confidential. */
export function panelTitle(convenedOn: CalendarDate): string {
  return `成果成熟度评价（${chineseDate(convenedOn)}）`;
}

export function sheetTitle(expert: string, convenedOn: CalendarDate): string {
  return `成熟度评分表（${expert}，${chineseDate(convenedOn)}）`;
}
