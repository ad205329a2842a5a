import { appointmentIds } from '#db/body/appointments.ts';
import {
  changeRuleset,
  insertRuleset,
  type RuleReadingRow,
  readReadings,
  readRuleset,
  readVersions,
  setReadings,
  setVersions,
} from '#db/body/rulesets.ts';
import { listItems } from '#db/items/nounList.ts';
import { insertItem } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { all } from '#db/tiers.ts';
import { type WriteTx, write } from '#db/write.ts';
import type { Ruleset } from '#shared/body/contract.ts';
import { type RuleReading, type RuleVersionFields, versionInForce } from '#shared/body/ruleset.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { ItemRef } from '#shared/items.ts';
import { showAppointment } from './appointments.ts';
import { todayOf } from './calendarDay.ts';
import { assertCitation } from './citations.ts';
import type { UnlockedContext } from './context.ts';
import { conflict, invalid, notFound } from './errors.ts';
import { assertVersion, findItem, linkTargets, openTierFor } from './items.ts';
import { unlocked } from './procedure.ts';
import { assertUnnamed, removeItem } from './removal.ts';
import { headOf, refOf } from './shown.ts';

export const rulesets = {
  list: unlocked.rulesets.list.handler(({ context }) => {
    const holders = officeHolders(context);
    return listItems(context.vault.tiers, 'ruleset', '').map(({ tier, item }) =>
      show(context, tier, item, holders),
    );
  }),

  get: unlocked.rulesets.get.handler(({ context, input }) => showById(context, input.id)),

  create: unlocked.rulesets.create.handler(({ context, input }) => {
    const { level, fields, first } = input;
    const { vault } = context;
    const tier = openTierFor(vault, level);
    assertCitation(vault, tier, first.paper, 'first.paper');
    const id = newId();
    write(tier, vault.writer, { verb: 'ruleset.create' }, (tx) => {
      insertItem(tx, {
        id,
        kind: 'ruleset',
        title: fields.title,
        level,
        term: defaultTerm(level),
        levelFrom: first.adoptedOn,
        basis: '',
        personalInfo: false,
      });
      insertRuleset(tx, id, fields);
      setVersions(tx, id, [first]);
    });
    return showById(context, id);
  }),

  edit: unlocked.rulesets.edit.handler(({ context, input }) =>
    changed(context, input, 'ruleset.edit', (tx) => changeRuleset(tx, input.id, input.fields)),
  ),

  remove: unlocked.rulesets.remove.handler(({ context: { vault }, input }) => {
    // Decisions keep the version of the rules by which they were taken.
    assertUnnamed(vault, input.id);
    return removeItem(vault, input, 'ruleset');
  }),

  addVersion: unlocked.rulesets.addVersion.handler(({ context, input }) =>
    changed(context, input, 'ruleset.addVersion', (tx) => {
      const before = readVersions(tx.tier, input.id);
      assertNumberFree(before, input.fields);
      assertCitation(context.vault, tx.tier, input.fields.paper, 'fields.paper');
      setVersions(tx, input.id, [...before, input.fields]);
    }),
  ),

  correctVersion: unlocked.rulesets.correctVersion.handler(({ context, input }) =>
    changed(context, input, 'ruleset.correctVersion', (tx) => {
      const before = readVersions(tx.tier, input.id);
      if (!before.some(({ id }) => id === input.versionId)) throw notFound();
      if (readReadings(tx.tier, input.id).some(({ versionId }) => versionId === input.versionId))
        throw conflict({ rule: 'RULE_VERSION_READ' });
      const kept = before.map(({ paper }) => paper);
      assertCitation(context.vault, tx.tier, input.fields.paper, 'fields.paper', kept);
      assertNumberFree(
        before.filter(({ id }) => id !== input.versionId),
        input.fields,
      );
      setVersions(
        tx,
        input.id,
        before.map((each) => (each.id === input.versionId ? { ...each, ...input.fields } : each)),
      );
    }),
  ),

  recordReading: unlocked.rulesets.recordReading.handler(({ context, input }) => {
    const { tier } = findItem(context.vault, input.id, 'ruleset');
    const added = readingsOf(context, tier, input.reading);
    return changed(context, input, 'ruleset.read', (tx) => {
      const version = readVersions(tx.tier, input.id).find(({ id }) => id === input.reading.versionId);
      if (!version) throw notFound();
      if (added.some(({ readOn }) => readOn < version.adoptedOn))
        throw invalid({ rule: 'READ_BEFORE_ADOPTED', field: 'reading.readOn' });
      const before = readReadings(tx.tier, input.id);
      const fresh = added.filter((one) => !before.some((other) => isSameReading(one, other)));
      setReadings(tx, input.id, [...before, ...fresh]);
    });
  }),
};

