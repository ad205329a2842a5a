import type { CalendarDate } from '../dates.ts';
import type { MeetingType, Resolution } from './meeting.ts';

/** What tells the meetings of one series from another's: their type, and for those of a project the project. */
export type SeriesMember = {
  id: string;
  type: MeetingType;
  projectId: string | null;
  heldOn: CalendarDate | null;
};

/** Whether `earlier` was held before `meeting` in the same series, so that what it left open comes up there. */
export function isEarlierInSeries(earlier: SeriesMember, meeting: SeriesMember): boolean {
  if (earlier.id === meeting.id || earlier.type !== meeting.type || earlier.projectId !== meeting.projectId)
    return false;
  // A meeting that has no date yet is the next one.
  return earlier.heldOn !== null && (meeting.heldOn === null || earlier.heldOn < meeting.heldOn);
}

/** By the day they are due; those without one last. */
export function byDue(a: Pick<Resolution, 'dueOn'>, b: Pick<Resolution, 'dueOn'>): number {
  return (a.dueOn ?? '9999-12-31').localeCompare(b.dueOn ?? '9999-12-31');
}

export function isOverdue(
  { state, dueOn }: Pick<Resolution, 'state' | 'dueOn'>,
  today: CalendarDate,
): boolean {
  return state === 'OPEN' && dueOn !== null && dueOn < today;
}
