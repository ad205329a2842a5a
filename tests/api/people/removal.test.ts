import { afterEach, beforeEach, expect, it } from 'vitest';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
});
afterEach(() => app.close());

const USCC = '91350100M000100Y43';

function addUnit(name: string, uscc = '') {
  const fields = { name, shortName: name, role: 'INDUSTRY' as const, note: '', uscc };
  return app.client.members.create({ fields, level: 'INTERNAL' });
}
function addPerson(name: string, unitId: string | null = null) {
  return app.client.people.create({ fields: { ...EMPTY_PERSON_FIELDS, name }, level: 'INTERNAL', unitId });
}
const removal = ({ id, version }: { id: string; version: number }) => ({ id, version, reason: '重复登记' });

it('takes away a person and a unit that nothing names, and brings them back', async () => {
  const unit = await addUnit('砚湖生物');
  const person = await addPerson('王一', unit.id);
  await expect(app.client.members.remove(removal(unit))).rejects.toMatchObject({
    data: { problems: [{ rule: 'STILL_NAMED', params: { title: '王一', count: 1 } }] },
  });
  const gone = await app.client.people.remove(removal(person));
  expect(await app.client.people.list({ text: '' })).toEqual([]);
  await app.client.members.remove(removal(unit));
  expect(await app.client.members.list({ text: '' })).toEqual([]);
  await app.client.records.undo({ undo: [gone.undo ?? ''] });
  expect(await app.client.people.list({ text: '' })).toMatchObject([{ title: '王一' }]);
});

it('keeps whom a row names: an attendee, an expert, a contributor', async () => {
  const person = await addPerson('王一');
  const meeting = await app.client.meetings.create({
    level: 'TRADE_SECRET',
    fields: {
      name: '理事会',
      type: 'COUNCIL',
      issueYear: null,
      issueNo: null,
      heldOn: '2026-11-10',
      startsAt: '',
      endsAt: '',
      place: '',
    },
    projectId: null,
    likeId: null,
  });
  const attendee = {
    id: 'new',
    personId: person.id,
    name: '王一',
    unitName: '',
    attendance: 'PRESENT' as const,
    duty: '' as const,
  };
  const edited = await app.client.meetings.edit({
    id: meeting.id,
    version: meeting.version,
    changes: { attendees: [attendee] },
  });
  await expect(app.client.people.remove(removal(person))).rejects.toMatchObject({
    data: { problems: [{ rule: 'STILL_NAMED', params: { title: '理事会' } }] },
  });
  await app.client.meetings.edit({ id: meeting.id, version: edited.version, changes: { attendees: [] } });
  await app.client.people.remove(removal(person));
});

it('keeps a member, and asks for every level', async () => {
  const unit = await addUnit('砚湖生物');
  const member = await app.client.members.setStanding({
    id: unit.id,
    version: unit.version,
    standing: { category: 'REGULAR', voteWeight: 1, benefitWeight: 1, since: '2024-01-01' },
    reason: '簿库启用前入盟',
  });
  await expect(app.client.members.remove(removal(member))).rejects.toMatchObject({
    data: { problems: [{ rule: 'UNIT_WAS_MEMBER' }] },
  });
  const person = await addPerson('王一');
  const userId = (
    await app.client.vault.addUser({ name: '小林', passphrase: PASSPHRASE, clearance: 'register' })
  ).id;
  app = await app.restart();
  await app.client.vault.unlock({ userId, passphrase: PASSPHRASE });
  await expect(app.client.people.remove(removal(person))).rejects.toMatchObject({
    data: { problems: [{ rule: 'EVERY_TIER_NEEDED' }] },
  });
});

it('does not bring a unit back whose code another took meanwhile', async () => {
  const unit = await addUnit('砚湖生物', USCC);
  const { undo } = await app.client.members.remove(removal(unit));
  await addUnit('砚湖生物技术有限公司', USCC);
  await expect(app.client.records.undo({ undo: [undo ?? ''] })).rejects.toMatchObject({
    data: { problems: [{ rule: 'USCC_TAKEN' }] },
  });
  expect(await app.client.members.list({ text: '' })).toMatchObject([{ title: '砚湖生物技术有限公司' }]);
});

it('takes back the removal of groups, appointments, rules and outcomes', async () => {
  const person = await addPerson('王一');
  const group = await app.client.groups.create({
    level: 'INTERNAL',
    fields: { name: '项目组', type: 'PROJECT', functions: [], duties: '', note: '' },
  });
  const office = await app.client.appointments.create({
    level: 'INTERNAL',
    personId: person.id,
    groupId: group.id,
    succeeds: false,
    fields: {
      role: 'LEADER',
      duty: '',
      startsOn: '2026-01-01',
      endsOn: null,
      letterNo: '',
      basis: '',
      note: '',
    },
  });
  const away = await app.client.appointments.remove(removal(office));
  const dissolved = await app.client.groups.remove(removal(group));
  await app.client.records.undo({ undo: [dissolved.undo ?? ''] });
  await app.client.records.undo({ undo: [away.undo ?? ''] });
  expect(await app.client.groups.list()).toMatchObject([
    { title: '项目组', appointments: [{ person: { title: '王一' } }] },
  ]);
});

it('does not bring a coordinator back beside the one who holds the office by now', async () => {
  const office = async (name: string) =>
    app.client.appointments.create({
      level: 'INTERNAL',
      personId: (await addPerson(name)).id,
      groupId: null,
      succeeds: false,
      fields: {
        role: 'COORDINATOR',
        duty: '',
        startsOn: '2026-01-01',
        endsOn: null,
        letterNo: '',
        basis: '',
        note: '',
      },
    });
  const { undo } = await app.client.appointments.remove(removal(await office('甲')));
  await office('乙');
  await expect(app.client.records.undo({ undo: [undo ?? ''] })).rejects.toMatchObject({
    data: { problems: [{ rule: 'COORDINATOR_OVERLAPS' }] },
  });
  expect(await app.client.appointments.coordinators()).toMatchObject([{ title: '乙' }]);
});
