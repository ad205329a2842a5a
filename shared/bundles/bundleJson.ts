import { z } from 'zod';
import {
  countSchema,
  criticalSchema,
  dateSchema,
  instantSchema,
  itemKindSchema,
  levelMarkSchema,
  sha256Schema,
  textSchema,
  uuidSchema,
} from './formatParts.ts';

export const BUNDLE_FORMAT_VERSION = 1;

/** An age X25519 recipient. */
export const ageRecipientSchema = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/, 'AGE_RECIPIENT');
/** The public line of an Ed25519 key without its comment. */
export const signingKeySchema = z.string().regex(/^ssh-ed25519 [A-Za-z0-9+/]{68}$/, 'SIGNING_KEY');

/** data/bundle.json: what a bundle says of itself. Covered by the signature through the two manifests. */
export const bundleJsonSchema = z.object({
  format: z.literal('mengbu-bundle'),
  version: z.literal(BUNDLE_FORMAT_VERSION),
  critical: criticalSchema,
  id: uuidSchema,
  createdAt: instantSchema,
  /** The sender's vault; a restored or new vault gets a new incarnation. */
  vault: z.object({ id: uuidSchema, incarnation: uuidSchema }),
  /** What was sent to one recipient in order: number and hash of the file before; null for the first. */
  series: z.object({ id: uuidSchema, sequence: z.number().int().min(1), previous: sha256Schema.nullable() }),
  supersedes: z.array(uuidSchema).max(1000),
  recalls: z.array(uuidSchema).max(1000),
  sender: z.object({
    unit: textSchema(200),
    /** The key that must have signed. */
    signingKey: signingKeySchema,
    /** Where an answer is sealed to; null where the sender takes none. */
    recipient: ageRecipientSchema.nullable(),
    /** The whole contact card as text, and the SHA-256 of its first line; null where there is none. */
    card: z.object({ text: textSchema(16_384), fingerprint: sha256Schema }).nullable(),
  }),
  /** One file, one recipient, one number (份号). */
  recipient: z.object({
    name: textSchema(200),
    by: z.enum(['CARD', 'PASSPHRASE']),
    key: ageRecipientSchema.nullable(),
    cardFingerprint: sha256Schema.nullable(),
    copy: z.number().int().min(1),
  }),
  purpose: textSchema(2000),
  /** The highest level and longest term of the items, and the items that caused each. */
  level: levelMarkSchema.extend({
    causes: z
      .array(z.object({ of: z.enum(['LEVEL', 'TERM']), kind: itemKindSchema, id: uuidSchema }))
      .max(20),
  }),
  /** What the receiver may do. Terms between people: nothing enforces them. */
  terms: z.object({ view: z.boolean(), print: z.boolean(), forward: z.boolean(), note: textSchema(2000) }),
  expires: dateSchema.nullable(),
  imageMetadata: z.enum(['KEEP', 'STRIP_LOCATION']),
  /** The head of the sender's journal when the bundle was made; null where it gives none. */
  journalHead: z.object({ sequence: countSchema, hash: sha256Schema, at: instantSchema }).nullable(),
  /** A blank form that the receiver may fill in and return; a reader that does not know its kind leaves it alone. */
  form: z.looseObject({ kind: z.string().max(60) }).optional(),
  /** Items, their files, and the bytes of those files. */
  counts: z.object({ items: countSchema, files: countSchema, bytes: countSchema }),
});
export type BundleJson = z.infer<typeof bundleJsonSchema>;

export const KNOWN_BUNDLE_FIELDS: ReadonlySet<string> = new Set(Object.keys(bundleJsonSchema.shape));
