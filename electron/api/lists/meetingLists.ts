import { call } from '@orpc/server';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { formatIssueNumber } from '#shared/meetings/issueNumber.ts';
import type { MeetingFields } from '#shared/meetings/meeting.ts';
import type { ListChoice } from '#shared/sheets/contract.ts';
import { meetings } from '../meetings.ts';
import { dateColumn, type ListMaker, numberColumn, rowOf, textColumn } from './list.ts';

export const meetingList: ListMaker<Extract<ListChoice, { list: 'MEETINGS' }>> = async (
  context,
  { text },
  t,
) => {
  const words = t.meetings;
  const rows = await call(meetings.list, { text, type: null }, { context });
  return {
    title: words.title,
    columns: [
      dateColumn(words.fields.heldOn),
      textColumn(words.fields.name, 40),
      textColumn(words.fields.type, 12),
      textColumn(words.fields.issueNo, 14),
      textColumn(words.fields.place, 24),
      textColumn(words.fields.chair, 12),
      textColumn(words.fields.project, 30),
      numberColumn(words.fields.resolutions),
      numberColumn(t.sheets.unfinished),
      textColumn(words.fields.state, 10),
    ],
    rows: rows.map((row) =>
      rowOf(row, [
        row.fields.heldOn,
        row.title,
        words.types[row.fields.type],
        issueNumberOf(row.fields),
        row.fields.place,
        row.chair,
        row.project?.title ?? '',
        row.resolutionCount,
        row.openCount,
        words.stages[row.stage],
      ]),
    ),
  };
};

/** 议定事项 of all meetings that are not finished, by the day they are due. */
export const actionList: ListMaker<Extract<ListChoice, { list: 'ACTIONS' }>> = async (context, _, t) => {
  const words = t.meetings.resolutions;
  const rows = await call(meetings.openActions, undefined, { context });
  const held = await call(meetings.list, { text: '', type: null }, { context });
  const heads = new Map(held.map((meeting) => [meeting.id, meeting]));
  return {
    title: t.sheets.actions,
    columns: [
      textColumn(words.content, 60),
      textColumn(words.owner, 24),
      dateColumn(words.dueOn),
      textColumn(t.meetings.fields.state, 10),
      textColumn(words.from, 36),
      dateColumn(t.meetings.fields.heldOn),
    ],
    rows: rows.map(({ meeting, heldOn, resolution }) => ({
      level: meeting.level,
      term: heads.get(meeting.id)?.term ?? defaultTerm(meeting.level),
      mark: heads.get(meeting.id)?.mark ?? '',
      cells: [
        resolution.content,
        resolution.owner,
        resolution.dueOn,
        words.states[resolution.state],
        meeting.title,
        heldOn,
      ],
    })),
  };
};

function issueNumberOf({ issueYear, issueNo }: MeetingFields): string {
  return issueYear === null || issueNo === null
    ? ''
    : formatIssueNumber({ year: issueYear, number: issueNo });
}
