import { insertItem, setLinks } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { changeDossier, dossiersOf, insertDossier, readDossier } from '#db/people/dossiers.ts';
import { all } from '#db/tiers.ts';
import { write } from '#db/write.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { newId } from '#shared/ids.ts';
import type { Dossier } from '#shared/people/dossierContract.ts';
import type { OpenVault } from '../vault/session.ts';
import { assertVersion, findItem, linkTargets, openTierFor } from './items.ts';
import { unlocked } from './procedure.ts';
import { removeItem } from './removal.ts';
import { headOf, linkedRefs } from './shown.ts';

export const dossiers = {
  ofPerson: unlocked.dossiers.ofPerson.handler(({ context: { vault }, input }) => {
    findItem(vault, input.personId, 'person');
    return all(vault.tiers, (tier) => dossiersOf(tier, input.personId)).map((id) => showById(vault, id));
  }),

  get: unlocked.dossiers.get.handler(({ context: { vault }, input }) => showById(vault, input.id)),

  create: unlocked.dossiers.create.handler(({ context: { vault }, input }) => {
    const { level, fields } = input;
    const tier = openTierFor(vault, level);
    const subject = linkTargets(vault, tier, [input.personId], 'person', 'personId');
    const { item: person } = findItem(vault, input.personId, 'person');
    const id = newId();
    write(tier, vault.writer, { verb: 'dossier.create' }, (tx) => {
      insertItem(tx, {
        id,
        kind: 'dossier',
        title: person.title,
        level,
        term: defaultTerm(level),
        levelFrom: null,
        basis: '',
        personalInfo: true,
      });
      insertDossier(tx, id, fields);
      setLinks(tx, id, 'SUBJECT', subject);
    });
    return showById(vault, id);
  }),

  edit: unlocked.dossiers.edit.handler(({ context: { vault }, input }) => {
    const { tier, item } = findItem(vault, input.id, 'dossier');
    assertVersion(item, input.version);
    write(tier, vault.writer, { verb: 'dossier.edit' }, (tx) => changeDossier(tx, input.id, input.fields));
    return showById(vault, input.id);
  }),

  remove: unlocked.dossiers.remove.handler(({ context: { vault }, input }) =>
    removeItem(vault, input, 'dossier'),
  ),
};

function showById(vault: OpenVault, id: string): Dossier {
  const { tier, item } = findItem(vault, id, 'dossier');
  return show(vault, tier, item);
}

function show(vault: OpenVault, tier: TierFile, item: ItemRow): Dossier {
  return {
    ...headOf(vault, item),
    fields: readDossier(tier, item.id),
    person: linkedRefs(vault, item.id, 'SUBJECT')[0] ?? null,
  };
}
