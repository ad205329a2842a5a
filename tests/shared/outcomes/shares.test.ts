import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { equalShares, sharesProblem, shareText, shareTyped, WHOLE } from '#shared/outcomes/shares.ts';

describe('shares', () => {
  test('equal parts always make the whole, and differ by one basis point at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (count) => {
        const parts = equalShares(count);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(WHOLE);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
        expect(sharesProblem(parts.map((share) => ({ partyId: newId(), share })))).toBeNull();
      }),
    );
  });

  test('whatever does not make the whole is refused with its sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: WHOLE }), { minLength: 1, maxLength: 8 }), (parts) => {
        const problem = sharesProblem(parts.map((share) => ({ partyId: newId(), share })));
        const sum = parts.reduce((a, b) => a + b, 0);
        expect(problem === null).toBe(sum === WHOLE);
        if (problem?.rule === 'SHARES_NOT_WHOLE') expect(problem.params.sum).toBe(shareText(sum));
      }),
    );
  });

  test('nobody stands twice on the list; an empty one is none yet', () => {
    const partyId = newId();
    expect(
      sharesProblem([
        { partyId, share: 5000 },
        { partyId, share: 5000 },
      ]),
    ).toEqual({
      rule: 'SHARES_PARTY_TWICE',
      row: 2,
    });
    expect(sharesProblem([])).toBeNull();
  });

  test('what is shown reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: WHOLE }), (share) => {
        expect(shareTyped(shareText(share))).toBe(share);
      }),
    );
  });

  test.each([
    ['33.34', 3334],
    ['５０％', 5000],
    ['7.5 %', 750],
    ['100', 10000],
    ['100.01', null],
    ['33.333', null],
    ['', null],
    ['-5', null],
  ])('%s', (typed, share) => expect(shareTyped(typed)).toBe(share));
});
