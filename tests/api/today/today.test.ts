import { afterEach, describe, expect, test } from 'vitest';
import { addDays, localDateOf } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import type { IpItem } from '#shared/outcomes/intellectualProperty.ts';
import { openTestVault, PASSPHRASE, type TestApp, type TestClient } from '../../support/openTestApp.ts';
import { makeOutcome, makePanel } from '../../support/outcomes.ts';
import { makeRecord } from '../../support/records.ts';

const TODAY = localDateOf(new Date());
let open: TestApp | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});
async function vault(): Promise<TestApp> {
  open = await openTestVault();
  return open;
}

/** A record whose term of three years ends so many days from today. */
async function endingIn(client: TestClient, title: string, days: number, level: 'INTERNAL' | 'TRADE_SECRET') {
  const years = level === 'INTERNAL' ? 3 : 5;
  const end = addDays(TODAY, days);
  const docDate = `${Number(end.slice(0, 4)) - years}${end.slice(4)}`.replace('-02-29', '-02-28');
  return makeRecord(client, title, level, { docDate });
}

describe('what needs me today', () => {
  test('is ordered by how much it presses, and leaves out what is far away', async () => {
    const { client } = await vault();
    await endingIn(client, '已过期的', -10, 'INTERNAL');
    await endingIn(client, '三天后的', 3, 'INTERNAL');
    await endingIn(client, '两月后的', 60, 'TRADE_SECRET');
    await endingIn(client, '半年后的', 180, 'INTERNAL');
    const tasks = await client.today.tasks();
    expect(tasks.filter(({ kind }) => kind === 'TERM').map(({ title, urgency }) => [title, urgency])).toEqual(
      [
        ['已过期的', 'OVERDUE'],
        ['三天后的', 'WEEK'],
        ['两月后的', 'LATER'],
      ],
    );
  });

  test('has agreements that end, not those that ended or run on', async () => {
    const { client } = await vault();
    const agreement = (title: string, validTo: string | null) =>
      client.agreements.create({
        level: 'INTERNAL',
        fields: {
          title,
          type: 'NDA',
          unitName: '云江药业',
          signedOn: '2024-01-05',
          validFrom: '2024-01-05',
          validTo,
          confidentiality: true,
          note: '',
        },
      });
    await agreement('快到期的', addDays(TODAY, 5));
    await agreement('早已到期的', addDays(TODAY, -5));
    await agreement('没有期限的', null);
    const tasks = (await client.today.tasks()).filter(({ kind }) => kind === 'AGREEMENT');
    expect(tasks).toMatchObject([{ title: '快到期的', due: addDays(TODAY, 5), urgency: 'WEEK' }]);
  });

  test('has annual fees of living patents and panels without a result', async () => {
    const { client } = await vault();
    const outcome = await makeOutcome(client);
    const patent = (name: string, state: IpItem['state'], feeDueOn: string): IpItem => ({
      id: newId(),
      kind: 'INVENTION',
      name,
      number: '',
      state,
      filedOn: null,
      publishedOn: null,
      grantedOn: null,
      feeDueOn,
      holders: '',
      inventors: '',
      background: false,
      note: '',
    });
    await client.outcomes.setIpItems({
      id: outcome.id,
      version: outcome.version,
      ipItems: [
        patent('有效专利', 'GRANTED', addDays(TODAY, 20)),
        patent('已放弃的', 'ABANDONED', addDays(TODAY, 20)),
        patent('明年才缴的', 'GRANTED', addDays(TODAY, 300)),
      ],
    });
    await makePanel(client, outcome.id, 1);
    const tasks = await client.today.tasks();
    expect(tasks.filter(({ kind }) => kind === 'FEE')).toMatchObject([
      { detail: '有效专利', urgency: 'LATER' },
    ]);
    expect(tasks.filter(({ kind }) => kind === 'PANEL')).toHaveLength(1);
    expect((await client.today.state()).outcomes).toEqual([
      { status: 'TRANSFORMED', count: 0 },
      { status: 'TRANSFORMING', count: 0 },
      { status: 'NOT_TRANSFORMED', count: 1 },
    ]);
    expect((await client.today.state()).outcomeFields).toEqual([
      { field: outcome.fields.technicalField, counts: [0, 0, 1] },
    ]);
  });

  test('asks for a backup until one was made', async () => {
    const app = await vault();
    const kinds = async () => (await app.client.today.tasks()).map(({ kind }) => kind);
    expect(await kinds()).toEqual(['BACKUP']);
    for await (const _ of await app.client.vault.backup({ place: app.place(app.folder) }));
    expect(await kinds()).toEqual([]);
  });

  test('tells of long work that failed until it is taken off the tray; imports speak for themselves', async () => {
    const { app, client } = await vault();
    const jobs = async () => (await client.today.tasks()).filter(({ kind }) => kind === 'JOB');
    const start = (kind: 'export' | 'import', title: string) =>
      app.jobs.start(kind, title, { unit: 'items', total: 3 });
    const failed = start('export', '给砚湖生物的资料包');
    start('export', '已取消').update({ state: 'CANCELLED' });
    start('import', '导入').update({ state: 'FAILED' });
    expect(await jobs()).toEqual([]);
    failed.update({ state: 'FAILED', problems: [{ rule: 'DISK_FULL' }] });
    expect(await jobs()).toMatchObject([
      { id: failed.id, urgency: 'WAITING', title: '给砚湖生物的资料包', detail: 'export' },
    ]);
    await client.jobs.dismiss({ id: failed.id });
    expect(await jobs()).toEqual([]);
  });

  test('names nothing of a tier that is not open', async () => {
    const app = await vault();
    const { client } = app;
    await endingIn(client, '载荷配方', 3, 'TRADE_SECRET');
    const { id } = await client.vault.addUser({
      name: '小林',
      passphrase: `${PASSPHRASE} 二`,
      clearance: 'register',
    });
    open = await app.restart();
    const lower = open.client;
    await lower.vault.unlock({ userId: id, passphrase: `${PASSPHRASE} 二` });
    expect((await lower.today.tasks()).map(({ kind }) => kind)).toEqual(['BACKUP']);
    expect(JSON.stringify(await lower.today.state())).not.toContain('载荷配方');
    expect((await lower.today.state()).records).toEqual({ total: 0, drafts: 0 });
  });
});

