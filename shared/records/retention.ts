import { z } from 'zod';
import { type CalendarDate, isoDate } from '../dates.ts';

/** 保管期限: 永久, 30年, 10年, in the codes of the 档号. */
export const RETENTIONS = ['Y', 'D30', 'D10'] as const;
export const retentionSchema = z.enum(RETENTIONS, 'RETENTION_UNKNOWN');
export type Retention = z.infer<typeof retentionSchema>;

const YEARS: Record<Retention, number | null> = { Y: null, D30: 30, D10: 10 };

/**
 * The last day of the retention term: it runs from the 1 January after the 年度. Null for 永久.
 * The end obliges to 鉴定 (档案法实施条例 art. 24), never to destruction by itself.
 */
export function retainUntil(year: number, retention: Retention): CalendarDate | null {
  const years = YEARS[retention];
  return years === null ? null : isoDate({ year: year + years, month: 12, day: 31 });
}
