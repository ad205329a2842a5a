import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The name is the item's title; the lead unit is a link. */
export const project = sqliteTable('project', {
  id: text().primaryKey(),
  code: text().notNull().default(''),
  startedOn: text('started_on'),
  endedOn: text('ended_on'),
  note: text().notNull().default(''),
});
