import { NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Meeting } from '#shared/meetings/contract.ts';
import { ATTENDANCES, type Attendee, DUTIES } from '#shared/meetings/meeting.ts';
import { IconButton } from '../../components/IconButton/IconButton.tsx';
import { useProblems } from '../../components/problems.ts';
import { useT } from '../../translations.ts';
import { AddAttendees } from './AddAttendees.tsx';
import classes from './AttendeesSection.module.css';
import section from './Section.module.css';
import type { MeetingEdit } from './useMeetingEdit.ts';

/** 出席, 请假, 列席: people of the register and guests; who chairs and who takes the minutes. */
export function AttendeesSection({
  meeting: { id, attendees, level },
  edit,
  readOnly,
}: {
  meeting: Meeting;
  edit: MeetingEdit;
  readOnly: boolean;
}) {
  const t = useT();
  const words = t.meetings.attendance;
  const report = useProblems();
  const save = (next: Attendee[]) => edit({ attendees: next }).catch(report);
  const count = (kind: Attendee['attendance']) =>
    attendees.filter(({ attendance }) => attendance === kind).length;

  function change(row: Attendee, changes: Partial<Attendee>): void {
    // One chairs and one takes the minutes: whoever did before does no more.
    const taken = changes.duty === undefined || changes.duty === '' ? null : changes.duty;
    void save(
      attendees.map((each) => {
        if (each.id === row.id) return { ...each, ...changes };
        return each.duty === taken ? { ...each, duty: '' } : each;
      }),
    );
  }

  return (
    <section aria-label={words.title}>
      <h2 className={section.title}>
        {words.title}
        {attendees.length > 0 && (
          <span className={section.soft}>
            {words.count(count('PRESENT'), count('EXCUSED'), count('OBSERVER'))}
          </span>
        )}
      </h2>
      {attendees.length === 0 && <p className={section.none}>{words.none}</p>}
      {attendees.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.unit}</th>
              <th scope="col">{words.attendance}</th>
              <th scope="col">{words.duty}</th>
              {!readOnly && (
                <th scope="col">
                  <span className={classes.hidden}>{t.actions.remove}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {attendees.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                <td className={classes.unit}>{row.unitName}</td>
                <td>
                  {readOnly ? (
                    words.kinds[row.attendance]
                  ) : (
                    <NativeSelect
                      size="xs"
                      aria-label={words.of(words.attendance, row.name)}
                      value={row.attendance}
                      data={ATTENDANCES.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
                      onChange={(event) => {
                        const attendance = ATTENDANCES.find((kind) => kind === event.currentTarget.value);
                        if (attendance !== undefined)
                          change(row, attendance === 'EXCUSED' ? { attendance, duty: '' } : { attendance });
                      }}
                    />
                  )}
                </td>
                <td>
                  {readOnly ? (
                    row.duty !== '' && words.duties[row.duty]
                  ) : (
                    <NativeSelect
                      size="xs"
                      aria-label={words.of(words.duty, row.name)}
                      value={row.duty}
                      disabled={row.attendance === 'EXCUSED'}
                      data={DUTIES.map((duty) => ({ value: duty, label: words.duties[duty] }))}
                      onChange={(event) => {
                        const duty = DUTIES.find((each) => each === event.currentTarget.value);
                        if (duty !== undefined) change(row, { duty });
                      }}
                    />
                  )}
                </td>
                {!readOnly && (
                  <td>
                    <IconButton
                      label={t.meetings.rows.remove(row.name)}
                      size={26}
                      onClick={() => void save(attendees.filter((each) => each.id !== row.id))}
                    >
                      <IconX size={14} stroke={1.5} />
                    </IconButton>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!readOnly && (
        <AddAttendees
          form={`meeting.${id}.guest`}
          level={level}
          attendees={attendees}
          onAdd={(added) => edit({ attendees: [...attendees, ...added] })}
        />
      )}
    </section>
  );
}
