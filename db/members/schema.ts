import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { UnitRole } from '#shared/members/unit.ts';

/** The name is the item's title. */
export const unit = sqliteTable('unit', {
  id: text().primaryKey(),
  shortName: text('short_name').notNull().default(''),
  role: text().$type<UnitRole>().notNull(),
  note: text().notNull().default(''),
});
