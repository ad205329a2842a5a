import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { Term } from '#shared/confidentiality/terms.ts';
import type { Problem } from '#shared/errors.ts';
import type { Id } from '#shared/ids.ts';
import type { EntryState, ImportPlan, ImportRowState, ImportState } from '#shared/records/importsContract.ts';
import type { RecordFields } from '#shared/records/recordFields.ts';

/** Named `import` in the file; the word is reserved in the language. */
export const importJob = sqliteTable('import', {
  id: text().primaryKey(),
  state: text().$type<ImportState>().notNull(),
  plan: text({ mode: 'json' }).$type<ImportPlan>().notNull(),
  /** What people know it by: the title given, else the name of what was picked or dropped. */
  title: text().notNull(),
  /** PLACES: the service reads the files itself. UPLOADS: the screens send them. */
  source: text().$type<'PLACES' | 'UPLOADS'>().notNull(),
  /** Why it stands still. */
  problems: text({ mode: 'json' }).$type<Problem[]>().notNull().default([]),
  startedAt: integer('started_at').notNull(),
  endedAt: integer('ended_at'),
  actorId: text('actor_id').notNull(),
  /** The one record or group that is filled, once it exists. */
  recordId: text('record_id'),
  /** The version the import wrote last: another one means that somebody has changed the record since. */
  recordVersion: integer('record_version'),
});
export type ImportRow = typeof importJob.$inferSelect;

/** `source` of places, folders and entries: the path as the system's bytes (UTF-8 on Windows), so that no name is lost. */
export const importPlace = sqliteTable(
  'import_place',
  {
    importId: text('import_id').notNull(),
    position: integer().notNull(),
    source: blob({ mode: 'buffer' }).notNull(),
    kind: text().$type<'file' | 'folder'>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.position] })],
);
export type ImportPlaceRow = typeof importPlace.$inferSelect;

export const importFolder = sqliteTable('import_folder', {
  no: integer().primaryKey(),
  importId: text('import_id').notNull(),
  path: text().notNull(),
  source: blob({ mode: 'buffer' }).notNull(),
});
export type ImportFolderRow = typeof importFolder.$inferSelect;

export const importEntry = sqliteTable(
  'import_entry',
  {
    id: text().primaryKey(),
    importId: text('import_id').notNull(),
    position: integer().notNull(),
    /** As shown: inside what was picked or dropped, parts joined by '/'. */
    path: text().notNull(),
    /** Where the service finds it on this machine; null for uploads. */
    source: blob({ mode: 'buffer' }),
    size: integer().notNull(),
    modifiedAt: integer('modified_at').notNull(),
    state: text().$type<EntryState>().notNull(),
    problems: text({ mode: 'json' }).$type<Problem[]>().notNull().default([]),
    sha256: text(),
    recordId: text('record_id'),
    fileId: text('file_id'),
    quotable: integer({ mode: 'boolean' }).notNull().default(false),
    /** A person declared that its mark is only quoted. */
    declared: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('import_entry_state').on(table.importId, table.state, table.position, table.size),
    index('import_entry_position').on(table.importId, table.position),
    index('import_entry_path').on(table.importId, table.path, table.size),
    index('import_entry_source').on(table.importId, table.source),
  ],
);
export type ImportEntryRow = typeof importEntry.$inferSelect;

/** The record a row of a 归档目录 is to become; fields it does not name come from its files. */
export type RowMaking = {
  fields: Partial<RecordFields> & { title: string };
  level: Level;
  term: Term;
  projectId: Id | null;
  peopleIds: Id[];
};

export const importRow = sqliteTable(
  'import_row',
  {
    importId: text('import_id').notNull(),
    row: integer().notNull(),
    title: text().notNull(),
    make: text({ mode: 'json' }).$type<RowMaking>(),
    files: integer().notNull(),
    state: text().$type<ImportRowState>().notNull(),
    problems: text({ mode: 'json' }).$type<Problem[]>().notNull().default([]),
    recordId: text('record_id'),
  },
  (table) => [primaryKey({ columns: [table.importId, table.row] })],
);
export type ImportRowRow = typeof importRow.$inferSelect;

/** Row 0: more than one row claims the file. */
export const importRowFile = sqliteTable(
  'import_row_file',
  {
    importId: text('import_id').notNull(),
    path: text().notNull(),
    row: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.path] })],
);
