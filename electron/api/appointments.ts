import {
  appointmentIds,
  changeAppointment,
  coordinatorTenures,
  insertAppointment,
  readAppointment,
} from '#db/body/appointments.ts';
import { insertItem, setLinks } from '#db/items/queries.ts';
import { readPerson } from '#db/people/queries.ts';
import { all, find } from '#db/tiers.ts';
import { readSettings } from '#db/vault/queries.ts';
import { write } from '#db/write.ts';
import {
  type AppointmentFields,
  inTheWay,
  lastDayBefore,
  overlaps,
  tenureState,
} from '#shared/body/appointment.ts';
import { appointmentLetter } from '#shared/body/appointmentLetter.ts';
import type { Appointment } from '#shared/body/contract.ts';
import { type Level, tierOf } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { type Id, newId } from '#shared/ids.ts';
import { zhCN } from '#shared/translations/zhCN.ts';
import { offerDocument } from '../documents/offerDocument.ts';
import type { OpenVault } from '../vault/session.ts';
import { todayOf } from './calendarDay.ts';
import type { UnlockedContext } from './context.ts';
import { conflict, invalid } from './errors.ts';
import { assertVersion, findItem, linkTargets, openTierFor } from './items.ts';
import { ownLinks } from './ownLinks.ts';
import { unlocked } from './procedure.ts';
import { removeItem } from './removal.ts';
import { headOf, linkedRefs } from './shown.ts';

export const appointments = {
  list: unlocked.appointments.list.handler(({ context, input }) =>
    all(context.vault.tiers, (tier) => appointmentIds(tier, input.personId))
      .map((id) => showAppointment(context, id))
      .sort((a, b) => (a.fields.startsOn > b.fields.startsOn ? -1 : 1)),
  ),

  coordinators: unlocked.appointments.coordinators.handler(({ context }) =>
    coordinatorTenures(context.vault.register).map(({ id }) => showAppointment(context, id)),
  ),

  create: unlocked.appointments.create.handler(({ context, input }) => {
    const { vault } = context;
    const { level, fields, personId } = input;
    const tier = openTierFor(vault, level);
    const person = linkTargets(vault, tier, [personId], 'person', 'personId');
    const group = linkTargets(vault, tier, groupOf(fields, input.groupId), 'group', 'groupId');
    const handover = fields.role === 'COORDINATOR' ? handoverTo(vault, level, fields, input.succeeds) : null;
    assertNotTwice(context, null, personId, input.groupId, fields);
    const id = newId();
    write(tier, vault.writer, { verb: 'appointment.create' }, (tx) => {
      if (handover) {
        const { item } = findItem(vault, handover.id, 'appointment');
        const before = readAppointment(tx.tier, handover.id);
        changeAppointment(tx, handover.id, item.title, { ...before, endsOn: handover.endsOn });
      }
      insertItem(tx, {
        id,
        kind: 'appointment',
        title: titleOf(vault, personId),
        level,
        term: defaultTerm(level),
        levelFrom: fields.startsOn,
        basis: '',
        personalInfo: true,
      });
      insertAppointment(tx, id, fields);
      setLinks(tx, id, 'APPOINTEE', person);
      setLinks(tx, id, 'GROUP', group);
    });
    return showAppointment(context, id);
  }),

  edit: unlocked.appointments.edit.handler(({ context, input }) => {
    const { vault } = context;
    const { id, fields } = input;
    const { tier, item } = findItem(vault, id, 'appointment');
    assertVersion(item, input.version);
    const group = ownLinks(vault, tier, id, 'GROUP', groupOf(fields, input.groupId), 'groupId');
    const personId = linkedRefs(vault, id, 'APPOINTEE')[0]?.id ?? null;
    if (fields.role === 'COORDINATOR') assertOneCoordinator(vault, item.level, fields, id);
    if (personId) assertNotTwice(context, id, personId, input.groupId, fields);
    write(tier, vault.writer, { verb: 'appointment.edit' }, (tx) => {
      changeAppointment(tx, id, personId ? titleOf(vault, personId) : item.title, fields);
      setLinks(tx, id, 'GROUP', group);
    });
    return showAppointment(context, id);
  }),

  remove: unlocked.appointments.remove.handler(({ context: { vault }, input }) =>
    removeItem(vault, input, 'appointment'),
  ),

  letter: unlocked.appointments.letter.handler(({ context, input }) => {
    const { vault } = context;
    const { fields, person, unit, group, mark, title } = showAppointment(context, input.id);
    const name = person?.title ?? title;
    const letter = appointmentLetter({
      body: readSettings(vault.register).shortName,
      mark,
      name,
      unit: unit?.title ?? '',
      group: group?.title ?? '',
      role: zhCN.body.roles[fields.role],
      fields,
    });
    return offerDocument(vault, letter, input.format, zhCN.body.letter.fileName(name));
  }),
};

