import { z } from 'zod';
import { readImport } from '#db/bundles/received.ts';
import { dropIntent, readIntents } from '#db/confidentiality/queries.ts';
import { inOrder } from '#db/tiers.ts';
import { tierSchema } from '#shared/confidentiality/levels.ts';
import { idSchema } from '#shared/ids.ts';
import type { OpenVault } from '../vault/session.ts';
import { undoImport, undoInTier } from './importUndo.ts';
import { IMPORT_INTENT, UNDO_INTENT } from './intentKinds.ts';

const importPayload = z.object({ importId: idSchema, tiers: z.array(tierSchema) });
const undoPayload = z.object({ importId: idSchema });

/**
 * At unlock: an import that reached every tier it was for stands; one that a crash stopped half-way is taken back where it got
 * to, since its bundle is not at hand any more; an undo that was stopped goes on.
 */
export function finishIntents(vault: OpenVault): void {
  for (const tier of inOrder(vault.tiers)) {
    for (const intent of readIntents(tier, IMPORT_INTENT)) {
      const { importId, tiers } = importPayload.parse(intent.payload);
      const reached = tiers
        .flatMap((name) => vault.tiers.get(name) ?? [])
        .filter((each) => readImport(each, importId));
      if (reached.length < tiers.length) for (const each of reached) undoInTier(vault, each, importId);
      dropIntent(tier, intent.id);
    }
    for (const intent of readIntents(tier, UNDO_INTENT)) {
      undoImport(vault, undoPayload.parse(intent.payload).importId);
      dropIntent(tier, intent.id);
    }
  }
}
