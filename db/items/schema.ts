import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { ItemKind } from '#shared/items.ts';

/** ACTIVE is seen; MOVING is on its way to another tier and skipped by every read; REMOVED is a tombstone. */
export type ItemState = 'ACTIVE' | 'MOVING' | 'REMOVED';

export const meta = sqliteTable('meta', { key: text().primaryKey(), value: text().notNull() });

export const item = sqliteTable('item', {
  no: integer().primaryKey(),
  id: text().notNull().unique(),
  kind: text().$type<ItemKind>().notNull(),
  title: text().notNull(),
  sortKey: text('sort_key').notNull(),
  level: text().$type<Level>().notNull(),
  term: text(),
  /** The document's date (制发日), on which the clock of the term starts. */
  levelFrom: text('level_from'),
  levelExpiry: text('level_expiry'),
  basis: text().notNull().default(''),
  personalInfo: integer('personal_info', { mode: 'boolean' }).notNull().default(false),
  state: text().$type<ItemState>().notNull().default('ACTIVE'),
  version: integer().notNull().default(0),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  removedAt: integer('removed_at'),
  originVault: text('origin_vault'),
  originId: text('origin_id'),
  originUnit: text('origin_unit'),
  originBundle: text('origin_bundle'),
});
export type ItemRow = typeof item.$inferSelect;

/**
 * What the far end of each role always is. PROJECT, PERSON: a record's; UNIT: a person's, a project's, a visit's, or whom an
 * exhibition is for; SUBJECT: a dossier's; APPOINTEE, GROUP: an appointment's; OUTCOME_PROJECT, AGREEMENT: an outcome's; OUTCOME:
 * a maturity panel's; MATURITY_PANEL, EXPERT: a score sheet's; EXHIBITION: a visit's; SHOWS: of a panel of the showcase. SCREENING:
 * a panel sheet's, and UNIT also a screening's. Of a meeting: CONCERNING, the project it is held for, and MINUTES, the records
 * its signed versions were filed as.
 */
export const KIND_OF_ROLE = {
  PROJECT: 'project',
  PERSON: 'person',
  UNIT: 'unit',
  SUBJECT: 'person',
  APPOINTEE: 'person',
  GROUP: 'group',
  OUTCOME_PROJECT: 'project',
  AGREEMENT: 'agreement',
  OUTCOME: 'outcome',
  MATURITY_PANEL: 'maturityPanel',
  EXPERT: 'person',
  EXHIBITION: 'exhibition',
  SHOWS: 'outcome',
  CONCERNING: 'project',
  MINUTES: 'record',
  SCREENING: 'screening',
} as const satisfies Record<string, ItemKind>;
export type LinkRole = keyof typeof KIND_OF_ROLE;

export const link = sqliteTable(
  'link',
  {
    fromId: text('from_id').notNull(),
    role: text().$type<LinkRole>().notNull(),
    toId: text('to_id').notNull(),
    toKind: text('to_kind').$type<ItemKind>().notNull(),
    position: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.fromId, table.role, table.toId] }),
    index('link_to').on(table.toId, table.role, table.fromId),
  ],
);

export const revision = sqliteTable(
  'revision',
  { itemId: text('item_id').notNull(), version: integer().notNull(), content: text().notNull() },
  (table) => [primaryKey({ columns: [table.itemId, table.version] })],
);

export const journal = sqliteTable('journal', {
  seq: integer().primaryKey(),
  /** Entries of one write share it; an undo names it. */
  deed: text().notNull(),
  at: integer().notNull(),
  verb: text().notNull(),
  role: text().notNull(),
  itemId: text('item_id'),
  itemVersion: integer('item_version'),
  itemPrev: blob('item_prev', { mode: 'buffer' }),
  itemHash: blob('item_hash', { mode: 'buffer' }).notNull(),
  tierPrev: blob('tier_prev', { mode: 'buffer' }),
  tierHash: blob('tier_hash', { mode: 'buffer' }).notNull(),
  actorCommit: blob('actor_commit', { mode: 'buffer' }).notNull(),
  contentCommit: blob('content_commit', { mode: 'buffer' }).notNull(),
  actorId: text('actor_id'),
  actorSalt: blob('actor_salt', { mode: 'buffer' }),
  contentSalt: blob('content_salt', { mode: 'buffer' }),
  reason: text().notNull().default(''),
});
export type JournalRow = typeof journal.$inferSelect;
