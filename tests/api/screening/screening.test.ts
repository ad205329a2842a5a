import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UnitDetail } from '#shared/members/contract.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import type { Citation } from '#shared/records/citation.ts';
import type { Decision, NewCase } from '#shared/screening/case.ts';
import { CHECK_ITEMS } from '#shared/screening/checklist.ts';
import type { Case } from '#shared/screening/contract.ts';
import { BLANK_SCORES, CRITERION_POINTS } from '#shared/screening/panel.ts';
import { fileEvidence } from '../../support/evidence.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';
import { lookUp, makeUnit } from '../../support/units.ts';

let app: TestApp;
let now = Date.parse('2026-11-20T04:00:00Z');
beforeEach(async () => {
  now = Date.parse('2026-11-20T04:00:00Z');
  app = await openTestVault({ now: () => now });
});
afterEach(() => app.close());

const CASE: NewCase = {
  preset: 'FULL',
  charter: '章程（2025年修订）',
  charterVersion: null,
  category: 'REGULAR',
  intended: '',
  note: '',
};
const PASSED = { members: 9, present: 7, recused: 0, inFavour: 5, against: 1, abstained: 1 };

function decide(of: Case, decision: Partial<Decision> & Pick<Decision, 'outcome'>): Promise<Case> {
  return app.client.screening.decide({
    id: of.id,
    version: of.version,
    stage: of.stage,
    decision: { decidedOn: '2026-11-20', opinion: '', vote: null, evidence: null, ...decision },
  });
}

async function openCase(unit: UnitDetail, fields: Partial<NewCase> = {}): Promise<Case> {
  return app.client.screening.create({ level: 'INTERNAL', unitId: unit.id, fields: { ...CASE, ...fields } });
}

async function fillChecks(of: Case, evidence: Citation): Promise<Case> {
  let present = of;
  for (const item of CHECK_ITEMS) {
    const check =
      item === 'DATA_ETHICS'
        ? { item, verdict: 'NOT_APPLICABLE' as const, note: '不涉及样本', evidence: null }
        : { item, verdict: 'PASS' as const, note: '', evidence };
    present = await app.client.screening.putCheck({ id: of.id, version: present.version, check });
  }
  return present;
}

async function makePanel(of: Case, shares: readonly number[], evidence: Citation): Promise<void> {
  for (const [index, share] of shares.entries()) {
    const expert = await app.client.people.create({
      level: 'INTERNAL',
      unitId: null,
      fields: {
        ...EMPTY_PERSON_FIELDS,
        name: `专家${index + 1}`,
        position: '教授',
        phone: '',
        email: '',
        note: '',
      },
    });
    const sheet = await app.client.screening.addSheet({
      caseId: of.id,
      personId: expert.id,
      level: 'TRADE_SECRET',
    });
    const scores = BLANK_SCORES.map((score) => ({
      ...score,
      score: Math.round(CRITERION_POINTS[score.criterion] * share),
      evidence,
    }));
    const edited = await app.client.screening.editSheet({
      id: sheet.id,
      version: sheet.version,
      fields: { recused: false, recusalReason: '', scores, opinion: '' },
    });
    await app.client.screening.signSheet({ id: sheet.id, version: edited.version, signedOn: '2026-11-20' });
  }
}

describe('a sheet of the panel', () => {
  test('goes while it is not signed, with a reason, and comes back; signed it stays', async () => {
    const it = await openCase(await makeUnit(app));
    const evidence = await fileEvidence(app, '营业执照');
    await makePanel(it, [0.8], evidence);
    const late = await app.client.people.create({
      level: 'INTERNAL',
      unitId: null,
      fields: { ...EMPTY_PERSON_FIELDS, name: '未到会的专家' },
    });
    const sheet = await app.client.screening.addSheet({
      caseId: it.id,
      personId: late.id,
      level: 'TRADE_SECRET',
    });
    const removal = { id: sheet.id, version: sheet.version };
    await expect(app.client.screening.removeSheet({ ...removal, reason: ' ' })).rejects.toMatchObject({
      data: { problems: [{ rule: 'REASON_TEXT_REQUIRED', field: 'reason' }] },
    });
    const { undo } = await app.client.screening.removeSheet({ ...removal, reason: '生病' });
    const sheets = async () => (await app.client.screening.get({ id: it.id })).panel.sheets;
    const [signed, ...others] = await sheets();
    expect(others).toEqual([]);
    await expect(
      app.client.screening.removeSheet({ id: signed?.id ?? '', version: signed?.version ?? 0, reason: '低' }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'SHEET_SIGNED' }] } });
    await app.client.records.undo({ undo: [undo ?? ''] });
    expect(await sheets()).toHaveLength(2);
  });
});

