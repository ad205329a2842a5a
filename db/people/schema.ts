import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The name is the item's title; the unit is a link. */
export const person = sqliteTable('person', {
  id: text().primaryKey(),
  position: text().notNull().default(''),
  phone: text().notNull().default(''),
  email: text().notNull().default(''),
  note: text().notNull().default(''),
});
