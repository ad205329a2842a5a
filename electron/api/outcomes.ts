import { insertItem, setLinks } from '#db/items/queries.ts';
import {
  changeOutcome,
  changeOverride,
  insertOutcome,
  readContributors,
  replaceContributors,
  replaceEvents,
  replaceIpItems,
} from '#db/outcomes/queries.ts';
import { type WriteTx, write } from '#db/write.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import { type IpItem, isPatent } from '#shared/outcomes/intellectualProperty.ts';
import { normalPatentNumber } from '#shared/outcomes/patentNumber.ts';
import { type Contributor, sharesProblem } from '#shared/outcomes/shares.ts';
import type { UnlockedContext } from './context.ts';
import { invalid } from './errors.ts';
import { assertVersion, findItem, linkTargets, openTierFor } from './items.ts';
import { listOutcomes, showOutcome } from './outcomesShown.ts';
import { ownLinks } from './ownLinks.ts';
import { unlocked } from './procedure.ts';
import { removeItem } from './removal.ts';

export const outcomes = {
  list: unlocked.outcomes.list.handler(({ context, input }) =>
    listOutcomes(context, input.text).filter(
      ({ status }) => input.status === null || status === input.status,
    ),
  ),

  get: unlocked.outcomes.get.handler(({ context, input }) => showOutcome(context, input.id)),

  create: unlocked.outcomes.create.handler(({ context, input }) => {
    const { vault } = context;
    const { level, fields, projectId } = input;
    const tier = openTierFor(vault, level);
    const project = linkTargets(vault, tier, projectId ? [projectId] : [], 'project', 'projectId');
    const id = newId();
    write(tier, vault.writer, { verb: 'outcome.create' }, (tx) => {
      insertItem(tx, {
        id,
        kind: 'outcome',
        title: fields.name,
        level,
        term: defaultTerm(level),
        levelFrom: null,
        basis: '',
        personalInfo: false,
      });
      insertOutcome(tx, id, fields);
      setLinks(tx, id, 'OUTCOME_PROJECT', project);
    });
    return showOutcome(context, id);
  }),

  edit: unlocked.outcomes.edit.handler(({ context, input }) => {
    const { vault } = context;
    const { tier } = findItem(vault, input.id, 'outcome');
    const ids = input.projectId ? [input.projectId] : [];
    const project = ownLinks(vault, tier, input.id, 'OUTCOME_PROJECT', ids, 'projectId');
    return change(context, input, 'outcome.edit', (tx) => {
      changeOutcome(tx, input.id, input.fields);
      setLinks(tx, input.id, 'OUTCOME_PROJECT', project);
    });
  }),

  setContributors: unlocked.outcomes.setContributors.handler(({ context, input }) => {
    const { tier } = findItem(context.vault, input.id, 'outcome');
    const problem = sharesProblem(input.contributors);
    if (problem !== null) throw invalid({ ...problem, field: 'contributors' });
    // Who stands there already may have moved out of sight since; only who is new must be there.
    const present = new Set(readContributors(tier, input.id).map(({ partyId }) => partyId));
    const added = input.contributors.filter(({ partyId }) => !present.has(partyId));
    for (const kind of ['person', 'unit'] as const) {
      const ids = added.filter((each) => each.kind === kind).map(({ partyId }) => partyId);
      linkTargets(context.vault, tier, ids, kind, 'contributors');
    }
    return change(context, input, 'outcome.contributors', (tx) =>
      replaceContributors(tx, input.id, distinct(input.contributors)),
    );
  }),

  setIpItems: unlocked.outcomes.setIpItems.handler(({ context, input }) =>
    change(context, input, 'outcome.intellectualProperty', (tx) =>
      replaceIpItems(tx, input.id, distinct(input.ipItems).map(normalised)),
    ),
  ),

  setEvents: unlocked.outcomes.setEvents.handler(({ context, input }) =>
    change(context, input, 'outcome.path', (tx) => replaceEvents(tx, input.id, distinct(input.events))),
  ),

  setAgreements: unlocked.outcomes.setAgreements.handler(({ context, input }) => {
    const { vault } = context;
    const { tier } = findItem(vault, input.id, 'outcome');
    const targets = ownLinks(vault, tier, input.id, 'AGREEMENT', input.agreementIds, 'agreementIds');
    return change(context, input, 'outcome.agreements', (tx) => setLinks(tx, input.id, 'AGREEMENT', targets));
  }),

  overrideStatus: unlocked.outcomes.overrideStatus.handler(({ context, input }) =>
    change(
      context,
      input,
      input.override === null ? 'outcome.deriveStatus' : 'outcome.overrideStatus',
      (tx) => changeOverride(tx, input.id, input.override),
      input.override?.reason,
    ),
  ),

  remove: unlocked.outcomes.remove.handler(({ context: { vault }, input }) =>
    removeItem(vault, input, 'outcome'),
  ),
};

function change(
  context: UnlockedContext,
  { id, version }: { id: Id; version: number },
  verb: string,
  change: (tx: WriteTx) => void,
  reason = '',
): OutcomeDetail {
  const { vault } = context;
  const { tier, item } = findItem(vault, id, 'outcome');
  assertVersion(item, version);
  write(tier, vault.writer, { verb, reason }, change);
  return showOutcome(context, id);
}

/** Rows keep the ids the screen gave them; two of one id are a fault of the caller. */
function distinct<Row extends Contributor | IpItem | { id: Id }>(rows: readonly Row[]): Row[] {
  if (new Set(rows.map(({ id }) => id)).size < rows.length) throw invalid({ rule: 'FIELD_INVALID' });
  return [...rows];
}

/** Patent numbers have one spelling in the register; other numbers stay as they are on their papers. */
function normalised(item: IpItem): IpItem {
  return isPatent(item.kind) ? { ...item, number: normalPatentNumber(item.number) } : item;
}
