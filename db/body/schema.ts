import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AppointmentRole } from '#shared/body/appointment.ts';
import type { GroupFields } from '#shared/body/group.ts';
import type { RulesetFields } from '#shared/body/ruleset.ts';

/** The name is the item's title. `functions` is a JSON list. */
export const bodyGroup = sqliteTable('body_group', {
  id: text().primaryKey(),
  type: text().$type<GroupFields['type']>().notNull(),
  functions: text().notNull().default('[]'),
  duties: text().notNull().default(''),
  note: text().notNull().default(''),
});

/** Person and group are links; the title is the person's name and the office. */
export const appointment = sqliteTable('appointment', {
  id: text().primaryKey(),
  role: text().$type<AppointmentRole>().notNull(),
  duty: text().notNull().default(''),
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on'),
  letterNo: text('letter_no').notNull().default(''),
  basis: text().notNull().default(''),
  note: text().notNull().default(''),
});

/** Versions and readings are children. */
export const ruleset = sqliteTable('ruleset', {
  id: text().primaryKey(),
  type: text().$type<RulesetFields['type']>().notNull(),
  note: text().notNull().default(''),
});
