import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATE_POINTS, type GatePoint, POINTS_OF, type ReviewState } from '#shared/showcase/gate.ts';
import type { PanelFields, PanelPicture } from '#shared/showcase/panel.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import {
  answerGate,
  filePhoto,
  makeExhibition,
  makePanel,
  panelFields,
  passing,
  publish,
  stepPanel,
} from '../../support/panels.ts';

/** The nine points that stand before a publication, each by itself: none may be wanting, none may outlive an edit. */
let app: TestApp;
let photo: PanelPicture;
beforeAll(async () => {
  app = await openTestVault();
  photo = await filePhoto(app, '现场照片');
});
afterAll(() => app.close());

function reviewOf(point: GatePoint): ReviewState {
  const states = Object.keys(POINTS_OF) as ReviewState[];
  const state = states.find((each) => POINTS_OF[each].includes(point));
  if (!state) throw new Error(`${point} is under no review`);
  return state;
}

test('has nine points, each under one review', () => {
  expect(Object.values(POINTS_OF).flat().toSorted()).toEqual(GATE_POINTS.toSorted());
  expect(GATE_POINTS).toHaveLength(9);
});

describe.each(GATE_POINTS)('with %s', (point) => {
  test('alone without an answer, its review is not passed and says which is wanting', async () => {
    const { client } = app;
    const { id } = await makePanel(client);
    const panel = await answerGate(client, id, reviewOf(point), [point]);
    expect(panel.points.filter(({ status }) => status !== 'GREEN').map((each) => each.point)).toContain(
      point,
    );
    await expect(stepPanel(client, panel, 'PASS')).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      data: { problems: [{ rule: 'POINT_OPEN', params: { point } }] },
    });
    expect(await client.panels.get({ id })).toMatchObject({ state: panel.state, version: panel.version });
    const answered = await client.panels.decide({
      id,
      version: panel.version,
      ...passing(point, point === 'ACCURACY' ? '李主任' : '赵保密员'),
    });
    expect((await stepPanel(client, answered, 'PASS')).state).not.toBe(panel.state);
  });

  test('answered by no, its review is not passed, whatever was answered before', async () => {
    const { client } = app;
    const { id } = await makePanel(client);
    const panel = await answerGate(client, id, reviewOf(point));
    const refused = await client.panels.decide({
      id,
      version: panel.version,
      ...passing(point, '钱审查员'),
      finding: 'FAILED',
    });
    expect(refused.points.find((each) => each.point === point)?.status).toBe('FAILED');
    await expect(stepPanel(client, refused, 'PASS')).rejects.toMatchObject({
      data: { problems: [{ rule: 'POINT_FAILED', params: { point } }] },
    });
  });

  test('on no evidence, it is no answer', async () => {
    const { client } = app;
    const { id } = await makePanel(client);
    const panel = await answerGate(client, id, reviewOf(point), [point]);
    await expect(
      client.panels.decide({ id, version: panel.version, ...passing(point, '钱审查员'), evidence: ' ' }),
    ).rejects.toMatchObject({ code: 'INVALID' });
  });
});

const OTHER: { [Field in keyof PanelFields['zh']]: PanelFields['zh'][Field] } = {
  title: '另一名称',
  unitName: '另一单位',
  highlight: '另一亮点',
  summary: '另一简介',
  indicators: ['另一指标'],
  scenario: '另一场景',
  market: '另一前景',
  contact: '另一处室',
};
const CHANGES: [string, () => PanelFields][] = [
  ...Object.entries(OTHER).flatMap(([field, value]): [string, () => PanelFields][] => [
    [`zh.${field}`, () => panelFields({ [field]: value })],
    [`en.${field}`, () => panelFields({}, { en: { ...panelFields().en, [field]: value } })],
  ]),
  ['kind', () => panelFields({}, { kind: 'PROJECT' })],
  ['field', () => panelFields({}, { field: 'VACCINES' })],
  ['status', () => panelFields({}, { status: 'TRANSFORMED' })],
  ['maturity', () => panelFields({}, { maturity: 86.51 })],
  ['trl', () => panelFields({}, { trl: 8 })],
  ['stage', () => panelFields({}, { stage: 'EARLY' })],
  ['rights', () => panelFields({}, { rights: [] })],
  ['ways', () => panelFields({}, { ways: ['TRANSFER'] })],
  ['needs', () => panelFields({}, { needs: [] })],
  ['codeText', () => panelFields({}, { codeText: '另一文字' })],
];

describe('an edit voids the gate of a published panel', () => {
  async function voids(fields: PanelFields, pictures: PanelPicture[]): Promise<void> {
    const { client } = app;
    const { id } = await makePanel(client, panelFields(), [photo]);
    const { version } = await publish(client, id);
    const exhibition = await makeExhibition(client, [id]);
    expect((await client.exhibitions.check({ id: exhibition.id })).problems).toEqual([]);
    const edited = await client.panels.edit({ id, version, fields, pictures });
    expect(edited).toMatchObject({ state: 'DRAFT', green: 0, reviewNo: '', validTo: null });
    expect(edited.points.map(({ status }) => status)).toEqual(Array(9).fill('VOID'));
    expect((await client.exhibitions.check({ id: exhibition.id })).problems).toMatchObject([
      { rule: 'PANEL_NOT_PUBLISHED' },
    ]);
  }

  test.each(CHANGES)('of %s', (_, fields) => voids(fields(), [photo]));
  test('that takes a picture away', () => voids(panelFields(), []));
  test.each(['caption', 'captionEn'])('of the %s of a picture', (caption) =>
    voids(panelFields(), [{ ...photo, [caption]: '另一说明' }]),
  );
});
