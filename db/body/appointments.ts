import { eq, sql } from 'drizzle-orm';
import type { AppointmentFields } from '#shared/body/appointment.ts';
import type { Id } from '#shared/ids.ts';
import { setTitle } from '../items/queries.ts';
import type { TierFile } from '../open.ts';
import { prepared, preparedQuery } from '../prepared.ts';
import type { WriteTx } from '../write.ts';
import { appointment } from './schema.ts';

const appointmentById = preparedQuery((orm) =>
  orm
    .select()
    .from(appointment)
    .where(eq(appointment.id, sql.placeholder('id')))
    .prepare(),
);

export function readAppointment(tier: TierFile, id: Id): AppointmentFields {
  const row = appointmentById(tier).get({ id });
  if (!row) throw new Error(`${id} is no appointment`);
  const { id: _, ...fields } = row;
  return fields;
}

/** The item's row must be there already. */
export function insertAppointment(tx: WriteTx, id: Id, fields: AppointmentFields): void {
  tx.tier.orm
    .insert(appointment)
    .values({ id, ...fields })
    .run();
  tx.touch(id);
}

export function changeAppointment(tx: WriteTx, id: Id, title: string, fields: AppointmentFields): void {
  tx.tier.orm.update(appointment).set(fields).where(eq(appointment.id, id)).run();
  setTitle(tx, id, title);
}

/** Appointments of one tier that are there, of one person or of all. */
export function appointmentIds(tier: TierFile, personId: Id | null): Id[] {
  const ofPerson =
    personId === null
      ? ''
      : `and exists (select 1 from link l where l.from_id = a.id and l.role = 'APPOINTEE' and l.to_id = ?)`;
  return prepared(
    tier,
    `select a.id from appointment a join item i on i.id = a.id where i.state = 'ACTIVE' ${ofPerson}
     order by a.starts_on desc, a.id desc`,
  )
    .pluck()
    .all(...(personId === null ? [] : [personId])) as Id[];
}

export type Holder = { id: Id; title: string; startsOn: string; endsOn: string | null };

/** Those who were or are to be coordinator, in the register, where each of them lies; newest first. */
export function coordinatorTenures(tier: TierFile): Holder[] {
  return prepared(
    tier,
    `select a.id, i.title, a.starts_on as startsOn, a.ends_on as endsOn from appointment a join item i on i.id = a.id
     where a.role = 'COORDINATOR' and i.state = 'ACTIVE' order by a.starts_on desc, a.id desc`,
  ).all() as Holder[];
}
