import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planRecords, RECORD_COUNT } from '#electron/demo/content/plans.ts';
import { makeWorld } from '#electron/demo/content/world.ts';
import { fillDemo } from '#electron/demo/fillDemo.ts';
import { diceFor } from '#electron/demo/random.ts';
import { TIERS } from '#shared/confidentiality/levels.ts';
import { addDays, localDateOf } from '#shared/dates.ts';
import { missingForApplication, unitProblems } from '#shared/members/unit.ts';
import { standingResult } from '#shared/outcomes/panel.ts';
import type { RecordRow } from '#shared/records/contract.ts';
import { findGaps, numberInSeries, validateRefCode } from '#shared/records/refCode.ts';
import { DEMO_PASSPHRASE } from '#shared/vault/demoPassphrase.ts';
import { openTestApp, type TestApp } from '../support/openTestApp.ts';

const MINUTES = 60_000;

let demo: TestApp;
let rows: RecordRow[] = [];

beforeAll(async () => {
  demo = await openTestApp();
  const folder = join(demo.folder, 'demo');
  mkdirSync(folder);
  const started = performance.now();
  const vault = await fillDemo(folder, demo.app);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`the sample was made in ${seconds} s; load of the machine ${loadavg()[0]?.toFixed(1)}`);
  await demo.app.adopt(vault, 'cli');
  rows = await allRows();
}, 5 * MINUTES);

afterAll(async () => {
  await demo.close();
});

async function allRows(): Promise<RecordRow[]> {
  const found: RecordRow[] = [];
  for (let after: string | null = null; ; ) {
    const page = await demo.client.records.page({
      query: {},
      order: 'date',
      direction: 'asc',
      after,
      limit: 100,
    });
    found.push(...page.rows);
    if (page.after === null) return found;
    after = page.after;
  }
}

