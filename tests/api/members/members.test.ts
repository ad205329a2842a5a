import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import type { Qualification } from '#shared/members/qualification.ts';
import { fileEvidence } from '../../support/evidence.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';
import { FULL_UNIT, makeUnit } from '../../support/units.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
});
afterEach(() => app.close());

const qualification = (changes: Partial<Qualification> = {}): Qualification => ({
  id: newId(),
  kind: 'HNTE',
  number: 'GR202435001234',
  issuer: '省科学技术厅',
  scope: '',
  issuedOn: '2024-01-10',
  expiresOn: '2027-01-09',
  revoked: false,
  evidence: null,
  verifiedBy: '',
  verifiedOn: '2026-01-01',
  note: '',
  ...changes,
});

describe('units', () => {
  test('keep what was not named in a change, and take a code in any spelling', async () => {
    const made = await makeUnit(app, { uscc: '９１３５０１００ m000100y43' });
    expect(made.fields.uscc).toBe('91350100M000100Y43');
    expect(made).toMatchObject({
      missing: [],
      personalInfo: true,
      memberState: 'NONE',
      isCodeDoubtful: false,
    });
    const edited = await app.client.members.edit({
      id: made.id,
      version: made.version,
      fields: { note: '备注' },
    });
    expect(edited.fields).toEqual({ ...made.fields, note: '备注' });
    expect((await app.client.search.find({ text: '91350100M000100Y43', limit: 10 })).groups[0]?.kind).toBe(
      'unit',
    );
  });

  test('refuse a wrong code by its part, and one that another unit bears', async () => {
    await makeUnit(app);
    await expect(makeUnit(app, { name: '别家', uscc: '91350100M000100Y42' })).rejects.toMatchObject({
      code: 'INVALID',
      data: { problems: [{ rule: 'USCC_CHECK_WRONG', field: 'fields.uscc', params: { expected: '3' } }] },
    });
    await expect(makeUnit(app, { name: '别家' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { problems: [{ rule: 'USCC_TAKEN', params: { unit: FULL_UNIT.name } }] },
    });
    await expect(makeUnit(app, { uscc: '', usccExemption: 'FOREIGN' })).resolves.toMatchObject({
      missing: [],
    });
  });

  test('were not founded, issued, verified or given anything after today', async () => {
    const future = '2026-11-21';
    await expect(makeUnit(app, { establishedOn: future })).rejects.toMatchObject({
      data: { problems: [{ rule: 'DATE_IN_FUTURE', field: 'fields.establishedOn' }] },
    });
    const unit = await makeUnit(app);
    const put = { id: unit.id, version: unit.version };
    const row = qualification({ issuedOn: future, verifiedOn: future, expiresOn: null });
    await expect(app.client.members.putQualification({ ...put, row })).rejects.toMatchObject({
      data: {
        problems: [
          { rule: 'DATE_IN_FUTURE', field: 'row.issuedOn' },
          { rule: 'DATE_IN_FUTURE', field: 'row.verifiedOn' },
        ],
      },
    });
    const delivered = {
      id: newId(),
      kind: 'FUNDS' as const,
      what: '首期经费',
      promised: 10,
      dueOn: null,
      delivered: 10,
      deliveredOn: future,
      evidence: null,
      note: '',
    };
    await expect(app.client.members.putContribution({ ...put, row: delivered })).rejects.toMatchObject({
      data: { problems: [{ rule: 'DATE_IN_FUTURE', field: 'row.deliveredOn' }] },
    });
  });

  test('have qualifications whose state follows from their dates, with evidence', async () => {
    const unit = await makeUnit(app);
    const evidence = await fileEvidence(app, '高企证书');
    const row = qualification({ evidence });
    const one = await app.client.members.putQualification({ id: unit.id, version: unit.version, row });
    expect(one.qualifications[0]).toMatchObject({
      state: 'EXPIRING',
      renewFrom: '2026-10-11',
      shownEvidence: { state: 'PRESENT', fileName: '高企证书.txt' },
    });
    expect(one.expiring).toBe(1);
    const revoked = await app.client.members.putQualification({
      id: unit.id,
      version: one.version,
      row: { ...row, revoked: true },
    });
    expect(revoked.qualifications).toHaveLength(1);
    expect(revoked.qualifications[0]?.state).toBe('REVOKED');
    const removed = await app.client.members.removeQualification({
      id: unit.id,
      version: revoked.version,
      rowId: row.id,
    });
    expect(removed.qualifications).toEqual([]);
    const journal = app.app.vault?.tiers
      .get('register')
      ?.sqlite.prepare('select deed from journal where item_id = ? order by seq desc limit 1');
    await app.client.records.undo({ undo: [String(journal?.pluck().get(unit.id))] });
    expect((await app.client.members.get({ id: unit.id })).qualifications[0]?.state).toBe('REVOKED');
  });

  test('cite only what is not more confidential than they are', async () => {
    const unit = await makeUnit(app);
    const evidence = await fileEvidence(app, '商密证书', 'TRADE_SECRET');
    await expect(
      app.client.members.putQualification({
        id: unit.id,
        version: unit.version,
        row: qualification({ evidence }),
      }),
    ).rejects.toMatchObject({
      data: { problems: [{ rule: 'CITED_RECORD_MORE_CONFIDENTIAL', field: 'row.evidence' }] },
    });
  });

  test('take their rows along when their level is raised, and leave none behind', async () => {
    const unit = await makeUnit(app);
    const one = await app.client.members.putQualification({
      id: unit.id,
      version: unit.version,
      row: qualification({ number: '金丝雀号码' }),
    });
    await app.client.confidentiality.change({
      id: unit.id,
      version: one.version,
      level: 'TRADE_SECRET',
      term: 'P5Y',
      basis: '合作协议第七条',
      reason: 'VALUE_INCREASED',
      remark: '',
      personalInfo: true,
      approver: null,
    });
    expect((await app.client.members.get({ id: unit.id })).qualifications).toHaveLength(1);
    const register = app.app.vault?.tiers.get('register');
    expect(register?.sqlite.prepare('select count(*) from qualification').pluck().get()).toBe(0);
    const user = await app.client.vault.addUser({
      name: '秘书',
      clearance: 'register',
      passphrase: `${PASSPHRASE} 2`,
    });
    app = await app.restart();
    await app.client.vault.unlock({ userId: user.id, passphrase: `${PASSPHRASE} 2` });
    expect(await app.client.members.list({ text: '' })).toEqual([]);
    await expect(app.client.members.get({ id: unit.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('are reviewed once a year: points, grade and what follows', async () => {
    const unit = await makeUnit(app);
    const review = (year: number, each: number) => ({
      id: newId(),
      year,
      reviewedOn: `${year}-12-20`,
      reviewer: '秘书处',
      opinion: '',
      scores: (['PARTICIPATION', 'TASKS', 'RESOURCES', 'OUTCOMES', 'COMPLIANCE'] as const).map(
        (dimension) => ({
          dimension,
          score: each,
          basis: '',
          evidence: null,
        }),
      ),
    });
    const one = await app.client.members.putReview({ id: unit.id, version: 1, row: review(2024, 10) });
    expect(one.reviews[0]).toMatchObject({ total: 50, grade: 'FAILED', consequence: 'RECTIFYING' });
    const two = await app.client.members.putReview({
      id: unit.id,
      version: one.version,
      row: review(2025, 9.5),
    });
    expect(two.reviews[0]).toMatchObject({ year: 2025, total: 47.5, consequence: 'EXIT_PERSUADED' });
    await expect(
      app.client.members.putReview({ id: unit.id, version: two.version, row: review(2025, 10) }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { problems: [{ rule: 'REVIEW_YEAR_TAKEN' }] } });
    await expect(
      app.client.members.putReview({ id: unit.id, version: two.version, row: review(2023, 10.5) }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'SCORE_OVER_FULL' }] } });
  });
});
