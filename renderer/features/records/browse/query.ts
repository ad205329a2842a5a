import type { RecordQuery } from '#shared/records/query.ts';

/** The filters that hold lists of values. */
export const FILTERS = [
  'years',
  'categories',
  'levels',
  'stages',
  'retentions',
  'projects',
  'people',
] as const;
export type Filter = (typeof FILTERS)[number];

/** Adds a value to a filter, or takes it out; a filter without values is no filter. */
export function toggleFilter(query: RecordQuery, filter: Filter, value: string): RecordQuery {
  const before = valuesOf(query, filter);
  return withValues(
    query,
    filter,
    before.includes(value) ? before.filter((one) => one !== value) : [...before, value],
  );
}

/** The values of a filter as text, as facets name them. */
export function valuesOf(query: RecordQuery, filter: Filter): string[] {
  return (query[filter] ?? []).map(String);
}

export function withText(query: RecordQuery, text: string): RecordQuery {
  const { text: _, ...rest } = query;
  const trimmed = text.trim();
  return trimmed === '' ? rest : { ...rest, text: trimmed };
}

/** Without any filter; what was removed stays apart from what is there. */
export function withoutFilters({ removed }: RecordQuery): RecordQuery {
  return removed === undefined ? {} : { removed };
}

export function isFiltered(query: RecordQuery): boolean {
  return query.text !== undefined || FILTERS.some((filter) => valuesOf(query, filter).length > 0);
}

function withValues(query: RecordQuery, filter: Filter, values: string[]): RecordQuery {
  const { [filter]: _, ...rest } = query;
  if (values.length === 0) return rest;
  return { ...rest, [filter]: filter === 'years' ? values.map(Number) : values };
}