describe('the sample joint body', () => {
  test('has its units, people, projects and records', async () => {
    const { client } = demo;
    const units = await client.members.list({ text: '' });
    expect(units).toHaveLength(19);
    expect(new Set(units.map(({ memberState }) => memberState))).toEqual(
      new Set(['MEMBER', 'RECTIFYING', 'NONE', 'LEFT']),
    );
    expect(new Set((await client.screening.list({ text: '' })).map(({ stage }) => stage))).toEqual(
      new Set([
        'DRAFT',
        'SECRETARIAT_REVIEW',
        'RETURNED',
        'EXPERT_REVIEW',
        'PUBLICITY',
        'REJECTED',
        'ADMITTED',
      ]),
    );
    expect(await client.people.list({ text: '' })).toHaveLength(60);
    expect(await client.projects.list({ text: '' })).toHaveLength(8);
    const meetings = await client.meetings.list({ text: '', type: null });
    expect(meetings).toHaveLength(25);
    const signed = meetings.filter(({ stage }) => stage === 'SIGNED');
    expect(signed.length).toBeGreaterThan(8);
    // The papers of the three that were looked into came on record too.
    expect(rows).toHaveLength(RECORD_COUNT + signed.length + 3);
    const ahead = await client.meetings.get({ id: meetings[0]?.id ?? '' });
    expect(ahead.carried.length).toBeGreaterThan(0);
    expect(new Set((await client.members.list({ text: '' })).map(({ fields }) => fields.role)).size).toBe(8);
    expect((await client.people.list({ text: '' })).every(({ unit }) => unit !== null)).toBe(true);
  });

  test('knows of every unit what an application asks for, with codes whose digits are right', async () => {
    const units = await demo.client.members.list({ text: '' });
    expect(
      units.flatMap(({ title, fields }) => missingForApplication(fields).map((field) => [title, field])),
    ).toEqual([]);
    expect(units.flatMap(({ fields }) => unitProblems(fields, '2999-12-31'))).toEqual([]);
    expect(new Set(units.map(({ fields }) => fields.uscc)).size).toBe(units.length);
  });

  test('answers every item of a screening, and every score, by a paper of its own', async () => {
    const { client } = demo;
    const cases = await Promise.all(
      (await client.screening.list({ text: '' })).map(({ id }) => client.screening.get({ id })),
    );
    const cited = cases.flatMap(({ id, checks }) =>
      checks.flatMap(({ evidence }) => (evidence ? [{ case: id, ...evidence }] : [])),
    );
    expect(cited.length).toBeGreaterThan(20);
    expect(new Set(cited.map(({ sha256 }) => sha256)).size).toBe(cited.length);
    // Each case cites its own record alone.
    expect(new Set(cited.map((each) => `${each.case} ${each.recordId}`)).size).toBe(
      new Set(cited.map((each) => each.case)).size,
    );
  });

  test('has twenty outcomes in every status, panels with sheets, and no warning but of fees', async () => {
    const { client } = demo;
    const outcomes = await client.outcomes.list({ text: '', status: null });
    expect(outcomes).toHaveLength(20);
    expect(new Set(outcomes.map(({ status }) => status)).size).toBe(3);
    const details = await Promise.all(outcomes.map(({ id }) => client.outcomes.get({ id })));
    expect(details.every(({ contributors }) => contributors.every(({ party }) => party !== null))).toBe(true);
    const warnings = new Set(details.flatMap(({ ipItems }) => ipItems.flatMap((item) => item.warnings)));
    expect([...warnings].filter((warning) => !warning.startsWith('IP_FEE'))).toEqual([]);
    const panels = details.flatMap((detail) => detail.panels);
    expect(panels.filter((panel) => standingResult(panel) !== null).length).toBeGreaterThanOrEqual(12);
    expect(panels.some(({ results }) => results.length === 2)).toBe(true);
    expect(new Set(panels.flatMap(({ results }) => results.map(({ verdict }) => verdict))).size).toBe(2);
    const [panel] = panels;
    const { experts } = await client.maturity.get({ id: panel?.id ?? '' });
    expect(experts.every(({ standing }) => standing === 'LOCKED')).toBe(true);
  });

  test('has a coordinator after another, groups, rules that some have read, and dossiers', async () => {
    const { client } = demo;
    const coordinators = await client.appointments.coordinators();
    expect(coordinators.map(({ title, state }) => [title, state])).toEqual([
      ['林致远', 'CURRENT'],
      ['陈牧之', 'ENDED'],
    ]);
    const map = await client.body.relationMap();
    expect(map.groups).toHaveLength(7);
    expect(map.people.length).toBeGreaterThan(40);
    expect(map.units).toHaveLength(12);
    const rules = await client.rulesets.list();
    expect(rules.map(({ versions }) => versions.length).sort()).toEqual([1, 1, 2]);
    expect(
      rules.every(({ unread, versions }) => unread.length > 0 && versions.some(({ inForce }) => inForce)),
    ).toBe(true);
    const dossiers = await Promise.all(
      map.people.map(({ id }) => client.dossiers.ofPerson({ personId: id })),
    );
    expect(dossiers.flat().filter(({ level }) => level === 'TRADE_SECRET')).toHaveLength(6);
  });

  test('spreads its records over four levels, categories and six years', () => {
    const share = (...levels: string[]) =>
      rows.filter(({ level }) => levels.includes(level)).length / rows.length;
    expect(share('PUBLIC', 'INTERNAL')).toBeGreaterThan(0.64);
    expect(share('PUBLIC', 'INTERNAL')).toBeLessThan(0.76);
    expect(share('TRADE_SECRET')).toBeGreaterThan(0.17);
    expect(share('TRADE_SECRET')).toBeLessThan(0.27);
    expect(share('CORE_TRADE_SECRET')).toBeGreaterThan(0.05);
    expect(share('CORE_TRADE_SECRET')).toBeLessThan(0.11);
    expect(new Set(rows.map(({ category }) => category))).toEqual(
      new Set(['WS', 'KJ', 'KU', 'ZP', 'SW', 'LY', 'RS', 'SJ']),
    );
    expect(new Set(rows.map(({ year }) => year)).size).toBeGreaterThanOrEqual(5);
  });

  test('shows a picture for every record that has one, and keeps several files in many', () => {
    const drawn = rows.filter(({ coverKind }) => coverKind === 'image');
    expect(drawn.length).toBeGreaterThan(130);
    expect(drawn.every(({ cover }) => cover !== null)).toBe(true);
    expect(rows.filter(({ fileCount }) => fileCount > 1).length).toBeGreaterThan(60);
    expect(rows.every(({ fileCount, bytes }) => fileCount > 0 && bytes > 0)).toBe(true);
  });

  test('has terms that end in the next ninety days and some that have just ended', async () => {
    const today = localDateOf(new Date());
    const items = await demo.client.confidentiality.expiring({ days: 90 });
    const soon = items.filter(({ kind, levelExpiry }) => kind === 'record' && (levelExpiry ?? '') >= today);
    const over = items.filter(({ kind, levelExpiry }) => kind === 'record' && (levelExpiry ?? '') < today);
    expect(soon.length).toBeGreaterThanOrEqual(5);
    expect(over.length).toBeGreaterThanOrEqual(3);
    expect(over.every(({ levelExpiry }) => (levelExpiry ?? '') > addDays(today, -120))).toBe(true);
    expect(items.filter(({ kind }) => kind !== 'record')).toEqual([]);
  });

  test('has 档号 of the right form, unique and without gaps, on two thirds and on signed minutes', async () => {
    const meetings = await demo.client.meetings.list({ text: '', type: null });
    const signed = meetings.filter(({ stage }) => stage === 'SIGNED').length;
    const codes = rows.flatMap(({ stage, refCode }) => (stage === 'ARCHIVED' && refCode ? [refCode] : []));
    expect(codes.length).toBe(Math.round((RECORD_COUNT * 2) / 3) + signed);
    expect(codes.filter((code) => validateRefCode(code) !== null)).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    const series = new Set(codes.map((code) => code.replace(/-\d{3,5}$/, '')));
    for (const key of series) {
      const numbers = codes.flatMap((code) => numberInSeries(code, key) ?? []);
      expect(findGaps(numbers), key).toEqual([]);
    }
  });

  test('has histories, decisions with and without a second person, and nothing in the future', async () => {
    const decisions = (
      await Promise.all(rows.map(({ id }) => demo.client.confidentiality.decisions({ id })))
    ).flat();
    expect(decisions.length).toBeGreaterThanOrEqual(5);
    expect(new Set(decisions.map(({ approver }) => approver))).toEqual(new Set([null, '苏晚晴']));
    const histories = await Promise.all(rows.map(({ id }) => demo.client.records.history({ id })));
    expect(histories.filter((entries) => entries.length > 3).length).toBeGreaterThan(30);
    const latest = Math.max(...histories.flat().map(({ at }) => at));
    expect(latest).toBeLessThanOrEqual(Date.now());
  });

  test('has three users who all open it, and sees less with less clearance', async () => {
    const users = await demo.client.vault.users();
    expect(users.map(({ name, clearance }) => [name, clearance])).toEqual(
      expect.arrayContaining([
        ['林致远', 'core'],
        ['何清越', 'register'],
        ['苏晚晴', 'core'],
      ]),
    );
  });

  test('has agreements in every state, cards and two sent bundles', async () => {
    const { client } = demo;
    const states = (await client.agreements.list({ text: '' })).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['IN_FORCE', 'ENDED', 'UNSIGNED']));
    const contacts = await client.contacts.list({ text: '' });
    expect(contacts.map(({ verifiedAt }) => verifiedAt !== null).sort()).toEqual([false, true]);
    const sent = await client.bundles.sent({ contactId: null });
    expect(sent.map(({ recipient }) => recipient.by).sort()).toEqual(['CARD', 'PASSPHRASE']);
    expect(sent.every(({ counts }) => counts.items > 3 && counts.files > 3)).toBe(true);
    const folder = join(demo.folder, 'demo', 'sent');
    expect(readdirSync(folder).sort()).toEqual(sent.map(({ fileName }) => fileName).sort());
  });
});

