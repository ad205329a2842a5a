import { eq, sql } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import { EMPTY_PERSON_FIELDS, type PersonFields } from '#shared/people/person.ts';
import { setTitle } from '../items/queries.ts';
import type { TierFile } from '../open.ts';
import { prepared, preparedQuery } from '../prepared.ts';
import type { WriteTx } from '../write.ts';
import { person } from './schema.ts';

const personById = preparedQuery((orm) =>
  orm
    .select()
    .from(person)
    .where(eq(person.id, sql.placeholder('id')))
    .prepare(),
);

export function readPerson(tier: TierFile, id: Id): Omit<PersonFields, 'name'> {
  const { id: _, ...fields } = personById(tier).get({ id }) ?? BLANK;
  return fields;
}

/** The item's row, titled with the name, must be there already. */
export function insertPerson(tx: WriteTx, id: Id, { name: _, ...fields }: PersonFields): void {
  tx.tier.orm
    .insert(person)
    .values({ id, ...fields })
    .run();
  tx.touch(id);
}

export function changePerson(tx: WriteTx, id: Id, { name, ...fields }: PersonFields): void {
  tx.tier.orm.update(person).set(fields).where(eq(person.id, id)).run();
  setTitle(tx, id, name);
}

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

const BLANK = { id: '', ...EMPTY_PERSON_FIELDS };
