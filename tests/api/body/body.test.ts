import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { offeredAnswer } from '#electron/documents/offer.ts';
import type { AppointmentFields } from '#shared/body/appointment.ts';
import type { Level } from '#shared/confidentiality/levels.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
});
afterEach(() => app.close());

const OFFICE: AppointmentFields = {
  role: 'MEMBER',
  duty: '',
  startsOn: '2026-01-01',
  endsOn: null,
  letterNo: '',
  basis: '',
  note: '',
};

async function addPerson(
  name: string,
  level: Level = 'INTERNAL',
  unitId: string | null = null,
): Promise<string> {
  return (await app.client.people.create({ fields: { ...EMPTY_PERSON_FIELDS, name }, level, unitId })).id;
}

async function addGroup(name = '管理组', level: Level = 'INTERNAL') {
  const fields = { name, type: 'MANAGEMENT' as const, functions: ['ARCHIVES', '秘书'], duties: '', note: '' };
  return app.client.groups.create({ level, fields });
}

async function appoint(
  personId: string,
  groupId: string | null,
  fields: Partial<AppointmentFields>,
  succeeds = false,
) {
  return app.client.appointments.create({
    level: 'INTERNAL',
    personId,
    groupId,
    fields: { ...OFFICE, ...fields },
    succeeds,
  });
}

describe('groups', () => {
  it('list who is in them, leaders first and ended ones last', async () => {
    const group = await addGroup();
    await appoint(await addPerson('甲'), group.id, {});
    await appoint(await addPerson('乙'), group.id, { role: 'LEADER' });
    await appoint(await addPerson('丙'), group.id, {
      role: 'LEADER',
      startsOn: '2025-01-01',
      endsOn: '2025-12-31',
    });
    const [shown] = await app.client.groups.list();
    expect(shown?.fields.functions).toEqual(['ARCHIVES', '秘书']);
    expect(shown?.appointments.map(({ title, state }) => [title, state])).toEqual([
      ['乙', 'CURRENT'],
      ['甲', 'CURRENT'],
      ['丙', 'ENDED'],
    ]);
  });

  it('cannot be dissolved while somebody holds an office in them', async () => {
    const group = await addGroup();
    const office = await appoint(await addPerson('甲'), group.id, {});
    const removal = { id: group.id, version: group.version, reason: '' };
    await expect(app.client.groups.remove(removal)).rejects.toMatchObject({
      data: { problems: [{ rule: 'GROUP_HAS_PEOPLE', params: { count: 1 } }] },
    });
    const fields = { ...office.fields, endsOn: '2026-11-19' };
    await app.client.appointments.edit({ id: office.id, version: office.version, groupId: group.id, fields });
    await app.client.groups.remove(removal);
    expect(await app.client.groups.list()).toEqual([]);
  });
});

describe('appointments', () => {
  it('need a group, except the coordinator', async () => {
    const personId = await addPerson('甲');
    await expect(appoint(personId, null, {})).rejects.toMatchObject({
      data: { problems: [{ rule: 'GROUP_REQUIRED', field: 'groupId' }] },
    });
  });

  it('are not made twice for the same time', async () => {
    const personId = await addPerson('甲');
    const group = await addGroup();
    await appoint(personId, group.id, {});
    await expect(appoint(personId, group.id, { startsOn: '2026-06-01' })).rejects.toMatchObject({
      data: { problems: [{ rule: 'APPOINTED_ALREADY' }] },
    });
    await appoint(personId, group.id, { role: 'SECRETARY', startsOn: '2026-06-01' });
  });

  it('cannot name a person above their own level', async () => {
    const group = await addGroup();
    const secret = await addPerson('甲', 'TRADE_SECRET');
    await expect(appoint(secret, group.id, {})).rejects.toMatchObject({
      data: { problems: [{ rule: 'LINK_TARGET_MORE_CONFIDENTIAL', field: 'personId' }] },
    });
  });
});

