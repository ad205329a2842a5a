import { listItems } from '#db/items/nounList.ts';
import { countLinksTo, insertItem, setLinks } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { changePerson, insertPerson, readPerson } from '#db/people/queries.ts';
import { sum } from '#db/tiers.ts';
import { write } from '#db/write.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { newId } from '#shared/ids.ts';
import type { Person } from '#shared/people/contract.ts';
import type { OpenVault } from '../vault/session.ts';
import { assertVersion, findItem, linkTargets, openTierFor } from './items.ts';
import { ownLinks } from './ownLinks.ts';
import { unlocked } from './procedure.ts';
import { assertUnnamed, removeItem } from './removal.ts';
import { headOf, linkedRefs } from './shown.ts';

export const people = {
  list: unlocked.people.list.handler(({ context: { vault }, input }) =>
    listItems(vault.tiers, 'person', input.text).map(({ tier, item }) => show(vault, tier, item)),
  ),

  get: unlocked.people.get.handler(({ context: { vault }, input }) => showById(vault, input.id)),

  create: unlocked.people.create.handler(({ context: { vault }, input }) => {
    const tier = openTierFor(vault, input.level);
    const units = linkTargets(vault, tier, input.unitId ? [input.unitId] : [], 'unit', 'unitId');
    const id = newId();
    write(tier, vault.writer, { verb: 'person.create' }, (tx) => {
      const { level, fields } = input;
      insertItem(tx, {
        id,
        kind: 'person',
        title: fields.name,
        level,
        term: defaultTerm(level),
        levelFrom: null,
        basis: '',
        // A person's card is personal information by nature (个人信息保护法 art. 4).
        personalInfo: true,
      });
      insertPerson(tx, id, fields);
      setLinks(tx, id, 'UNIT', units);
    });
    return showById(vault, id);
  }),

  edit: unlocked.people.edit.handler(({ context: { vault }, input }) => {
    const { tier, item } = findItem(vault, input.id, 'person');
    assertVersion(item, input.version);
    const units = ownLinks(vault, tier, input.id, 'UNIT', input.unitId ? [input.unitId] : [], 'unitId');
    write(tier, vault.writer, { verb: 'person.edit' }, (tx) => {
      changePerson(tx, input.id, input.fields);
      setLinks(tx, input.id, 'UNIT', units);
    });
    return showById(vault, input.id);
  }),

  remove: unlocked.people.remove.handler(({ context: { vault }, input }) => {
    assertUnnamed(vault, input.id);
    return removeItem(vault, input, 'person');
  }),
};

function showById(vault: OpenVault, id: string): Person {
  const { tier, item } = findItem(vault, id, 'person');
  return show(vault, tier, item);
}

function show(vault: OpenVault, tier: TierFile, item: ItemRow): Person {
  return {
    ...headOf(vault, item),
    fields: { name: item.title, ...readPerson(tier, item.id) },
    unit: linkedRefs(vault, item.id, 'UNIT')[0] ?? null,
    recordCount: sum(vault.tiers, (each) => countLinksTo(each, item.id, 'PERSON', 'record')),
  };
}
