import type { LooseBlob } from '#db/files/store.ts';
import { blobsOfSize } from '#db/records/importsQueries.ts';
import { type Holder, recordsWithBytes, recordsWithEmptyFile } from '#db/records/queries.ts';
import { all, type OpenTiers } from '#db/tiers.ts';
import type { Id } from '#shared/ids.ts';
import type { ImportContext } from './importsContext.ts';
import type { Settled } from './importsGuard.ts';
import { nameOf } from './importsPaths.ts';

/**
 * Before anything is stored: DUPLICATE where a record of an open tier holds the same bytes, the stored blob where this tier
 * has them without a record (removed, or taken again on purpose), null where they are new. Only files of a size
 * that is there already are hashed beforehand.
 */
export async function knownContent(
  context: ImportContext,
  { path, size }: { path: string; size: number },
  hash: () => Promise<string>,
): Promise<Settled | LooseBlob | null> {
  if (size === 0) return duplicatesOf(context, { path, size, sha256: await hash() });
  const alike = all(context.vault.tiers, (tier) => blobsOfSize(tier, size));
  if (alike.length === 0) return null;
  const sha256 = await hash();
  const duplicate = duplicatesOf(context, { path, sha256, size });
  if (duplicate) return duplicate;
  const own = blobsOfSize(context.tier, size).find((blob) => blob.sha256 === sha256);
  return own ? { ...own, tier: context.tier.tier } : null;
}

/** Where the bytes lie is looked up when it is asked for: only the hash is kept, which says nothing about closed tiers. */
export function duplicatesOf({ id, plan, vault }: ImportContext, file: Found): Settled | null {
  if (plan.takeDuplicates || holdersOf(vault.tiers, id, file).length === 0) return null;
  return { state: 'DUPLICATE', problems: [], sha256: file.sha256 };
}

export type Found = { path: string; sha256: string; size: number };

/**
 * The seen records that hold the file already. The content of an empty file says nothing: it is the same file where its name is
 * the same too and it did not come with this very import, in which folders may each have one of that name.
 */
export function holdersOf(tiers: OpenTiers, importId: Id, { path, sha256, size }: Found): Holder[] {
  return all(tiers, (tier) =>
    size === 0 ? recordsWithEmptyFile(tier, nameOf(path), importId) : recordsWithBytes(tier, sha256),
  );
}
