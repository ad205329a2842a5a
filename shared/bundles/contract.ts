import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { termSchema } from '../confidentiality/terms.ts';
import { procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemKindSchema, itemRefSchema } from '../items.ts';
import { placeTokenSchema } from '../places.ts';
import { newPassphraseSchema, passphraseSchema } from '../vault/passphrase.ts';
import {
  bundleSource,
  importDecisionSchema,
  importPreviewSchema,
  importResultSchema,
  openEventSchema,
  openedBundleSchema,
  receivedBundleSchema,
} from './receivedContract.ts';

/** What goes: items named one by one, or all that a text finds, as on the search page. */
export const selectionSchema = z.union([
  z.object({ ids: z.array(idSchema).min(1, 'REQUIRED').max(10_000, 'TOO_MANY') }),
  z.object({ query: z.string().trim().min(1, 'REQUIRED').max(200) }),
]);
export type Selection = z.infer<typeof selectionSchema>;

/** To whom: a contact by the keys of its card, or a named person of a unit by a passphrase. */
export const recipientSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('CARD'), contactId: idSchema }),
  z.object({
    by: z.literal('PASSPHRASE'),
    name: z.string().trim().min(1, 'REQUIRED').max(80, 'TOO_LONG'),
    /** '' where the person stands for nobody but themselves. */
    unit: z.string().trim().max(110, 'TOO_LONG'),
  }),
]);
export type Recipient = z.infer<typeof recipientSchema>;

export const imagePolicySchema = z.enum(['KEEP', 'STRIP_LOCATION']);
export type ImagePolicy = z.infer<typeof imagePolicySchema>;

export const composeInputSchema = z.object({
  selection: selectionSchema,
  /** Also the projects, people and units the chosen items are linked to. */
  withLinked: z.boolean(),
  recipient: recipientSchema,
  imageMetadata: imagePolicySchema,
  /** On what the recipient may have personal information; '' keeps such items here. */
  consent: z.string().trim().max(500, 'TOO_LONG'),
});
export type ComposeInput = z.infer<typeof composeInputSchema>;

const reasonSchema = z.object({ code: z.string(), data: z.record(z.string(), z.string().nullable()) });
export type PolicySentence = z.infer<typeof reasonSchema>;

const previewItem = z.object({
  id: idSchema,
  kind: itemKindSchema,
  title: z.string(),
  level: levelSchema,
  mark: z.string(),
  version: z.number().int(),
  fileCount: z.number().int(),
  bytes: z.number(),
});

export const goingItemSchema = previewItem.extend({
  draft: z.boolean(),
  remarks: z.array(reasonSchema),
  /** Files of it that cannot go as asked. */
  filesStaying: z.array(z.object({ name: z.string(), reason: z.string() })),
});
export type GoingItem = z.infer<typeof goingItemSchema>;

export const stayingItemSchema = previewItem.extend({ reasons: z.array(reasonSchema).min(1) });
export type StayingItem = z.infer<typeof stayingItemSchema>;

/** Exactly what would leave and what stays, and why. */
export const dryRunSchema = z.object({
  goes: z.array(goingItemSchema),
  stays: z.array(stayingItemSchema),
  /** Chosen, but not to be seen in this session (any more). */
  notThere: z.number().int(),
  level: levelSchema,
  term: termSchema,
  mark: z.string(),
  causes: z.array(z.object({ of: z.enum(['LEVEL', 'TERM']), item: itemRefSchema })),
  counts: z.object({ items: z.number().int(), files: z.number().int(), bytes: z.number() }),
  recipient: z.object({
    name: z.string(),
    unit: z.string(),
    verified: z.boolean(),
    fingerprint: z.string().nullable(),
    /** The keys changed since the card was verified. */
    keyChanged: z.boolean(),
  }),
  secrecy: z.object({
    state: z.enum(['IN_FORCE', 'ENDED', 'NO_CLAUSE', 'NONE']),
    title: z.string(),
    validTo: z.iso.date().nullable(),
  }),
  /** Names this very dry run: given back on creating, it makes sure that nothing else leaves. */
  digest: z.string(),
});
export type DryRun = z.infer<typeof dryRunSchema>;

export const termsSchema = z.object({
  view: z.boolean(),
  print: z.boolean(),
  forward: z.boolean(),
  note: z.string().trim().max(500, 'TOO_LONG'),
});

export const createBundleSchema = composeInputSchema.extend({
  purpose: z.string().trim().min(1, 'REQUIRED').max(500, 'TOO_LONG'),
  expires: z.iso.date('NOT_A_DATE').nullable(),
  terms: termsSchema,
  /** A series of ours that this is a new edition of; null begins a series. */
  seriesId: idSchema.nullable(),
  /** Of the dry run the person confirmed; null takes what the policy lets go now. */
  digest: z.string().nullable(),
  /** For a recipient by passphrase, and only then. It is not kept. */
  passphrase: newPassphraseSchema.nullable(),
  /** The folder to write to, and a name other than the proposed one; null: kept for a download by the browser. */
  to: z.object({ place: placeTokenSchema, name: z.string().trim().min(1).max(150).nullable() }).nullable(),
});
export type CreateBundle = z.infer<typeof createBundleSchema>;

