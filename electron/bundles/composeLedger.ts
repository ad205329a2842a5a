import type { SentBundleRow } from '#db/bundles/schema.ts';
import { readSentBundle, sentBundles, sentItems } from '#db/bundles/sent.ts';
import { toRef } from '#db/items/queries.ts';
import { find } from '#db/tiers.ts';
import { readUser } from '#db/vault/queries.ts';
import type { SentBundle, SentBundleDetail } from '#shared/bundles/contract.ts';
import type { Id } from '#shared/ids.ts';
import type { OpenVault } from '../vault/session.ts';

/** The ledger of what was sent, newest first; of one contact only where one is named. */
export function sentLedger(vault: OpenVault, contactId: Id | null): SentBundle[] {
  return sentBundles(vault.tiers, contactId).map((row) => showSent(vault, row));
}

/** null where no open tier has it. */
export function sentDetail(vault: OpenVault, id: Id): SentBundleDetail | null {
  const found = readSentBundle(vault.tiers, id);
  if (!found) return null;
  const items = sentItems(found.tier, id).map(({ itemId, kind, version, title }) => {
    const now = find(vault.tiers, itemId);
    return { id: itemId, kind, version, title, now: now && toRef(now.item) };
  });
  return { ...showSent(vault, found.row), items };
}

export function showSent(vault: OpenVault, row: SentBundleRow): SentBundle {
  return {
    id: row.id,
    at: row.at,
    fileName: row.fileName,
    sha256: row.sha256,
    size: row.size,
    level: row.level,
    mark: row.mark,
    recipient: {
      by: row.recipientBy,
      name: row.recipientName,
      unit: row.recipientUnit,
      contactId: row.contactId,
      fingerprint: row.cardFingerprint,
    },
    copy: row.copy,
    series: { id: row.seriesId, sequence: row.sequence },
    purpose: row.purpose,
    expires: row.expires,
    terms: row.terms,
    imageMetadata: row.imageMetadata,
    consent: row.consent,
    actor: readUser(vault.register, row.actorId)?.name ?? '',
    counts: { items: row.items, files: row.files, bytes: row.bytes },
  };
}
