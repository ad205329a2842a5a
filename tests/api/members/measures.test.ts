import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import type { UnitDetail } from '#shared/members/contract.ts';
import { EXIT_ITEMS, type MeasureKind, type MeasureStep, STEPS_OF } from '#shared/members/measure.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { makeUnit } from '../../support/units.ts';

let app: TestApp;
let unit: UnitDetail;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
  const made = await makeUnit(app);
  unit = await app.client.members.setStanding({
    id: made.id,
    version: made.version,
    reason: '簿库启用前入盟',
    standing: { category: 'COUNCIL', voteWeight: 1, benefitWeight: 1.2, since: '2024-01-01' },
  });
});
afterEach(() => app.close());

const PASSED = { members: 9, present: 7, recused: 1, inFavour: 4, against: 1, abstained: 1 };

async function open(kind: MeasureKind, dueOn: string | null = null, openedOn = '2026-10-01') {
  const measure = { id: newId(), kind, openedOn, reason: '连续两年未提交年报', dueOn };
  unit = await app.client.members.openMeasure({ id: unit.id, version: unit.version, measure });
  return measure.id;
}

async function take(
  measureId: string,
  step: MeasureStep['step'],
  doneOn: string,
  more: Partial<MeasureStep> = {},
) {
  unit = await app.client.members.takeStep({
    id: unit.id,
    version: unit.version,
    step: {
      id: newId(),
      measureId,
      step,
      doneOn,
      text: '见附件',
      defence: null,
      vote: null,
      evidence: null,
      ...more,
    },
  });
}

const close = (
  measureId: string,
  outcome: 'DONE' | 'CANCELLED' = 'DONE',
  closedOn = '2026-11-20',
  reason = '',
) =>
  app.client.members.closeMeasure({
    id: unit.id,
    version: unit.version,
    measureId,
    outcome,
    closedOn,
    reason,
  });

async function tickAll() {
  for (const item of EXIT_ITEMS) {
    unit = await app.client.members.tickExit({ id: unit.id, version: unit.version, item, done: true });
  }
}

describe('measures', () => {
  test('expel only after notice, defence and a vote of two thirds, with the exit checklist done', async () => {
    const id = await open('EXPELLED');
    await expect(take(id, 'VOTE', '2026-10-20', { vote: PASSED })).rejects.toMatchObject({
      data: { problems: [{ rule: 'STEP_OUT_OF_ORDER', field: 'step.step' }] },
    });
    await take(id, 'NOTICE', '2026-10-02');
    await expect(take(id, 'DEFENCE', '2026-10-10')).rejects.toMatchObject({
      data: { problems: [{ rule: 'DEFENCE_REQUIRED' }] },
    });
    await take(id, 'DEFENCE', '2026-10-10', { defence: 'WRITTEN' });
    await expect(
      take(id, 'VOTE', '2026-10-20', { vote: { ...PASSED, inFavour: 3, against: 2 } }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'VOTE_NO_MAJORITY', params: { needed: 4 } }] } });
    await take(id, 'VOTE', '2026-10-20', { vote: PASSED });
    await take(id, 'RESOLUTION', '2026-10-21');
    await take(id, 'PUBLISHED', '2026-10-25');
    await expect(close(id)).rejects.toMatchObject({
      data: { problems: [{ rule: 'EXIT_CHECKLIST_OPEN', params: { count: EXIT_ITEMS.length } }] },
    });
    await tickAll();
    unit = await close(id);
    expect(unit).toMatchObject({
      memberState: 'LEFT',
      membership: { until: '2026-11-20', voteWeight: 0, benefitWeight: 0 },
    });
    await expect(open('RECTIFYING', '2026-12-01')).rejects.toMatchObject({
      data: { problems: [{ rule: 'NOT_A_MEMBER' }] },
    });
  });

  test('let a member withdraw thirty days after its notice', async () => {
    await expect(open('EXIT_VOLUNTARY', '2026-10-30')).rejects.toMatchObject({
      data: { problems: [{ rule: 'NOTICE_TOO_SHORT', params: { earliest: '2026-10-31' } }] },
    });
    const id = await open('EXIT_VOLUNTARY', '2026-11-20');
    for (const step of STEPS_OF.EXIT_VOLUNTARY) await take(id, step, '2026-11-10');
    await tickAll();
    await expect(close(id, 'DONE', '2026-11-19')).rejects.toMatchObject({
      data: { problems: [{ rule: 'EXIT_BEFORE_NOTICE_ENDS' }] },
    });
    expect((await close(id)).memberState).toBe('LEFT');
  });

  test('show a member as rectifying or suspended while they run; one exit at a time', async () => {
    const rectifying = await open('RECTIFYING', '2026-12-01');
    expect(unit.memberState).toBe('RECTIFYING');
    await open('SUSPENDED');
    expect(unit.memberState).toBe('SUSPENDED');
    await open('EXIT_PERSUADED');
    await expect(open('EXPELLED')).rejects.toMatchObject({ data: { problems: [{ rule: 'MEASURE_RUNS' }] } });
    await expect(close(rectifying, 'CANCELLED')).rejects.toMatchObject({
      data: { problems: [{ rule: 'REASON_TEXT_REQUIRED' }] },
    });
    unit = await close(rectifying, 'CANCELLED', '2026-11-20', '已提前整改');
    expect(unit.measures.find(({ id }) => id === rectifying)).toMatchObject({ outcome: 'CANCELLED' });
    const [listed] = await app.client.members.list({ text: '' });
    expect(listed?.memberState).toBe('SUSPENDED');
  });
});

