import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationState, isSameCitation, isStaleCitation } from '#shared/records/citation.ts';

const hash = (digit: string) => digit.repeat(64);
const OPEN = { removed: false, everyTierOpen: true };

describe('a citation', () => {
  test('is present while the record holds the bytes, under whatever file', () => {
    expect(citationState({ sha256: hash('a') }, [hash('b'), hash('a')], OPEN)).toBe('PRESENT');
    expect(citationState({ sha256: hash('a') }, [hash('b')], OPEN)).toBe('CHANGED');
    expect(citationState({ sha256: hash('a') }, [], OPEN)).toBe('CHANGED');
  });

  test('is gone only where that can be known', () => {
    expect(citationState({ sha256: hash('a') }, null, OPEN)).toBe('GONE');
    expect(citationState({ sha256: hash('a') }, null, { removed: true, everyTierOpen: false })).toBe('GONE');
    expect(citationState({ sha256: hash('a') }, null, { removed: false, everyTierOpen: false })).toBe(
      'NOT_OPEN',
    );
  });

  test('makes stale what rests on it exactly when its bytes are known not to be there', () => {
    const digits = fc.constantFrom('a', 'b', 'c').map(hash);
    const held = fc.option(fc.array(digits, { maxLength: 4 }), { nil: null });
    fc.assert(
      fc.property(digits, held, fc.boolean(), fc.boolean(), (sha256, files, removed, everyTierOpen) => {
        const state = citationState({ sha256 }, files, { removed, everyTierOpen });
        const known = files !== null || removed || everyTierOpen;
        expect(isStaleCitation(state)).toBe(known && !(files ?? []).includes(sha256));
      }),
    );
  });

  test('is the same by record and bytes', () => {
    const one = { recordId: 'r', fileId: 'f', sha256: hash('a') };
    expect(isSameCitation(one, { ...one, fileId: 'g' })).toBe(true);
    expect(isSameCitation(one, { ...one, sha256: hash('b') })).toBe(false);
    expect(isSameCitation(one, null)).toBe(false);
    expect(isSameCitation(null, null)).toBe(true);
  });
});
