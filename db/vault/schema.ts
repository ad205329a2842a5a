import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Tier } from '#shared/confidentiality/levels.ts';

export const user = sqliteTable('user', {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  clearance: text().$type<Tier>().notNull(),
  coordinator: integer({ mode: 'boolean' }).notNull().default(false),
  createdAt: integer('created_at').notNull(),
  removedAt: integer('removed_at'),
});
export type UserRow = typeof user.$inferSelect;

export const tierMember = sqliteTable('tier_member', {
  userId: text('user_id').primaryKey(),
  recipient: text().notNull(),
  since: integer().notNull(),
});

export const tierKey = sqliteTable('tier_key', {
  id: integer().primaryKey(),
  ageIdentity: text('age_identity').notNull(),
  ageRecipient: text('age_recipient').notNull(),
  signingKey: blob('signing_key', { mode: 'buffer' }).notNull(),
  signingPublic: blob('signing_public', { mode: 'buffer' }).notNull(),
  createdAt: integer('created_at').notNull(),
  retiredAt: integer('retired_at'),
});
export type TierKeyRow = typeof tierKey.$inferSelect;

export const tierPublic = sqliteTable('tier_public', {
  tier: text().$type<Tier>().primaryKey(),
  ageRecipient: text('age_recipient').notNull(),
  signingPublic: blob('signing_public', { mode: 'buffer' }).notNull(),
});