describe('an exit ends what must end', () => {
  async function addOffice(
    name: string,
    role: 'LEADER' | 'COORDINATOR',
    startsOn: string,
    level = 'INTERNAL',
  ) {
    const at = level as 'INTERNAL';
    const fields = { ...EMPTY_PERSON_FIELDS, name };
    const person = await app.client.people.create({ fields, level: at, unitId: unit.id });
    const group =
      role === 'COORDINATOR'
        ? null
        : await app.client.groups.create({
            level: at,
            fields: { name: `${name}组`, type: 'PROJECT', functions: [], duties: '', note: '' },
          });
    return app.client.appointments.create({
      level: at,
      personId: person.id,
      groupId: group?.id ?? null,
      succeeds: false,
      fields: { role, duty: '', startsOn, endsOn: null, letterNo: '', basis: '', note: '' },
    });
  }
  async function lapse() {
    const id = await open('LAPSED');
    await take(id, 'RECORD', '2026-10-02');
    await tickAll();
    return id;
  }

  test('offices of its people, in every tier, on the day of the exit', async () => {
    const present = await addOffice('王一', 'LEADER', '2025-01-01', 'TRADE_SECRET');
    const coming = await addOffice('李二', 'LEADER', '2027-01-01');
    const id = await lapse();
    expect(unit.exitStands).toMatchObject([
      { point: 'GRANTS_REVOKED', item: { title: '李二' }, text: '李二组', endsWithExit: true },
      { point: 'GRANTS_REVOKED', item: { title: '王一' }, text: '王一组', endsWithExit: true },
    ]);
    const left = await close(id);
    expect(left).toMatchObject({ memberState: 'LEFT', exitStands: [] });
    const offices = await app.client.appointments.list({ personId: null });
    expect(offices).toMatchObject([{ id: present.id, fields: { endsOn: '2026-11-20' } }]);
    expect(offices.some((each) => each.id === coming.id)).toBe(false);
  });

  test('not while its membership agreement runs on or the coordinator is its own', async () => {
    const title = '入盟协议';
    const agreement = await app.client.agreements.create({
      level: 'INTERNAL',
      fields: {
        title,
        type: 'ALLIANCE',
        unitName: unit.title,
        signedOn: '2024-01-01',
        validFrom: null,
        validTo: null,
        confidentiality: false,
        note: '',
      },
    });
    await addOffice('王一', 'COORDINATOR', '2025-01-01');
    const id = await lapse();
    const problems = [
      { rule: 'EXIT_AGREEMENT_RUNS', params: { title } },
      { rule: 'EXIT_COORDINATOR', params: { name: '王一' } },
    ];
    expect(unit.measures[0]?.problems).toMatchObject(problems);
    await expect(close(id)).rejects.toMatchObject({ data: { problems } });
    await app.client.agreements.edit({
      id: agreement.id,
      version: agreement.version,
      fields: { ...agreement.fields, validTo: '2026-11-20' },
    });
    const successor = { ...EMPTY_PERSON_FIELDS, name: '周三' };
    const { id: personId } = await app.client.people.create({
      fields: successor,
      level: 'INTERNAL',
      unitId: null,
    });
    await app.client.appointments.create({
      level: 'INTERNAL',
      personId,
      groupId: null,
      succeeds: true,
      fields: {
        role: 'COORDINATOR',
        duty: '',
        startsOn: '2026-11-20',
        endsOn: null,
        letterNo: '',
        basis: '',
        note: '',
      },
    });
    expect(await close(id)).toMatchObject({ memberState: 'LEFT' });
  });
});

test('a unit becomes a member without a case only for a reason', async () => {
  const made = await makeUnit(app, { name: '另一家', uscc: '', usccExemption: 'FOREIGN' });
  await expect(
    app.client.members.setStanding({
      id: made.id,
      version: made.version,
      reason: ' ',
      standing: { category: 'REGULAR', voteWeight: 1, benefitWeight: 1, since: '2024-01-01' },
    }),
  ).rejects.toMatchObject({ data: { problems: [{ rule: 'MEMBER_WITHOUT_CASE', field: 'reason' }] } });
});
