import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Problem } from '#shared/errors.ts';
import type { EntryState, ImportPlan } from '#shared/records/importsContract.ts';

export type ImportState = 'LISTING' | 'RUNNING' | 'PAUSED' | 'CANCELLED' | 'DONE';

/** Named `import` in the file; the word is reserved in the language. */
export const importJob = sqliteTable('import', {
  id: text().primaryKey(),
  state: text().$type<ImportState>().notNull(),
  plan: text({ mode: 'json' }).$type<ImportPlan>().notNull(),
  startedAt: integer('started_at').notNull(),
  endedAt: integer('ended_at'),
  actorId: text('actor_id').notNull(),
  /** PLACES: the service reads the files itself. UPLOADS: the screens send them. */
  source: text().$type<'PLACES' | 'UPLOADS'>().notNull(),
  /** The one record or group that is filled, once it exists. */
  recordId: text('record_id'),
});
export type ImportRow = typeof importJob.$inferSelect;

export const importEntry = sqliteTable(
  'import_entry',
  {
    id: text().primaryKey(),
    importId: text('import_id').notNull(),
    position: integer().notNull(),
    /** As shown: inside what was picked or dropped. */
    path: text().notNull(),
    /** Where the service finds it on this machine; null for uploads. */
    source: text(),
    size: integer().notNull(),
    modifiedAt: integer('modified_at').notNull(),
    state: text().$type<EntryState>().notNull(),
    problems: text({ mode: 'json' }).$type<Problem[]>().notNull().default([]),
    sha256: text(),
    recordId: text('record_id'),
    duplicateOf: text('duplicate_of'),
    quotable: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [index('import_entry_state').on(table.importId, table.state, table.position)],
);
export type ImportEntryRow = typeof importEntry.$inferSelect;
