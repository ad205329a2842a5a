import { describe, expect, it } from 'vitest';
import {
  isFiltered,
  toggleFilter,
  valuesOf,
  withoutFilters,
  withText,
} from '../../../renderer/features/records/browse/query.ts';

describe('filters of the archive', () => {
  it('adds a value, and takes it out again without leaving an empty filter', () => {
    const narrowed = toggleFilter(toggleFilter({}, 'levels', 'INTERNAL'), 'years', '2026');
    expect(narrowed).toEqual({ levels: ['INTERNAL'], years: [2026] });
    expect(toggleFilter(toggleFilter(narrowed, 'years', '2026'), 'levels', 'INTERNAL')).toEqual({});
  });

  it('names years as the facets do', () => {
    expect(valuesOf({ years: [2026] }, 'years')).toEqual(['2026']);
  });

  it('looks for trimmed text, and for none at all', () => {
    expect(withText({ years: [2026] }, ' 肿瘤 ')).toEqual({ years: [2026], text: '肿瘤' });
    expect(withText({ text: '肿瘤' }, '  ')).toEqual({});
  });

  it('stays among the removed when the filters are cleared', () => {
    expect(withoutFilters({ removed: true, text: '肿瘤' })).toEqual({ removed: true });
    expect(isFiltered({ removed: true })).toBe(false);
    expect(isFiltered({ people: ['x'] })).toBe(true);
  });
});
