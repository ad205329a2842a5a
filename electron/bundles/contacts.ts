import QRCode from 'qrcode';
import {
  allContacts,
  formerCards,
  insertContact,
  keepOwnCard,
  type NamedContact,
  readOwnCard,
  replaceCard,
} from '#db/bundles/contacts.ts';
import { insertItem } from '#db/items/queries.ts';
import { all, find } from '#db/tiers.ts';
import { readSettings, readTierKey, readTierPublic } from '#db/vault/queries.ts';
import { write } from '#db/write.ts';
import { isSameUnit } from '#shared/agreements/inForce.ts';
import {
  allowedSigners,
  type Card,
  type CardPair,
  keptCard,
  makeCard,
  tierOfSigner,
} from '#shared/bundles/card.ts';
import type { CardStanding, CardView, OwnCard } from '#shared/bundles/contactsContract.ts';
import {
  keyFingerprint,
  parsePublicKeyLine,
  publicKeyLine,
  type SigningKey,
} from '#shared/bundles/sshKey.ts';
import type { SignerStanding } from '#shared/bundles/verdict.ts';
import { canonicalJson } from '#shared/canonical.ts';
import { levelsOf, TIERS, type Tier } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { OpenVault } from '../vault/session.ts';

/** The key that signs for a tier of this vault. */
export function signingKeyOf(vault: OpenVault, tier: Tier): SigningKey {
  const file = vault.tiers.get(tier);
  if (!file) throw new Error(`${tier} is not open`);
  const { signingKey, signingPublic } = readTierKey(file);
  return { secret: new Uint8Array(signingKey), publicKey: new Uint8Array(signingPublic), comment: '' };
}

/** This vault's card as it was made last; null before the first. */
export function ownCard(vault: OpenVault): Card | null {
  const text = readOwnCard(vault.register);
  return text === null ? null : keptCard(text);
}

export async function showOwnCard(vault: OpenVault): Promise<OwnCard> {
  const card = ownCard(vault);
  const pairs = ownPairs(vault);
  return {
    card: card && showCard(card),
    qrSvg: card
      ? await QRCode.toString(card.text, { type: 'svg', errorCorrectionLevel: 'L', margin: 2 })
      : '',
    allowedSigners: card ? allowedSigners(card) : '',
    canMake: vault.tiers.size === TIERS.length,
    unit: card?.unit ?? readSettings(vault.register).shortName,
    current: card !== null && TIERS.every((tier) => isSamePair(card.pairs[tier], pairs[tier])),
  };
}

/** Makes the card anew and keeps it for every user to hand out. Every tier must be open: the highest key signs it. */
export function renewOwnCard(vault: OpenVault, unit: string): Card {
  const card = makeCard(
    { vaultId: vault.file.id, unit, pairs: ownPairs(vault) },
    signingKeyOf(vault, 'core'),
  );
  if (readOwnCard(vault.register) === card.text) return card;
  write(
    vault.register,
    vault.writer,
    { verb: 'card.make', about: canonicalJson({ fingerprint: card.fingerprint }) },
    (tx) => keepOwnCard(tx, card.text),
  );
  return card;
}

export type ReadStanding = { standing: CardStanding; contact: NamedContact | null };

/** How a received card stands against this vault's own and against the contacts. */
export function standingOf(vault: OpenVault, card: Card): ReadStanding {
  if (card.vaultId === vault.file.id) return { standing: 'OWN', contact: null };
  const contacts = contactsOf(vault);
  const ofVault = contacts.find(({ vaultId }) => vaultId === card.vaultId);
  if (ofVault) return { standing: changeOf(ofVault, card), contact: ofVault };
  const ofName = contacts.find(({ unit }) => isSameUnit(unit, card.unit));
  return ofName ? { standing: 'NAME_KNOWN', contact: ofName } : { standing: 'NEW', contact: null };
}

/** Keeps a card that is not our own. One of a known vault with other keys or another name takes the former one's place. */
export function keepCard(vault: OpenVault, card: Card): Id {
  const { standing, contact } = standingOf(vault, card);
  if (standing === 'OWN') throw new RangeError('the own card is no contact');
  if (standing === 'SAME' && contact) return contact.id;
  const next = { card: card.text, fingerprint: card.fingerprint };
  if ((standing === 'CHANGED' || standing === 'RENAMED') && contact) {
    const tier = find(vault.tiers, contact.id)?.tier ?? vault.register;
    write(
      tier,
      vault.writer,
      { verb: standing === 'RENAMED' ? 'contact.rename' : 'contact.changeKeys' },
      (tx) => replaceCard(tx, contact, { ...next, unit: card.unit, sameKeys: standing === 'RENAMED' }),
    );
    return contact.id;
  }
  const id = newId();
  write(vault.register, vault.writer, { verb: 'contact.add' }, (tx) => {
    insertItem(tx, {
      id,
      kind: 'contact',
      title: card.unit,
      level: 'INTERNAL',
      term: defaultTerm('INTERNAL'),
      levelFrom: null,
      basis: '',
      personalInfo: false,
    });
    insertContact(tx, id, { vaultId: card.vaultId, ...next });
  });
  return id;
}

