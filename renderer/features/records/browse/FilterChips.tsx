import { IconX } from '@tabler/icons-react';
import type { RecordQuery } from '#shared/records/query.ts';
import { useT } from '../../../translations.ts';
import classes from './FilterChips.module.css';
import { type FacetCounts, filterValueName } from './facets.tsx';
import { FILTERS, type Filter, isFiltered, valuesOf } from './query.ts';

/** The filters in force, each to be taken off by a click. */
export function FilterChips({
  query,
  counts,
  onRemove,
  onClear,
}: {
  query: RecordQuery;
  counts: FacetCounts | undefined;
  onRemove: (filter: Filter, value: string) => void;
  onClear: () => void;
}) {
  const t = useT();
  const chips = FILTERS.flatMap((filter) => valuesOf(query, filter).map((value) => ({ filter, value })));
  if (!isFiltered(query) || chips.length === 0) return null;
  const nameOf = (filter: Filter, value: string) => {
    const known = filter === 'retentions' ? undefined : counts?.[filter].find((one) => one.value === value);
    return filterValueName(t, filter, value, known?.label);
  };
  return (
    <ul className={classes.chips} aria-label={t.records.list.filters}>
      {chips.map(({ filter, value }) => (
        <li key={`${filter} ${value}`}>
          <button
            type="button"
            className={classes.chip}
            aria-label={t.records.list.removeFilter(nameOf(filter, value))}
            onClick={() => onRemove(filter, value)}
          >
            <span className={classes.name}>{t.records.list.facetNames[filter]}</span>
            {nameOf(filter, value)}
            <IconX size={14} stroke={1.5} aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={classes.clear} onClick={onClear}>
          {t.records.list.clearFilters}
        </button>
      </li>
    </ul>
  );
}
