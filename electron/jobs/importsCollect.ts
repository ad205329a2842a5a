import { collectedUpTo, orphanedBlobs, setCollectedUpTo } from '#db/files/orphans.ts';
import { inOrder } from '#db/tiers.ts';
import type { OpenVault } from '../vault/session.ts';

/** Blobs erased with one request: others of the store worker wait meanwhile. */
const AT_ONCE = 8;

/**
 * Erases what the session before stored without naming it: a crash between the bytes and their row. Looks only at
 * numbers that session gave out; call it before anything is stored in this one.
 */
export async function collectOrphans(vault: OpenVault, signal: AbortSignal): Promise<void> {
  const { store, folder } = vault;
  const tiers = inOrder(vault.tiers);
  // An empty blob takes a number and stores nothing: all numbers before it are of earlier sessions.
  const firsts = tiers.map((tier) => store.storeBytes(tier.tier, new Uint8Array(0)));
  for (const [index, first] of firsts.entries()) {
    const { no: before } = await first;
    const tier = tiers[index];
    const key = tier && vault.keys.get(tier.tier);
    if (!tier || !key) continue;
    const from = collectedUpTo(tier) + 1;
    for await (const orphans of orphanedBlobs(folder, tier, key, { from, before })) {
      for (let at = 0; at < orphans.length; at += AT_ONCE) {
        if (signal.aborted) return;
        await store.erase(tier.tier, orphans.slice(at, at + AT_ONCE));
      }
    }
    if (signal.aborted) return;
    setCollectedUpTo(tier, before - 1);
  }
}