describe('a screening case', () => {
  test('goes from application to admission, gate by gate', async () => {
    const unit = await makeUnit(app);
    const evidence = await fileEvidence(app, '营业执照');
    let it = await openCase(unit);
    expect(it).toMatchObject({ stage: 'DRAFT', title: unit.title, problems: [] });
    it = await decide(it, { outcome: 'PASSED' });
    expect(it.problems.map(({ rule }) => rule)).toEqual(['CREDIT_MISSING', 'CREDIT_MISSING']);
    await expect(decide(it, { outcome: 'PASSED' })).rejects.toMatchObject({ code: 'INVALID' });
    await lookUp(app, unit, '2026-11-01');
    it = await decide(it, { outcome: 'PASSED' });
    expect(it).toMatchObject({ stage: 'SECRETARIAT_REVIEW', dueOn: '2026-12-04' });
    await expect(decide(it, { outcome: 'PASSED' })).rejects.toMatchObject({
      data: { problems: [{ rule: 'CHECKLIST_OPEN', params: { count: 11 } }] },
    });
    it = await fillChecks(it, evidence);
    it = await decide(it, { outcome: 'PASSED' });
    await expect(decide(it, { outcome: 'PASSED' })).rejects.toMatchObject({
      data: { problems: [{ rule: 'PANEL_TOO_SMALL' }] },
    });
    await makePanel(it, [1, 0.8, 0.6], evidence);
    it = await app.client.screening.get({ id: it.id });
    expect(it.panel).toMatchObject({ isWhole: true, count: 3, mean: 80, isEven: false });
    it = await decide(it, { outcome: 'PASSED' });
    expect(it).toMatchObject({ stage: 'COUNCIL', concluded: { count: 3, mean: 80 } });
    await expect(
      decide(it, {
        outcome: 'PASSED',
        vote: { ...PASSED, present: 4, inFavour: 4, against: 0, abstained: 0 },
      }),
    ).rejects.toMatchObject({
      data: { problems: [{ rule: 'VOTE_NO_QUORUM', field: 'decision.vote.present', params: { needed: 5 } }] },
    });
    it = await decide(it, { outcome: 'PASSED', vote: PASSED });
    it = await app.client.screening.edit({
      id: it.id,
      version: it.version,
      fields: { publicityFrom: '2026-11-20', publicityPlace: '门户网站' },
    });
    expect(it.publicityEnds).toBe('2026-11-27');
    now = Date.parse('2026-11-30T04:00:00Z');
    await expect(decide(it, { outcome: 'PASSED', decidedOn: '2026-11-27' })).rejects.toMatchObject({
      data: { problems: [{ rule: 'PUBLICITY_RUNS' }] },
    });
    it = await decide(it, { outcome: 'PASSED', decidedOn: '2026-11-28' });
    it = await app.client.screening.edit({
      id: it.id,
      version: it.version,
      fields: { signedOn: '2026-11-30', fee: 20000, feePaidOn: '2026-11-30' },
    });
    it = await decide(it, { outcome: 'PASSED', decidedOn: '2026-11-30' });
    expect(it).toMatchObject({ stage: 'ADMITTED', outcomes: [] });
    expect(await app.client.members.get({ id: unit.id })).toMatchObject({
      memberState: 'MEMBER',
      membership: { category: 'REGULAR', since: '2026-11-30', voteWeight: 1 },
      screenings: [{ id: it.id, stage: 'ADMITTED' }],
    });
    await expect(
      app.client.screening.edit({ id: it.id, version: it.version, fields: { note: '改' } }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'CASE_ENDED' }] } });
    await expect(openCase(unit)).rejects.toMatchObject({ data: { problems: [{ rule: 'UNIT_IS_MEMBER' }] } });
  });

  test('is sent back and comes again, is waived only with a reason, and ends with one', async () => {
    const unit = await lookUp(app, await makeUnit(app), '2026-11-01');
    let it = await openCase(unit, { preset: 'SHORT' });
    await expect(openCase(unit)).rejects.toMatchObject({ data: { problems: [{ rule: 'CASE_RUNS' }] } });
    it = await decide(it, { outcome: 'PASSED', decidedOn: '2026-11-10' });
    it = await decide(it, { outcome: 'PASSED', decidedOn: '2026-11-10' });
    await expect(decide(it, { outcome: 'RETURNED' })).rejects.toMatchObject({
      data: { problems: [{ rule: 'REASON_TEXT_REQUIRED', field: 'decision.opinion' }] },
    });
    it = await decide(it, { outcome: 'RETURNED', opinion: '缺章程', decidedOn: '2026-11-11' });
    expect(it).toMatchObject({ stage: 'RETURNED', railStage: 'SECRETARIAT_REVIEW' });
    await expect(decide(it, { outcome: 'RESUBMITTED', decidedOn: '2026-11-09' })).rejects.toMatchObject({
      data: { problems: [{ rule: 'STEP_BEFORE_LAST' }] },
    });
    it = await decide(it, { outcome: 'RESUBMITTED' });
    it = await decide(it, { outcome: 'WAIVED', opinion: '材料已由理事会查验' });
    expect(it.stage).toBe('COUNCIL');
    await expect(decide(it, { outcome: 'WAIVED', opinion: '略' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    it = await decide(it, { outcome: 'REJECTED', opinion: '领域不符' });
    expect(it.stage).toBe('REJECTED');
    expect(it.steps.map(({ outcome }) => outcome)).toEqual([
      'PASSED',
      'PASSED',
      'RETURNED',
      'RESUBMITTED',
      'WAIVED',
      'REJECTED',
    ]);
    expect((await app.client.members.get({ id: unit.id })).memberState).toBe('NONE');
  });

  test('is barred by an entry in a barring list until the council waives it', async () => {
    const unit = await makeUnit(app);
    const looked = await lookUp(app, unit, '2026-11-01');
    const row = looked.creditChecks.find(({ source }) => source === 'SXBZXR');
    if (!row) throw new Error('no look-up');
    const { shownEvidence: _, validUntil: __, isExpired: ___, effect: ____, ...own } = row;
    await app.client.members.putCreditCheck({
      id: unit.id,
      version: looked.version,
      row: { ...own, result: 'HIT', note: '（2025）闽01执1号' },
    });
    let it = await openCase(unit, { preset: 'SHORT' });
    it = await decide(it, { outcome: 'PASSED' });
    it = await decide(it, { outcome: 'PASSED' });
    it = await decide(it, { outcome: 'WAIVED', opinion: '补录' });
    await expect(decide(it, { outcome: 'PASSED', vote: PASSED })).rejects.toMatchObject({
      data: { problems: [{ rule: 'CREDIT_BARS' }] },
    });
    it = await app.client.screening.edit({
      id: it.id,
      version: it.version,
      fields: { creditWaiver: '已履行完毕' },
    });
    expect(await decide(it, { outcome: 'PASSED', vote: PASSED })).toMatchObject({ stage: 'ADMITTED' });
  });

  test('takes a score as stale when its file is gone or its evidence ran out', async () => {
    const unit = await lookUp(app, await makeUnit(app), '2026-11-01');
    const evidence = await fileEvidence(app, '资质扫描件');
    let it = await openCase(unit);
    for (const outcome of ['PASSED', 'PASSED'] as const) it = await decide(it, { outcome });
    it = await fillChecks(it, evidence);
    it = await decide(it, { outcome: 'PASSED' });
    await makePanel(it, [1, 1, 1], evidence);
    const looked = await app.client.members.get({ id: unit.id });
    const row = looked.creditChecks[0];
    if (!row) throw new Error('no look-up');
    const { shownEvidence: _, validUntil: __, isExpired: ___, effect: ____, ...own } = row;
    await app.client.members.putCreditCheck({
      id: unit.id,
      version: looked.version,
      row: { ...own, evidence },
    });
    expect((await app.client.screening.get({ id: it.id })).problems).toEqual([]);
    now = Date.parse('2027-02-01T04:00:00Z');
    expect((await app.client.screening.get({ id: it.id })).problems).toEqual([
      { rule: 'PANEL_STALE', params: { count: 3 } },
    ]);
    now = Date.parse('2026-11-20T04:00:00Z');
    const record = await app.client.records.get({ id: evidence.recordId });
    await app.client.records.removeFile({ id: record.id, version: record.version, fileId: evidence.fileId });
    const stale = await app.client.screening.get({ id: it.id });
    expect(stale.problems).toEqual([{ rule: 'PANEL_STALE', params: { count: 3 } }]);
    expect(stale.panel.sheets[0]?.fields.scores[0]).toMatchObject({
      isStale: true,
      shownEvidence: { state: 'CHANGED' },
    });
  });

  test('keeps its sheets from whoever does not open their tier, and its panel from being concluded by them', async () => {
    const unit = await lookUp(app, await makeUnit(app), '2026-11-01');
    const evidence = await fileEvidence(app, '佐证');
    let it = await openCase(unit);
    for (const outcome of ['PASSED', 'PASSED'] as const) it = await decide(it, { outcome });
    it = await decide(it, { outcome: 'WAIVED', opinion: '已查验' });
    await makePanel(it, [1, 1, 1], evidence);
    const user = await app.client.vault.addUser({
      name: '秘书',
      clearance: 'register',
      passphrase: `${PASSPHRASE} 2`,
    });
    app = await app.restart();
    await app.client.vault.unlock({ userId: user.id, passphrase: `${PASSPHRASE} 2` });
    it = await app.client.screening.get({ id: it.id });
    expect(it.panel).toEqual({ isWhole: false, sheets: [], count: 0, mean: null, isEven: false });
    await expect(decide(it, { outcome: 'PASSED' })).rejects.toMatchObject({
      data: { problems: [{ rule: 'NEEDS_EVERY_TIER' }] },
    });
    await expect(decide(it, { outcome: 'WAIVED', opinion: '略过' })).rejects.toMatchObject({
      data: { problems: [{ rule: 'ONLY_COORDINATOR_WAIVES' }] },
    });
  });

  test('that was decided on paper is entered in one sitting, with both dates', async () => {
    const unit = await makeUnit(app);
    const step = (decidedOn: string, more: Partial<Decision> = {}) => ({
      outcome: 'PASSED' as const,
      decidedOn,
      opinion: '',
      vote: null,
      evidence: null,
      actor: '林致远',
      ...more,
    });
    const input = {
      level: 'INTERNAL' as const,
      unitId: unit.id,
      fields: CASE,
      particulars: { publicityFrom: '2025-03-03', signedOn: '2025-03-20', fee: 0 },
      panel: { count: 5, mean: 83.2 },
      steps: [
        step('2025-01-06'),
        step('2025-01-07'),
        step('2025-01-17'),
        step('2025-02-10'),
        step('2025-02-28', { vote: PASSED }),
        step('2025-03-11'),
        step('2025-03-20'),
      ],
    };
    await expect(
      app.client.screening.backfill({ ...input, steps: input.steps.toSpliced(4, 1, step('2025-02-01')) }),
    ).rejects.toMatchObject({
      data: {
        problems: [{ rule: 'STEP_BEFORE_LAST', field: 'steps.4.decidedOn' }, { rule: 'VOTE_REQUIRED' }],
      },
    });
    const unsigned = { ...input.particulars, signedOn: null, fee: 20000 };
    await expect(app.client.screening.backfill({ ...input, particulars: unsigned })).rejects.toMatchObject({
      data: {
        problems: [
          { rule: 'AGREEMENT_NOT_SIGNED', field: 'particulars.signedOn' },
          { rule: 'FEE_NOT_PAID', field: 'particulars.feePaidOn' },
        ],
      },
    });
    const entered = await app.client.screening.backfill(input);
    expect(entered).toMatchObject({
      stage: 'ADMITTED',
      isBackfilled: true,
      concluded: { count: 5, mean: 83.2 },
    });
    expect(entered.steps[0]).toMatchObject({ decidedOn: '2025-01-06', enteredAt: now, actor: '林致远' });
    expect((await app.client.members.get({ id: unit.id })).membership).toMatchObject({ since: '2025-03-20' });
  });
});
