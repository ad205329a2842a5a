import { listItems } from '#db/items/nounList.ts';
import { insertItem } from '#db/items/queries.ts';
import { changeUnit, insertUnit, readUnit, readUnitRow, unitsWithCode } from '#db/members/queries.ts';
import type { TierFile } from '#db/open.ts';
import { all } from '#db/tiers.ts';
import { write } from '#db/write.ts';
import { namedChanges } from '#shared/changes.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { type Id, newId } from '#shared/ids.ts';
import { BLANK_PARTICULARS, type UnitFields, unitProblems } from '#shared/members/unit.ts';
import type { OpenVault } from '../vault/session.ts';
import { todayOf } from './calendarDay.ts';
import type { UnlockedContext } from './context.ts';
import { conflict, invalid, notAllowed } from './errors.ts';
import { assertVersion, findItem, openTierFor } from './items.ts';
import { memberMeasures } from './memberMeasures.ts';
import { memberRows } from './memberRows.ts';
import { factsOfTier, showUnit, showUnitDetail } from './memberView.ts';
import { unlocked } from './procedure.ts';
import { assertUnnamed, removeItem } from './removal.ts';

export const members = {
  list: unlocked.members.list.handler(({ context, input }) => {
    const { vault } = context;
    const facts = new Map<TierFile, ReturnType<typeof factsOfTier>>();
    return listItems(vault.tiers, 'unit', input.text).map(({ tier, item }) => {
      const known = facts.get(tier) ?? factsOfTier(tier, todayOf(context));
      facts.set(tier, known);
      return showUnit(vault, tier, item, known);
    });
  }),

  get: unlocked.members.get.handler(({ context, input }) =>
    showUnitDetail(context.vault, input.id, todayOf(context)),
  ),

  create: unlocked.members.create.handler(({ context, input }) => {
    const { vault } = context;
    const { level } = input;
    const { name, shortName, role, note, ...particulars } = input.fields;
    const own = { name, shortName, role, note };
    const fields: UnitFields = { ...BLANK_PARTICULARS, ...own, ...namedChanges(particulars) };
    const tier = openTierFor(vault, level);
    const id = newId();
    assertFields(context, id, fields);
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
    return showUnitDetail(vault, id, todayOf(context));
  }),

  edit: unlocked.members.edit.handler(({ context, input }) => {
    const { vault } = context;
    const { tier, item } = findItem(vault, input.id, 'unit');
    assertVersion(item, input.version);
    const fields = { name: item.title, ...readUnit(tier, item.id), ...namedChanges(input.fields) };
    assertFields(context, item.id, fields);
    write(tier, vault.writer, { verb: 'unit.edit' }, (tx) => changeUnit(tx, input.id, fields));
    return showUnitDetail(vault, input.id, todayOf(context));
  }),

  remove: unlocked.members.remove.handler(({ context: { vault }, input }) => {
    const { tier } = findItem(vault, input.id, 'unit');
    if (readUnitRow(tier, input.id)?.memberSince) throw notAllowed({ rule: 'UNIT_WAS_MEMBER' });
    assertUnnamed(vault, input.id);
    return removeItem(vault, input, 'unit');
  }),

  ...memberRows,
  ...memberMeasures,
};

/** @throws INVALID for what cannot be; CONFLICT where another unit bears the code. */
function assertFields(context: UnlockedContext, id: Id, fields: UnitFields): void {
  const problems = unitProblems(fields, todayOf(context));
  if (problems.length > 0) throw invalid(...problems);
  assertCodeFree(context.vault, id, fields.uscc);
}

/** @throws CONFLICT where another unit bears the code */
export function assertCodeFree(vault: OpenVault, id: Id, uscc: string): void {
  if (uscc === '') return;
  const other = all(vault.tiers, (tier) => unitsWithCode(tier, uscc)).find((each) => each.id !== id);
  if (other) throw conflict({ rule: 'USCC_TAKEN', field: 'fields.uscc', params: { unit: other.title } });
}
