import type { Id } from '#shared/ids.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';

/** The people of one tier who belong to a unit, by name. */
export function peopleOfUnit(tier: TierFile, unitId: Id): Id[] {
  return prepared(
    tier,
    `select i.id from link l join item i on i.id = l.from_id
     where l.to_id = ? and l.role = 'UNIT' and i.kind = 'person' and i.state = 'ACTIVE' order by i.sort_key, i.id`,
  )
    .pluck()
    .all(unitId) as Id[];
}

/** How many items that are there link to this one in whatever role, in one tier. */
export function linksTo(tier: TierFile, toId: Id): number {
  return Number(
    prepared(
      tier,
      `select count(*) from link l join item i on i.id = l.from_id where l.to_id = ? and i.state = 'ACTIVE'`,
    )
      .pluck()
      .get(toId),
  );
}
