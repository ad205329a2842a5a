import { eq } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { UnitFields } from '#shared/members/unit.ts';
import { setTitle } from '../items/queries.ts';
import type { TierFile } from '../open.ts';
import type { WriteTx } from '../write.ts';
import { unit } from './schema.ts';

export function readUnit(tier: TierFile, id: Id): Omit<UnitFields, 'name'> {
  const { id: _, ...fields } = tier.orm.select().from(unit).where(eq(unit.id, id)).get() ?? BLANK;
  return fields;
}

/** The item's row, titled with the name, must be there already. */
export function insertUnit(tx: WriteTx, id: Id, { name: _, ...fields }: UnitFields): void {
  tx.tier.orm
    .insert(unit)
    .values({ id, ...fields })
    .run();
  tx.touch(id);
}

export function changeUnit(tx: WriteTx, id: Id, { name, ...fields }: UnitFields): void {
  tx.tier.orm.update(unit).set(fields).where(eq(unit.id, id)).run();
  setTitle(tx, id, name);
}

const BLANK = { id: '', shortName: '', role: 'SOCIETY' as const, note: '' };
