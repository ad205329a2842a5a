import type { Problem } from '../errors.ts';
import type { Attendance, Attendee } from './meeting.ts';

/** One 主持人 and one 记录人 at most; who chairs is there. */
export function checkAttendees(attendees: readonly Attendee[]): Problem[] {
  const holders = (duty: Attendee['duty']) => attendees.filter((attendee) => attendee.duty === duty);
  const problems: Problem[] = [];
  if (holders('CHAIR').length > 1) problems.push({ rule: 'TWO_CHAIRS', field: 'attendees' });
  if (holders('RECORDER').length > 1) problems.push({ rule: 'TWO_RECORDERS', field: 'attendees' });
  for (const { duty, attendance, name } of attendees) {
    if (duty !== '' && attendance === 'EXCUSED')
      problems.push({ rule: 'EXCUSED_WITH_DUTY', field: 'attendees', params: { name } });
  }
  const named = attendees.flatMap(({ personId }) => personId ?? []);
  if (new Set(named).size < named.length) problems.push({ rule: 'ATTENDS_TWICE', field: 'attendees' });
  return problems;
}

/**
 * 出席：单位 姓名、姓名；单位 姓名。 Units in the order of their first name (GB/T 9704-2012, 10.3: 单位、姓名).
 * '' where there is nobody.
 */
export function attendanceText(attendees: readonly Attendee[], attendance: Attendance): string {
  const byUnit = new Map<string, string[]>();
  for (const each of attendees) {
    if (each.attendance === attendance)
      byUnit.set(each.unitName, [...(byUnit.get(each.unitName) ?? []), each.name]);
  }
  return [...byUnit]
    .map(([unit, names]) => (unit === '' ? names.join('、') : `${unit} ${names.join('、')}`))
    .join('；');
}
