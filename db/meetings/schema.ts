import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type {
  Attendance,
  Duty,
  MeetingStage,
  MeetingType,
  ResolutionState,
} from '#shared/meetings/meeting.ts';

/** The name is the item's title; the project and the records of signed versions are links. */
export const meeting = sqliteTable('meeting', {
  id: text().primaryKey(),
  type: text().$type<MeetingType>().notNull(),
  issueYear: integer('issue_year'),
  issueNo: integer('issue_no'),
  heldOn: text('held_on'),
  startsAt: text('starts_at').notNull().default(''),
  endsAt: text('ends_at').notNull().default(''),
  place: text().notNull().default(''),
  discussion: text().notNull().default('[]'),
  stage: text().$type<MeetingStage>().notNull().default('DRAFT'),
  correction: text().notNull().default(''),
});

const owned = {
  id: text().primaryKey(),
  meetingId: text('meeting_id').notNull(),
  position: integer().notNull(),
};

export const meetingAttendee = sqliteTable('meeting_attendee', {
  ...owned,
  personId: text('person_id'),
  name: text().notNull(),
  unitName: text('unit_name').notNull(),
  attendance: text().$type<Attendance>().notNull(),
  duty: text().$type<Duty>().notNull(),
});

export const meetingTopic = sqliteTable('meeting_topic', {
  ...owned,
  title: text().notNull(),
  presenter: text().notNull(),
});

export const meetingResolution = sqliteTable('meeting_resolution', {
  ...owned,
  content: text().notNull(),
  personId: text('person_id'),
  unitId: text('unit_id'),
  owner: text().notNull(),
  dueOn: text('due_on'),
  state: text().$type<ResolutionState>().notNull(),
  closedOn: text('closed_on'),
  note: text().notNull(),
});

export const meetingVote = sqliteTable('meeting_vote', {
  ...owned,
  subject: text().notNull(),
  due: integer().notNull(),
  present: integer().notNull(),
  favour: integer().notNull(),
  against: integer().notNull(),
  abstained: integer().notNull(),
  recused: integer().notNull(),
});

export const meetingAttachment = sqliteTable('meeting_attachment', {
  ...owned,
  name: text().notNull(),
  recordId: text('record_id').notNull(),
  fileId: text('file_id').notNull(),
  sha256: text().notNull(),
});

export const meetingVersion = sqliteTable('meeting_version', {
  id: text().primaryKey(),
  meetingId: text('meeting_id').notNull(),
  number: integer().notNull(),
  content: text().notNull(),
  sha256: text().notNull(),
  signer: text().notNull(),
  issuedOn: text('issued_on').notNull(),
  signedAt: integer('signed_at').notNull(),
  reason: text().notNull(),
  recordId: text('record_id').notNull(),
});
export type MeetingVersionRow = typeof meetingVersion.$inferSelect;
