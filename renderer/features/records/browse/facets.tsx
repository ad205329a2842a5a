import { LEVELS, type Level } from '#shared/confidentiality/levels.ts';
import type { RecordQuery } from '#shared/records/query.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import type { Facet } from '../../../components/FacetRail/FacetRail.tsx';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { type Filter, valuesOf } from './query.ts';

type Counts = { value: string; label: string; count: number }[];
export type FacetCounts = Record<
  'years' | 'categories' | 'levels' | 'stages' | 'projects' | 'people',
  Counts
>;

/** The facets of the archive as the rail shows them: years newest first, levels in their order, the rest by number. */
export function facetsOf(t: Catalogue, counts: FacetCounts | undefined, query: RecordQuery): Facet[] {
  if (counts === undefined) return [];
  const facet = (
    key: Filter,
    values: Counts,
    label?: (value: string) => Facet['values'][number]['label'],
  ): Facet => ({
    key,
    label: t.records.list.facetNames[key],
    chosen: valuesOf(query, key),
    values: withChosen(values, valuesOf(query, key)).map(({ value, label: given, count }) => {
      const name = filterValueName(t, key, value, given);
      return { value, count, name, label: label?.(value) ?? name };
    }),
  });
  return [
    facet('levels', sortedLike(counts.levels, LEVELS), (value) => <LevelMark level={value as Level} />),
    facet('stages', sortedLike(counts.stages, ['DRAFT', 'ARCHIVED'])),
    facet(
      'years',
      counts.years.toSorted((one, other) => Number(other.value) - Number(one.value)),
    ),
    facet('categories', byCount(counts.categories)),
    facet('projects', byCount(counts.projects)),
    facet('people', byCount(counts.people)),
  ];
}

/** How a value of a filter is called; `given` where only the service knows it (projects, people). */
export function filterValueName(t: Catalogue, filter: Filter, value: string, given = value): string {
  const names: Partial<Record<Filter, Readonly<Record<string, string>>>> = {
    levels: t.levels.names,
    stages: t.records.stages,
    categories: t.records.categories,
    retentions: t.records.retentions,
  };
  return names[filter]?.[value] ?? given;
}

/** A filter that leaves nothing over still shows, so that it can be taken off where it was put on. */
function withChosen(values: Counts, chosen: readonly string[]): Counts {
  const missing = chosen.filter((value) => !values.some((one) => one.value === value));
  return [...values, ...missing.map((value) => ({ value, label: value, count: 0 }))];
}

function byCount(counts: Counts): Counts {
  return counts.toSorted((one, other) => other.count - one.count);
}

function sortedLike(counts: Counts, order: readonly string[]): Counts {
  return counts.toSorted((one, other) => order.indexOf(one.value) - order.indexOf(other.value));
}