/** A line of the ledger of what was sent. */
export const sentBundleSchema = z.object({
  id: idSchema,
  at: z.number().int(),
  fileName: z.string(),
  /** Of the sealed file. */
  sha256: z.string(),
  size: z.number(),
  level: levelSchema,
  mark: z.string(),
  recipient: z.object({
    by: z.enum(['CARD', 'PASSPHRASE']),
    name: z.string(),
    unit: z.string(),
    contactId: idSchema.nullable(),
    fingerprint: z.string().nullable(),
  }),
  /** 份号. */
  copy: z.number().int(),
  series: z.object({ id: idSchema, sequence: z.number().int() }),
  purpose: z.string(),
  expires: z.iso.date().nullable(),
  terms: termsSchema,
  imageMetadata: imagePolicySchema,
  consent: z.string(),
  actor: z.string(),
  counts: z.object({ items: z.number().int(), files: z.number().int(), bytes: z.number() }),
});
export type SentBundle = z.infer<typeof sentBundleSchema>;

export const sentBundleDetailSchema = sentBundleSchema.extend({
  /** As they were named when they left; `now` is null for what this session cannot see any more. */
  items: z.array(
    z.object({
      id: idSchema,
      kind: itemKindSchema,
      version: z.number().int(),
      title: z.string(),
      now: itemRefSchema.nullable(),
    }),
  ),
});
export type SentBundleDetail = z.infer<typeof sentBundleDetailSchema>;

/** A bundle that is being made, or was made in this session. */
export const startedBundleSchema = z.object({ id: idSchema, jobId: idSchema, fileName: z.string() });

export const bundlesContract = {
  /** The titles behind chosen ids, in their order; what cannot be seen is left out. */
  chosen: procedure
    .input(z.object({ ids: z.array(idSchema).max(10_000, 'TOO_MANY') }))
    .output(z.array(itemRefSchema)),
  /** Nothing is written. */
  dryRun: procedure.input(composeInputSchema).output(dryRunSchema),
  /** A strong passphrase to give to the recipient by another channel. */
  proposePassphrase: procedure.output(z.object({ passphrase: z.string() })),
  /** Starts a job; `wait` tells how it ended. */
  create: procedure.input(createBundleSchema).output(startedBundleSchema),
  /** Answers when the bundle is complete, with its line of the ledger; fails as making it failed. `address` is where a kept file is fetched. */
  wait: procedure
    .input(z.object({ id: idSchema }))
    .output(z.object({ bundle: sentBundleSchema, address: z.string().nullable() })),
  sent: procedure.input(z.object({ contactId: idSchema.nullable() })).output(z.array(sentBundleSchema)),
  sentBundle: procedure.input(z.object({ id: idSchema })).output(sentBundleDetailSchema),
  received: procedure.output(z.array(receivedBundleSchema)),
  /** Takes a dropped file piece by piece; only sealed bundles, so nothing readable lies on the disk. */
  beginUpload: procedure
    .input(z.object({ name: z.string().max(500), size: z.number().int().min(1) }))
    .output(z.object({ id: idSchema })),
  upload: procedure
    .input(z.object({ id: idSchema, offset: z.number().int().min(0), base64: z.string().max(12_000_000) }))
    .output(z.object({ received: z.number().int() })),
  /** Which key it wants, before anything is tried. */
  look: procedure.input(bundleSource).output(
    z.object({
      wants: z.enum(['PASSPHRASE', 'IDENTITY', 'OTHER', 'NOTHING']),
      fileName: z.string(),
      size: z.number(),
    }),
  ),
  /** Reads and judges it wholly; nothing is written but the line in the ledger of received bundles. */
  open: procedure
    .input(z.object({ source: bundleSource, passphrase: passphraseSchema.nullable() }))
    .output(eventIterator(openEventSchema)),
  opened: procedure.input(z.object({ openedId: idSchema })).output(openedBundleSchema),
  close: procedure.input(z.object({ openedId: idSchema })).output(z.object({})),
  /** Writes one file of an opened bundle into a folder; its own hash is checked before it appears there. */
  saveFile: procedure
    .input(z.object({ openedId: idSchema, path: z.string().max(1100), place: placeTokenSchema }))
    .output(z.object({ fileName: z.string() })),
  previewImport: procedure.input(z.object({ openedId: idSchema })).output(importPreviewSchema),
  /** Starts a job; `waitImport` tells how it ended. Conflicts must have been decided. */
  import: procedure
    .input(z.object({ openedId: idSchema, decisions: z.array(importDecisionSchema).max(300_000) }))
    .output(z.object({ jobId: idSchema })),
  waitImport: procedure.input(z.object({ jobId: idSchema })).output(importResultSchema),
  /** Takes a whole import back; what was changed since is kept. */
  undoImport: procedure
    .input(z.object({ importId: idSchema }))
    .output(z.object({ undone: z.number().int(), kept: z.array(itemRefSchema) })),
};