describe('the coordinator', () => {
  it('is one at a time: an overlap is refused, a succession ends the former the day before', async () => {
    await appoint(await addPerson('甲'), null, { role: 'COORDINATOR', startsOn: '2024-01-01' });
    const second = await addPerson('乙');
    await expect(
      appoint(second, null, { role: 'COORDINATOR', startsOn: '2026-07-01' }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { problems: [{ rule: 'COORDINATOR_OVERLAPS', params: { name: '甲' } }] },
    });
    await appoint(second, null, { role: 'COORDINATOR', startsOn: '2026-07-01' }, true);
    const tenures = (await app.client.appointments.coordinators()).map(({ title, fields, state }) => [
      title,
      fields.endsOn,
      state,
    ]);
    expect(tenures).toEqual([
      ['乙', null, 'CURRENT'],
      ['甲', '2026-06-30', 'ENDED'],
    ]);
  });

  it('cannot come to overlap by an edit, nor be hidden from anybody', async () => {
    const first = await appoint(await addPerson('甲'), null, {
      role: 'COORDINATOR',
      startsOn: '2024-01-01',
      endsOn: '2025-12-31',
    });
    const second = await addPerson('乙');
    await appoint(second, null, { role: 'COORDINATOR', startsOn: '2026-01-01' });
    await expect(
      app.client.appointments.edit({
        id: first.id,
        version: first.version,
        groupId: null,
        fields: { ...first.fields, endsOn: '2026-01-01' },
      }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'COORDINATOR_OVERLAPS' }] } });
    await expect(
      app.client.appointments.create({
        level: 'TRADE_SECRET',
        personId: second,
        groupId: null,
        fields: { ...OFFICE, role: 'COORDINATOR', startsOn: '2030-01-01' },
        succeeds: false,
      }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'COORDINATOR_IS_KNOWN' }] } });
  });
});

it('the coordinator cannot be raised out of sight', async () => {
  const office = await appoint(await addPerson('甲'), null, { role: 'COORDINATOR' });
  await expect(
    app.client.confidentiality.change({
      id: office.id,
      version: office.version,
      level: 'TRADE_SECRET',
      term: 'P5Y',
      basis: '决议第三条',
      reason: 'SET_TOO_LOW',
      remark: '',
      personalInfo: true,
      approver: null,
    }),
  ).rejects.toMatchObject({ data: { problems: [{ rule: 'COORDINATOR_IS_KNOWN', field: 'level' }] } });
});

describe('the letter of appointment', () => {
  it.each(['DOCX', 'PDF'] as const)('comes out as %s', async (format) => {
    const group = await addGroup();
    const office = await appoint(await addPerson('甲'), group.id, {
      duty: '管理组组长',
      letterNo: '2026-01',
    });
    const { address, name } = await app.client.appointments.letter({ id: office.id, format });
    const { vault } = app.app;
    const answer = vault && offeredAnswer(vault, address);
    expect(name).toBe(`聘书_甲.${format.toLowerCase()}`);
    const start = Buffer.from((await answer?.read(0, 4)) ?? []).toString('latin1');
    expect(start).toBe(format === 'PDF' ? '%PDF' : 'PK\u0003\u0004');
  });
});

