import {
  forgetReceivedItem,
  importItems,
  readImport,
  setReceivedItem,
  setUndone,
} from '#db/bundles/received.ts';
import type { BundleImportItemRow } from '#db/bundles/schema.ts';
import { dropIntent, recordIntent } from '#db/confidentiality/queries.ts';
import { readItem, setRemoved, toRef } from '#db/items/queries.ts';
import { wouldNameRaised, writeBack } from '#db/items/undo.ts';
import type { TierFile } from '#db/open.ts';
import { inOrder } from '#db/tiers.ts';
import { type WriteTx, write } from '#db/write.ts';
import { canonicalJson } from '#shared/canonical.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { ItemRef } from '#shared/items.ts';
import type { OpenVault } from '../vault/session.ts';
import { UNDO_INTENT } from './intentKinds.ts';

export type UndoneImport = { undone: number; kept: ItemRef[] };

/**
 * Takes an import back in every open tier: what it made is removed, what it changed is as before. What somebody changed since is
 * kept as it is and named. null where there is no such import, or it was taken back already.
 */
export function undoImport(vault: OpenVault, importId: Id): UndoneImport | null {
  const tiers = inOrder(vault.tiers).filter((tier) => readImport(tier, importId)?.undoneAt === null);
  const highest = tiers.at(-1);
  if (!highest) return null;
  const intent = { id: newId(), kind: UNDO_INTENT, at: vault.writer.now(), payload: { importId } };
  if (tiers.length > 1) recordIntent(highest, intent);
  const results = tiers.map((tier) => undoInTier(vault, tier, importId));
  if (tiers.length > 1) dropIntent(highest, intent.id);
  vault.writer.changed(new Set(['bundles', 'records', 'people', 'members', 'projects']));
  return {
    undone: results.reduce((sum, { undone }) => sum + undone, 0),
    kept: results.flatMap(({ kept }) => kept),
  };
}

export function undoInTier(vault: OpenVault, tier: TierFile, importId: Id): UndoneImport {
  const result: UndoneImport = { undone: 0, kept: [] };
  const about = canonicalJson({ import: importId });
  write(tier, vault.writer, { verb: 'bundle.undoImport', about }, (tx) => {
    for (const row of importItems(tier, importId)) {
      const item = readItem(tier, row.itemId);
      const since = item?.version !== row.version || item.state !== 'ACTIVE';
      if (since || (row.deed === 'UPDATED' && wouldNameRaised(vault.tiers, tier, row.itemId, row.version))) {
        if (item?.state === 'ACTIVE' && row.deed !== 'KEPT') result.kept.push(toRef(item));
        continue;
      }
      undoOne(tx, row);
      if (row.deed !== 'KEPT') result.undone += 1;
    }
    setUndone(tx, importId);
  });
  return result;
}

function undoOne(tx: WriteTx, { itemId, deed, version, receivedBefore }: BundleImportItemRow): void {
  if (deed === 'CREATED') setRemoved(tx, itemId, true);
  if (deed === 'UPDATED') writeBack(tx, itemId, version);
  if (receivedBefore) setReceivedItem(tx, receivedBefore);
  else forgetReceivedItem(tx, itemId);
}
