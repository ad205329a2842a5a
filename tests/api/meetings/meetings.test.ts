import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { Meeting, MeetingChanges } from '#shared/meetings/contract.ts';
import { EMPTY_MEETING_FIELDS, type MeetingFields } from '#shared/meetings/meeting.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { attendee, vote } from '../../shared/meetings/minutesContent.ts';
import { fileEvidence } from '../../support/evidence.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault();
});
afterEach(() => app.close());

const FIELDS: MeetingFields = {
  ...EMPTY_MEETING_FIELDS,
  name: '理事会第三次会议',
  heldOn: '2026-05-06',
  place: '305会议室',
  issueYear: 2026,
  issueNo: 3,
};

function create(
  fields: Partial<MeetingFields> = {},
  level: Level = 'INTERNAL',
  likeId: string | null = null,
) {
  return app.client.meetings.create({ level, fields: { ...FIELDS, ...fields }, projectId: null, likeId });
}

function edit({ id, version }: Pick<Meeting, 'id' | 'version'>, changes: MeetingChanges) {
  return app.client.meetings.edit({ id, version, changes });
}

const resolution = (content: string, dueOn: string | null = null) => ({
  id: '',
  content,
  personId: null,
  unitId: null,
  owner: '罗佳禾',
  dueOn,
  state: 'OPEN' as const,
  closedOn: null,
  note: '',
});

const refusal = async (deed: Promise<unknown>) => {
  const error = await deed.then(
    () => null,
    (reason: { code: string; data?: { problems: { rule: string; field?: string }[] } }) => reason,
  );
  return error === null
    ? null
    : [error.code, ...(error.data?.problems ?? []).map(({ rule, field = '' }) => `${field} ${rule}`)];
};