describe('charter and rules', () => {
  const VERSION = {
    number: '1.0',
    adoptedOn: '2026-01-10',
    effectiveOn: '2026-02-01',
    adoptedBy: '理事会',
    paper: null,
    text: '第一条 ……',
  };

  async function enter() {
    const fields = { title: '章程', type: 'CHARTER' as const, note: '' };
    return app.client.rulesets.create({ level: 'INTERNAL', fields, first: VERSION });
  }

  it('know the version in force, who has read it and who has not', async () => {
    const group = await addGroup();
    const reader = await addPerson('甲');
    await appoint(reader, group.id, {});
    const other = await addPerson('乙');
    await appoint(other, group.id, {});
    const made = await enter();
    const [version] = made.versions;
    expect(version?.inForce).toBe(true);
    expect(made.unread.map(({ title }) => title).sort()).toEqual(['乙', '甲'].sort());
    const reading = { versionId: version?.id ?? '', readOn: '2026-11-01', personIds: [reader] };
    const read = await app.client.rulesets.recordReading({ id: made.id, version: made.version, reading });
    expect(read.unread.map(({ title }) => title)).toEqual(['乙']);
    expect(read.readByMe).toBe(false);
    const mine = await app.client.rulesets.recordReading({
      id: made.id,
      version: read.version,
      reading: { ...reading, personIds: [] },
    });
    expect(mine.readByMe).toBe(true);
    expect(mine.versions[0]?.readings.map((one) => one.reader)).toEqual(['甲', '总协调人']);
  });

  it('a new version has to be read anew, and the old one stays as it was', async () => {
    const made = await enter();
    const versionId = made.versions[0]?.id ?? '';
    const read = await app.client.rulesets.recordReading({
      id: made.id,
      version: made.version,
      reading: { versionId, readOn: '2026-11-20', personIds: [] },
    });
    const fields = { ...VERSION, text: '改过' };
    await expect(
      app.client.rulesets.correctVersion({ id: made.id, version: read.version, versionId, fields }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'RULE_VERSION_READ' }] } });
    await expect(
      app.client.rulesets.addVersion({ id: made.id, version: read.version, fields }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'RULE_NUMBER_TAKEN' }] } });
    const second = await app.client.rulesets.addVersion({
      id: made.id,
      version: read.version,
      fields: { ...fields, number: '2.0', adoptedOn: '2026-10-01', effectiveOn: '2026-11-01' },
    });
    expect(second.readByMe).toBe(false);
    expect(second.versions.map(({ number, inForce, text }) => [number, inForce, text])).toEqual([
      ['2.0', true, '改过'],
      ['1.0', false, '第一条 ……'],
    ]);
    expect(second.versions[1]?.readings).toHaveLength(1);
    expect(
      (await app.client.search.find({ text: '第一条', limit: 5 })).groups.map(({ kind }) => kind),
    ).toEqual(['ruleset']);
  });

  it('cite the signed paper by its bytes, and refuse one that is not there', async () => {
    const made = await enter();
    const paper = { recordId: made.id, fileId: made.id, sha256: 'a'.repeat(64) };
    await expect(
      app.client.rulesets.addVersion({
        id: made.id,
        version: made.version,
        fields: { ...VERSION, number: '2.0', paper },
      }),
    ).rejects.toMatchObject({
      data: { problems: [{ rule: 'CITED_RECORD_MISSING', field: 'fields.paper' }] },
    });
  });

  it('refuse a reading in the future or before the version was adopted', async () => {
    const made = await enter();
    const versionId = made.versions[0]?.id ?? '';
    for (const [readOn, rule] of [
      ['2026-11-21', 'READ_IN_FUTURE'],
      ['2026-01-09', 'READ_BEFORE_ADOPTED'],
    ] as const) {
      await expect(
        app.client.rulesets.recordReading({
          id: made.id,
          version: made.version,
          reading: { versionId, readOn, personIds: [] },
        }),
      ).rejects.toMatchObject({ data: { problems: [{ rule, field: 'reading.readOn' }] } });
    }
  });
});

describe('the relation map', () => {
  it('shows today: offices, units, the coordinator; and nothing above the clearance', async () => {
    const unit = await app.client.members.create({
      fields: { name: '甲医院', shortName: '', role: 'MEDICAL', note: '' },
      level: 'PUBLIC',
    });
    const group = await addGroup();
    const hidden = await addGroup('专项组', 'TRADE_SECRET');
    const lead = await addPerson('甲', 'INTERNAL', unit.id);
    await appoint(lead, null, { role: 'COORDINATOR' });
    await appoint(lead, group.id, { role: 'LEADER' });
    const gone = await addPerson('乙', 'INTERNAL', unit.id);
    await appoint(gone, group.id, { endsOn: '2026-06-30' });
    const special = await addPerson('丙');
    await app.client.appointments.create({
      level: 'TRADE_SECRET',
      personId: special,
      groupId: hidden.id,
      fields: OFFICE,
      succeeds: false,
    });
    const map = await app.client.body.relationMap();
    expect(map.people.map(({ title, isCoordinator, unitId }) => [title, isCoordinator, unitId])).toEqual([
      ['丙', false, null],
      ['甲', true, unit.id],
    ]);
    expect(map.units.map(({ title }) => title)).toEqual(['甲医院']);
    const clerk = await app.client.vault.addUser({
      name: '秘书',
      clearance: 'register',
      passphrase: PASSPHRASE,
    });
    app = await app.restart();
    await app.client.vault.unlock({ userId: clerk.id, passphrase: PASSPHRASE });
    const low = await app.client.body.relationMap();
    expect(low.groups.map(({ title }) => title)).toEqual(['管理组']);
    expect(low.people.map(({ title }) => title)).toEqual(['甲']);
  });
});
