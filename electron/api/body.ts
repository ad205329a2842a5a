import { appointmentIds } from '#db/body/appointments.ts';
import { readGroup } from '#db/body/groups.ts';
import { listItems } from '#db/items/nounList.ts';
import { toRef } from '#db/items/queries.ts';
import { readPerson } from '#db/people/queries.ts';
import { all } from '#db/tiers.ts';
import type { Appointment, RelationMap } from '#shared/body/contract.ts';
import { GROUP_TYPES } from '#shared/body/group.ts';
import { showAppointment } from './appointments.ts';
import type { UnlockedContext } from './context.ts';
import { unlocked } from './procedure.ts';
import { linkedRefs } from './shown.ts';

export const body = {
  relationMap: unlocked.body.relationMap.handler(({ context }): RelationMap => {
    const { tiers } = context.vault;
    const offices = currentOffices(context);
    const people = listItems(tiers, 'person', '').map(({ tier, item }) => {
      const own = offices.get(item.id) ?? [];
      return {
        ...toRef(item),
        unitId: linkedRefs(context.vault, item.id, 'UNIT')[0]?.id ?? null,
        staffTier: readPerson(tier, item.id).staffTier,
        isCoordinator: own.some(({ fields }) => fields.role === 'COORDINATOR'),
        offices: own.flatMap(({ group, fields }) => (group ? { groupId: group.id, role: fields.role } : [])),
      };
    });
    const holders = people.filter(({ offices: own, isCoordinator }) => own.length > 0 || isCoordinator);
    const unitIds = new Set(holders.map(({ unitId }) => unitId));
    return {
      groups: listItems(tiers, 'group', '')
        .map(({ tier, item }) => ({
          ...toRef(item),
          type: readGroup(tier, item.id).type,
        }))
        .sort((a, b) => GROUP_TYPES.indexOf(a.type) - GROUP_TYPES.indexOf(b.type)),
      people: holders,
      units: listItems(tiers, 'unit', '').flatMap(({ item }) => (unitIds.has(item.id) ? toRef(item) : [])),
    };
  }),
};

/** Today's offices by person. */
function currentOffices(context: UnlockedContext): Map<string, Appointment[]> {
  const offices = new Map<string, Appointment[]>();
  for (const id of all(context.vault.tiers, (tier) => appointmentIds(tier, null))) {
    const appointment = showAppointment(context, id);
    if (appointment.state !== 'CURRENT' || appointment.person === null) continue;
    offices.set(appointment.person.id, [...(offices.get(appointment.person.id) ?? []), appointment]);
  }
  return offices;
}
