import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readItem, setLinks, setTitle } from '#db/items/queries.ts';
import { KIND_OF_ROLE, type LinkRole } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { find, inOrder } from '#db/tiers.ts';
import { type WriteTx, write } from '#db/write.ts';
import { LEVELS, type Level, type Tier, tierOf } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import type { Id } from '#shared/ids.ts';
import { LINKING, makeTargets } from '../../support/everyLink.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { makePeople } from '../../support/outcomes.ts';
import { makeRecord } from '../../support/records.ts';

let app: TestApp;
let targets: Awaited<ReturnType<typeof makeTargets>>;
beforeAll(async () => {
  app = await openTestVault();
  targets = await makeTargets(app, 'INTERNAL');
});
afterAll(() => app.close());

function vault() {
  if (!app.app.vault) throw new Error('the vault is locked');
  return app.app.vault;
}

function tierOfItem(id: Id): TierFile {
  const found = find(vault().tiers, id);
  if (!found) throw new Error(`${id} is not there`);
  return found.tier;
}

async function setLevel(id: Id, level: Level): Promise<void> {
  const { item } = find(vault().tiers, id) ?? {};
  if (!item || item.level === level) return;
  const up = LEVELS.indexOf(level) > LEVELS.indexOf(item.level);
  await app.client.confidentiality.change({
    id,
    version: item.version,
    level,
    term: defaultTerm(level),
    basis: tierOf(level) === 'register' ? '' : '合作协议第七条',
    reason: up ? 'VALUE_INCREASED' : 'OWNER_CONSENT',
    remark: '',
    personalInfo: false,
    approver: null,
  });
}

/** Where the verb of an edit is not the kind's own. */
const EDITS: Record<string, string> = { maturityPanel: 'maturity.edit', maturitySheet: 'maturity.fillSheet' };

function edit(id: Id, kind: string, change: (tx: WriteTx) => void): string {
  const verb = EDITS[kind] ?? `${kind}.edit`;
  const { deed } = write(tierOfItem(id), vault().writer, { verb }, change);
  if (!deed) throw new Error('nothing was changed');
  return deed;
}

/** Every link that is stored, with the tier it lies in. */
function links(): { tier: Tier; from: Id; role: LinkRole; to: Id }[] {
  return inOrder(vault().tiers).flatMap((tier) =>
    (
      tier.sqlite.prepare('select from_id as "from", role, to_id as "to" from link').all() as {
        from: Id;
        role: LinkRole;
        to: Id;
      }[]
    ).map((row) => ({ tier: tier.tier, ...row })),
  );
}

async function expectInOrder(): Promise<void> {
  const order = inOrder(vault().tiers).map(({ tier }) => tier);
  for (const { tier, from, to } of links()) {
    const ends = [from, to].map((id) => order.indexOf(tierOfItem(id).tier));
    expect(order.indexOf(tier), `a link lies in ${tier}`).toBe(Math.max(...ends));
  }
  for (const { ok, broken } of await app.client.journal.verify())
    expect({ ok, broken }).toMatchObject({ ok: true });
}

const cases = Object.entries(LINKING).flatMap(([kind, { roles }]) =>
  roles.map((role) => ({ kind: kind as keyof typeof LINKING, role })),
);

describe.each(cases)('the $role of a $kind', ({ kind, role }) => {
  test('goes up with its end, is stored below no more, and no undo writes it back', async () => {
    const { id } = await LINKING[kind].make(app, targets, 'INTERNAL');
    const target = { id: targets[KIND_OF_ROLE[role] as keyof typeof targets], kind: KIND_OF_ROLE[role] };
    const below = tierOfItem(id).tier;
    const linked = edit(id, kind, (tx) => {
      setLinks(tx, id, role, [target]);
      setTitle(tx, id, '改过的名称');
    });
    await setLevel(target.id, 'CORE_TRADE_SECRET');
    const found = links().filter((link) => link.from === id && link.to === target.id);
    expect(found).toMatchObject([{ tier: 'core', role }]);
    await expectInOrder();
    await expect(app.client.records.undo({ undo: [linked] })).rejects.toMatchObject({
      data: { problems: [{ rule: 'UNDO_CHANGED_SINCE' }] },
    });

    await setLevel(target.id, 'INTERNAL');
    await expectInOrder();
    const taken = edit(id, kind, (tx) => setLinks(tx, id, role, []));
    await setLevel(target.id, 'CORE_TRADE_SECRET');
    await expect(app.client.records.undo({ undo: [taken] })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { problems: [{ rule: 'UNDO_NAMES_RAISED' }] },
    });
    expect(links().filter((link) => link.to === target.id && link.tier === below)).toEqual([]);
    await expectInOrder();

    const named = edit(id, kind, (tx) => setTitle(tx, id, '又改过的名称'));
    expect(await app.client.records.undo({ undo: [named] })).toEqual({ ids: [id] });
    expect(readItem(tierOfItem(id), id)?.title).toBe('改过的名称');
    await setLevel(target.id, 'INTERNAL');
    await expectInOrder();
  });
});

test('links lie with their more confidential end after any course of edits, decisions and undos', async () => {
  const level = fc.constantFrom<Level>('INTERNAL', 'TRADE_SECRET', 'CORE_TRADE_SECRET');
  const which = fc.nat({ max: 2 });
  const step = fc.oneof(
    fc.record({ does: fc.constant('link' as const), record: which, people: fc.subarray([0, 1, 2]) }),
    fc.record({ does: fc.constant('move' as const), person: which, level }),
    fc.record({ does: fc.constant('moveRecord' as const), record: which, level }),
    fc.record({ does: fc.constant('undo' as const), back: which }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const people: Id[] = [];
      const records: Id[] = [];
      for (const name of ['甲', '乙', '丙']) {
        people.push(...(await makePeople(app.client, [name])));
        records.push((await makeRecord(app.client, `记录${name}`)).id);
      }
      const deeds: string[] = [];
      for (const each of steps) {
        if (each.does === 'move') await setLevel(people[each.person] ?? '', each.level);
        if (each.does === 'moveRecord') await setLevel(records[each.record] ?? '', each.level);
        if (each.does === 'link') {
          const id = records[each.record] ?? '';
          const tier = tierOfItem(id);
          const reach = inOrder(vault().tiers).slice(0, inOrder(vault().tiers).indexOf(tier) + 1);
          const wanted = each.people
            .map((person) => people[person] ?? '')
            .filter((person) => reach.includes(tierOfItem(person)));
          const { deed } = write(tier, vault().writer, { verb: 'record.edit' }, (tx) =>
            setLinks(
              tx,
              id,
              'PERSON',
              wanted.map((person) => ({ id: person, kind: 'person' })),
            ),
          );
          if (deed) deeds.push(deed);
        }
        if (each.does === 'undo') {
          const deed = deeds.at(-1 - each.back);
          if (deed)
            await app.client.records
              .undo({ undo: [deed] })
              .catch((error) => expect(error.code).toBe('CONFLICT'));
        }
        await expectInOrder();
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