export function contactsOf(vault: OpenVault): NamedContact[] {
  return all(vault.tiers, allContacts);
}

export type KnownSigner = {
  standing: SignerStanding;
  contact: NamedContact | null;
  /** The card the key stands on: the contact's present one, or a former one. */
  card: Card | null;
};

/** Whose key signed, by the cards kept here. `vaultId` and `unit` are what the bundle says of its sender. */
export function whoSigned(
  vault: OpenVault,
  signingKey: string,
  sender: { vaultId: string; unit: string },
): KnownSigner {
  const contacts = contactsOf(vault);
  const own = ownCard(vault);
  if (own && own.vaultId === sender.vaultId && tierOfSigner(own, signingKey)) {
    return { standing: 'VERIFIED', contact: null, card: own };
  }
  for (const contact of contacts) {
    const card = cardOf(contact.card);
    if (!card || card.vaultId !== sender.vaultId || !tierOfSigner(card, signingKey)) continue;
    return { standing: contact.verifiedAt === null ? 'KNOWN' : 'VERIFIED', contact, card };
  }
  for (const contact of contacts) {
    const former = all(vault.tiers, (tier) => formerCards(tier, contact.id)).find(({ card: text }) => {
      const card = cardOf(text);
      return card?.vaultId === sender.vaultId && tierOfSigner(card, signingKey) !== null;
    });
    // A former key proves who sent it only if somebody had verified it then; and it is never more than known now.
    if (former)
      return {
        standing: former.verifiedAt === null ? 'MISMATCH' : 'KNOWN',
        contact,
        card: cardOf(former.card),
      };
  }
  const named = contacts.find(
    ({ vaultId, unit }) => vaultId === sender.vaultId || isSameUnit(unit, sender.unit),
  );
  return { standing: named ? 'MISMATCH' : 'UNKNOWN', contact: null, card: null };
}

/** Every signing key the card of a contact has had: what counts as the same sender over time. */
export function signersOf(vault: OpenVault, contact: NamedContact): string[] {
  const texts = [
    contact.card,
    ...all(vault.tiers, (tier) => formerCards(tier, contact.id)).map(({ card }) => card),
  ];
  return texts.flatMap((text) => {
    const card = cardOf(text);
    return card ? TIERS.map((tier) => card.pairs[tier].signingKey) : [];
  });
}

export function showCard(card: Card): CardView {
  return {
    vaultId: card.vaultId,
    unit: card.unit,
    fingerprint: card.fingerprint,
    pairs: TIERS.map((tier) => ({
      levels: levelsOf(tier),
      recipient: card.pairs[tier].recipient,
      signer: keyFingerprint(parsePublicKeyLine(card.pairs[tier].signingKey)),
    })),
    text: card.text,
  };
}

/** A card kept here. Null only where the row was damaged. */
export function cardOf(text: string): Card | null {
  return keptCard(text);
}

function changeOf({ fingerprint, card: text }: NamedContact, card: Card): 'SAME' | 'RENAMED' | 'CHANGED' {
  if (fingerprint === card.fingerprint) return 'SAME';
  const before = cardOf(text);
  return before && TIERS.every((tier) => isSamePair(before.pairs[tier], card.pairs[tier]))
    ? 'RENAMED'
    : 'CHANGED';
}

function ownPairs(vault: OpenVault): Record<Tier, CardPair> {
  const pairOf = (tier: Tier): CardPair => {
    const open = vault.tiers.get(tier);
    // Of a closed tier the register's copy is what there is; it was compared when all were open.
    const keys = open ? readTierKey(open) : readTierPublic(vault.register, tier);
    if (!keys) throw new Error(`${tier} has no keys`);
    return { recipient: keys.ageRecipient, signingKey: publicKeyLine(new Uint8Array(keys.signingPublic)) };
  };
  return { register: pairOf('register'), secret: pairOf('secret'), core: pairOf('core') };
}

function isSamePair(a: CardPair, b: CardPair): boolean {
  return a.recipient === b.recipient && a.signingKey === b.signingKey;
}
