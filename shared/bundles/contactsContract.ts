import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemHeadSchema } from '../items.ts';
import { placeTokenSchema } from '../places.ts';

/** A card as screens show it; the text itself is public. */
export const cardSchema = z.object({
  vaultId: z.string(),
  unit: z.string(),
  fingerprint: z.string().length(64),
  /** Which levels each of the three pairs is for, and the SHA-256 by which OpenSSH names its signing key. */
  pairs: z.array(z.object({ levels: z.array(levelSchema), recipient: z.string(), signer: z.string() })),
  text: z.string(),
});
export type CardView = z.infer<typeof cardSchema>;

export const ownCardSchema = z.object({
  /** null: none was made yet. */
  card: cardSchema.nullable(),
  /** The whole card as a QR code, SVG text. */
  qrSvg: z.string(),
  /** For `ssh-keygen -Y verify -f`. */
  allowedSigners: z.string(),
  /** Only a session with every tier open can make or renew the card: the highest key signs it. */
  canMake: z.boolean(),
  /** The name a new card would bear. */
  unit: z.string(),
  /** The card still says what this vault's keys are. */
  current: z.boolean(),
});
export type OwnCard = z.infer<typeof ownCardSchema>;

/** How a card stands against those already here. */
export const CARD_STANDINGS = [
  /** Nothing is known of this vault or name. */
  'NEW',
  /** Known with these very keys. */
  'SAME',
  /** Known with these very keys under another name: signed by the key that is known, so it is the same partner. */
  'RENAMED',
  /** The vault is known with other keys. */
  'CHANGED',
  /** Another vault is known under this name. */
  'NAME_KNOWN',
  /** This vault's own card. */
  'OWN',
] as const;
export const cardStandingSchema = z.enum(CARD_STANDINGS);
export type CardStanding = z.infer<typeof cardStandingSchema>;

export const contactSchema = itemHeadSchema.extend({
  card: cardSchema,
  /** When a person compared the fingerprint with its owner; null: nobody did, and every use says so. */
  verifiedAt: z.number().int().nullable(),
  /** The keys before these: a change that nobody has verified yet is shown in red. */
  former: z.array(
    z.object({
      fingerprint: z.string(),
      unit: z.string(),
      since: z.number().int(),
      replacedAt: z.number().int(),
      verifiedAt: z.number().int().nullable(),
    }),
  ),
  /** Another contact of the same name has other keys. */
  nameShared: z.boolean(),
  sent: z.number().int(),
  received: z.number().int(),
});
export type Contact = z.infer<typeof contactSchema>;

export const readCardSchema = z.object({
  card: cardSchema,
  standing: cardStandingSchema,
  /** The contact it is or would change. */
  contactId: idSchema.nullable(),
  knownFingerprint: z.string().nullable(),
});
export type ReadCard = z.infer<typeof readCardSchema>;

/** As pasted, or a file the person picked. */
const cardSource = z.union([
  z.object({ text: z.string().max(100_000) }),
  z.object({ place: placeTokenSchema }),
]);

export const contactsContract = {
  ownCard: procedure.output(ownCardSchema),
  makeCard: procedure
    .input(z.object({ unit: z.string().trim().min(1, 'REQUIRED').max(120, 'TOO_LONG') }))
    .output(ownCardSchema),
  /** Writes NAME.mengbu-card and NAME.allowed_signers into a folder. */
  exportCard: procedure
    .input(z.object({ place: placeTokenSchema }))
    .output(z.object({ files: z.array(z.string()) })),
  /** Reads a card without keeping it. */
  read: procedure.input(cardSource).output(readCardSchema),
  /** Keeps it. A card of a known vault with other keys takes the place of the former one, unverified. */
  add: procedure
    .input(z.object({ text: z.string().max(100_000), acceptChange: z.boolean() }))
    .output(contactSchema),
  list: procedure.input(z.object({ text: z.string().max(200) })).output(z.array(contactSchema)),
  get: procedure.input(z.object({ id: idSchema })).output(contactSchema),
  /** After the fingerprint was compared by telephone or face to face; `fingerprint` is the one that was compared. */
  verify: procedure
    .input(z.object({ id: idSchema, version: z.number().int(), fingerprint: z.string().length(64) }))
    .output(contactSchema),
  remove: procedure
    .input(z.object({ id: idSchema, version: z.number().int(), reason: z.string().trim().max(500) }))
    .output(z.object({})),
};
