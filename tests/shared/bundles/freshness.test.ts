import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshnessOf, type RememberedBundle } from '#shared/bundles/freshness.ts';

function edition(sequence: number, more: Partial<RememberedBundle> = {}): RememberedBundle {
  return {
    id: `b${sequence}`,
    manifestHash: `h${sequence}`,
    incarnation: 'first',
    series: { id: 's', sequence },
    supersedes: [],
    recalls: [],
    ...more,
  };
}

describe('how new a received bundle is', () => {
  it('is the newest of what is known, also when opened again', () => {
    expect(freshnessOf(edition(1), [])).toBe('NEWEST');
    expect(freshnessOf(edition(2), [edition(1), edition(2)])).toBe('NEWEST');
  });

  it('is superseded when a newer one is known, replayed when it comes only then', () => {
    expect(freshnessOf(edition(1), [edition(1), edition(2)])).toBe('SUPERSEDED');
    expect(freshnessOf(edition(1), [edition(2)])).toBe('REPLAYED');
    expect(
      freshnessOf(edition(1), [edition(7, { series: { id: 't', sequence: 1 }, supersedes: ['b1'] })]),
    ).toBe('REPLAYED');
  });

  it('was restarted when its number bears another content, or a restored vault counts anew', () => {
    expect(freshnessOf(edition(2, { id: 'other' }), [edition(2)])).toBe('RESTARTED');
    expect(freshnessOf(edition(2, { manifestHash: 'other' }), [edition(2)])).toBe('RESTARTED');
    expect(freshnessOf(edition(1, { incarnation: 'second', id: 'x' }), [edition(3)])).toBe('RESTARTED');
    expect(freshnessOf(edition(4, { incarnation: 'second' }), [edition(3)])).toBe('NEWEST');
  });

  it('is recalled whatever else is true', () => {
    expect(freshnessOf(edition(1), [edition(1), edition(2, { recalls: ['b1'] })])).toBe('RECALLED');
  });

  it('counts only its own series', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), (mine, theirs) => {
        const other = edition(theirs, { id: 'other', series: { id: 't', sequence: theirs } });
        expect(freshnessOf(edition(mine), [other])).toBe('NEWEST');
      }),
    );
  });
});
