import type { LooseBlob } from '#db/files/store.ts';
import { blobsOfSize } from '#db/records/importsQueries.ts';
import { recordsWithBytes } from '#db/records/queries.ts';
import { all } from '#db/tiers.ts';
import type { ImportContext } from './importsContext.ts';
import type { Settled } from './importsGuard.ts';

/**
 * Before anything is stored: DUPLICATE where a record of an open tier holds the same bytes, the stored blob where this tier
 * has them without a record (removed, or taken again on purpose), null where they are new. Only files of a size
 * that is there already are hashed beforehand.
 */
export async function knownContent(
  context: ImportContext,
  size: number,
  hash: () => Promise<string>,
): Promise<Settled | LooseBlob | null> {
  if (size === 0) return null;
  const alike = all(context.vault.tiers, (tier) => blobsOfSize(tier, size));
  if (alike.length === 0) return null;
  const sha256 = await hash();
  const duplicate = duplicatesOf(context, { sha256, size });
  if (duplicate) return duplicate;
  const own = blobsOfSize(context.tier, size).find((blob) => blob.sha256 === sha256);
  return own ? { ...own, tier: context.tier.tier } : null;
}

/** Where the bytes lie is looked up when it is asked for: only the hash is kept, which says nothing about closed tiers. */
export function duplicatesOf(
  { plan, vault }: ImportContext,
  { sha256, size }: { sha256: string; size: number },
): Settled | null {
  // An empty file is no copy of another empty file: each is kept.
  if (plan.takeDuplicates || size === 0) return null;
  const holders = all(vault.tiers, (tier) => recordsWithBytes(tier, sha256));
  return holders.length === 0 ? null : { state: 'DUPLICATE', problems: [], sha256 };
}
