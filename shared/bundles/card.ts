import { sha256 } from '@noble/hashes/sha2.js';
import { base16 } from '@scure/base';
import { z } from 'zod';
import { LEVELS, type Level, levelsOf, TIERS, type Tier, tierOf } from '../confidentiality/levels.ts';
import { ageRecipientSchema, signingKeySchema } from './bundleJson.ts';
import { uuidSchema } from './formatParts.ts';
import { visibleName } from './names.ts';
import { allowedSignersLine, parsePublicKeyLine, publicKeyLine, type SigningKey } from './sshKey.ts';
import { BUNDLE_NAMESPACE, readSignature, signMessage } from './sshSignature.ts';
import { encodeUtf8, utf8Length } from './text.ts';

/**
 * The contact card (联系卡): line 1 is the card as JSON, then an armored SSHSIG over line 1 with its LF by the key of the
 * highest tier. So `head -n1 CARD | ssh-keygen -Y verify …` checks it, and `head -n1 CARD | sha256sum` is its fingerprint.
 * The same keys and name give the same card, byte for byte.
 */
export const CARD_NAMESPACE = 'mengbu-card';
export const CARD_VERSION = 1;
const MOST_BYTES = 16_384;

/** The public halves of one tier: what may be sealed to it, and what signs for it. */
const pairSchema = z.strictObject({
  levels: z.array(z.enum(LEVELS)).min(1).max(LEVELS.length),
  recipient: ageRecipientSchema,
  signingKey: signingKeySchema,
});

const cardJsonSchema = z.strictObject({
  format: z.literal('mengbu-card'),
  version: z.literal(CARD_VERSION),
  vault: uuidSchema,
  unit: z.string().min(1).max(120),
  keys: z.array(pairSchema).length(TIERS.length),
});

export type CardPair = { recipient: string; signingKey: string };
export type Card = {
  vaultId: string;
  /** As its owner writes it: whose name it is, nobody has proved. */
  unit: string;
  pairs: Readonly<Record<Tier, CardPair>>;
  /** SHA-256 of line 1 with its LF, lower-case hexadecimal. */
  fingerprint: string;
  /** In its one spelling, ready to be kept or sent. */
  text: string;
};

export type CardFault =
  | 'CARD_TOO_LONG'
  | 'CARD_UNREADABLE'
  | 'CARD_NEWER'
  | 'CARD_FIELD'
  | 'CARD_NOT_CANONICAL'
  | 'CARD_KEY_TWICE'
  | 'CARD_SIGNATURE'
  | 'CARD_SIGNED_BY_OTHER';
export type CardReading = { ok: true; card: Card } | { ok: false; fault: CardFault };

export function makeCard(
  owner: { vaultId: string; unit: string; pairs: Readonly<Record<Tier, CardPair>> },
  coreKey: SigningKey,
): Card {
  const line = cardLine(owner);
  const text = `${line}\n${signMessage(encodeUtf8(`${line}\n`), CARD_NAMESPACE, coreKey)}`;
  const reading = readCard(text);
  if (!reading.ok) throw new RangeError(`this card cannot be made: ${reading.fault}`);
  return reading.card;
}

/**
 * Reads a card from a file or from pasted text; it is hostile until its signature holds. Line ends, blank lines around it and
 * a byte-order mark are forgiven, nothing else: one spelling only, so that one fingerprint means one content.
 */
export function readCard(received: string): CardReading {
  if (utf8LengthUpTo(received) > MOST_BYTES) return { ok: false, fault: 'CARD_TOO_LONG' };
  const plain = received
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trim();
  const end = plain.indexOf('\n');
  const line = (end === -1 ? plain : plain.slice(0, end)).trim();
  const armor =
    end === -1
      ? ''
      : `${plain
          .slice(end + 1)
          .replace(/[ \t]+$/gm, '')
          .trim()}\n`;
  const document = parseLine(line);
  if ('fault' in document) return { ok: false, fault: document.fault };
  const { pairs } = document;
  const message = encodeUtf8(`${line}\n`);
  const signature = readSignature(encodeUtf8(armor.toWellFormed()), message, CARD_NAMESPACE);
  if (!signature.ok) return { ok: false, fault: 'CARD_SIGNATURE' };
  if (publicKeyLine(signature.publicKey) !== pairs.core.signingKey)
    return { ok: false, fault: 'CARD_SIGNED_BY_OTHER' };
  return { ok: true, card: cardOf(document, line, `${line}\n${armor}`) };
}

