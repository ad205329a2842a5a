import { and, desc, eq, max } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { all, type OpenTiers, sum } from '../tiers.ts';
import type { WriteTx } from '../write.ts';
import { type SentBundleRow, type SentItemRow, sentBundle, sentItem } from './schema.ts';

export function insertSentBundle(
  tx: WriteTx,
  row: SentBundleRow,
  items: readonly Omit<SentItemRow, 'bundleId' | 'position'>[],
): void {
  tx.tier.orm.insert(sentBundle).values(row).run();
  const insert = prepared(
    tx.tier,
    'insert into sent_item (bundle_id, position, item_id, kind, version, title) values (?, ?, ?, ?, ?, ?)',
  );
  for (const [position, { itemId, kind, version, title }] of items.entries())
    insert.run(row.id, position, itemId, kind, version, title);
}

/** The ledger, newest first; of one contact only where one is named. */
export function sentBundles(tiers: OpenTiers, contactId: Id | null): SentBundleRow[] {
  return all(tiers, (tier) =>
    tier.orm
      .select()
      .from(sentBundle)
      .where(contactId === null ? undefined : eq(sentBundle.contactId, contactId))
      .orderBy(desc(sentBundle.at))
      .all(),
  ).sort((a, b) => b.at - a.at);
}

export function readSentBundle(tiers: OpenTiers, id: Id): { tier: TierFile; row: SentBundleRow } | null {
  for (const tier of tiers.values()) {
    const row = tier.orm.select().from(sentBundle).where(eq(sentBundle.id, id)).get();
    if (row) return { tier, row };
  }
  return null;
}

export function sentItems(tier: TierFile, bundleId: Id): SentItemRow[] {
  return tier.orm
    .select()
    .from(sentItem)
    .where(eq(sentItem.bundleId, bundleId))
    .orderBy(sentItem.position)
    .all();
}

/** How many bundles this item has left in. */
export function countBundlesWith(tiers: OpenTiers, itemId: Id): number {
  return sum(tiers, (tier) =>
    Number(
      prepared(tier, 'select count(distinct bundle_id) from sent_item where item_id = ?').pluck().get(itemId),
    ),
  );
}

/** The version of an item this recipient was last sent; null when it was never sent there. */
export function versionSentTo(tiers: OpenTiers, itemId: Id, recipientKey: string): number | null {
  const sql = `select s.version from sent_item s join sent_bundle b on b.id = s.bundle_id
     where s.item_id = ? and b.recipient_key = ? order by b.at desc limit 1`;
  const versions = all(tiers, (tier) => prepared(tier, sql).pluck().all(itemId, recipientKey) as number[]);
  return versions.length === 0 ? null : Math.max(...versions);
}

/** The place of the next file of a series to one recipient: number, file before it, and the recipient's 份号. */
export type NextEdition = { copy: number; sequence: number; previous: string | null; supersedes: Id | null };

export function nextEdition(tier: TierFile, seriesId: Id, recipientKey: string): NextEdition {
  const mine = and(eq(sentBundle.seriesId, seriesId), eq(sentBundle.recipientKey, recipientKey));
  const last = tier.orm.select().from(sentBundle).where(mine).orderBy(desc(sentBundle.sequence)).get();
  if (last)
    return { copy: last.copy, sequence: last.sequence + 1, previous: last.sha256, supersedes: last.id };
  const highest = tier.orm
    .select({ copy: max(sentBundle.copy) })
    .from(sentBundle)
    .where(eq(sentBundle.seriesId, seriesId))
    .get();
  return { copy: (highest?.copy ?? 0) + 1, sequence: 1, previous: null, supersedes: null };
}

export function hasSeries(tier: TierFile, seriesId: Id): boolean {
  return prepared(tier, 'select 1 from sent_bundle where series_id = ? limit 1').get(seriesId) !== undefined;
}
