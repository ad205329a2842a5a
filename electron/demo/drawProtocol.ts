import type { CalendarDate } from '#shared/dates.ts';

/** First 'plan', then any number of 'draw', at the end 'close'. */
export type DrawRequest =
  | { do: 'plan'; seed: string; today: CalendarDate }
  | { do: 'draw'; index: number }
  | { do: 'close' };
export type DrawAnswer =
  | { index: number; ok: true; files: Uint8Array[] }
  | { index: number; ok: false; message: string };
