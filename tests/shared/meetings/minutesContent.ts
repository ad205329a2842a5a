import { newId } from '#shared/ids.ts';
import { type Attendee, EMPTY_MEETING_FIELDS } from '#shared/meetings/meeting.ts';
import type { MinutesContent } from '#shared/meetings/signing.ts';
import type { Vote } from '#shared/meetings/votes.ts';

/** A vote that adds up. */
export const vote = (counts: Partial<Vote>): Vote => ({
  id: '',
  subject: '年度预算',
  due: 9,
  present: 7,
  favour: 5,
  against: 1,
  abstained: 1,
  recused: 0,
  ...counts,
});

export const attendee = (name: string, changes: Partial<Attendee> = {}): Attendee => ({
  id: name,
  personId: null,
  name,
  unitName: '',
  attendance: 'PRESENT',
  duty: '',
  ...changes,
});

/** Minutes that can be signed. */
export const CONTENT: MinutesContent = {
  fields: {
    ...EMPTY_MEETING_FIELDS,
    name: '理事会第三次会议',
    heldOn: '2026-05-06',
    startsAt: '09:00',
    endsAt: '11:30',
    place: '305会议室',
    issueYear: 2026,
    issueNo: 3,
  },
  project: '',
  attendees: [
    attendee('陈思远', { unitName: '医院', duty: 'CHAIR' }),
    attendee('李文博', { duty: 'RECORDER', attendance: 'OBSERVER' }),
    attendee('郑爽', { attendance: 'EXCUSED' }),
  ],
  topics: [{ id: newId(), title: '年度预算', presenter: '罗佳禾' }],
  discussion: [{ kind: 'paragraph', line: [{ text: '原则同意', bold: true }] }],
  resolutions: [
    {
      id: newId(),
      content: '编制预算。',
      personId: null,
      unitId: null,
      owner: '罗佳禾',
      dueOn: '2026-06-01',
    },
  ],
  votes: [vote({ id: newId() })],
  attachments: [{ id: newId(), name: '预算表', recordId: newId(), fileId: newId(), sha256: '0'.repeat(64) }],
};
