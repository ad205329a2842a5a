import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { citationSchema } from '../records/citation.ts';

/** 类别: 理事会, 领导小组, 项目组, 专家评审, 协调会, 其他. */
export const MEETING_TYPES = [
  'COUNCIL',
  'LEADING_GROUP',
  'PROJECT_GROUP',
  'EXPERT_REVIEW',
  'COORDINATION',
  'OTHER',
] as const;
export const meetingTypeSchema = z.enum(MEETING_TYPES);
export type MeetingType = z.infer<typeof meetingTypeSchema>;

/** DRAFT until it is signed; SIGNED is read-only; CORRECTING is signed and open again for the next version. */
export const MEETING_STAGES = ['DRAFT', 'SIGNED', 'CORRECTING'] as const;
export const meetingStageSchema = z.enum(MEETING_STAGES);
export type MeetingStage = z.infer<typeof meetingStageSchema>;

const lineOf = (max: number) => z.string().trim().max(max, { error: 'TOO_LONG' });
const clockSchema = z.string().regex(/^(|([01]\d|2[0-3]):[0-5]\d)$/, 'NOT_A_TIME');

export const meetingFieldsSchema = z.object({
  name: lineOf(200).pipe(z.string().min(1, 'REQUIRED')),
  type: meetingTypeSchema,
  /** 期号〔issueYear〕issueNo; both or neither. */
  issueYear: z.number().int().min(1900).max(2200).nullable(),
  issueNo: z.number().int().min(1).max(9999).nullable(),
  heldOn: z.iso.date('NOT_A_DATE').nullable(),
  /** 'HH:MM' of the place where it was held; '' while not known. */
  startsAt: clockSchema,
  endsAt: clockSchema,
  place: lineOf(200),
});
export type MeetingFields = z.infer<typeof meetingFieldsSchema>;

export const EMPTY_MEETING_FIELDS: Omit<MeetingFields, 'name'> = {
  type: 'COUNCIL',
  issueYear: null,
  issueNo: null,
  heldOn: null,
  startsAt: '',
  endsAt: '',
  place: '',
};

/** 出席, 请假, 列席. */
export const ATTENDANCES = ['PRESENT', 'EXCUSED', 'OBSERVER'] as const;
export const attendanceSchema = z.enum(ATTENDANCES);
export type Attendance = z.infer<typeof attendanceSchema>;

/** 主持人, 记录人; at most one of each. */
export const DUTIES = ['', 'CHAIR', 'RECORDER'] as const;
export const dutySchema = z.enum(DUTIES);
export type Duty = z.infer<typeof dutySchema>;

/** Rows keep their id through edits; one that the meeting does not know yet is given another. */
const rowIdSchema = z.string().max(64);

/** Name and unit stand as they were on the day, whatever becomes of the register; a guest has no `personId`. */
export const attendeeSchema = z.object({
  id: rowIdSchema,
  personId: idSchema.nullable(),
  name: lineOf(80).pipe(z.string().min(1, 'REQUIRED')),
  unitName: lineOf(120),
  attendance: attendanceSchema,
  duty: dutySchema,
});
export type Attendee = z.infer<typeof attendeeSchema>;

/** 议题. */
export const topicSchema = z.object({
  id: rowIdSchema,
  title: lineOf(300).pipe(z.string().min(1, 'REQUIRED')),
  presenter: lineOf(80),
});
export type Topic = z.infer<typeof topicSchema>;

/** DONE and DROPPED are closed; what is DROPPED says why in its note. */
export const RESOLUTION_STATES = ['OPEN', 'DONE', 'DROPPED'] as const;
export const resolutionStateSchema = z.enum(RESOLUTION_STATES);
export type ResolutionState = z.infer<typeof resolutionStateSchema>;

/** 议定事项: content, who is responsible (a person, a unit, or both as text), by when. */
export const resolutionSchema = z.object({
  id: rowIdSchema,
  content: lineOf(2000).pipe(z.string().min(1, 'REQUIRED')),
  personId: idSchema.nullable(),
  unitId: idSchema.nullable(),
  /** 责任人/单位 as the minutes say it. */
  owner: lineOf(120),
  dueOn: z.iso.date('NOT_A_DATE').nullable(),
  state: resolutionStateSchema,
  closedOn: z.iso.date('NOT_A_DATE').nullable(),
  note: lineOf(500),
});
export type Resolution = z.infer<typeof resolutionSchema>;

/** An attachment is a file of an archive record; `name` is what the minutes call it. */
export const attachmentSchema = citationSchema.extend({ id: rowIdSchema, name: lineOf(200) });
export type Attachment = z.infer<typeof attachmentSchema>;
