import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasMajority, hasQuorum, type Vote, voteProblems, voteSchema } from '#shared/screening/vote.ts';

const NINE: Vote = { members: 9, present: 9, recused: 0, inFavour: 6, against: 2, abstained: 1 };
const rules = (vote: Vote, mustPass = true) => voteProblems(vote, mustPass).map(({ rule }) => rule);

/** A vote that adds up, of a council of 1–60. */
const anyVote: fc.Arbitrary<Vote> = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60))
  .map(([members, a, b, c, d]) => {
    const present = Math.min(members, a);
    const recused = Math.min(present, b);
    const inFavour = Math.min(present - recused, c);
    const against = Math.min(present - recused - inFavour, d);
    return {
      members,
      present,
      recused,
      inFavour,
      against,
      abstained: present - recused - inFavour - against,
    };
  });

describe('the council (§1.7: quorum ≥ 1/2, pass ≥ 2/3 of those present)', () => {
  test.each([
    [9, 4, false],
    [9, 5, true],
    [10, 5, true],
    [10, 4, false],
    [1, 0, false],
    [1, 1, true],
  ])('of %i members %i present: quorum %s', (members, present, reached) => {
    expect(hasQuorum({ members, present })).toBe(reached);
  });

  test.each([
    [9, 0, 6, true],
    [9, 0, 5, false],
    [8, 0, 5, false],
    [8, 0, 6, true],
    [7, 0, 5, true],
    [7, 0, 4, false],
    // One stands aside: two thirds of the six who vote.
    [7, 1, 4, true],
    [7, 1, 3, false],
    // Everybody stands aside: nobody is left to decide.
    [5, 5, 0, false],
    [0, 0, 0, false],
  ])('of %i present, %i recused, %i in favour: majority %s', (present, recused, inFavour, reached) => {
    expect(hasMajority({ present, recused, inFavour })).toBe(reached);
  });

  test('§1.7 the recused are there for the quorum and are left out of what two thirds are taken of', () => {
    const vote = { members: 9, present: 5, recused: 2, inFavour: 2, against: 1, abstained: 0 };
    expect(hasQuorum(vote)).toBe(true);
    expect(hasQuorum({ ...vote, present: vote.present - vote.recused })).toBe(false);
    expect(rules(vote)).toEqual([]);
  });

  test('abstentions are of the present and weigh against', () => {
    expect(rules({ ...NINE, inFavour: 5, against: 0, abstained: 4 })).toEqual(['VOTE_NO_MAJORITY']);
  });

  test('names every fault with what is needed', () => {
    expect(
      voteProblems({ members: 9, present: 4, recused: 1, inFavour: 1, against: 1, abstained: 0 }, true),
    ).toEqual([
      {
        rule: 'COUNCIL_VOTE_DOES_NOT_ADD_UP',
        field: 'vote.inFavour',
        params: { cast: 2, recused: 1, present: 4 },
      },
      { rule: 'VOTE_NO_QUORUM', field: 'vote.present', params: { present: 4, needed: 5 } },
      { rule: 'VOTE_NO_MAJORITY', field: 'vote.inFavour', params: { inFavour: 1, needed: 2 } },
    ]);
    expect(rules({ ...NINE, present: 10, inFavour: 7 })).toEqual(['VOTE_MORE_THAN_MEMBERS']);
  });

  test('a refusal needs a quorum, not a majority', () => {
    const refused = { ...NINE, inFavour: 1, against: 8, abstained: 0 };
    expect(rules(refused, false)).toEqual([]);
    expect(rules({ ...refused, present: 3, inFavour: 0, against: 3 }, false)).toEqual(['VOTE_NO_QUORUM']);
  });

  test('counts heads: no fractions, no negative numbers, no council of none', () => {
    for (const wrong of [{ present: 2.5 }, { recused: -1 }, { members: 0 }])
      expect(voteSchema.safeParse({ ...NINE, ...wrong }).success).toBe(false);
  });

  test('agrees with exact fractions for any council', () => {
    fc.assert(
      fc.property(anyVote, (vote) => {
        const voting = vote.present - vote.recused;
        expect(hasQuorum(vote)).toBe(2 * vote.present >= vote.members);
        expect(hasMajority(vote)).toBe(voting > 0 && 3 * vote.inFavour >= 2 * voting);
        expect(rules(vote).includes('COUNCIL_VOTE_DOES_NOT_ADD_UP')).toBe(false);
      }),
    );
  });

  test('the needed number is the least that passes', () => {
    fc.assert(
      fc.property(anyVote, (vote) => {
        const problem = voteProblems(vote, true).find(({ rule }) => rule === 'VOTE_NO_MAJORITY');
        fc.pre(problem !== undefined && vote.present > vote.recused);
        const needed = Number(problem?.params?.needed);
        expect(hasMajority({ ...vote, inFavour: needed })).toBe(true);
        expect(hasMajority({ ...vote, inFavour: needed - 1 })).toBe(false);
      }),
    );
  });

  test('one more in favour never loses a majority, one more of the present never loses a quorum', () => {
    fc.assert(
      fc.property(anyVote, (vote) => {
        if (hasMajority(vote)) expect(hasMajority({ ...vote, inFavour: vote.inFavour + 1 })).toBe(true);
        if (hasQuorum(vote)) expect(hasQuorum({ ...vote, present: vote.present + 1 })).toBe(true);
      }),
    );
  });
});