describe('the showcase of the sample', () => {
  test('has panels on their way and published, two exhibitions and visits', async () => {
    const { client } = demo;
    const panels = await client.panels.list({ text: '' });
    expect(new Set(panels.map(({ state }) => state))).toEqual(new Set(['PUBLISHED', 'IP_REVIEW']));
    expect(panels.filter(({ cover }) => cover !== null).length).toBeGreaterThanOrEqual(5);
    const exhibitions = await client.exhibitions.list({ text: '' });
    expect(exhibitions.map(({ fields }) => fields.audience).sort()).toEqual(['PUBLIC', 'TARGETED']);
    expect(await client.visits.list({ text: '' })).toHaveLength(2);
  });

  test('leaves as a pack: of its confidential papers nothing stands in it', async () => {
    const { client } = demo;
    const [exhibition] = await client.exhibitions.list({ text: '转化成果展' });
    const id = exhibition?.id ?? '';
    expect((await client.exhibitions.check({ id })).problems).toEqual([]);
    const { jobId } = await client.exhibitions.export({
      id,
      place: demo.place(demo.folder),
      expiresOn: null,
    });
    const { report, pack } = await client.exhibitions.wait({ jobId });
    expect(report.findings).toEqual([]);
    expect(pack.panels).toBe(6);
    expect(report.items).toBeGreaterThan(150);
  });
});

