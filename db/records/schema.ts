import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FileKind, FileRole } from '#shared/records/file.ts';
import type { RecordStage } from '#shared/records/query.ts';

export const record = sqliteTable('record', {
  id: text().primaryKey(),
  stage: text().$type<RecordStage>().notNull().default('DRAFT'),
  refCode: text('ref_code').unique(),
  archivedAt: integer('archived_at'),
  series: text(),
  number: integer(),
  docDate: text('doc_date'),
  year: integer(),
  responsible: text().notNull().default(''),
  docNo: text('doc_no').notNull().default(''),
  category: text().notNull().default(''),
  subcategory: text().notNull().default(''),
  retention: text().notNull().default(''),
  dept: text().notNull().default(''),
  originalForm: text('original_form').notNull().default(''),
  originalPlace: text('original_place').notNull().default(''),
  place: text().notNull().default(''),
  description: text().notNull().default(''),
  keywords: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  language: text().notNull().default(''),
  /** Kept by the files' writes, so that a list needs no count. */
  fileCount: integer('file_count').notNull().default(0),
  bytes: integer().notNull().default(0),
  coverFile: text('cover_file'),
});
export type RecordRowDb = typeof record.$inferSelect;

export const series = sqliteTable('series', { key: text().primaryKey(), next: integer().notNull() });

export const movedCode = sqliteTable('moved_code', {
  refCode: text('ref_code').primaryKey(),
  at: integer().notNull(),
});

export const blob = sqliteTable('blob', {
  no: integer().primaryKey(),
  sha256: text().notNull().unique(),
  size: integer().notNull(),
  firstSegment: integer('first_segment').notNull(),
});
export type BlobRow = typeof blob.$inferSelect;

export const file = sqliteTable('file', {
  id: text().primaryKey(),
  itemId: text('item_id').notNull(),
  blob: integer().notNull(),
  name: text().notNull(),
  role: text().$type<FileRole>().notNull(),
  position: integer().notNull(),
  mediaType: text('media_type').notNull(),
  kind: text().$type<FileKind>().notNull(),
  width: integer(),
  height: integer(),
  takenAt: text('taken_at'),
  camera: text(),
  gps: text({ mode: 'json' }).$type<{ latitude: number; longitude: number; altitude: number | null }>(),
  durationMs: integer('duration_ms'),
  pages: integer(),
  problems: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  thumbnail: integer(),
  preview: integer(),
  /** Taken out of its record; the bytes stay until they are collected, so that an undo can bring it back. */
  removedAt: integer('removed_at'),
  addedAt: integer('added_at').notNull(),
});
export type FileRow = typeof file.$inferSelect;
