import type { Catalogue } from '#shared/translations/catalogue.ts';
import { fieldName } from '#shared/translations/problemText.ts';

/** The name of a code in one table of the catalogue; a code it does not know is shown as it is. */
export function nameOf(names: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(names, code) ? (names[code] ?? code) : code;
}

/** The name of a field as the record's page shows it. */
export function recordFieldName(t: Catalogue, field: string): string {
  return Object.hasOwn(t.records.fields, field) ? nameOf(t.records.fields, field) : fieldName(t, field);
}
