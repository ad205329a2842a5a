import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PersonFields } from '#shared/people/person.ts';

/** The name is the item's title; the unit is a link. */
export const person = sqliteTable('person', {
  id: text().primaryKey(),
  department: text().notNull().default(''),
  position: text().notNull().default(''),
  titleLevel: text('title_level').$type<PersonFields['titleLevel']>().notNull().default(''),
  professionalTitle: text('professional_title').notNull().default(''),
  education: text().$type<PersonFields['education']>().notNull().default(''),
  degree: text().$type<PersonFields['degree']>().notNull().default(''),
  major: text().notNull().default(''),
  research: text().notNull().default(''),
  orcid: text().notNull().default(''),
  staffTier: text('staff_tier').$type<PersonFields['staffTier']>().notNull().default(''),
  phone: text().notNull().default(''),
  email: text().notNull().default(''),
  note: text().notNull().default(''),
});

/** Personnel matters of one person; the person is a link, the rows are children. */
export const dossier = sqliteTable('dossier', {
  id: text().primaryKey(),
  note: text().notNull().default(''),
});