/** A card that was read before it was kept: its signature held then, and the vault keeps it as it was. */
export function keptCard(text: string): Card | null {
  const line = text.split('\n', 1)[0] ?? '';
  const document = parseLine(line);
  return 'fault' in document ? null : cardOf(document, line, text);
}

/** For `ssh-keygen -Y verify -f NAME.allowed_signers`: the keys that sign bundles, and the one that signs the card. */
export function allowedSigners(card: Card): string {
  const lines = TIERS.map((tier) => {
    const namespaces = tier === 'core' ? `${BUNDLE_NAMESPACE},${CARD_NAMESPACE}` : BUNDLE_NAMESPACE;
    return allowedSignersLine(card.unit, namespaces, parsePublicKeyLine(card.pairs[tier].signingKey));
  });
  return lines.join('');
}

/** The tier whose signing key this is on the card; null for none of its keys. */
export function tierOfSigner(card: Pick<Card, 'pairs'>, signingKey: string): Tier | null {
  return TIERS.find((tier) => card.pairs[tier].signingKey === signingKey) ?? null;
}

/** May this key sign something of this level? Only the key of its own tier or of one above it. */
export function maySign(card: Pick<Card, 'pairs'>, signingKey: string, level: Level): boolean {
  const tier = tierOfSigner(card, signingKey);
  return tier !== null && TIERS.indexOf(tier) >= TIERS.indexOf(tierOf(level));
}

function cardLine({ vaultId, unit, pairs }: { vaultId: string; unit: string; pairs: Card['pairs'] }): string {
  return JSON.stringify({
    format: 'mengbu-card',
    version: CARD_VERSION,
    vault: vaultId,
    unit,
    keys: TIERS.map((tier) => ({
      levels: levelsOf(tier),
      recipient: pairs[tier].recipient,
      signingKey: pairs[tier].signingKey,
    })),
  });
}

function cardOf(
  { json, pairs }: Exclude<ParsedLine, { fault: CardFault }>,
  line: string,
  text: string,
): Card {
  const fingerprint = base16.encode(sha256(encodeUtf8(`${line}\n`))).toLowerCase();
  return { vaultId: json.vault, unit: json.unit, pairs, fingerprint, text };
}

type ParsedLine = { json: z.infer<typeof cardJsonSchema>; pairs: Card['pairs'] } | { fault: CardFault };

function parseLine(line: string): ParsedLine {
  let document: unknown;
  try {
    document = JSON.parse(line);
  } catch {
    return { fault: 'CARD_UNREADABLE' };
  }
  if (isNewer(document)) return { fault: 'CARD_NEWER' };
  const parsed = cardJsonSchema.safeParse(document);
  if (!parsed.success) return { fault: isCard(document) ? 'CARD_FIELD' : 'CARD_UNREADABLE' };
  const json = parsed.data;
  if (visibleName(json.unit) !== json.unit || json.unit.trim() !== json.unit) return { fault: 'CARD_FIELD' };
  const [register, secret, core] = json.keys;
  if (!register || !secret || !core) return { fault: 'CARD_FIELD' };
  const pairs = { register, secret, core };
  const used = json.keys.flatMap(({ recipient, signingKey }) => [recipient, signingKey]);
  if (new Set(used).size !== used.length) return { fault: 'CARD_KEY_TWICE' };
  const canonical = cardLine({ vaultId: json.vault, unit: json.unit, pairs });
  return canonical === line ? { json, pairs } : { fault: 'CARD_NOT_CANONICAL' };
}

function isCard(document: unknown): document is { format: string; version: unknown } {
  return (
    typeof document === 'object' &&
    document !== null &&
    'format' in document &&
    document.format === 'mengbu-card'
  );
}

function isNewer(document: unknown): boolean {
  return isCard(document) && Number.isInteger(document.version) && Number(document.version) > CARD_VERSION;
}

/** Long texts are not walked: their number of UTF-16 units is a lower bound that suffices. */
function utf8LengthUpTo(text: string): number {
  return text.length > MOST_BYTES ? text.length : utf8Length(text);
}
