import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formerCards, readContact, setVerified } from '#db/bundles/contacts.ts';
import { receivedFrom, sentTo } from '#db/bundles/counts.ts';
import { listItems } from '#db/items/nounList.ts';
import { setRemoved } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { write } from '#db/write.ts';
import { isSameUnit } from '#shared/agreements/inForce.ts';
import { type Card, readCard } from '#shared/bundles/card.ts';
import { CARD_ENDING } from '#shared/bundles/cardFileName.ts';
import type { Contact, ReadCard } from '#shared/bundles/contactsContract.ts';
import { safeName } from '#shared/bundles/names.ts';
import { encodeUtf8 } from '#shared/bundles/text.ts';
import {
  cardOf,
  contactsOf,
  keepCard,
  renewOwnCard,
  showCard,
  showOwnCard,
  standingOf,
} from '../bundles/contacts.ts';
import { writeStreamToFile } from '../bundles/writeBundleFile.ts';
import type { OpenVault } from '../vault/session.ts';
import { withBundles } from './bundleFaults.ts';
import type { UnlockedContext } from './context.ts';
import { conflict, invalid, notAllowed, notFound } from './errors.ts';
import { assertVersion, findItem } from './items.ts';
import { headOf } from './shown.ts';

/** Cards are 16 KiB at most; what is larger is not read. */
const MOST_BYTES = 64 * 1024;

export const contacts = {
  ownCard: withBundles.contacts.ownCard.handler(({ context: { vault } }) => showOwnCard(vault)),

  makeCard: withBundles.contacts.makeCard.handler(({ context: { vault }, input }) => {
    if (!(vault.tiers.has('secret') && vault.tiers.has('core')))
      throw notAllowed({ rule: 'ALL_TIERS_NEEDED' });
    try {
      renewOwnCard(vault, input.unit.normalize('NFC'));
    } catch (error) {
      if (error instanceof RangeError) throw invalid({ rule: 'CARD_NAME_INVALID', field: 'unit' });
      throw error;
    }
    return showOwnCard(vault);
  }),

  exportCard: withBundles.contacts.exportCard.handler(async ({ context, input }) => {
    const { card, allowedSigners } = await showOwnCard(context.vault);
    if (!card) throw conflict({ rule: 'CARD_NOT_MADE' });
    const folder = context.app.places.resolve(input.place);
    if (!folder) throw invalid({ rule: 'PLACE_UNKNOWN', field: 'place' });
    const name = safeName(card.unit, new Set());
    const files: [string, string][] = [
      [`${name}.${CARD_ENDING}`, card.text],
      [`${name}.allowed_signers`, allowedSigners],
    ];
    for (const [file, text] of files) await writeStreamToFile(oneByOne(text), join(folder, file), true);
    return { files: files.map(([file]) => file) };
  }),

  read: withBundles.contacts.read.handler(async ({ context, input }) =>
    show(context.vault, received('text' in input ? input.text : await textOf(context, input.place))),
  ),

  add: withBundles.contacts.add.handler(({ context: { vault }, input }) => {
    const card = received(input.text);
    const { standing } = standingOf(vault, card);
    if (standing === 'OWN') throw invalid({ rule: 'CARD_IS_OWN', field: 'text' });
    if ((standing === 'CHANGED' || standing === 'NAME_KNOWN') && !input.acceptChange) {
      throw conflict({
        rule: standing === 'CHANGED' ? 'CARD_KEYS_CHANGED' : 'CARD_NAME_KNOWN',
        params: { unit: card.unit },
      });
    }
    return showById(vault, keepCard(vault, card));
  }),

  list: withBundles.contacts.list.handler(({ context: { vault }, input }) =>
    listItems(vault.tiers, 'contact', input.text).map(({ tier, item }) => showContact(vault, tier, item)),
  ),

  get: withBundles.contacts.get.handler(({ context: { vault }, input }) => showById(vault, input.id)),

  verify: withBundles.contacts.verify.handler(({ context: { vault }, input }) => {
    const { tier, item } = findItem(vault, input.id, 'contact');
    assertVersion(item, input.version);
    if (readContact(tier, item.id)?.fingerprint !== input.fingerprint)
      throw conflict({ rule: 'FINGERPRINT_CHANGED' });
    write(tier, vault.writer, { verb: 'contact.verify' }, (tx) => setVerified(tx, item.id));
    return showById(vault, item.id);
  }),

  remove: withBundles.contacts.remove.handler(({ context: { vault }, input }) => {
    const { tier, item } = findItem(vault, input.id, 'contact');
    assertVersion(item, input.version);
    write(tier, vault.writer, { verb: 'contact.remove', reason: input.reason }, (tx) =>
      setRemoved(tx, item.id, true),
    );
    return {};
  }),
};

function received(text: string): Card {
  const reading = readCard(text);
  if (!reading.ok) throw invalid({ rule: reading.fault, field: 'text' });
  return reading.card;
}

async function textOf({ app }: UnlockedContext, token: string): Promise<string> {
  const path = app.places.resolve(token);
  if (!path) throw invalid({ rule: 'PLACE_UNKNOWN', field: 'place' });
  if ((await stat(path)).size > MOST_BYTES) throw invalid({ rule: 'CARD_TOO_LONG', field: 'place' });
  return readFile(path, 'utf8');
}

function show(vault: OpenVault, card: Card): ReadCard {
  const { standing, contact } = standingOf(vault, card);
  return {
    card: showCard(card),
    standing,
    contactId: contact?.id ?? null,
    knownFingerprint: contact?.fingerprint ?? null,
  };
}

function showById(vault: OpenVault, id: string): Contact {
  const { tier, item } = findItem(vault, id, 'contact');
  return showContact(vault, tier, item);
}

function showContact(vault: OpenVault, tier: TierFile, item: ItemRow): Contact {
  const row = readContact(tier, item.id);
  const card = row && cardOf(row.card);
  if (!row || !card) throw notFound();
  return {
    ...headOf(vault, item),
    card: showCard(card),
    verifiedAt: row.verifiedAt,
    former: formerCards(tier, item.id).map(({ fingerprint, card: text, since, replacedAt, verifiedAt }) => ({
      fingerprint,
      unit: cardOf(text)?.unit ?? '',
      since,
      replacedAt,
      verifiedAt,
    })),
    nameShared: contactsOf(vault).some((other) => other.id !== item.id && isSameUnit(other.unit, item.title)),
    sent: sentTo(vault.tiers, item.id),
    received: receivedFrom(vault.tiers, item.id),
  };
}

async function* oneByOne(text: string): AsyncGenerator<Uint8Array> {
  yield encodeUtf8(text);
}