function changed(
  context: UnlockedContext,
  { id, version }: { id: Id; version: number },
  verb: string,
  change: (tx: WriteTx) => void,
): Ruleset {
  const { tier, item } = findItem(context.vault, id, 'ruleset');
  assertVersion(item, version);
  write(tier, context.vault.writer, { verb }, change);
  return showById(context, id);
}

function assertNumberFree(versions: readonly { number: string }[], { number }: RuleVersionFields): void {
  if (versions.some((version) => version.number === number))
    throw invalid({ rule: 'RULE_NUMBER_TAKEN', field: 'fields.number', params: { number } });
}

/** Named people must lie no higher than the rules they have read: their names stand in the log. */
function readingsOf(
  { app, vault }: UnlockedContext,
  tier: TierFile,
  { versionId, readOn: given, personIds }: RuleReading,
): RuleReadingRow[] {
  const today = todayOf({ app });
  const readOn = given ?? today;
  if (readOn > today) throw invalid({ rule: 'READ_IN_FUTURE', field: 'reading.readOn' });
  const shared = { versionId, readOn, recordedBy: vault.me.name };
  if (personIds.length === 0)
    return [{ ...shared, readerName: vault.me.name, personId: null, userId: vault.me.id }];
  return linkTargets(vault, tier, personIds, 'person', 'reading.personIds').map(({ id }) => ({
    ...shared,
    readerName: findItem(vault, id, 'person').item.title,
    personId: id,
    userId: null,
  }));
}

function isSameReading(a: RuleReadingRow, b: RuleReadingRow): boolean {
  return a.versionId === b.versionId && a.personId === b.personId && a.userId === b.userId;
}

/** Everybody with an office today, once. */
function officeHolders(context: UnlockedContext): ItemRef[] {
  const people = all(context.vault.tiers, (tier) => appointmentIds(tier, null))
    .map((id) => showAppointment(context, id))
    .filter(({ state }) => state === 'CURRENT')
    .flatMap(({ person }) => person ?? []);
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

function showById(context: UnlockedContext, id: Id): Ruleset {
  const { tier, item } = findItem(context.vault, id, 'ruleset');
  return show(context, tier, item, officeHolders(context));
}

function show(
  { app, vault }: UnlockedContext,
  tier: TierFile,
  item: ItemRow,
  holders: readonly ItemRef[],
): Ruleset {
  const versions = readVersions(tier, item.id);
  const readings = readReadings(tier, item.id);
  const inForce = versionInForce(versions, todayOf({ app }));
  const ofVersion = (id: Id) => readings.filter(({ versionId }) => versionId === id);
  const current = inForce ? ofVersion(inForce.id) : [];
  return {
    ...headOf(vault, item),
    fields: { title: item.title, ...readRuleset(tier, item.id) },
    versions: [...versions]
      .sort((a, b) => (a.effectiveOn > b.effectiveOn ? -1 : 1))
      .map(({ id, ...fields }) => ({
        ...fields,
        id,
        inForce: id === inForce?.id,
        readings: ofVersion(id).map((reading) => ({
          id: reading.id,
          reader: reading.readerName,
          person: reading.personId ? refOf(vault.tiers, reading.personId) : null,
          readOn: reading.readOn,
          recordedBy: reading.recordedBy,
        })),
      })),
    unread: inForce ? holders.filter(({ id }) => !current.some(({ personId }) => personId === id)) : [],
    readByMe: inForce ? current.some(({ userId }) => userId === vault.me.id) : null,
  };
}
