import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itemJournal } from '#db/journal/queries.ts';
import { type DossierFields, EMPTY_DOSSIER } from '#shared/people/dossier.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
});
afterEach(() => app.close());

const FIELDS: DossierFields = {
  education: [
    {
      fromMonth: '2001-09',
      toMonth: '2006-06',
      school: '甲大学',
      major: '临床医学',
      education: 'BACHELOR',
      degree: 'BACHELOR_PROFESSIONAL',
      certificate: 'X1',
    },
    {
      fromMonth: '2006-09',
      toMonth: '2011-06',
      school: '乙大学',
      major: '肿瘤学',
      education: 'DOCTORATE',
      degree: 'DOCTOR_ACADEMIC',
      certificate: '',
    },
  ],
  work: [
    { fromMonth: '2011-07', toMonth: null, unit: '甲医院', department: '肿瘤科', post: '主任', duties: '' },
  ],
  assessments: [
    {
      kind: 'ANNUAL',
      period: '2025',
      criteria: '',
      score: 92.5,
      grade: 'EXCELLENT',
      assessor: '林',
      opinion: '',
    },
  ],
  note: '',
};

async function addPerson(level: 'INTERNAL' | 'CORE_TRADE_SECRET' = 'INTERNAL') {
  const fields = { ...EMPTY_PERSON_FIELDS, name: '王一' };
  return app.client.people.create({ fields, level, unitId: null });
}

describe('people', () => {
  it('keep everything asked about them, with the ORCID in its one form', async () => {
    const person = await app.client.people.create({
      fields: {
        ...EMPTY_PERSON_FIELDS,
        name: '王一',
        department: '肿瘤科',
        titleLevel: 'SENIOR',
        professionalTitle: '主任医师',
        education: 'DOCTORATE',
        degree: 'DOCTOR_ACADEMIC',
        major: '肿瘤学',
        research: '早筛',
        orcid: 'https://orcid.org/0000-0002-1825-0097',
        staffTier: 'LEAD',
      },
      level: 'INTERNAL',
      unitId: null,
    });
    expect(person.fields).toMatchObject({
      orcid: '0000-0002-1825-0097',
      staffTier: 'LEAD',
      research: '早筛',
    });
    const [found] = await app.client.people.list({ text: '肿瘤学' });
    expect(found?.id).toBe(person.id);
  });

  it('are refused with a wrong ORCID, at the field', async () => {
    const fields = { ...EMPTY_PERSON_FIELDS, name: '王一', orcid: '0000-0002-1825-0098' };
    await expect(app.client.people.create({ fields, level: 'INTERNAL', unitId: null })).rejects.toMatchObject(
      {
        code: 'INVALID',
        data: { problems: [{ rule: 'ORCID_INVALID', field: 'fields.orcid' }] },
      },
    );
  });
});

describe('dossiers', () => {
  it('keep their rows with their ids through edits, and an undo brings them back', async () => {
    const person = await addPerson();
    const made = await app.client.dossiers.create({
      personId: person.id,
      level: 'TRADE_SECRET',
      fields: FIELDS,
    });
    expect(made).toMatchObject({ level: 'TRADE_SECRET', personalInfo: true, person: { id: person.id } });
    const [first, second] = made.fields.education;
    const turned = { ...made.fields, education: [second, first].flatMap((row) => row ?? []) };
    const edited = await app.client.dossiers.edit({ id: made.id, version: made.version, fields: turned });
    expect(edited.fields.education.map(({ id }) => id)).toEqual([second?.id, first?.id]);
    const emptied = await app.client.dossiers.edit({
      id: made.id,
      version: edited.version,
      fields: EMPTY_DOSSIER,
    });
    expect(emptied.fields.work).toEqual([]);
    const history = await app.client.journal.page({ itemId: made.id, after: null, limit: 10 });
    expect(history.entries.map(({ verb }) => verb)).toEqual([
      'dossier.edit',
      'dossier.edit',
      'dossier.create',
    ]);
    expect((await app.client.dossiers.get({ id: made.id })).fields).toEqual(EMPTY_DOSSIER);
    const tier = app.app.vault?.tiers.get('secret');
    const deed = tier && itemJournal(tier, made.id).at(-1)?.deed;
    await app.client.records.undo({ undo: [deed ?? ''] });
    expect((await app.client.dossiers.get({ id: made.id })).fields).toEqual(edited.fields);
  });

  it('name the row and field that is wrong', async () => {
    const person = await addPerson();
    const [row] = FIELDS.work;
    const work = [
      {
        ...(row ?? { unit: '', department: '', post: '', duties: '' }),
        fromMonth: '2026-02',
        toMonth: '2025-01',
      },
    ];
    await expect(
      app.client.dossiers.create({
        personId: person.id,
        level: 'TRADE_SECRET',
        fields: { ...EMPTY_DOSSIER, work },
      }),
    ).rejects.toMatchObject({
      data: { problems: [{ rule: 'END_BEFORE_START', field: 'fields.work.0.toMonth' }] },
    });
  });

  it('never take over a row of somebody else', async () => {
    const person = await addPerson();
    const one = await app.client.dossiers.create({
      personId: person.id,
      level: 'TRADE_SECRET',
      fields: FIELDS,
    });
    const other = await app.client.dossiers.create({
      personId: person.id,
      level: 'TRADE_SECRET',
      fields: one.fields,
    });
    expect(other.fields.education[0]?.id).not.toBe(one.fields.education[0]?.id);
    expect((await app.client.dossiers.get({ id: one.id })).fields).toEqual(one.fields);
  });

  it('are found by what is in them, move to another tier whole, and are closed to a lower clearance', async () => {
    const person = await addPerson();
    const made = await app.client.dossiers.create({
      personId: person.id,
      level: 'TRADE_SECRET',
      fields: FIELDS,
    });
    const { groups } = await app.client.search.find({ text: '肿瘤学', limit: 10 });
    expect(groups.map(({ kind }) => kind)).toContain('dossier');
    const preview = await app.client.confidentiality.preview({ id: made.id, level: 'CORE_TRADE_SECRET' });
    expect(preview.movesTier).toBe(true);
    await app.client.confidentiality.change({
      id: made.id,
      version: made.version,
      level: 'CORE_TRADE_SECRET',
      term: 'P10Y',
      basis: '人员管理制度',
      reason: 'SET_TOO_LOW',
      remark: '',
      personalInfo: true,
      approver: null,
    });
    const moved = await app.client.dossiers.get({ id: made.id });
    expect(moved).toMatchObject({
      level: 'CORE_TRADE_SECRET',
      fields: made.fields,
      person: { id: person.id },
    });
    const clerk = await app.client.vault.addUser({
      name: '秘书',
      clearance: 'register',
      passphrase: PASSPHRASE,
    });
    app = await app.restart();
    await app.client.vault.unlock({ userId: clerk.id, passphrase: PASSPHRASE });
    expect(await app.client.dossiers.ofPerson({ personId: person.id })).toEqual([]);
    await expect(app.client.dossiers.get({ id: made.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      app.client.dossiers.create({ personId: person.id, level: 'TRADE_SECRET', fields: EMPTY_DOSSIER }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('cannot lie below their person', async () => {
    const person = await addPerson('CORE_TRADE_SECRET');
    await expect(
      app.client.dossiers.create({ personId: person.id, level: 'TRADE_SECRET', fields: EMPTY_DOSSIER }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'LINK_TARGET_MORE_CONFIDENTIAL' }] } });
  });
});
