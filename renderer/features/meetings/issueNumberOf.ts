import { formatIssueNumber } from '#shared/meetings/issueNumber.ts';
import type { MeetingFields } from '#shared/meetings/meeting.ts';

/** 〔2026〕3号, '' where the meeting has no number. */
export function issueNumberOf({ issueYear, issueNo }: Pick<MeetingFields, 'issueYear' | 'issueNo'>): string {
  return issueYear === null || issueNo === null
    ? ''
    : formatIssueNumber({ year: issueYear, number: issueNo });
}
