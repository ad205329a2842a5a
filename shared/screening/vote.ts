import { z } from 'zod';
import type { Problem } from '../errors.ts';

const voters = z.number('NOT_A_NUMBER').int('NOT_WHOLE').min(0, 'NEGATIVE').max(1000, 'TOO_LARGE');

/** A council's vote as counted: heads, not weights. Who is recused (回避) is present and does not vote. */
export const voteSchema = z.object({
  members: voters.min(1, 'REQUIRED'),
  present: voters,
  recused: voters,
  inFavour: voters,
  against: voters,
  abstained: voters,
});
export type Vote = z.infer<typeof voteSchema>;

/**
 * Half of the council's members must be there, and two thirds of those present in favour (domain rules 1.7). Who is recused is
 * there and counts for the quorum, but has no vote: two thirds are taken of the present who are not recused. An abstention
 * is a vote that is not in favour.
 */
export const QUORUM = { of: 2, needs: 1 } as const;
export const MAJORITY = { of: 3, needs: 2 } as const;

export function hasQuorum({ members, present }: Pick<Vote, 'members' | 'present'>): boolean {
  return present * QUORUM.of >= members * QUORUM.needs;
}

export function hasMajority({
  present,
  recused,
  inFavour,
}: Pick<Vote, 'present' | 'recused' | 'inFavour'>): boolean {
  const voting = present - recused;
  return voting > 0 && inFavour * MAJORITY.of >= voting * MAJORITY.needs;
}

/** What is wrong with a count; where the decision needs it passed, also that it did not pass. */
export function voteProblems(vote: Vote, mustPass: boolean): Problem[] {
  const problems: Problem[] = [];
  const { members, present, recused, inFavour, against, abstained } = vote;
  if (present > members) problems.push({ rule: 'VOTE_MORE_THAN_MEMBERS', field: 'vote.present' });
  const cast = inFavour + against + abstained;
  if (cast + recused !== present) {
    problems.push({
      rule: 'COUNCIL_VOTE_DOES_NOT_ADD_UP',
      field: 'vote.inFavour',
      params: { cast, recused, present },
    });
  }
  if (!hasQuorum(vote)) {
    const needed = Math.ceil((members * QUORUM.needs) / QUORUM.of);
    problems.push({ rule: 'VOTE_NO_QUORUM', field: 'vote.present', params: { present, needed } });
  }
  if (mustPass && !hasMajority(vote)) {
    const needed = Math.ceil(((present - recused) * MAJORITY.needs) / MAJORITY.of);
    problems.push({ rule: 'VOTE_NO_MAJORITY', field: 'vote.inFavour', params: { inFavour, needed } });
  }
  return problems;
}
