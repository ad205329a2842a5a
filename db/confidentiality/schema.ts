import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Level } from '#shared/confidentiality/levels.ts';

export const levelDecision = sqliteTable('level_decision', {
  id: text().primaryKey(),
  itemId: text('item_id').notNull(),
  at: integer().notNull(),
  levelBefore: text('level_before').$type<Level>().notNull(),
  levelAfter: text('level_after').$type<Level>().notNull(),
  termBefore: text('term_before'),
  termAfter: text('term_after'),
  reason: text().notNull(),
  remark: text().notNull(),
  basis: text().notNull(),
  proposerId: text('proposer_id').notNull(),
  approverId: text('approver_id'),
});
export type LevelDecisionRow = typeof levelDecision.$inferSelect;

export const intent = sqliteTable('intent', {
  id: text().primaryKey(),
  kind: text().notNull(),
  at: integer().notNull(),
  payload: text({ mode: 'json' }).notNull(),
});
