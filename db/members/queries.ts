import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { ExitItem } from '#shared/members/measure.ts';
import type { MemberCategory } from '#shared/members/membership.ts';
import { BLANK_PARTICULARS, holdsPersonalInfo, type UnitFields } from '#shared/members/unit.ts';
import { setTitle } from '../items/queries.ts';
import { item } from '../items/schema.ts';
import type { TierFile } from '../open.ts';
import { prepared, preparedQuery } from '../prepared.ts';
import type { WriteTx } from '../write.ts';
import { unit } from './schema.ts';

export type UnitRow = typeof unit.$inferSelect;
export type OwnUnitFields = Omit<UnitFields, 'name'>;

/** What the row says of membership; nulls where the unit never was a member. */
export type MembershipRow = {
  memberCategory: MemberCategory | null;
  voteWeight: number | null;
  benefitWeight: number | null;
  memberSince: string | null;
  memberUntil: string | null;
  exitDone: ExitItem[];
};

const unitById = preparedQuery((orm) =>
  orm
    .select()
    .from(unit)
    .where(eq(unit.id, sql.placeholder('id')))
    .prepare(),
);

export function readUnitRow(tier: TierFile, id: Id): UnitRow | null {
  return unitById(tier).get({ id }) ?? null;
}

export function readUnit(tier: TierFile, id: Id): OwnUnitFields {
  const row = readUnitRow(tier, id);
  return row ? fieldsOfUnit(row) : { shortName: '', role: 'SOCIETY', note: '', ...BLANK_PARTICULARS };
}

export function fieldsOfUnit(row: UnitRow): OwnUnitFields {
  const {
    id: _,
    memberCategory,
    voteWeight,
    benefitWeight,
    memberSince,
    memberUntil,
    exitDone,
    ...fields
  } = row;
  return fields;
}

/** The item's row, titled with the name, must be there already. Particulars that are not named stay blank. */
export function insertUnit(
  tx: WriteTx,
  id: Id,
  { name: _, ...fields }: Pick<UnitFields, 'name' | 'shortName' | 'role' | 'note'> & Partial<UnitFields>,
): void {
  tx.tier.orm
    .insert(unit)
    .values({ id, ...fields })
    .run();
  markPersonalInfo(tx, id);
  tx.touch(id);
}

export function changeUnit(tx: WriteTx, id: Id, { name, ...fields }: UnitFields): void {
  tx.tier.orm.update(unit).set(fields).where(eq(unit.id, id)).run();
  markPersonalInfo(tx, id);
  setTitle(tx, id, name);
}

export function setMembership(tx: WriteTx, id: Id, changes: Partial<MembershipRow>): void {
  tx.tier.orm.update(unit).set(changes).where(eq(unit.id, id)).run();
  tx.touch(id);
}

/** Seen units of this tier that bear the code. */
export function unitsWithCode(tier: TierFile, uscc: string): { id: Id; title: string }[] {
  return tier.orm
    .select({ id: unit.id, title: item.title })
    .from(unit)
    .innerJoin(item, eq(item.id, unit.id))
    .where(and(eq(unit.uscc, uscc), eq(item.state, 'ACTIVE')))
    .orderBy(asc(item.sortKey), desc(item.id))
    .all();
}

/** A unit whose page names people is personal information; the mark stays when the names go, its history still holds them. */
function markPersonalInfo(tx: WriteTx, id: Id): void {
  if (!holdsPersonalInfo(readUnit(tx.tier, id))) return;
  prepared(tx.tier, 'update item set personal_info = 1 where id = ?').run(id);
}
