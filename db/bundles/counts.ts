import type { Id } from '#shared/ids.ts';
import { prepared } from '../prepared.ts';
import { type OpenTiers, sum } from '../tiers.ts';

/** Bundles made for a contact, as far as their tiers are open. */
export function sentTo(tiers: OpenTiers, contactId: Id): number {
  const sql = 'select count(*) from sent_bundle where contact_id = ?';
  return sum(tiers, (tier) => Number(prepared(tier, sql).pluck().get(contactId)));
}

/** Bundles opened here that bore a contact's signature. */
export function receivedFrom(tiers: OpenTiers, contactId: Id): number {
  const sql = 'select count(*) from received_bundle where contact_id = ?';
  return sum(tiers, (tier) => Number(prepared(tier, sql).pluck().get(contactId)));
}
