import type { Id } from '#shared/ids.ts';
import type { MeasureKind } from '#shared/members/measure.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';

// For the front page, which asks of every unit at once: one query a tier instead of several a unit.

export type DueMeasure = { id: Id; unitId: Id; kind: MeasureKind; dueOn: string };

/** Measures under way whose day is not after `until`, of units that are there. */
export function measuresDue(tier: TierFile, until: string): DueMeasure[] {
  return prepared(
    tier,
    `select m.id, m.unit_id as unitId, m.kind, m.due_on as dueOn from measure m join item i on i.id = m.unit_id
     where m.outcome = '' and m.due_on <= ? and i.state = 'ACTIVE'`,
  ).all(until) as DueMeasure[];
}

export type ReviewedMember = { unitId: Id; since: string; reviews: { year: number }[] };

/** Units that are members, with the years from `year` on of which they have a review. */
export function reviewedMembers(tier: TierFile, year: number): ReviewedMember[] {
  const rows = prepared(
    tier,
    `select u.id as unitId, u.member_since as since, group_concat(r.year) as years from unit u
     join item i on i.id = u.id left join annual_review r on r.unit_id = u.id and r.year >= ?
     where u.member_since is not null and u.member_until is null and i.state = 'ACTIVE' group by u.id order by u.id`,
  ).all(year) as { unitId: Id; since: string; years: string | null }[];
  return rows.map(({ unitId, since, years }) => ({
    unitId,
    since,
    reviews: years === null ? [] : years.split(',').map((each) => ({ year: Number(each) })),
  }));
}
