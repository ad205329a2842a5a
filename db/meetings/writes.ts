import { eq } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { MeetingStage } from '#shared/meetings/meeting.ts';
import { setLevelFrom, setTitle } from '../items/queries.ts';
import type { WriteTx } from '../write.ts';
import type { StoredMeeting } from './queries.ts';
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

export type MeetingParts = Omit<StoredMeeting, 'stage' | 'correction'> & { name: string };

/** The item's row, titled with the name, must be there already. */
export function insertMeeting(tx: WriteTx, id: Id, parts: MeetingParts): void {
  tx.tier.orm
    .insert(meeting)
    .values({ id, ...parts.fields, discussion: '[]' })
    .run();
  changeMeeting(tx, id, parts);
}

/** Changes the parts that are named; rows of a named part are replaced by the given ones in their order. */
export function changeMeeting(tx: WriteTx, id: Id, parts: Partial<MeetingParts>): void {
  const { orm } = tx.tier;
  if (parts.name !== undefined) setTitle(tx, id, parts.name);
  if (parts.fields !== undefined) {
    orm.update(meeting).set(parts.fields).where(eq(meeting.id, id)).run();
    setLevelFrom(tx, id, parts.fields.heldOn);
  }
  if (parts.discussion !== undefined) {
    orm
      .update(meeting)
      .set({ discussion: JSON.stringify(parts.discussion) })
      .where(eq(meeting.id, id))
      .run();
  }
  if (parts.attendees !== undefined) {
    orm.delete(meetingAttendee).where(eq(meetingAttendee.meetingId, id)).run();
    for (const row of placed(id, parts.attendees)) orm.insert(meetingAttendee).values(row).run();
  }
  if (parts.topics !== undefined) {
    orm.delete(meetingTopic).where(eq(meetingTopic.meetingId, id)).run();
    for (const row of placed(id, parts.topics)) orm.insert(meetingTopic).values(row).run();
  }
  if (parts.resolutions !== undefined) {
    orm.delete(meetingResolution).where(eq(meetingResolution.meetingId, id)).run();
    for (const row of placed(id, parts.resolutions)) orm.insert(meetingResolution).values(row).run();
  }
  if (parts.votes !== undefined) {
    orm.delete(meetingVote).where(eq(meetingVote.meetingId, id)).run();
    for (const row of placed(id, parts.votes)) orm.insert(meetingVote).values(row).run();
  }
  if (parts.attachments !== undefined) {
    orm.delete(meetingAttachment).where(eq(meetingAttachment.meetingId, id)).run();
    for (const row of placed(id, parts.attachments)) orm.insert(meetingAttachment).values(row).run();
  }
  tx.touch(id);
}

/** The stage, and while a signed version is being corrected the reason. */
export function setStage(tx: WriteTx, id: Id, stage: MeetingStage, correction: string): void {
  tx.tier.orm.update(meeting).set({ stage, correction }).where(eq(meeting.id, id)).run();
  tx.touch(id);
}

export function insertVersion(tx: WriteTx, row: MeetingVersionRow): void {
  tx.tier.orm.insert(meetingVersion).values(row).run();
  tx.touch(row.meetingId);
}

function placed<Row extends object>(
  meetingId: Id,
  rows: readonly Row[],
): (Row & { meetingId: Id; position: number })[] {
  return rows.map((row, position) => ({ ...row, meetingId, position }));
}