describe('minutes', () => {
  test('keep everything that is written into them, in its order, and are found by it', async () => {
    const unit = await app.client.members.create({
      level: 'PUBLIC',
      fields: { name: '沄江医院', shortName: '', role: 'MEDICAL', note: '' },
    });
    const person = await app.client.people.create({
      level: 'INTERNAL',
      unitId: unit.id,
      fields: { ...EMPTY_PERSON_FIELDS, name: '陈牧之', position: '院长' },
    });
    const project = await app.client.projects.create({
      level: 'INTERNAL',
      leadId: null,
      fields: { name: '早筛', code: '', startedOn: null, endedOn: null, note: '' },
    });
    const cited = await fileEvidence(app, '预算表');
    const made = await create();
    const saved = await edit(made, {
      projectId: project.id,
      attendees: [
        attendee('陈牧之', { personId: person.id, unitName: '沄江医院', duty: 'CHAIR' }),
        attendee('来宾甲', { attendance: 'OBSERVER' }),
      ],
      topics: [
        { id: '', title: '甲骨文议题', presenter: '' },
        { id: '', title: '第二议题', presenter: '罗佳禾' },
      ],
      discussion: [{ kind: 'paragraph', line: [{ text: '讨论了凤凰木', bold: true }] }],
      resolutions: [{ ...resolution('编制预算', '2026-06-01'), personId: person.id, unitId: unit.id }],
      votes: [vote({})],
      attachments: [{ id: '', name: '预算表', ...cited }],
    });
    expect(await app.client.meetings.get({ id: made.id })).toEqual(saved);
    expect(saved).toMatchObject({
      stage: 'DRAFT',
      project: { title: '早筛' },
      attendees: [{ name: '陈牧之', duty: 'CHAIR' }, { name: '来宾甲' }],
      topics: [{ title: '甲骨文议题' }, { title: '第二议题' }],
      resolutions: [{ owner: '罗佳禾', dueOn: '2026-06-01' }],
      attachments: [{ sha256: cited.sha256 }],
    });
    expect(new Set(saved.topics.map(({ id }) => id)).size).toBe(2);
    for (const text of ['凤凰木', '甲骨文', '编制预算', '来宾甲', '305'])
      expect((await app.client.meetings.list({ text, type: null })).map(({ id }) => id)).toEqual([made.id]);
    const found = await app.client.search.find({ text: '凤凰木', limit: 10 });
    expect(JSON.stringify(found)).toContain(made.id);
    const again = await edit(saved, { topics: [...saved.topics].reverse() });
    expect(again.topics.map(({ id }) => id)).toEqual(saved.topics.map(({ id }) => id).reverse());
    expect(again.resolutions).toEqual(saved.resolutions);
    expect((await app.client.projects.get({ id: project.id })).recordCount).toBe(0);
  });

  test('are listed newest first, those without a day at the head', async () => {
    await create({ name: '旧', heldOn: '2025-01-01', issueNo: 1 });
    await create({ name: '新', heldOn: '2026-01-01', issueNo: 2 });
    await create({ name: '筹备', heldOn: null, type: 'OTHER' });
    const names = async (type: 'COUNCIL' | null) =>
      (await app.client.meetings.list({ text: '', type })).map(({ title }) => title);
    expect(await names(null)).toEqual(['筹备', '新', '旧']);
    expect(await names('COUNCIL')).toEqual(['新', '旧']);
  });

  test('take over who came last time, the excused as expected', async () => {
    const made = await create();
    const last = await edit(made, { attendees: [attendee('甲', { attendance: 'EXCUSED' }), attendee('乙')] });
    const next = await create({ issueNo: 4 }, 'INTERNAL', last.id);
    expect(next.attendees.map(({ name, attendance }) => [name, attendance])).toEqual([
      ['甲', 'PRESENT'],
      ['乙', 'PRESENT'],
    ]);
    expect(next.attendees.map(({ id }) => id)).not.toContain(last.attendees[0]?.id);
  });

  test('are refused what breaks a rule, at its field', async () => {
    const made = await create();
    const secret = await app.client.people.create({
      level: 'TRADE_SECRET',
      unitId: null,
      fields: { ...EMPTY_PERSON_FIELDS, name: '密', position: '' },
    });
    const cited = await fileEvidence(app, '商密', 'TRADE_SECRET');
    const cases: [MeetingChanges, string][] = [
      [{ votes: [vote({ favour: 1 })] }, 'votes.0 VOTE_DOES_NOT_ADD_UP'],
      [{ attendees: [attendee('甲', { personId: secret.id })] }, 'attendees LINK_TARGET_MORE_CONFIDENTIAL'],
      [{ attachments: [{ id: '', name: '', ...cited }] }, 'attachments.0 CITED_RECORD_MORE_CONFIDENTIAL'],
      [{ fields: { ...FIELDS, issueYear: null } }, 'fields.issueNo ISSUE_NUMBER_HALF'],
      [{ fields: { ...FIELDS, startsAt: '10:00', endsAt: '09:00' } }, 'fields.endsAt ENDS_BEFORE_START'],
      [{ fields: { ...FIELDS, startsAt: '25:00' } }, 'changes.fields.startsAt NOT_A_TIME'],
      [
        { resolutions: [{ ...resolution('甲'), state: 'DROPPED' }] },
        'resolutions.0.note RESOLUTION_DROPPED_WITHOUT_REASON',
      ],
      [{ topics: [{ id: '', title: ' ', presenter: '' }] }, 'changes.topics.0.title REQUIRED'],
    ];
    for (const [changes, problem] of cases)
      expect(await refusal(edit(made, changes))).toEqual(['INVALID', problem]);
    const script = [{ kind: 'html', html: '<script>' }] as unknown as Meeting['discussion'];
    expect((await refusal(edit(made, { discussion: script })))?.[0]).toBe('INVALID');
    expect(await app.client.meetings.get({ id: made.id })).toEqual(made);
  });

  test('have a number of their own in their series', async () => {
    await create();
    expect(await refusal(create({ name: '又一次' }))).toEqual([
      'CONFLICT',
      'fields.issueNo ISSUE_NUMBER_TAKEN',
    ]);
    await create({ name: '另一类', type: 'COORDINATION' });
    await create({ name: '另一年', issueYear: 2027 });
  });

  test('refuse an edit made on an older version, and are taken back by undo', async () => {
    const made = await create();
    const changed = await edit(made, { topics: [{ id: '', title: '议题', presenter: '' }] });
    expect(await refusal(edit(made, { topics: [] }))).toEqual(['CONFLICT', ' CHANGED_SINCE']);
    const { undo } = await app.client.meetings.remove({
      id: made.id,
      version: changed.version,
      reason: '重复',
    });
    expect(await app.client.meetings.list({ text: '', type: null })).toEqual([]);
    await app.client.records.undo({ undo: [undo ?? ''] });
    const back = await app.client.meetings.get({ id: made.id });
    expect(back.topics).toEqual(changed.topics);
    const entries = await app.client.journal.page({ itemId: made.id, after: null, limit: 10 });
    expect(entries.entries.map(({ verb }) => verb)).toEqual([
      'meeting.undo',
      'meeting.remove',
      'meeting.edit',
      'meeting.create',
    ]);
  });
});

