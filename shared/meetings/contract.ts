import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { documentFormatSchema, offeredFileSchema } from '../documents/document.ts';
import { problemSchema, procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemHeadSchema, itemRefSchema } from '../items.ts';
import { discussionSchema } from './discussion.ts';
import {
  attachmentSchema,
  attendeeSchema,
  meetingFieldsSchema,
  meetingStageSchema,
  meetingTypeSchema,
  resolutionSchema,
  resolutionStateSchema,
  topicSchema,
} from './meeting.ts';
import { minutesPartsSchema } from './minutesDocument.ts';
import { voteSchema } from './votes.ts';

const stateShape = {
  fields: meetingFieldsSchema,
  attendees: z.array(attendeeSchema).max(300),
  topics: z.array(topicSchema).max(100),
  discussion: discussionSchema,
  resolutions: z.array(resolutionSchema).max(200),
  votes: z.array(voteSchema).max(100),
  attachments: z.array(attachmentSchema).max(100),
};

/** A row of the list page. */
export const meetingRowSchema = itemHeadSchema.extend({
  fields: meetingFieldsSchema,
  project: itemRefSchema.nullable(),
  stage: meetingStageSchema,
  chair: z.string(),
  resolutionCount: z.number().int(),
  openCount: z.number().int(),
});
export type MeetingRow = z.infer<typeof meetingRowSchema>;

/** A signed version: what it says is fixed by its hash. */
export const meetingVersionSchema = z.object({
  number: z.number().int(),
  /** SHA-256 of the canonical text of what was signed. */
  sha256: z.string(),
  /** Whether the stored text still has this hash. */
  intact: z.boolean(),
  signer: z.string(),
  issuedOn: z.iso.date(),
  signedAt: z.number().int(),
  /** Why it replaces the one before; '' for the first. */
  reason: z.string(),
  /** The archive record it was filed as; null where this session does not see it. */
  record: itemRefSchema.extend({ refCode: z.string().nullable() }).nullable(),
});
export type MeetingVersion = z.infer<typeof meetingVersionSchema>;

/** A 议定事项 that is still open, with the meeting it comes from. */
export const openActionSchema = z.object({
  meeting: itemRefSchema,
  /** The version of the meeting, for a change of state. */
  version: z.number().int(),
  heldOn: z.iso.date().nullable(),
  resolution: resolutionSchema,
  person: itemRefSchema.nullable(),
  unit: itemRefSchema.nullable(),
  overdue: z.boolean(),
});
export type OpenAction = z.infer<typeof openActionSchema>;

/** As what a meeting names a person or a record; a person who only has something to do there is its OWNER. */
export const MEETING_PARTS = ['PRESENT', 'EXCUSED', 'OBSERVER', 'OWNER', 'MINUTES', 'ATTACHMENT'] as const;

/** A meeting that names an item. */
export const namingMeetingSchema = z.object({
  meeting: itemRefSchema,
  heldOn: z.iso.date().nullable(),
  part: z.enum(MEETING_PARTS),
});
export type NamingMeeting = z.infer<typeof namingMeetingSchema>;

export const meetingSchema = itemHeadSchema.extend({
  ...stateShape,
  project: itemRefSchema.nullable(),
  stage: meetingStageSchema,
  /** Why a signed version is being corrected; '' while none is. */
  correction: z.string(),
  versions: z.array(meetingVersionSchema),
  /** What earlier meetings of the series left open, as far as this session sees. */
  carried: z.array(openActionSchema),
});
export type Meeting = z.infer<typeof meetingSchema>;

const changesSchema = z.object({ ...stateShape, projectId: idSchema.nullable() }).partial();
export type MeetingChanges = z.infer<typeof changesSchema>;

const named = z.object({ id: idSchema, version: z.number().int() });
const signatureSchema = z.object({
  signer: z.string().trim().max(80),
  issuedOn: z.iso.date('NOT_A_DATE'),
});

export const meetingsContract = {
  /** Newest first. */
  list: procedure
    .input(z.object({ text: z.string().max(200), type: meetingTypeSchema.nullable() }))
    .output(z.array(meetingRowSchema)),
  get: procedure.input(z.object({ id: idSchema })).output(meetingSchema),
  create: procedure
    .input(
      z.object({ level: levelSchema, fields: meetingFieldsSchema, projectId: idSchema.nullable() }).extend({
        /** Whose 出席, 请假 and 列席 are taken over as a beginning; null for none. */
        likeId: idSchema.nullable(),
      }),
    )
    .output(meetingSchema),
  /** Parts that are not named stay. Not open to signed minutes. */
  edit: procedure.input(named.extend({ changes: changesSchema })).output(meetingSchema),
  /** Only what was never signed. */
  remove: procedure
    .input(named.extend({ reason: z.string().max(500) }))
    .output(z.object({ undo: idSchema.nullable() })),
  /** How a 议定事项 stands; also open when the minutes are signed. */
  setResolution: procedure
    .input(
      named.extend({
        resolutionId: z.string().max(64),
        state: resolutionStateSchema,
        closedOn: z.iso.date('NOT_A_DATE').nullable(),
        note: z.string().trim().max(500),
      }),
    )
    .output(meetingSchema),
  /** The meetings that name a person (who attended, who has something to do) or a record (their minutes, an attachment); newest first. */
  naming: procedure.input(z.object({ id: idSchema })).output(z.array(namingMeetingSchema)),
  /** Every open 议定事项 this session sees, by the day it is due. */
  openActions: procedure.output(z.array(openActionSchema)),
  /** What stands in the way of signing, and the 档号 the record would get. */
  checkSigning: procedure
    .input(z.object({ id: idSchema, ...signatureSchema.shape }))
    .output(z.array(problemSchema)),
  /** Fixes a version, files it as an archive record with 档号, and closes the minutes. */
  sign: procedure.input(named.extend(signatureSchema.shape)).output(meetingSchema),
  /** Opens signed minutes for the next version. */
  correct: procedure.input(named.extend({ reason: z.string().trim().max(500) })).output(meetingSchema),
  /** The minutes as a paper. `number` names a signed version; null takes what stands there now. */
  document: procedure
    .input(
      z.object({
        id: idSchema,
        format: documentFormatSchema,
        number: z.number().int().nullable(),
        parts: minutesPartsSchema,
      }),
    )
    .output(offeredFileSchema),
};
