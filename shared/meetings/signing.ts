import { z } from 'zod';
import { canonicalJson, type Json } from '../canonical.ts';
import type { CalendarDate } from '../dates.ts';
import type { Problem } from '../errors.ts';
import type { Retention } from '../records/retention.ts';
import { discussionSchema } from './discussion.ts';
import {
  attachmentSchema,
  attendeeSchema,
  type MeetingType,
  meetingFieldsSchema,
  resolutionSchema,
  topicSchema,
} from './meeting.ts';
import { checkVote, voteSchema } from './votes.ts';

/** All that minutes say. What becomes of a 议定事项 afterwards is not part of them. */
export const minutesContentSchema = z.object({
  fields: meetingFieldsSchema,
  project: z.string(),
  attendees: z.array(attendeeSchema),
  topics: z.array(topicSchema),
  discussion: discussionSchema,
  resolutions: z.array(resolutionSchema.omit({ state: true, closedOn: true, note: true })),
  votes: z.array(voteSchema),
  attachments: z.array(attachmentSchema),
});
export type MinutesContent = z.infer<typeof minutesContentSchema>;

/** The one text that is hashed and kept for a signed version. */
export function minutesText(content: MinutesContent): string {
  return canonicalJson(minutesContentSchema.parse(content) as unknown as Json);
}

/** What stands in the way of signing, by field; empty when nothing does. */
export function checkSigning(
  { fields, attendees, topics, resolutions, votes }: MinutesContent,
  { signer, issuedOn }: { signer: string; issuedOn: CalendarDate },
  today: CalendarDate,
): Problem[] {
  const required = (field: string, there: boolean): Problem[] => (there ? [] : [{ rule: 'REQUIRED', field }]);
  return [
    ...required('fields.heldOn', fields.heldOn !== null),
    ...required('fields.place', fields.place !== ''),
    ...required(
      'chair',
      attendees.some(({ duty }) => duty === 'CHAIR'),
    ),
    ...required(
      'recorder',
      attendees.some(({ duty }) => duty === 'RECORDER'),
    ),
    ...(topics.length === 0 && resolutions.length === 0 ? [{ rule: 'MINUTES_EMPTY', field: 'topics' }] : []),
    ...votes.flatMap((vote, at) => {
      const problem = checkVote(vote);
      return problem === null ? [] : [{ ...problem, field: `votes.${at}` }];
    }),
    ...required('signer', signer.trim() !== ''),
    ...(fields.heldOn !== null && issuedOn < fields.heldOn
      ? [{ rule: 'ISSUED_BEFORE_HELD', field: 'issuedOn' }]
      : []),
    ...(issuedOn > today ? [{ rule: 'DATE_IN_FUTURE', field: 'issuedOn' }] : []),
  ];
}

/** 保管期限: 理事会会议纪要与决议 永久, 项目会议纪要 30年; the 领导小组 decides as the council does. */
export function retentionOfMinutes(type: MeetingType): Retention {
  return type === 'COUNCIL' || type === 'LEADING_GROUP' ? 'Y' : 'D30';
}
