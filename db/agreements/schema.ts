import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AgreementType } from '#shared/agreements/agreement.ts';

/** The name is the item's title. */
export const agreement = sqliteTable('agreement', {
  id: text().primaryKey(),
  type: text().$type<AgreementType>().notNull(),
  unitName: text('unit_name').notNull(),
  signedOn: text('signed_on'),
  validFrom: text('valid_from'),
  validTo: text('valid_to'),
  confidentiality: integer({ mode: 'boolean' }).notNull().default(false),
  note: text().notNull().default(''),
});
