import { type Level, type Tier, tierOf } from './levels.ts';

/** A user and the tiers that user's identity opens. */
export type ClearedUser = { id: string; tiers: readonly Tier[] };

/** WITHOUT_REVIEW 不经复核: said in the journal and on the sheet. */
export type Review = { kind: 'REVIEWED'; approverId: string } | { kind: 'WITHOUT_REVIEW' };
export type ApprovalProblem =
  | 'APPROVER_REQUIRED'
  | 'APPROVER_IS_PROPOSER'
  | 'APPROVER_NOT_CLEARED'
  | 'ONLY_COORDINATOR_ALONE';

/** Who may approve: another user than the proposer, cleared for every level concerned. */
export function eligibleApprovers(
  users: readonly ClearedUser[],
  proposerId: string,
  levels: readonly Level[],
): ClearedUser[] {
  return users.filter((user) => user.id !== proposerId && isClearedFor(user, levels));
}

/**
 * How this decision was reviewed. Where another user could approve, one must; where there is none the
 * coordinator (总协调人) decides alone, without review.
 */
export function reviewOf({
  users,
  proposerId,
  approverId,
  coordinatorId,
  levels,
}: {
  users: readonly ClearedUser[];
  proposerId: string;
  approverId: string | null;
  coordinatorId: string | null;
  levels: readonly Level[];
}): Review | ApprovalProblem {
  const eligible = eligibleApprovers(users, proposerId, levels);
  if (approverId !== null) {
    if (approverId === proposerId) return 'APPROVER_IS_PROPOSER';
    const isEligible = eligible.some((user) => user.id === approverId);
    return isEligible ? { kind: 'REVIEWED', approverId } : 'APPROVER_NOT_CLEARED';
  }
  if (eligible.length > 0) return 'APPROVER_REQUIRED';
  return proposerId === coordinatorId ? { kind: 'WITHOUT_REVIEW' } : 'ONLY_COORDINATOR_ALONE';
}

function isClearedFor(user: ClearedUser, levels: readonly Level[]): boolean {
  return levels.every((level) => user.tiers.includes(tierOf(level)));
}
