import { createHash } from 'node:crypto';
import type { ItemRow } from '#db/items/schema.ts';
import {
  meetingsWithOpen,
  readMeeting,
  readResolutions,
  readVersions,
  type StoredMeeting,
  summarize,
} from '#db/meetings/queries.ts';
import type { TierFile } from '#db/open.ts';
import { readRecord } from '#db/records/queries.ts';
import { find, inOrder } from '#db/tiers.ts';
import type { Meeting, MeetingRow, MeetingVersion, OpenAction } from '#shared/meetings/contract.ts';
import { byDue, isEarlierInSeries, isOverdue, type SeriesMember } from '#shared/meetings/openActions.ts';
import type { MinutesContent } from '#shared/meetings/signing.ts';
import type { OpenVault } from '../vault/session.ts';
import { todayOf } from './calendarDay.ts';
import type { UnlockedContext } from './context.ts';
import { notFound } from './errors.ts';
import { findItem } from './items.ts';
import { headOf, linkedRefs, refOf } from './shown.ts';

/** Minutes with the item they belong to. @throws NOT_FOUND */
export function findMeeting(
  vault: OpenVault,
  id: string,
): { tier: TierFile; item: ItemRow; stored: StoredMeeting } {
  const { tier, item } = findItem(vault, id, 'meeting');
  const stored = readMeeting(tier, id);
  if (!stored) throw notFound();
  return { tier, item, stored };
}

export function showMeeting(context: UnlockedContext, id: string): Meeting {
  const { vault } = context;
  const { tier, item, stored } = findMeeting(vault, id);
  const { fields, ...rest } = stored;
  return {
    ...headOf(vault, item),
    ...rest,
    fields: { name: item.title, ...fields },
    project: projectOf(vault, id),
    versions: readVersions(tier, id).map((row) => showVersion(vault, row)),
    carried: carriedActions(context, id, item, stored),
  };
}

export function showRow(vault: OpenVault, tier: TierFile, item: ItemRow): MeetingRow[] {
  const summary = summarize(tier, item.id);
  if (!summary) return [];
  const { fields, ...rest } = summary;
  return [
    {
      ...headOf(vault, item),
      ...rest,
      fields: { name: item.title, ...fields },
      project: projectOf(vault, item.id),
    },
  ];
}

/** What would be signed now. */
export function minutesContentOf(vault: OpenVault, item: ItemRow, stored: StoredMeeting): MinutesContent {
  const { fields, attendees, topics, discussion, resolutions, votes, attachments } = stored;
  return {
    fields: { name: item.title, ...fields },
    project: projectOf(vault, item.id)?.title ?? '',
    attendees,
    topics,
    discussion,
    resolutions,
    votes,
    attachments,
  };
}

export function hashOfMinutes(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Every open 议定事项 of the open tiers. */
export function openActions({ app, vault }: UnlockedContext): OpenAction[] {
  const today = todayOf({ app });
  return inOrder(vault.tiers)
    .flatMap((tier) => meetingsWithOpen(tier).flatMap((id) => actionsOf(vault, tier, id, today)))
    .sort((a, b) => byDue(a.resolution, b.resolution));
}

export function seriesOf(vault: OpenVault, id: string, fields: StoredMeeting['fields']): SeriesMember {
  return { id, type: fields.type, heldOn: fields.heldOn, projectId: projectOf(vault, id)?.id ?? null };
}

function carriedActions(
  context: UnlockedContext,
  id: string,
  item: ItemRow,
  { fields, stage }: StoredMeeting,
): OpenAction[] {
  // Signed minutes speak of their own day.
  if (stage === 'SIGNED') return [];
  const own = seriesOf(context.vault, item.id, fields);
  return openActions(context).filter(({ meeting }) => {
    if (meeting.id === id) return false;
    const found = findMeeting(context.vault, meeting.id);
    return isEarlierInSeries(seriesOf(context.vault, meeting.id, found.stored.fields), own);
  });
}

function actionsOf(vault: OpenVault, tier: TierFile, id: string, today: string): OpenAction[] {
  const found = find(vault.tiers, id);
  const summary = summarize(tier, id);
  const meeting = refOf(vault.tiers, id);
  if (!found || !summary || !meeting) return [];
  return readResolutions(tier, id)
    .filter(({ state }) => state === 'OPEN')
    .map((resolution) => ({
      meeting,
      version: found.item.version,
      heldOn: summary.fields.heldOn,
      resolution,
      person: resolution.personId === null ? null : refOf(vault.tiers, resolution.personId),
      unit: resolution.unitId === null ? null : refOf(vault.tiers, resolution.unitId),
      overdue: isOverdue(resolution, today),
    }));
}

function showVersion(vault: OpenVault, row: ReturnType<typeof readVersions>[number]): MeetingVersion {
  const { number, content, sha256, signer, issuedOn, signedAt, reason, recordId } = row;
  const found = find(vault.tiers, recordId);
  const ref = refOf(vault.tiers, recordId);
  return {
    number,
    sha256,
    intact: hashOfMinutes(content) === sha256,
    signer,
    issuedOn,
    signedAt,
    reason,
    record: found && ref ? { ...ref, refCode: readRecord(found.tier, recordId)?.refCode ?? null } : null,
  };
}

function projectOf(vault: OpenVault, id: string) {
  return linkedRefs(vault, id, 'CONCERNING')[0] ?? null;
}
