import { listItems } from '#db/items/nounList.ts';
import { countLinksTo, insertItem, setLinks } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { changeProject, insertProject, readProject } from '#db/projects/queries.ts';
import { sum } from '#db/tiers.ts';
import { write } from '#db/write.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { newId } from '#shared/ids.ts';
import type { Project } from '#shared/projects/contract.ts';
import type { ProjectFields } from '#shared/projects/project.ts';
import type { OpenVault } from '../vault/session.ts';
import { invalid } from './errors.ts';
import { assertVersion, findItem, linkTargets, openTierFor } from './items.ts';
import { ownLinks } from './ownLinks.ts';
import { unlocked } from './procedure.ts';
import { headOf, linkedRefs } from './shown.ts';

export const projects = {
  list: unlocked.projects.list.handler(({ context: { vault }, input }) =>
    listItems(vault.tiers, 'project', input.text).map(({ tier, item }) => show(vault, tier, item)),
  ),

  get: unlocked.projects.get.handler(({ context: { vault }, input }) => showById(vault, input.id)),

  create: unlocked.projects.create.handler(({ context: { vault }, input }) => {
    const { level, fields } = input;
    assertSpan(fields);
    const tier = openTierFor(vault, level);
    const lead = linkTargets(vault, tier, input.leadId ? [input.leadId] : [], 'unit', 'leadId');
    const id = newId();
    write(tier, vault.writer, { verb: 'project.create' }, (tx) => {
      insertItem(tx, {
        id,
        kind: 'project',
        title: fields.name,
        level,
        term: defaultTerm(level),
        levelFrom: fields.startedOn,
        basis: '',
        personalInfo: false,
      });
      insertProject(tx, id, fields);
      setLinks(tx, id, 'UNIT', lead);
    });
    return showById(vault, id);
  }),

  edit: unlocked.projects.edit.handler(({ context: { vault }, input }) => {
    assertSpan(input.fields);
    const { tier, item } = findItem(vault, input.id, 'project');
    assertVersion(item, input.version);
    const lead = ownLinks(vault, tier, input.id, 'UNIT', input.leadId ? [input.leadId] : [], 'leadId');
    write(tier, vault.writer, { verb: 'project.edit' }, (tx) => {
      changeProject(tx, input.id, input.fields);
      setLinks(tx, input.id, 'UNIT', lead);
    });
    return showById(vault, input.id);
  }),
};

function assertSpan({ startedOn, endedOn }: ProjectFields): void {
  if (startedOn && endedOn && endedOn < startedOn)
    throw invalid({ rule: 'ENDS_BEFORE_START', field: 'fields.endedOn' });
}

function showById(vault: OpenVault, id: string): Project {
  const { tier, item } = findItem(vault, id, 'project');
  return show(vault, tier, item);
}

function show(vault: OpenVault, tier: TierFile, item: ItemRow): Project {
  return {
    ...headOf(vault, item),
    fields: { name: item.title, ...readProject(tier, item.id) },
    lead: linkedRefs(vault, item.id, 'UNIT')[0] ?? null,
    recordCount: sum(vault.tiers, (each) => countLinksTo(each, item.id, 'PROJECT', 'record')),
  };
}
