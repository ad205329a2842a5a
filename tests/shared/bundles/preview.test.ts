import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparable, compareItem, resolve } from '#shared/bundles/preview.ts';

const value = fc.constantFrom('甲', '乙', '丙', null, ['a'], ['a', 'b']);
const state = fc.record({ title: value, docDate: value, keywords: value });

/** What lies here after the chosen fields were written. */
function written(local: Comparable | null, theirs: Comparable, take: readonly string[]): Comparable {
  return { ...local, ...Object.fromEntries(take.map((field) => [field, theirs[field] ?? null])) };
}

describe('comparing what a bundle brings with what lies here', () => {
  it('creates what is not here, wholly', () => {
    const item = compareItem({ base: null, local: null, theirs: { title: '甲', year: 2026 } }, 'THEIRS');
    expect(item.status).toBe('CREATE');
    expect(resolve(item, {}).take).toEqual(['title', 'year']);
  });

  it('takes what only they changed and keeps what only we changed', () => {
    const item = compareItem(
      {
        base: { title: '甲', place: '东' },
        local: { title: '甲', place: '西' },
        theirs: { title: '乙', place: '东' },
      },
      'THEIRS',
    );
    expect(item.status).toBe('UPDATE');
    expect(item.fields.map(({ change }) => change)).toEqual(['UPDATE', 'KEPT']);
    expect(resolve(item, {})).toEqual({ take: ['title'], undecided: [] });
  });

  it('leaves what both changed to a person', () => {
    const item = compareItem(
      { base: { title: '甲' }, local: { title: '乙' }, theirs: { title: '丙' } },
      'THEIRS',
    );
    expect(item.status).toBe('CONFLICT');
    expect(resolve(item, {})).toEqual({ take: [], undecided: ['title'] });
    expect(resolve(item, { title: 'THEIRS' })).toEqual({ take: ['title'], undecided: [] });
    expect(resolve(item, { title: 'OURS' })).toEqual({ take: [], undecided: [] });
  });

  it('takes nothing about our own items unless it is accepted', () => {
    const item = compareItem(
      { base: { title: '甲' }, local: { title: '甲' }, theirs: { title: '乙' } },
      'OURS',
    );
    expect(item.status).toBe('PROPOSAL');
    expect(resolve(item, {}).take).toEqual([]);
    expect(resolve(item, { title: 'THEIRS' }).take).toEqual(['title']);
  });
});

describe('comparing, whatever is compared', () => {
  it('finds nothing new the second time, when what was taken is the new base', () => {
    fc.assert(
      fc.property(fc.option(state), fc.option(state), state, (base, local, theirs) => {
        const first = compareItem({ base, local, theirs }, 'THEIRS');
        const all = Object.fromEntries(first.fields.map(({ field }) => [field, 'THEIRS' as const]));
        const after = written(local, theirs, resolve(first, all).take);
        expect(compareItem({ base: theirs, local: after, theirs }, 'THEIRS').status).toBe('SAME');
      }),
    );
  });

  it('keeps what a person decided to keep: repeated, it is no conflict any more', () => {
    fc.assert(
      fc.property(state, state, state, (base, local, theirs) => {
        const first = compareItem({ base, local, theirs }, 'THEIRS');
        const ours = Object.fromEntries(first.fields.map(({ field }) => [field, 'OURS' as const]));
        expect(resolve(first, ours)).toEqual({ take: [], undecided: [] });
        expect(compareItem({ base: theirs, local, theirs }, 'THEIRS').status).toBe('SAME');
      }),
    );
  });

  it('never writes over an item of ours by itself', () => {
    fc.assert(
      fc.property(fc.option(state), state, state, (base, local, theirs) => {
        expect(resolve(compareItem({ base, local, theirs }, 'OURS'), {}).take).toEqual([]);
      }),
    );
  });
});
