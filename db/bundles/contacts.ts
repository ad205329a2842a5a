import { and, asc, eq } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import { setTitle } from '../items/queries.ts';
import { item } from '../items/schema.ts';
import type { TierFile } from '../open.ts';
import { readMeta, setMeta } from '../vault/queries.ts';
import type { WriteTx } from '../write.ts';
import { type ContactRow, contact, contactCard, type FormerCardRow } from './schema.ts';

export function readContact(register: TierFile, id: Id): ContactRow | null {
  return register.orm.select().from(contact).where(eq(contact.id, id)).get() ?? null;
}

export type NamedContact = ContactRow & { unit: string };

/** Every contact that was not removed. They come in tens. */
export function allContacts(register: TierFile): NamedContact[] {
  return register.orm
    .select({ contact, unit: item.title })
    .from(contact)
    .innerJoin(item, and(eq(item.id, contact.id), eq(item.state, 'ACTIVE')))
    .orderBy(asc(item.sortKey))
    .all()
    .map((row) => ({ ...row.contact, unit: row.unit }));
}

/** The cards a contact had before its present one, newest first. */
export function formerCards(register: TierFile, contactId: Id): FormerCardRow[] {
  return register.orm
    .select()
    .from(contactCard)
    .where(eq(contactCard.contactId, contactId))
    .all()
    .sort((a, b) => b.replacedAt - a.replacedAt);
}

/** The item's row, titled with the unit's name, must be there already. */
export function insertContact(
  tx: WriteTx,
  id: Id,
  card: Pick<ContactRow, 'vaultId' | 'card' | 'fingerprint'>,
): void {
  tx.tier.orm
    .insert(contact)
    .values({ id, ...card, cardSince: tx.at, verifiedAt: null })
    .run();
  tx.touch(id);
}

/**
 * Puts another card in the place of the present one. Where only the name is another, whoever verified the keys has verified these;
 * other keys are verified by nobody yet, and the card before is kept as a former one.
 */
export function replaceCard(
  tx: WriteTx,
  before: ContactRow,
  next: Pick<ContactRow, 'card' | 'fingerprint'> & { unit: string; sameKeys: boolean },
): void {
  const { id: contactId, card, fingerprint, verifiedAt, cardSince } = before;
  if (!next.sameKeys) {
    tx.tier.orm
      .insert(contactCard)
      .values({ contactId, fingerprint, card, since: cardSince, verifiedAt, replacedAt: tx.at })
      .run();
  }
  tx.tier.orm
    .update(contact)
    .set({
      card: next.card,
      fingerprint: next.fingerprint,
      cardSince: next.sameKeys ? cardSince : tx.at,
      verifiedAt: next.sameKeys ? verifiedAt : null,
    })
    .where(eq(contact.id, contactId))
    .run();
  setTitle(tx, contactId, next.unit);
}

export function setVerified(tx: WriteTx, id: Id): void {
  tx.tier.orm.update(contact).set({ verifiedAt: tx.at }).where(eq(contact.id, id)).run();
  tx.touch(id);
}

/** This vault's own card as it was made last; public halves only, so every user may hand it out. */
export function readOwnCard(register: TierFile): string | null {
  return readMeta(register, 'card');
}

export function keepOwnCard(tx: WriteTx, text: string): void {
  setMeta(tx, 'card', text);
}
