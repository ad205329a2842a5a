import { and, desc, eq, isNull } from 'drizzle-orm';
import type { RememberedBundle } from '#shared/bundles/freshness.ts';
import type { Id } from '#shared/ids.ts';
import { SPINE } from '../items/queries.ts';
import type { ItemRow } from '../items/schema.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { all, inOrder, type OpenTiers } from '../tiers.ts';
import { tierKey } from '../vault/schema.ts';
import type { WriteTx } from '../write.ts';
import {
  type BundleImportItemRow,
  type BundleImportRow,
  bundleImport,
  bundleImportItem,
  type ReceivedBundleRow,
  type ReceivedItemRow,
  receivedBundle,
  receivedItem,
} from './schema.ts';

/** What opens a file sealed to one of the open tiers: their identities, former ones too. */
export function openingIdentities(tiers: OpenTiers): string[] {
  return all(tiers, (tier) => tier.orm.select({ identity: tierKey.ageIdentity }).from(tierKey).all()).map(
    ({ identity }) => identity,
  );
}

/** All recipients that stand for us, former ones too, as far as their tiers are open. */
export function ownRecipients(tiers: OpenTiers): string[] {
  return all(tiers, (tier) => tier.orm.select({ recipient: tierKey.ageRecipient }).from(tierKey).all()).map(
    ({ recipient }) => recipient,
  );
}

/** What is remembered of one sending vault under the given keys; nobody else's words count about its series. */
export function rememberedFrom(
  tiers: OpenTiers,
  vaultId: string,
  signers: readonly string[],
): (RememberedBundle & { at: number })[] {
  return all(tiers, (tier) =>
    tier.orm.select().from(receivedBundle).where(eq(receivedBundle.vaultId, vaultId)).all(),
  )
    .filter(({ signer }) => signers.includes(signer))
    .map((row) => ({
      id: row.id,
      manifestHash: row.manifestHash,
      incarnation: row.incarnation,
      series: { id: row.seriesId, sequence: row.sequence },
      supersedes: row.supersedes,
      recalls: row.recalls,
      at: row.at,
    }));
}

/** The first opening counts; a later one changes nothing. False when it was known. */
export function rememberBundle(tx: WriteTx, row: ReceivedBundleRow): boolean {
  return tx.tier.orm.insert(receivedBundle).values(row).onConflictDoNothing().run().changes > 0;
}

export function isRemembered(
  tier: TierFile,
  { id, manifestHash, signer }: Pick<ReceivedBundleRow, 'id' | 'manifestHash' | 'signer'>,
): boolean {
  return (
    prepared(tier, 'select 1 from received_bundle where id = ? and manifest_hash = ? and signer = ?').get(
      id,
      manifestHash,
      signer,
    ) !== undefined
  );
}

/** The ledger of opened bundles, newest first. */
export function receivedBundles(tiers: OpenTiers): ReceivedBundleRow[] {
  return all(tiers, (tier) => tier.orm.select().from(receivedBundle).all()).sort((a, b) => b.at - a.at);
}

/** The last import of a bundle that was not taken back. */
export function standingImport(tiers: OpenTiers, bundleId: string): BundleImportRow | null {
  const found = all(tiers, (tier) =>
    tier.orm
      .select()
      .from(bundleImport)
      .where(and(eq(bundleImport.bundleId, bundleId), isNull(bundleImport.undoneAt)))
      .orderBy(desc(bundleImport.at))
      .all(),
  );
  return found.sort((a, b) => b.at - a.at)[0] ?? null;
}

/** The item received under this origin, in whatever open tier it lies now; removed ones too. */
export function findByOrigin(
  tiers: OpenTiers,
  vaultId: string,
  originId: string,
): { tier: TierFile; item: ItemRow } | null {
  for (const tier of inOrder(tiers)) {
    const item = prepared(
      tier,
      `select ${SPINE} from item i where i.origin_vault = ? and i.origin_id = ? and i.state <> 'MOVING'`,
    ).get(vaultId, originId) as ItemRow | undefined;
    if (item) return { tier, item };
  }
  return null;
}

export function readReceivedItem(tier: TierFile, itemId: Id): ReceivedItemRow | null {
  return tier.orm.select().from(receivedItem).where(eq(receivedItem.itemId, itemId)).get() ?? null;
}

export function setReceivedItem(tx: WriteTx, row: ReceivedItemRow): void {
  tx.tier.orm
    .insert(receivedItem)
    .values(row)
    .onConflictDoUpdate({ target: receivedItem.itemId, set: row })
    .run();
}

export function forgetReceivedItem(tx: WriteTx, itemId: Id): void {
  tx.tier.orm.delete(receivedItem).where(eq(receivedItem.itemId, itemId)).run();
}

export function readImport(tier: TierFile, id: Id): BundleImportRow | null {
  return tier.orm.select().from(bundleImport).where(eq(bundleImport.id, id)).get() ?? null;
}

export function insertImport(tx: WriteTx, row: Omit<BundleImportRow, 'undoneAt' | 'at'>): void {
  tx.tier.orm
    .insert(bundleImport)
    .values({ ...row, at: tx.at })
    .run();
}

export function insertImportItem(tx: WriteTx, row: BundleImportItemRow): void {
  tx.tier.orm.insert(bundleImportItem).values(row).run();
}

export function importItems(tier: TierFile, importId: Id): BundleImportItemRow[] {
  return tier.orm.select().from(bundleImportItem).where(eq(bundleImportItem.importId, importId)).all();
}

export function setUndone(tx: WriteTx, importId: Id): void {
  tx.tier.orm.update(bundleImport).set({ undoneAt: tx.at }).where(eq(bundleImport.id, importId)).run();
}
