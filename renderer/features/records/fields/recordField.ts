import { subcategoriesOf } from '#shared/records/category.ts';
import type { RecordFields } from '#shared/records/recordFields.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import { nameOf } from '../names.ts';

export type FieldName = keyof RecordFields;
export type FieldValue = RecordFields[FieldName];

/** How a field is filled in. */
export type FieldKind = 'line' | 'text' | 'date' | 'year' | 'choice' | 'words';

const KINDS: Record<FieldName, FieldKind> = {
  title: 'line',
  docDate: 'date',
  responsible: 'line',
  docNo: 'line',
  category: 'choice',
  subcategory: 'choice',
  retention: 'choice',
  year: 'year',
  dept: 'line',
  originalForm: 'choice',
  originalPlace: 'line',
  place: 'line',
  description: 'text',
  keywords: 'words',
  language: 'choice',
};

export function kindOf(field: FieldName): FieldKind {
  return KINDS[field];
}

/** What may be chosen, with the names shown; the second level depends on the category. */
export function choicesOf(t: Catalogue, field: FieldName, category: RecordFields['category']) {
  const named = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  switch (field) {
    case 'category':
      return named(t.records.categories);
    case 'subcategory':
      return category === ''
        ? []
        : subcategoriesOf(category).map((value) => ({
            value,
            label: nameOf(t.records.subcategories, value),
          }));
    case 'retention':
      return named(t.records.retentions);
    case 'originalForm':
      return named(t.records.originalForms);
    case 'language':
      return named(t.records.languages);
    default:
      return [];
  }
}

/** A value as people read it; '' for nothing. */
export function shownValue(t: Catalogue, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map((one) => shownValue(t, field, one)).join(t.formats.list);
  if (typeof value === 'object') return 'title' in value ? String(value.title) : JSON.stringify(value);
  if (typeof value === 'boolean') return value ? t.actions.yes : t.actions.no;
  const tables: Record<string, Readonly<Record<string, string>>> = {
    category: t.records.categories,
    subcategory: t.records.subcategories,
    retention: t.records.retentions,
    originalForm: t.records.originalForms,
    language: t.records.languages,
    stage: t.records.stages,
    level: t.levels.names,
    role: t.records.roles,
  };
  return nameOf(tables[field] ?? {}, String(value));
}
