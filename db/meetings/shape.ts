import type { ItemShape } from '../items/shapeType.ts';

const OWNER = 'meeting_id';

/** How minutes are kept in revisions, moved between tiers and searched. */
export const meetingShape: ItemShape = {
  table: 'meeting',
  columns: [
    'type',
    'issue_year',
    'issue_no',
    'held_on',
    'starts_at',
    'ends_at',
    'place',
    'discussion',
    'stage',
    'correction',
  ],
  children: [
    child('attendees', 'meeting_attendee', ['person_id', 'name', 'unit_name', 'attendance', 'duty']),
    child('topics', 'meeting_topic', ['title', 'presenter']),
    child('resolutions', 'meeting_resolution', [
      'content',
      'person_id',
      'unit_id',
      'owner',
      'due_on',
      'state',
      'closed_on',
      'note',
    ]),
    child('votes', 'meeting_vote', [
      'subject',
      'due',
      'present',
      'favour',
      'against',
      'abstained',
      'recused',
    ]),
    child('attachments', 'meeting_attachment', ['name', 'record_id', 'file_id', 'sha256']),
    {
      name: 'versions',
      table: 'meeting_version',
      owner: OWNER,
      columns: ['number', 'content', 'sha256', 'signer', 'issued_on', 'signed_at', 'reason', 'record_id'],
      order: 'number',
    },
  ],
  search: `select coalesce(m.held_on, '') || char(10) || m.place || char(10) ||
     coalesce(m.issue_year || ' ' || m.issue_no, '') || char(10) ||
     coalesce((select group_concat(value, ' ') from json_tree(m.discussion) where key = 'text'), '') || char(10) ||
     coalesce((select group_concat(title || ' ' || presenter, char(10)) from meeting_topic where meeting_id = m.id), '') || char(10) ||
     coalesce((select group_concat(content || ' ' || owner, char(10)) from meeting_resolution where meeting_id = m.id), '') || char(10) ||
     coalesce((select group_concat(name || ' ' || unit_name, char(10)) from meeting_attendee where meeting_id = m.id), '') || char(10) ||
     coalesce((select group_concat(subject, char(10)) from meeting_vote where meeting_id = m.id), '')
     from meeting m where m.id = ?`,
};

function child(name: string, table: string, columns: readonly string[]) {
  return { name, table, owner: OWNER, columns: ['position', ...columns], order: 'position, id' };
}