describe('what was left open', () => {
  test('comes up in the next meeting, and is closed there in the minutes it comes from', async () => {
    const first = await edit(await create({ heldOn: '2026-01-10', issueNo: 1 }), {
      resolutions: [resolution('丙'), resolution('乙', '2026-04-01'), resolution('甲', '2026-03-01')],
    });
    await edit(await create({ type: 'COORDINATION' }), {
      resolutions: [resolution('别的系列', '2026-02-01')],
    });
    const next = await create();
    expect(next.carried.map(({ resolution: { content } }) => content)).toEqual(['甲', '乙', '丙']);
    const all = await app.client.meetings.openActions();
    expect(all.map(({ resolution: { content }, overdue }) => [content, overdue])).toEqual([
      ['别的系列', true],
      ['甲', true],
      ['乙', true],
      ['丙', false],
    ]);
    const [, second, third] = first.resolutions;
    await app.client.meetings.setResolution({
      id: first.id,
      version: first.version,
      resolutionId: third?.id ?? '',
      state: 'DONE',
      closedOn: null,
      note: '',
    });
    const after = await app.client.meetings.get({ id: next.id });
    expect(after.carried.map(({ resolution: { content } }) => content)).toEqual(['乙', '丙']);
    const source = await app.client.meetings.get({ id: first.id });
    expect(source.resolutions[2]).toMatchObject({
      state: 'DONE',
      closedOn: expect.stringMatching(/^\d{4}-/),
    });
    const drop = {
      id: first.id,
      version: source.version,
      resolutionId: second?.id ?? '',
      state: 'DROPPED' as const,
    };
    expect(await refusal(app.client.meetings.setResolution({ ...drop, closedOn: null, note: '' }))).toEqual([
      'INVALID',
      'resolution.note RESOLUTION_DROPPED_WITHOUT_REASON',
    ]);
    const removed = await app.client.meetings.remove({ id: source.id, version: source.version, reason: '' });
    expect((await app.client.meetings.openActions()).map(({ resolution: { content } }) => content)).toEqual([
      '别的系列',
    ]);
    expect(removed.undo).not.toBeNull();
  });
});

describe('levels', () => {
  test('minutes move between tiers whole, and who does not open theirs sees nothing of them', async () => {
    const made = await edit(await create({ name: '麒麟会议' }), {
      attendees: [attendee('甲')],
      topics: [{ id: '', title: '饕餮议题', presenter: '' }],
      resolutions: [resolution('貔貅事项')],
      votes: [vote({})],
      discussion: [{ kind: 'paragraph', line: [{ text: '鲲鹏讨论', bold: false }] }],
    });
    await app.client.confidentiality.change({
      id: made.id,
      version: made.version,
      level: 'TRADE_SECRET',
      term: 'P5Y',
      basis: '合作协议第七条',
      reason: 'VALUE_INCREASED',
      remark: '',
      personalInfo: false,
      approver: null,
    });
    const moved = await app.client.meetings.get({ id: made.id });
    const { attendees, topics, resolutions, votes, discussion } = made;
    expect(moved).toMatchObject({ level: 'TRADE_SECRET', attendees, topics, resolutions, votes, discussion });
    const tables = [
      'meeting',
      'meeting_topic',
      'meeting_attendee',
      'meeting_resolution',
      'meeting_vote',
      'revision',
    ];
    for (const table of tables) {
      const rows = app.app.vault?.register.sqlite.prepare(`select * from ${table}`).all();
      expect(JSON.stringify(rows), table).not.toMatch(/饕餮|貔貅|鲲鹏|麒麟/);
    }
    const other = await app.client.vault.addUser({
      name: '秘书',
      passphrase: `${PASSPHRASE} 2`,
      clearance: 'register',
    });
    app = await app.restart();
    await app.client.vault.unlock({ userId: other.id, passphrase: `${PASSPHRASE} 2` });
    expect(await app.client.meetings.list({ text: '', type: null })).toEqual([]);
    expect(await app.client.meetings.openActions()).toEqual([]);
    expect(await refusal(app.client.meetings.get({ id: made.id }))).toEqual(['NOT_FOUND']);
    expect(await refusal(create({}, 'TRADE_SECRET'))).toEqual(['NOT_ALLOWED', 'level TIER_NOT_OPEN']);
  });
});
