import { asc, eq } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { IpItem } from '#shared/outcomes/intellectualProperty.ts';
import type { OutcomeFields, StatusOverride } from '#shared/outcomes/outcome.ts';
import type { Contributor } from '#shared/outcomes/shares.ts';
import type { TransformationEvent } from '#shared/outcomes/transformation.ts';
import { setTitle } from '../items/queries.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { all, type OpenTiers } from '../tiers.ts';
import type { WriteTx } from '../write.ts';
import { outcome, outcomeContributor, outcomeEvent, outcomeIp } from './schema.ts';

export type StoredOutcome = { fields: Omit<OutcomeFields, 'name'>; override: StatusOverride | null };

export function readOutcome(tier: TierFile, id: Id): StoredOutcome | null {
  const row = tier.orm.select().from(outcome).where(eq(outcome.id, id)).get();
  if (!row) return null;
  const { id: _, statusOverride, overrideReason, innovations, ...fields } = row;
  return {
    fields: { ...fields, innovations: innovations ?? [] },
    override: statusOverride ? { status: statusOverride, reason: overrideReason } : null,
  };
}

/** The item's row, titled with the name, must be there already. */
export function insertOutcome(tx: WriteTx, id: Id, { name: _, ...fields }: OutcomeFields): void {
  tx.tier.orm
    .insert(outcome)
    .values({ id, ...stored(fields) })
    .run();
  tx.touch(id);
}

export function changeOutcome(tx: WriteTx, id: Id, { name, ...fields }: OutcomeFields): void {
  tx.tier.orm.update(outcome).set(stored(fields)).where(eq(outcome.id, id)).run();
  setTitle(tx, id, name);
}

/** None is stored as null: an outcome that was stored before there were any is not another by it. */
function stored(fields: Omit<OutcomeFields, 'name'>) {
  return { ...fields, innovations: fields.innovations.length > 0 ? fields.innovations : null };
}

export function changeOverride(tx: WriteTx, id: Id, override: StatusOverride | null): void {
  tx.tier.orm
    .update(outcome)
    .set({ statusOverride: override?.status ?? null, overrideReason: override?.reason ?? '' })
    .where(eq(outcome.id, id))
    .run();
  tx.touch(id);
}

export function readContributors(tier: TierFile, id: Id): Contributor[] {
  return tier.orm
    .select()
    .from(outcomeContributor)
    .where(eq(outcomeContributor.outcomeId, id))
    .orderBy(asc(outcomeContributor.position))
    .all()
    .map(({ outcomeId: _, position: __, ...row }) => row);
}

export function replaceContributors(tx: WriteTx, id: Id, rows: readonly Contributor[]): void {
  tx.tier.orm.delete(outcomeContributor).where(eq(outcomeContributor.outcomeId, id)).run();
  rows.forEach((row, position) => {
    tx.tier.orm
      .insert(outcomeContributor)
      .values({ ...row, outcomeId: id, position })
      .run();
  });
  tx.touch(id);
}

export function readIpItems(tier: TierFile, id: Id): IpItem[] {
  return tier.orm
    .select()
    .from(outcomeIp)
    .where(eq(outcomeIp.outcomeId, id))
    .orderBy(asc(outcomeIp.position))
    .all()
    .map(({ outcomeId: _, position: __, ...row }) => row);
}

export function replaceIpItems(tx: WriteTx, id: Id, rows: readonly IpItem[]): void {
  tx.tier.orm.delete(outcomeIp).where(eq(outcomeIp.outcomeId, id)).run();
  rows.forEach((row, position) => {
    tx.tier.orm
      .insert(outcomeIp)
      .values({ ...row, outcomeId: id, position })
      .run();
  });
  tx.touch(id);
}

export function readEvents(tier: TierFile, id: Id): TransformationEvent[] {
  return tier.orm
    .select()
    .from(outcomeEvent)
    .where(eq(outcomeEvent.outcomeId, id))
    .orderBy(asc(outcomeEvent.position))
    .all()
    .map(({ outcomeId: _, position: __, ...row }) => row);
}

export function replaceEvents(tx: WriteTx, id: Id, rows: readonly TransformationEvent[]): void {
  tx.tier.orm.delete(outcomeEvent).where(eq(outcomeEvent.outcomeId, id)).run();
  rows.forEach((row, position) => {
    tx.tier.orm
      .insert(outcomeEvent)
      .values({ ...row, outcomeId: id, position })
      .run();
  });
  tx.touch(id);
}

/** Ids of seen items that link to this one with this role, over all open tiers. */
export function linkedFrom(tiers: OpenTiers, toId: Id, role: string): Id[] {
  return all(
    tiers,
    (tier) =>
      prepared(tier, 'select from_id from link where to_id = ? and role = ? order by from_id')
        .pluck()
        .all(toId, role) as Id[],
  );
}
