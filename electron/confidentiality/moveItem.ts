import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { dropIntent, readIntents, recordIntent } from '#db/confidentiality/queries.ts';
import type { LooseBlob } from '#db/files/store.ts';
import { followLinks } from '#db/items/followLinks.ts';
import { type Arrival, arrive, blobsOfItem, hideForMove, leave, scrub, showAgain } from '#db/items/move.ts';
import { readItem } from '#db/items/queries.ts';
import type { TierFile } from '#db/open.ts';
import { TIERS, type Tier, tierSchema } from '#shared/confidentiality/levels.ts';
import { type Id, idSchema, newId } from '#shared/ids.ts';
import type { OpenVault } from '../vault/session.ts';

const payloadSchema = z.object({ item: idSchema, from: tierSchema, to: tierSchema });

const READ_SIZE = 4 << 20;

/**
 * Moves an item into another tier: hide, arrive, leave. An intent row in the higher of the two tiers says that the move is
 * under way; whoever next opens both finishes or rolls back what a crash left. A lower tier holds nothing readable afterwards.
 */
export async function moveItem(
  vault: OpenVault,
  id: Id,
  from: TierFile,
  to: TierFile,
  arrival: Arrival,
): Promise<void> {
  const higher = TIERS.indexOf(from.tier) > TIERS.indexOf(to.tier) ? from : to;
  const intent = {
    id: newId(),
    kind: MOVE,
    at: vault.writer.now(),
    payload: { item: id, from: from.tier, to: to.tier },
  };
  recordIntent(higher, intent);
  hideForMove(from, id);
  const copied = new Map<string, LooseBlob>();
  try {
    for (const blob of blobsOfItem(from, id)) {
      copied.set(blob.sha256, await vault.store.storeStream(to.tier, bytesOf(vault, from.tier, blob)));
    }
    await vault.store.sync(to.tier);
    arrive(vault.tiers, to, from, id, arrival, copied, vault.writer);
  } catch (error) {
    showAgain(from, id);
    dropIntent(higher, intent.id);
    await vault.store.forget([...copied.values()]);
    throw error;
  }
  await finishLeaving(vault, id, from, to);
  dropIntent(higher, intent.id);
}

/** At unlock: a move whose item arrived is brought to its end, one whose item did not is taken back. */
export async function finishMoves(vault: OpenVault): Promise<void> {
  for (const tier of vault.tiers.values()) {
    for (const intent of readIntents(tier, MOVE)) {
      const { item, from, to } = payloadSchema.parse(intent.payload);
      const source = vault.tiers.get(from);
      const target = vault.tiers.get(to);
      if (!source || !target) continue;
      if (readItem(target, item)) {
        if (readItem(source, item)) await finishLeaving(vault, item, source, target);
      } else {
        showAgain(source, item);
      }
      dropIntent(tier, intent.id);
    }
  }
}

const MOVE = 'level.move';

async function finishLeaving(vault: OpenVault, id: Id, from: TierFile, to: TierFile): Promise<void> {
  for (const _ of followLinks(vault.tiers, id, to, vault.writer)) await setImmediate();
  const blobs = leave(from, id, vault.writer);
  if (blobs.length > 0) await vault.store.erase(from.tier, blobs);
  await vault.store.sync(from.tier);
  scrub(from);
}

async function* bytesOf(
  vault: OpenVault,
  tier: Tier,
  blob: { no: number; size: number; firstSegment: number },
): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < blob.size; offset += READ_SIZE) {
    yield vault.store.read(tier, blob, offset, READ_SIZE);
  }
}
