import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LEVELS } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { localDateOf } from '#shared/dates.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';
import { filePhoto, makePanel, panelFields, passing, publish } from '../../support/panels.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault();
});
afterEach(() => app.close());

const EXHIBITION = {
  title: '展览',
  titleEn: '',
  theme: '',
  themeEn: '',
  area: '',
  startsOn: null,
  endsOn: null,
  audience: 'PUBLIC' as const,
  idleSeconds: 60,
};

describe('a panel', () => {
  test('goes from draft to publication with numbers and a record, and back to draft by any edit', async () => {
    const { client } = app;
    const { id } = await makePanel(client);
    const panel = await publish(client, id);
    expect(panel).toMatchObject({ state: 'PUBLISHED', green: 9, edition: 1, validTo: '2099-12-31' });
    expect(panel.reviewNo).toBe(`展审〔${localDateOf(new Date()).slice(0, 4)}〕1号`);
    expect(panel.steps.map(({ toState }) => toState)).toEqual([
      'UNIT_REVIEW',
      'IP_REVIEW',
      'SECRECY_REVIEW',
      'APPROVED',
      'PUBLISHED',
    ]);
    const edited = await client.panels.edit({
      id,
      version: panel.version,
      fields: panelFields({ summary: '换一句。' }),
      pictures: [],
    });
    expect(edited).toMatchObject({ state: 'DRAFT', green: 0, edition: 2, reviewNo: '', validTo: null });
    expect(edited.points.map(({ status }) => status)).toEqual(Array(9).fill('VOID'));
    expect(edited.steps.at(-1)).toMatchObject({ step: 'EDIT', fromState: 'PUBLISHED', toState: 'DRAFT' });
    const same = await client.panels.edit({
      id,
      version: edited.version,
      fields: { ...panelFields({ summary: '换一句。' }), showTo: '2099-01-01' },
      pictures: [],
    });
    expect(same.edition).toBe(2);
    expect((await publish(client, id)).reviewNo).toMatch(/2号$/);
  });

  test('is found by its words, and finds its decisions again when an edit is taken back', async () => {
    const { client } = app;
    const { id } = await makePanel(client);
    const published = await publish(client, id);
    const edited = await client.panels.edit({
      id,
      version: published.version,
      fields: panelFields({ summary: '穿山甲' }),
      pictures: [],
    });
    const { groups } = await client.search.find({ text: '穿山甲', kind: 'panel', limit: 5 });
    expect(groups.flatMap(({ hits }) => hits.map((hit) => hit.id))).toEqual([id]);
    const back = await client.panels.edit({
      id,
      version: edited.version,
      fields: panelFields(),
      pictures: [],
    });
    // The decisions were made on this very content; the way through the reviews begins again all the same.
    expect(back).toMatchObject({ state: 'DRAFT', green: 9, edition: 3, reviewNo: '' });
  });

  test.each([
    ['fields.zh.title', panelFields({ title: ' ' })],
    ['fields.zh.summary', panelFields({ summary: '长'.repeat(301) })],
    ['fields.codeText', panelFields({}, { codeText: 'https://example.cn' })],
    ['fields.showTo', panelFields({}, { showFrom: '2026-02-01', showTo: '2026-01-01' })],
  ])('is refused where %s breaks its rule', async (field, fields) => {
    await expect(makePanel(app.client, fields)).rejects.toMatchObject({
      code: 'INVALID',
      data: { problems: [expect.objectContaining({ field })] },
    });
  });

  test('is not submitted unfinished, nor answered out of turn', async () => {
    const { client } = app;
    const panel = await makePanel(client, panelFields({ contact: '' }));
    const submit = {
      id: panel.id,
      version: panel.version,
      step: 'SUBMIT' as const,
      actor: '王',
      remark: '',
      validTo: null,
    };
    await expect(client.panels.step(submit)).rejects.toMatchObject({
      data: { problems: [{ rule: 'REQUIRED', field: 'fields.zh.contact' }] },
    });
    await expect(
      client.panels.decide({ id: panel.id, version: panel.version, ...passing('LEVEL', '赵') }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'POINT_NOT_UNDER_REVIEW' }] } });
  });

  test('that is not public, or shows what is not, contradicts its level', async () => {
    const { client } = app;
    const photo = await filePhoto(app, '内部照片', 'INTERNAL');
    const { id } = await makePanel(client, panelFields(), [photo]);
    await expect(publish(client, id)).rejects.toMatchObject({
      data: { problems: [{ rule: 'POINT_CONTRADICTED', params: { point: 'LEVEL' } }] },
    });
    const secret = await filePhoto(app, '商密照片', 'TRADE_SECRET', '#aa3344');
    await expect(makePanel(client, panelFields(), [secret])).rejects.toMatchObject({
      data: { problems: [{ rule: 'CITED_RECORD_MORE_CONFIDENTIAL' }] },
    });
  });

  test('moves to a higher tier whole, and is not there for who does not open it', async () => {
    const { client } = app;
    const { id } = await makePanel(client);
    const before = await publish(client, id);
    const exhibition = await client.exhibitions.create({
      level: 'PUBLIC',
      unitId: null,
      fields: EXHIBITION,
      columns: [{ id: null, kind: 'OUTCOMES', title: '成果', titleEn: '', panelIds: [id] }],
    });
    await client.confidentiality.change({
      id,
      version: before.version,
      level: 'TRADE_SECRET',
      term: defaultTerm('TRADE_SECRET'),
      basis: '合作协议第七条',
      personalInfo: false,
      reason: 'VALUE_INCREASED',
      remark: '重新评估',
      approver: null,
    });
    const after = await client.panels.get({ id });
    expect(after.decisions).toEqual(before.decisions);
    expect(after.points.find(({ point }) => point === 'LEVEL')?.status).toBe('CONTRADICTED');
    const userId = (
      await client.vault.addUser({ name: '展示员', clearance: 'register', passphrase: PASSPHRASE })
    ).id;
    const again = await app.restart();
    again.app.chosen = `${app.folder}/vault`;
    await again.client.vault.unlock({ userId, passphrase: PASSPHRASE });
    await expect(again.client.panels.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await again.client.panels.list({ text: '' })).toEqual([]);
    const seen = await again.client.exhibitions.get({ id: exhibition.id });
    expect(seen.columns[0]).toMatchObject({ panels: [], hidden: 1 });
    expect(JSON.stringify(await again.client.exhibitions.preview({ id: exhibition.id }))).not.toContain(
      '甲基化',
    );
    app = again;
  });
});

