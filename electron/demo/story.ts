import type { CalendarDate } from '#shared/dates.ts';
import type { Stage } from './stage.ts';

/** A deed of the sample and when it was done. */
export type StoryEvent = { day: CalendarDate /** Of the day. */; minute: number; run(): Promise<void> };

/** Plays the deeds in the order of their time; what would lie in the future is left out. */
export async function play({ clock, world }: Stage, events: readonly StoryEvent[]): Promise<void> {
  const past = events.filter(({ day }) => day < world.today);
  for (const { day, minute, run } of past.sort(byTime)) {
    clock.moveTo(day, minute);
    await run();
  }
}

function byTime(a: StoryEvent, b: StoryEvent): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.minute - b.minute;
}