describe('the vault of the sample', () => {
  test('verifies its journal and finds nothing wrong', async () => {
    for await (const event of await demo.client.vault.check()) {
      if (event.kind === 'finding') expect(event.finding).toBeNull();
      if (event.kind === 'result') expect(event).toMatchObject({ findings: 0, notOpened: [] });
    }
  });

  test.each(['沄江', '会议纪要', '早筛', '液氮', 'ygdh', '封闭式', '2023'])('finds %s', async (text) => {
    const { groups } = await demo.client.search.find({ text, limit: 20 });
    expect(groups.flatMap(({ hits }) => hits).length).toBeGreaterThan(0);
  });

  test('opens again with the published passphrase, for the curator without the higher tiers', async () => {
    const again = await demo.restart();
    again.app.chosen = join(demo.folder, 'demo');
    const status = await again.client.vault.status();
    const curator = status.vault?.users.find(({ name }) => name === '何清越');
    await again.client.vault.unlock({ userId: curator?.id ?? '', passphrase: DEMO_PASSPHRASE });
    expect((await again.client.vault.status()).openTiers).toEqual([TIERS[0]]);
    const { total } = await again.client.records.facets({ query: {} });
    expect(total).toBe(rows.filter(({ level }) => level === 'PUBLIC' || level === 'INTERNAL').length);
    const projects = await again.client.projects.list({ text: '' });
    expect(projects.map(({ fields }) => fields.code)).not.toContain('');
    expect(projects).toHaveLength(7);
    demo = again;
  });
});

describe('the plan', () => {
  const titles = (seed: string, today: string) =>
    planRecords(makeWorld(seed, today)).map(({ fields }) => fields.title);

  test('is the same for the same seed and day, and another for another seed', () => {
    expect(titles('a', '2026-11-21')).toEqual(titles('a', '2026-11-21'));
    const people = (seed: string) => makeWorld(seed, '2026-11-21').people.map(({ name }) => name);
    expect(people('a')).toEqual(people('a'));
    expect(people('a')).not.toEqual(people('b'));
  });

  test.each(['2026-01-01', '2026-11-21', '2027-12-31', '2028-02-29'])(
    'has as many records on %s, none of the future, each title once',
    (today) => {
      const plans = planRecords(makeWorld('a', today));
      expect(plans).toHaveLength(RECORD_COUNT);
      expect(plans.filter(({ fields }) => fields.docDate > today)).toEqual([]);
      expect(new Set(plans.map(({ fields }) => fields.title)).size).toBe(RECORD_COUNT);
    },
  );
});

test('dice fall alike for one seed and are evenly spread', () => {
  const roll = (seed: string) => Array.from({ length: 2000 }, diceFor(seed).next);
  expect(roll('x')).toEqual(roll('x'));
  expect(roll('x')).not.toEqual(roll('y'));
  const mean = roll('x').reduce((sum, value) => sum + value, 0) / 2000;
  expect(mean).toBeGreaterThan(0.47);
  expect(mean).toBeLessThan(0.53);
});

test(
  'a failure in the middle leaves nothing behind',
  async () => {
    const other = await openTestApp();
    const folder = join(other.folder, 'broken');
    mkdirSync(folder);
    const broken = {
      ...other.app,
      inspector: { ...other.app.inspector, examine: () => Promise.reject(new Error('no')) },
    };
    await expect(fillDemo(folder, broken)).rejects.toThrow('no');
    expect(existsSync(folder)).toBe(false);
    await other.close();
  },
  MINUTES,
);