describe('an exhibition', () => {
  test('names whom it is for, and shows a panel once', async () => {
    const { client } = app;
    const { id } = await makePanel(client);
    const columns = [1, 2].map((at) => ({
      id: null,
      kind: 'OUTCOMES' as const,
      title: `栏目${at}`,
      titleEn: '',
      panelIds: [id],
    }));
    await expect(
      client.exhibitions.create({
        level: 'PUBLIC',
        unitId: null,
        columns,
        fields: { ...EXHIBITION, audience: 'TARGETED' },
      }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'TARGET_REQUIRED' }, { rule: 'PANEL_TWICE' }] } });
  });

  test.each(LEVELS.slice(1))('takes no panel of a higher tier: %s', async (level) => {
    const { id } = await makePanel(app.client, panelFields(), [], level);
    const made = app.client.exhibitions.create({
      level: 'PUBLIC',
      unitId: null,
      fields: EXHIBITION,
      columns: [{ id: null, kind: 'OUTCOMES', title: '成果', titleEn: '', panelIds: [id] }],
    });
    if (level === 'INTERNAL') expect((await made).panelCount).toBe(1);
    else
      await expect(made).rejects.toMatchObject({
        data: { problems: [{ rule: 'LINK_TARGET_MORE_CONFIDENTIAL' }] },
      });
  });
});

test('a visit keeps what was shown as it was then', async () => {
  const { client } = app;
  const { id } = await makePanel(client);
  const published = await publish(client, id);
  const exhibition = await client.exhibitions.create({
    level: 'PUBLIC',
    unitId: null,
    fields: EXHIBITION,
    columns: [{ id: null, kind: 'OUTCOMES', title: '成果', titleEn: '', panelIds: [id] }],
  });
  const fields = {
    visitor: '西江药业',
    visitedOn: '2026-03-01',
    people: 5,
    purpose: '考察',
    host: '展示员',
    noticeSigned: true,
    notice: null,
    note: '',
  };
  const visit = {
    level: 'INTERNAL' as const,
    unitId: null,
    exhibitionId: exhibition.id,
    panelIds: [id],
    fields,
  };
  const { id: visitId } = await client.visits.create(visit);
  await client.panels.edit({
    id,
    version: published.version,
    fields: panelFields({ title: '改了名的试剂盒' }),
    pictures: [],
  });
  const kept = await client.visits.get({ id: visitId });
  expect(kept.shown).toEqual([
    { panelId: id, title: '甲基化检测试剂盒', edition: 1, reviewNo: published.reviewNo },
  ]);
  await client.visits.edit({
    ...visit,
    id: visitId,
    version: kept.version,
    fields: { ...fields, people: 6 },
  });
  expect((await client.visits.get({ id: visitId })).shown).toEqual(kept.shown);
  await expect(client.visits.create(visit)).rejects.toMatchObject({
    data: { problems: [{ rule: 'PANEL_NOT_PUBLISHED' }] },
  });
});
