import { asc, eq, sql } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { Discussion } from '#shared/meetings/discussion.ts';
import type {
  Attachment,
  Attendance,
  Attendee,
  MeetingFields,
  MeetingStage,
  Resolution,
  Topic,
} from '#shared/meetings/meeting.ts';
import type { Vote } from '#shared/meetings/votes.ts';
import type { TierFile } from '../open.ts';
import { prepared, preparedQuery } from '../prepared.ts';
import {
  type MeetingVersionRow,
  meeting,
  meetingAttachment,
  meetingAttendee,
  meetingResolution,
  meetingTopic,
  meetingVersion,
  meetingVote,
} from './schema.ts';

/** Minutes as they are stored, without the name, which is the item's title. */
export type StoredMeeting = {
  fields: Omit<MeetingFields, 'name'>;
  stage: MeetingStage;
  correction: string;
  attendees: Attendee[];
  topics: Topic[];
  discussion: Discussion;
  resolutions: Resolution[];
  votes: Vote[];
  attachments: Attachment[];
};

const wantedId = sql.placeholder('id');
const meetingById = preparedQuery((orm) =>
  orm.select().from(meeting).where(eq(meeting.id, wantedId)).prepare(),
);
const attendeesOf = preparedQuery((orm) =>
  orm
    .select()
    .from(meetingAttendee)
    .where(eq(meetingAttendee.meetingId, wantedId))
    .orderBy(asc(meetingAttendee.position))
    .prepare(),
);
const topicsOf = preparedQuery((orm) =>
  orm
    .select()
    .from(meetingTopic)
    .where(eq(meetingTopic.meetingId, wantedId))
    .orderBy(asc(meetingTopic.position))
    .prepare(),
);
const resolutionsOf = preparedQuery((orm) =>
  orm
    .select()
    .from(meetingResolution)
    .where(eq(meetingResolution.meetingId, wantedId))
    .orderBy(asc(meetingResolution.position))
    .prepare(),
);
const votesOf = preparedQuery((orm) =>
  orm
    .select()
    .from(meetingVote)
    .where(eq(meetingVote.meetingId, wantedId))
    .orderBy(asc(meetingVote.position))
    .prepare(),
);
const attachmentsOf = preparedQuery((orm) =>
  orm
    .select()
    .from(meetingAttachment)
    .where(eq(meetingAttachment.meetingId, wantedId))
    .orderBy(asc(meetingAttachment.position))
    .prepare(),
);

export function readMeeting(tier: TierFile, id: Id): StoredMeeting | null {
  const row = meetingById(tier).get({ id });
  if (!row) return null;
  const { id: _, stage, correction, discussion, ...fields } = row;
  return {
    fields,
    stage,
    correction,
    discussion: JSON.parse(discussion) as Discussion,
    attendees: attendeesOf(tier).all({ id }).map(own),
    topics: topicsOf(tier).all({ id }).map(own),
    resolutions: readResolutions(tier, id),
    votes: votesOf(tier).all({ id }).map(own),
    attachments: attachmentsOf(tier).all({ id }).map(own),
  };
}

export function readResolutions(tier: TierFile, id: Id): Resolution[] {
  return resolutionsOf(tier).all({ id }).map(own);
}

/** Oldest first. */
export function readVersions(tier: TierFile, id: Id): MeetingVersionRow[] {
  return tier.orm
    .select()
    .from(meetingVersion)
    .where(eq(meetingVersion.meetingId, id))
    .orderBy(asc(meetingVersion.number))
    .all();
}

/** What the list shows of one meeting beside its item. */
export type MeetingSummary = {
  fields: Omit<MeetingFields, 'name'>;
  stage: MeetingStage;
  chair: string;
  resolutionCount: number;
  openCount: number;
};

export function summarize(tier: TierFile, id: Id): MeetingSummary | null {
  const row = meetingById(tier).get({ id });
  if (!row) return null;
  const { id: _, stage, correction: __, discussion: ___, ...fields } = row;
  const counts = prepared(
    tier,
    `select count(*) as resolutionCount, count(*) filter (where state = 'OPEN') as openCount from meeting_resolution where meeting_id = ?`,
  ).get(id) as Pick<MeetingSummary, 'resolutionCount' | 'openCount'>;
  const chair = prepared(tier, `select name from meeting_attendee where meeting_id = ? and duty = 'CHAIR'`)
    .pluck()
    .get(id);
  return { fields, stage, chair: typeof chair === 'string' ? chair : '', ...counts };
}

/** Meetings of this tier that left something open, removed ones left out. */
export function meetingsWithOpen(tier: TierFile): Id[] {
  return prepared(
    tier,
    `select distinct r.meeting_id from meeting_resolution r join item i on i.id = r.meeting_id
     where r.state = 'OPEN' and i.state = 'ACTIVE'`,
  )
    .pluck()
    .all() as Id[];
}

function own<Row extends { meetingId: string; position: number }>({
  meetingId: _,
  position: __,
  ...row
}: Row): Omit<Row, 'meetingId' | 'position'> {
  return row;
}

export type NamedPart = {
  id: Id;
  heldOn: string | null;
  part: Attendance | 'OWNER' | 'MINUTES' | 'ATTACHMENT';
};

/** The meetings of this tier that name a person or a record, each once: who attended before who has something to do. */
export function meetingsNaming(tier: TierFile, namedId: Id): NamedPart[] {
  return prepared(
    tier,
    `select m.id, m.held_on as heldOn,
       coalesce(
         (select attendance from meeting_attendee where meeting_id = m.id and person_id = :id limit 1),
         (select 'OWNER' from meeting_resolution where meeting_id = m.id and person_id = :id limit 1),
         (select 'MINUTES' from meeting_version where meeting_id = m.id and record_id = :id limit 1),
         (select 'ATTACHMENT' from meeting_attachment where meeting_id = m.id and record_id = :id limit 1)) as part
     from meeting m join item i on i.id = m.id and i.state = 'ACTIVE'
     where part is not null`,
  ).all({ id: namedId }) as NamedPart[];
}
