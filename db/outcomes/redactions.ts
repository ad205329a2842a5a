import { asc, eq } from 'drizzle-orm';
import type { CalendarDate } from '#shared/dates.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { Redaction } from '#shared/showcase/redaction.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { all, type OpenTiers } from '../tiers.ts';
import type { WriteTx } from '../write.ts';
import { outcomeRedaction } from './schema.ts';

export type StoredRedaction = Redaction & { id: Id; panelId: Id };

/** In the order in which they were kept. */
export function readRedactions(tier: TierFile, outcomeId: Id): StoredRedaction[] {
  return tier.orm
    .select()
    .from(outcomeRedaction)
    .where(eq(outcomeRedaction.outcomeId, outcomeId))
    .orderBy(asc(outcomeRedaction.position))
    .all()
    .map(({ outcomeId: _, position: __, ...redaction }) => redaction);
}

/** The outcomes that were compared with this panel and not released since, over all open tiers, and with which content of it. */
export function redactionsFor(tiers: OpenTiers, panelId: Id): { outcomeId: Id; contentHash: string }[] {
  return all(
    tiers,
    (tier) =>
      prepared(
        tier,
        `select outcome_id as outcomeId, content_hash as contentHash from outcome_redaction
         where panel_id = ? and released_on is null order by position`,
      ).all(panelId) as { outcomeId: Id; contentHash: string }[],
  );
}

export function addRedaction(
  tx: WriteTx,
  outcomeId: Id,
  redaction: Omit<StoredRedaction, 'id' | 'releasedOn' | 'releaseReason'>,
): void {
  const position = Number(
    prepared(tx.tier, 'select coalesce(max(position) + 1, 0) from outcome_redaction where outcome_id = ?')
      .pluck()
      .get(outcomeId),
  );
  tx.tier.orm
    .insert(outcomeRedaction)
    .values({ id: newId(), outcomeId, position, ...redaction })
    .run();
  tx.touch(outcomeId);
}

/** Its comparisons with the panel stay as they are; the outcome is no source of the panel from that day on. */
export function releaseRedactions(
  tx: WriteTx,
  outcomeId: Id,
  panelId: Id,
  day: CalendarDate,
  reason: string,
): void {
  prepared(
    tx.tier,
    `update outcome_redaction set released_on = ?, release_reason = ?
     where outcome_id = ? and panel_id = ? and released_on is null`,
  ).run(day, reason, outcomeId, panelId);
  tx.touch(outcomeId);
}
