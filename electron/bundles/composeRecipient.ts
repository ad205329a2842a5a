import { agreementsForPolicy } from '#db/agreements/queries.ts';
import { readContact } from '#db/bundles/contacts.ts';
import { find } from '#db/tiers.ts';
import { type SecrecyStanding, secrecyStanding, unitKey } from '#shared/agreements/inForce.ts';
import type { Card } from '#shared/bundles/card.ts';
import type { Recipient } from '#shared/bundles/contract.ts';
import type { PolicyRecipient } from '#shared/bundles/policy.ts';
import type { CalendarDate } from '#shared/dates.ts';
import type { Id } from '#shared/ids.ts';
import type { OpenVault } from '../vault/session.ts';
import { cardOf } from './contacts.ts';

/** A recipient as a bundle and the ledger name it. */
export type Addressee = {
  /** As the bundle names it. */
  name: string;
  unit: string;
  contactId: Id | null;
  /** null: by passphrase. */
  card: Card | null;
  /** The same for the same recipient, whatever is sent. */
  key: string;
  policy: PolicyRecipient;
  keyChanged: boolean;
};

/** null where the contact is not there (any more). */
export function addresseeOf(vault: OpenVault, recipient: Recipient): Addressee | null {
  if (recipient.by === 'PASSPHRASE') {
    const { name, unit } = recipient;
    return {
      name: unit === '' ? name : `${name}（${unit}）`,
      unit: unit === '' ? name : unit,
      contactId: null,
      card: null,
      key: `name:${unitKey(unit)}:${unitKey(name)}`,
      policy: { by: 'PASSPHRASE', unit: unit === '' ? name : unit, vaultId: null, verified: false },
      keyChanged: false,
    };
  }
  const found = find(vault.tiers, recipient.contactId);
  const row = found?.item.kind === 'contact' ? readContact(found.tier, found.item.id) : null;
  const card = row && cardOf(row.card);
  if (!row || !card) return null;
  const verified = row.verifiedAt !== null;
  return {
    name: card.unit,
    unit: card.unit,
    contactId: row.id,
    card,
    key: card.vaultId,
    policy: { by: 'CARD', unit: card.unit, vaultId: card.vaultId, verified },
    keyChanged: !verified && row.cardSince > (found?.item.createdAt ?? row.cardSince),
  };
}

export function secrecyWith(vault: OpenVault, { unit }: Addressee, today: CalendarDate): SecrecyStanding {
  return secrecyStanding(agreementsForPolicy(vault.tiers), unit, today);
}
