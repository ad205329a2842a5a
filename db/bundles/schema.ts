import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BundleItemKind } from '#shared/bundles/formatParts.ts';
import type { Comparable } from '#shared/bundles/preview.ts';
import type { Level } from '#shared/confidentiality/levels.ts';

/** The unit's name is the item's title. */
export const contact = sqliteTable('contact', {
  id: text().primaryKey(),
  vaultId: text('vault_id').notNull(),
  card: text().notNull(),
  fingerprint: text().notNull(),
  cardSince: integer('card_since').notNull(),
  verifiedAt: integer('verified_at'),
});
export type ContactRow = typeof contact.$inferSelect;

export const contactCard = sqliteTable('contact_card', {
  contactId: text('contact_id').notNull(),
  fingerprint: text().notNull(),
  card: text().notNull(),
  since: integer().notNull(),
  verifiedAt: integer('verified_at'),
  replacedAt: integer('replaced_at').notNull(),
});
export type FormerCardRow = typeof contactCard.$inferSelect;

export type BundleTerms = { view: boolean; print: boolean; forward: boolean; note: string };

export const sentBundle = sqliteTable('sent_bundle', {
  id: text().primaryKey(),
  at: integer().notNull(),
  fileName: text('file_name').notNull(),
  sha256: text().notNull(),
  manifestHash: text('manifest_hash').notNull(),
  size: integer().notNull(),
  level: text().$type<Level>().notNull(),
  term: text(),
  mark: text().notNull(),
  recipientBy: text('recipient_by').$type<'CARD' | 'PASSPHRASE'>().notNull(),
  /** The vault id of the card, or the folded names of a recipient by passphrase: the same for the same recipient. */
  recipientKey: text('recipient_key').notNull(),
  recipientName: text('recipient_name').notNull(),
  recipientUnit: text('recipient_unit').notNull(),
  contactId: text('contact_id'),
  cardFingerprint: text('card_fingerprint'),
  copy: integer().notNull(),
  seriesId: text('series_id').notNull(),
  sequence: integer().notNull(),
  /** SHA-256 of the file before it in the series, to the same recipient. */
  previous: text(),
  purpose: text().notNull(),
  expires: text(),
  terms: text({ mode: 'json' }).$type<BundleTerms>().notNull(),
  imageMetadata: text('image_metadata').$type<'KEEP' | 'STRIP_LOCATION'>().notNull(),
  consent: text().notNull(),
  actorId: text('actor_id').notNull(),
  items: integer().notNull(),
  files: integer().notNull(),
  bytes: integer().notNull(),
});
export type SentBundleRow = typeof sentBundle.$inferSelect;

export const sentItem = sqliteTable('sent_item', {
  bundleId: text('bundle_id').notNull(),
  position: integer().notNull(),
  itemId: text('item_id').notNull(),
  kind: text().$type<BundleItemKind>().notNull(),
  version: integer().notNull(),
  title: text().notNull(),
});
export type SentItemRow = typeof sentItem.$inferSelect;

export const receivedBundle = sqliteTable('received_bundle', {
  id: text().notNull(),
  manifestHash: text('manifest_hash').notNull(),
  /** The public line of the key that signed. */
  signer: text().notNull(),
  at: integer().notNull(),
  vaultId: text('vault_id').notNull(),
  incarnation: text().notNull(),
  seriesId: text('series_id').notNull(),
  sequence: integer().notNull(),
  supersedes: text({ mode: 'json' }).$type<string[]>().notNull(),
  recalls: text({ mode: 'json' }).$type<string[]>().notNull(),
  unit: text().notNull(),
  contactId: text('contact_id'),
  level: text().$type<Level>().notNull(),
  createdAt: text('created_at').notNull(),
  purpose: text().notNull(),
  copy: integer().notNull(),
  expires: text(),
  items: integer().notNull(),
  files: integer().notNull(),
  bytes: integer().notNull(),
});
export type ReceivedBundleRow = typeof receivedBundle.$inferSelect;

export const receivedItem = sqliteTable('received_item', {
  itemId: text('item_id').primaryKey(),
  bundleId: text('bundle_id').notNull(),
  originVersion: integer('origin_version').notNull(),
  /** DRAFT or ARCHIVED at the origin's; its 档号 there. Here the item is filed anew. */
  originState: text('origin_state').notNull(),
  originCode: text('origin_code'),
  base: text({ mode: 'json' }).$type<Comparable>().notNull(),
});
export type ReceivedItemRow = typeof receivedItem.$inferSelect;

export const bundleImport = sqliteTable('bundle_import', {
  id: text().primaryKey(),
  bundleId: text('bundle_id').notNull(),
  at: integer().notNull(),
  actorId: text('actor_id').notNull(),
  undoneAt: integer('undone_at'),
});
export type BundleImportRow = typeof bundleImport.$inferSelect;

export const bundleImportItem = sqliteTable('bundle_import_item', {
  importId: text('import_id').notNull(),
  itemId: text('item_id').notNull(),
  deed: text().$type<'CREATED' | 'UPDATED' | 'KEPT'>().notNull(),
  /** The item's version after the import; it is only taken back while it still has it. */
  version: integer().notNull(),
  receivedBefore: text('received_before', { mode: 'json' }).$type<ReceivedItemRow | null>(),
});
export type BundleImportItemRow = typeof bundleImportItem.$inferSelect;

/** The blank score sheet that left in a bundle, and whether its answer came back. */
export const sentForm = sqliteTable('sent_form', {
  bundleId: text('bundle_id').primaryKey(),
  code: text().notNull(),
  panelId: text('panel_id').notNull(),
  expertId: text('expert_id').notNull(),
  answeredAt: integer('answered_at'),
  answerHash: text('answer_hash'),
  /**
   * The id that the answer's sheet gets, given when the form leaves. The sheet lies in a higher tier than this row and is written
   * first: where it is there and `answeredAt` is null, the filing broke off between the two.
   */
  sheetId: text('sheet_id'),
});
export type SentFormRow = typeof sentForm.$inferSelect;
