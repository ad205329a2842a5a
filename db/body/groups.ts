import { eq } from 'drizzle-orm';
import type { GroupFields } from '#shared/body/group.ts';
import type { Id } from '#shared/ids.ts';
import { setTitle } from '../items/queries.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import type { WriteTx } from '../write.ts';
import { bodyGroup } from './schema.ts';

export function readGroup(tier: TierFile, id: Id): Omit<GroupFields, 'name'> {
  const row = tier.orm.select().from(bodyGroup).where(eq(bodyGroup.id, id)).get();
  if (!row) throw new Error(`${id} is no group`);
  const { id: _, functions, ...fields } = row;
  return { ...fields, functions: JSON.parse(functions) as string[] };
}

/** The item's row, titled with the name, must be there already. */
export function insertGroup(tx: WriteTx, id: Id, { name: _, functions, ...fields }: GroupFields): void {
  tx.tier.orm
    .insert(bodyGroup)
    .values({ id, ...fields, functions: JSON.stringify(functions) })
    .run();
  tx.touch(id);
}

export function changeGroup(tx: WriteTx, id: Id, { name, functions, ...fields }: GroupFields): void {
  tx.tier.orm
    .update(bodyGroup)
    .set({ ...fields, functions: JSON.stringify(functions) })
    .where(eq(bodyGroup.id, id))
    .run();
  setTitle(tx, id, name);
}

/** Ids of the appointments to a group here, in one tier. */
export function appointmentsTo(tier: TierFile, groupId: Id): Id[] {
  return prepared(
    tier,
    `select l.from_id from link l join item i on i.id = l.from_id
     where l.to_id = ? and l.role = 'GROUP' and i.kind = 'appointment' and i.state = 'ACTIVE'`,
  )
    .pluck()
    .all(groupId) as Id[];
}
