import { z } from 'zod';
import type { CalendarDate } from '../dates.ts';

/** 成员类别: by contribution the members are sorted, and rights differ by category (proposal of domain rules 7.1). */
export const MEMBER_CATEGORIES = ['FOUNDER', 'COUNCIL', 'REGULAR', 'OBSERVER'] as const;
export const memberCategorySchema = z.enum(MEMBER_CATEGORIES);
export type MemberCategory = z.infer<typeof memberCategorySchema>;

/** What a category brings unless the charter says otherwise: weight of the vote and of the benefit. */
export const USUAL_WEIGHTS: Record<MemberCategory, { vote: number; benefit: number }> = {
  FOUNDER: { vote: 2, benefit: 1.5 },
  COUNCIL: { vote: 1, benefit: 1.2 },
  REGULAR: { vote: 1, benefit: 1 },
  OBSERVER: { vote: 0, benefit: 0 },
};

/** NONE: never a member, or not yet. LEFT: was one. */
export const MEMBER_STATES = ['NONE', 'MEMBER', 'RECTIFYING', 'SUSPENDED', 'LEFT'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

export const standingSchema = z.object({
  category: memberCategorySchema,
  voteWeight: z.number().min(0, 'NEGATIVE').max(100, 'TOO_LARGE'),
  benefitWeight: z.number().min(0, 'NEGATIVE').max(100, 'TOO_LARGE'),
  since: z.iso.date('NOT_A_DATE'),
});
export type Standing = z.infer<typeof standingSchema>;

/** What a unit is to the joint body. */
export const membershipSchema = standingSchema.extend({
  state: z.enum(MEMBER_STATES),
  /** The day it left; null while it is a member. */
  until: z.iso.date().nullable(),
});
export type Membership = z.infer<typeof membershipSchema>;

/** The state that open measures make of a member. Suspension outweighs rectifying; only an accomplished exit ends it. */
export function memberState(
  member: { since: CalendarDate | null; until: CalendarDate | null },
  open: readonly { kind: string }[],
): MemberState {
  if (member.since === null) return 'NONE';
  if (member.until !== null) return 'LEFT';
  if (open.some(({ kind }) => kind === 'SUSPENDED')) return 'SUSPENDED';
  if (open.some(({ kind }) => kind === 'RECTIFYING')) return 'RECTIFYING';
  return 'MEMBER';
}
