import { appointmentsTo, changeGroup, insertGroup, readGroup } from '#db/body/groups.ts';
import { listItems } from '#db/items/nounList.ts';
import { insertItem } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { all } from '#db/tiers.ts';
import { write } from '#db/write.ts';
import { APPOINTMENT_ROLES } from '#shared/body/appointment.ts';
import type { Appointment, Group } from '#shared/body/contract.ts';
import { GROUP_TYPES } from '#shared/body/group.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { newId } from '#shared/ids.ts';
import { showAppointment } from './appointments.ts';
import type { UnlockedContext } from './context.ts';
import { conflict } from './errors.ts';
import { assertVersion, findItem, openTierFor } from './items.ts';
import { unlocked } from './procedure.ts';
import { removeItem } from './removal.ts';
import { headOf } from './shown.ts';

export const groups = {
  list: unlocked.groups.list.handler(({ context }) =>
    listItems(context.vault.tiers, 'group', '')
      .map(({ tier, item }) => show(context, tier, item))
      .sort((a, b) => GROUP_TYPES.indexOf(a.fields.type) - GROUP_TYPES.indexOf(b.fields.type)),
  ),

  create: unlocked.groups.create.handler(({ context, input }) => {
    const { level, fields } = input;
    const { vault } = context;
    const tier = openTierFor(vault, level);
    const id = newId();
    write(tier, vault.writer, { verb: 'group.create' }, (tx) => {
      insertItem(tx, {
        id,
        kind: 'group',
        title: fields.name,
        level,
        term: defaultTerm(level),
        levelFrom: null,
        basis: '',
        personalInfo: false,
      });
      insertGroup(tx, id, fields);
    });
    return showById(context, id);
  }),

  edit: unlocked.groups.edit.handler(({ context, input }) => {
    const { tier, item } = findItem(context.vault, input.id, 'group');
    assertVersion(item, input.version);
    write(tier, context.vault.writer, { verb: 'group.edit' }, (tx) =>
      changeGroup(tx, input.id, input.fields),
    );
    return showById(context, input.id);
  }),

  remove: unlocked.groups.remove.handler(({ context, input }) => {
    const { tier, item } = findItem(context.vault, input.id, 'group');
    assertVersion(item, input.version);
    const current = show(context, tier, item).appointments.filter(({ state }) => state !== 'ENDED');
    if (current.length > 0) throw conflict({ rule: 'GROUP_HAS_PEOPLE', params: { count: current.length } });
    return removeItem(context.vault, input, 'group');
  }),
};

function showById(context: UnlockedContext, id: string): Group {
  const { tier, item } = findItem(context.vault, id, 'group');
  return show(context, tier, item);
}

function show(context: UnlockedContext, tier: TierFile, item: ItemRow): Group {
  const ids = all(context.vault.tiers, (each) => appointmentsTo(each, item.id));
  return {
    ...headOf(context.vault, item),
    fields: { name: item.title, ...readGroup(tier, item.id) },
    appointments: ids.map((id) => showAppointment(context, id)).sort(byRank),
  };
}

/** Ended ones last; of the others leaders first. */
function byRank(a: Appointment, b: Appointment): number {
  const rank = ({ state, fields }: Appointment) =>
    (state === 'ENDED' ? 100 : 0) + APPOINTMENT_ROLES.indexOf(fields.role);
  return rank(a) - rank(b) || (a.fields.startsOn < b.fields.startsOn ? -1 : 1);
}
