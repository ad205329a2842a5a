import type { ImportItem } from '#shared/bundles/receivedContract.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import { fieldName } from '#shared/translations/problemText.ts';

/** What a field is called in the noun it belongs to: a record's 地点 is not a folder's 位置. */
export function fieldNameOf(t: Catalogue, kind: ImportItem['kind'], field: string): string {
  const own: Readonly<Record<string, string>> = {
    record: t.records.fields,
    person: t.people.fields,
    unit: t.members.fields,
    project: t.projects.fields,
  }[kind];
  return Object.hasOwn(own, field) ? (own[field] ?? field) : fieldName(t, field);
}