test('the state of the joint body counts what is there', async () => {
  const { client } = await vault();
  await client.members.create({
    level: 'INTERNAL',
    fields: { name: '云江药业', shortName: '', role: 'INDUSTRY', note: '' },
  });
  const project = { name: '双抗', code: '', note: '' };
  await client.projects.create({
    level: 'INTERNAL',
    fields: { ...project, startedOn: '2020-01-01', endedOn: addDays(TODAY, -1) },
    leadId: null,
  });
  await client.projects.create({
    level: 'INTERNAL',
    fields: { ...project, startedOn: '2020-01-01', endedOn: null },
    leadId: null,
  });
  await makeRecord(client, '甲', 'PUBLIC');
  await makeRecord(client, '乙', 'CORE_TRADE_SECRET');
  const member = await client.members.create({
    level: 'INTERNAL',
    fields: { name: '砚湖生物', shortName: '砚湖', role: 'RESEARCH', note: '' },
  });
  await client.members.setStanding({
    id: member.id,
    version: member.version,
    standing: { category: 'REGULAR', voteWeight: 1, benefitWeight: 1, since: '2024-01-01' },
    reason: '簿库启用前入盟',
  });
  const [applicant] = await client.members.list({ text: '云江' });
  await client.screening.create({
    level: 'INTERNAL',
    unitId: applicant?.id ?? '',
    fields: {
      preset: 'SHORT',
      charter: '章程',
      charterVersion: null,
      category: 'REGULAR',
      intended: '',
      note: '',
    },
  });
  const state = await client.today.state();
  expect(state.members.filter(({ count }) => count > 0)).toEqual([
    { state: 'NONE', count: 1 },
    { state: 'MEMBER', count: 1 },
  ]);
  expect(state.screenings).toEqual([{ stage: 'DRAFT', count: 1 }]);
  expect(state.units.find(({ role }) => role === 'INDUSTRY')?.count).toBe(1);
  expect(state.projects).toEqual({ running: 1, ended: 1 });
  expect(state.records).toEqual({ total: 2, drafts: 2 });
  expect(state.levels.filter(({ count }) => count > 0).map(({ level }) => level)).toEqual([
    'PUBLIC',
    'CORE_TRADE_SECRET',
  ]);
  expect(state.recent.map(({ title }) => title).toSorted()).toEqual(['乙', '甲']);
});
