import { listItems } from '#db/items/nounList.ts';
import { type StoredMeeting, summarize } from '#db/meetings/queries.ts';
import type { MeetingParts } from '#db/meetings/writes.ts';
import type { TierFile } from '#db/open.ts';
import type { CalendarDate } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { checkAttendees } from '#shared/meetings/attendance.ts';
import type { MeetingChanges } from '#shared/meetings/contract.ts';
import { formatIssueNumber } from '#shared/meetings/issueNumber.ts';
import type { MeetingFields, Resolution } from '#shared/meetings/meeting.ts';
import { checkVote } from '#shared/meetings/votes.ts';
import type { OpenVault } from '../vault/session.ts';
import { assertCitation } from './citations.ts';
import { conflict, invalid } from './errors.ts';
import { linkTargets } from './items.ts';
import { seriesOf } from './meetingView.ts';

/**
 * Changes of minutes as they are written: rules kept, ends of references there and not more confidential than the minutes,
 * rows with ids of their own. `before` is null for a new meeting. @throws INVALID, CONFLICT
 */
export function checkedChanges(
  vault: OpenVault,
  tier: TierFile,
  changes: MeetingChanges,
  before: StoredMeeting | null,
  today: CalendarDate,
): Partial<MeetingParts> {
  const { fields, attendees, topics, discussion, resolutions, votes, attachments } = changes;
  const parts: Partial<MeetingParts> = {};
  if (fields !== undefined) {
    const { name, ...own } = checkedFields(fields);
    Object.assign(parts, { name, fields: own });
  }
  if (attendees !== undefined) {
    const problems = checkAttendees(attendees);
    if (problems.length > 0) throw invalid(...problems);
    const kept = new Set(before?.attendees.map(({ personId }) => personId));
    assertThere(
      vault,
      tier,
      attendees.map(({ personId }) => personId),
      kept,
      'person',
      'attendees',
    );
    parts.attendees = withIds(attendees, before?.attendees);
  }
  if (topics !== undefined) parts.topics = withIds(topics, before?.topics);
  if (discussion !== undefined) parts.discussion = discussion;
  if (resolutions !== undefined) {
    const people = new Set(before?.resolutions.map(({ personId }) => personId));
    const units = new Set(before?.resolutions.map(({ unitId }) => unitId));
    assertThere(
      vault,
      tier,
      resolutions.map(({ personId }) => personId),
      people,
      'person',
      'resolutions',
    );
    assertThere(
      vault,
      tier,
      resolutions.map(({ unitId }) => unitId),
      units,
      'unit',
      'resolutions',
    );
    parts.resolutions = withIds(
      resolutions.map((each, at) => settled(each, today, `resolutions.${at}`)),
      before?.resolutions,
    );
  }
  if (votes !== undefined) {
    votes.forEach((vote, at) => {
      const problem = checkVote(vote);
      if (problem !== null) throw invalid({ ...problem, field: `votes.${at}` });
    });
    parts.votes = withIds(votes, before?.votes);
  }
  if (attachments !== undefined) {
    attachments.forEach((each, at) => {
      assertCitation(vault, tier, each, `attachments.${at}`, before?.attachments);
    });
    parts.attachments = withIds(attachments, before?.attachments);
  }
  return parts;
}

/** A number is given once in its series, as far as this session sees. @throws CONFLICT */
export function assertNumberFree(
  vault: OpenVault,
  { id, projectId }: { id: string; projectId: string | null },
  { type, issueYear, issueNo }: Pick<MeetingFields, 'type' | 'issueYear' | 'issueNo'>,
): void {
  if (issueYear === null || issueNo === null) return;
  for (const { tier, item } of listItems(vault.tiers, 'meeting', '')) {
    const other = item.id === id ? null : summarize(tier, item.id);
    if (other?.fields.issueYear !== issueYear || other.fields.issueNo !== issueNo) continue;
    const series = seriesOf(vault, item.id, other.fields);
    if (series.type === type && series.projectId === projectId) {
      const number = formatIssueNumber({ year: issueYear, number: issueNo });
      throw conflict({
        rule: 'ISSUE_NUMBER_TAKEN',
        field: 'fields.issueNo',
        params: { number, title: item.title },
      });
    }
  }
}

/** A closed 议定事项 has a day; one that was dropped has a reason. @throws INVALID */
export function settled<Given extends Pick<Resolution, 'state' | 'closedOn' | 'note'>>(
  given: Given,
  today: CalendarDate,
  field: string,
): Given {
  if (given.state === 'OPEN') return { ...given, closedOn: null };
  if (given.state === 'DROPPED' && given.note === '')
    throw invalid({ rule: 'RESOLUTION_DROPPED_WITHOUT_REASON', field: `${field}.note` });
  return { ...given, closedOn: given.closedOn ?? today };
}

function checkedFields(fields: MeetingFields): MeetingFields {
  if ((fields.issueYear === null) !== (fields.issueNo === null))
    throw invalid({ rule: 'ISSUE_NUMBER_HALF', field: 'fields.issueNo' });
  if (fields.startsAt !== '' && fields.endsAt !== '' && fields.endsAt < fields.startsAt)
    throw invalid({ rule: 'ENDS_BEFORE_START', field: 'fields.endsAt' });
  return fields;
}

/** Those that already stood there may have gone meanwhile: minutes keep the name. */
function assertThere(
  vault: OpenVault,
  tier: TierFile,
  ids: readonly (string | null)[],
  kept: ReadonlySet<string | null>,
  kind: 'person' | 'unit',
  field: string,
): void {
  const fresh = ids.filter((id) => id !== null).filter((id) => !kept.has(id));
  linkTargets(vault, tier, fresh, kind, field);
}

/** A row keeps the id it has in these minutes; any other is given a new one. */
function withIds<Row extends { id: string }>(
  rows: readonly Row[],
  before: readonly { id: string }[] = [],
): Row[] {
  const free = new Set(before.map(({ id }) => id));
  return rows.map((row) => ({ ...row, id: free.delete(row.id) ? row.id : newId() }));
}
