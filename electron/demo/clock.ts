import type { CalendarDate } from '#shared/dates.ts';

/**
 * The time in which the sample comes about: it is moved on from deed to deed through the years the sample tells of, and
 * runs as the real one once the sample is done.
 */
export type SampleClock = {
  now(): number;
  /** Never backwards: what comes too early happens a minute after the deed before. */
  moveTo(day: CalendarDate, minuteOfDay: number): void;
  /** From here on the real time. */
  release(): void;
};

const MINUTE = 60_000;

export function createClock(realNow: () => number): SampleClock {
  let at: number | null = 0;
  return {
    now: () => at ?? realNow(),
    moveTo(day, minuteOfDay) {
      const wanted = Date.parse(`${day}T00:00:00`) + minuteOfDay * MINUTE;
      at = Math.min(Math.max(wanted, (at ?? 0) + MINUTE), realNow());
    },
    release() {
      at = null;
    },
  };
}
