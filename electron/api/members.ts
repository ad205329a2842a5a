import { listItems } from '#db/items/nounList.ts';
import { countLinksTo, insertItem } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import { changeUnit, insertUnit, readUnit } from '#db/members/queries.ts';
import type { TierFile } from '#db/open.ts';
import { sum } from '#db/tiers.ts';
import { write } from '#db/write.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { newId } from '#shared/ids.ts';
import type { Unit } from '#shared/members/contract.ts';
import type { OpenVault } from '../vault/session.ts';
import { assertVersion, findItem, openTierFor } from './items.ts';
import { unlocked } from './procedure.ts';
import { headOf } from './shown.ts';

export const members = {
  list: unlocked.members.list.handler(({ context: { vault }, input }) =>
    listItems(vault.tiers, 'unit', input.text).map(({ tier, item }) => show(vault, tier, item)),
  ),

  get: unlocked.members.get.handler(({ context: { vault }, input }) => showById(vault, input.id)),

  create: unlocked.members.create.handler(({ context: { vault }, input }) => {
    const { level, fields } = input;
    const tier = openTierFor(vault, level);
    const id = newId();
    write(tier, vault.writer, { verb: 'unit.create' }, (tx) => {
      insertItem(tx, {
        id,
        kind: 'unit',
        title: fields.name,
        level,
        term: defaultTerm(level),
        levelFrom: null,
        basis: '',
        personalInfo: false,
      });
      insertUnit(tx, id, fields);
    });
    return showById(vault, id);
  }),

  edit: unlocked.members.edit.handler(({ context: { vault }, input }) => {
    const { tier, item } = findItem(vault, input.id, 'unit');
    assertVersion(item, input.version);
    write(tier, vault.writer, { verb: 'unit.edit' }, (tx) => changeUnit(tx, input.id, input.fields));
    return showById(vault, input.id);
  }),
};

function showById(vault: OpenVault, id: string): Unit {
  const { tier, item } = findItem(vault, id, 'unit');
  return show(vault, tier, item);
}

function show(vault: OpenVault, tier: TierFile, item: ItemRow): Unit {
  return {
    ...headOf(vault, item),
    fields: { name: item.title, ...readUnit(tier, item.id) },
    peopleCount: sum(vault.tiers, (each) => countLinksTo(each, item.id, 'UNIT')),
  };
}