export function showAppointment({ app, vault }: UnlockedContext, id: Id): Appointment {
  const { tier, item } = findItem(vault, id, 'appointment');
  const fields = readAppointment(tier, id);
  const person = linkedRefs(vault, id, 'APPOINTEE')[0] ?? null;
  const found = person && find(vault.tiers, person.id);
  return {
    ...headOf(vault, item),
    fields,
    person,
    unit: (person && linkedRefs(vault, person.id, 'UNIT')[0]) ?? null,
    staffTier: found && person ? readPerson(found.tier, person.id).staffTier : '',
    group: linkedRefs(vault, id, 'GROUP')[0] ?? null,
    state: tenureState(fields, todayOf({ app })),
  };
}

/** The coordinator is of no group; every other office is of one. */
function groupOf({ role }: AppointmentFields, groupId: Id | null): Id[] {
  if (role === 'COORDINATOR') return [];
  if (groupId === null) throw invalid({ rule: 'GROUP_REQUIRED', field: 'groupId' });
  return [groupId];
}

/** Who holds the office and is to end the day before; null: nobody does. @throws CONFLICT where others stand in the way */
function handoverTo(
  vault: OpenVault,
  level: Level,
  fields: AppointmentFields,
  succeeds: boolean,
): { id: Id; endsOn: string } | null {
  const [holder, ...others] = assertRegister(vault, level, fields, null);
  if (!holder) return null;
  const endsOn = lastDayBefore(holder, fields.startsOn);
  if (succeeds && others.length === 0 && endsOn !== null && holder.endsOn === null)
    return { id: holder.id, endsOn };
  throw overlapWith(holder);
}

/** @throws CONFLICT where another holds the office in these days */
export function assertOneCoordinator(
  vault: OpenVault,
  level: Level,
  fields: AppointmentFields,
  own: Id,
): void {
  const [other] = assertRegister(vault, level, fields, own);
  if (other) throw overlapWith(other);
}

/** Coordinators lie where every user sees them: only so is it sure that there is one at a time. */
function assertRegister(vault: OpenVault, level: Level, fields: AppointmentFields, own: Id | null) {
  if (tierOf(level) !== 'register') throw invalid({ rule: 'COORDINATOR_IS_KNOWN', field: 'level' });
  return inTheWay(
    fields,
    coordinatorTenures(vault.register).filter(({ id }) => id !== own),
  );
}

function overlapWith({
  title,
  startsOn,
  endsOn,
}: {
  title: string;
  startsOn: string;
  endsOn: string | null;
}) {
  const params = { name: title, from: startsOn, to: endsOn };
  return conflict({ rule: 'COORDINATOR_OVERLAPS', field: 'fields.startsOn', params });
}

/** The same office of the same group cannot be held twice at a time by one person. */
function assertNotTwice(
  context: UnlockedContext,
  own: Id | null,
  personId: Id,
  groupId: Id | null,
  fields: AppointmentFields,
): void {
  const same = all(context.vault.tiers, (tier) => appointmentIds(tier, personId))
    .filter((id) => id !== own)
    .map((id) => showAppointment(context, id))
    .find(
      (other) =>
        other.fields.role === fields.role &&
        (other.group?.id ?? null) === groupId &&
        overlaps(other.fields, fields),
    );
  if (same) {
    const params = { from: same.fields.startsOn };
    throw conflict({ rule: 'APPOINTED_ALREADY', field: 'fields.startsOn', params });
  }
}

function titleOf(vault: OpenVault, personId: Id): string {
  return findItem(vault, personId, 'person').item.title;
}
