import type { Id } from '#shared/ids.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';

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
