import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { makeExhibition, makePanel, publish, stepPanel } from '../../support/panels.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestVault();
});
afterAll(() => app.close());

const reason = '登记有误';

test('a panel that nobody submitted and nothing names is removed, and brought back', async () => {
  const { client } = app;
  const { id, version } = await makePanel(client);
  await expect(client.panels.remove({ id, version, reason: ' ' })).rejects.toMatchObject({
    data: { problems: [{ rule: 'REASON_TEXT_REQUIRED', field: 'reason' }] },
  });
  const { undo } = await client.panels.remove({ id, version, reason });
  await expect(client.panels.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await client.records.undo({ undo: undo ? [undo] : [] });
  expect((await client.panels.get({ id })).id).toBe(id);
});

test('one in an exhibition, or that was submitted, stays', async () => {
  const { client } = app;
  const placed = await makePanel(client);
  const exhibition = await makeExhibition(client, [placed.id], { title: '秋季展' });
  await expect(
    client.panels.remove({ id: placed.id, version: placed.version, reason }),
  ).rejects.toMatchObject({ data: { problems: [{ rule: 'STILL_NAMED', params: { title: '秋季展' } }] } });
  const submitted = await stepPanel(client, await makePanel(client), 'SUBMIT');
  await expect(
    client.panels.remove({ id: submitted.id, version: submitted.version, reason }),
  ).rejects.toMatchObject({ data: { problems: [{ rule: 'PANEL_WAS_REVIEWED' }] } });
  const { undo } = await client.exhibitions.remove({
    id: exhibition.id,
    version: exhibition.version,
    reason,
  });
  expect(undo).not.toBeNull();
});

test('an exhibition of which a pack was made stays', async () => {
  const { client } = app;
  const { id: panelId } = await makePanel(client);
  await publish(client, panelId);
  const { id } = await makeExhibition(client, [panelId]);
  const { jobId } = await client.exhibitions.export({ id, place: app.place(app.folder), expiresOn: null });
  await client.exhibitions.wait({ jobId });
  const { version } = await client.exhibitions.get({ id });
  await expect(client.exhibitions.remove({ id, version, reason })).rejects.toMatchObject({
    data: { problems: [{ rule: 'EXHIBITION_WAS_EXPORTED' }] },
  });
});

test('a visit entered by mistake is removed, and an exhibition it tells of stays', async () => {
  const { client } = app;
  const { id: exhibitionId, version: of } = await makeExhibition(client, [], { title: '来访展' });
  const { id, version } = await client.visits.create({
    level: 'INTERNAL',
    unitId: null,
    exhibitionId,
    panelIds: [],
    fields: {
      visitor: '某市科技局',
      visitedOn: '2026-01-05',
      people: 3,
      purpose: '',
      host: '',
      noticeSigned: false,
      notice: null,
      note: '',
    },
  });
  await expect(client.exhibitions.remove({ id: exhibitionId, version: of, reason })).rejects.toMatchObject({
    data: { problems: [{ rule: 'STILL_NAMED' }] },
  });
  const { undo } = await client.visits.remove({ id, version, reason });
  await client.records.undo({ undo: undo ? [undo] : [] });
  expect((await client.visits.get({ id })).fields.visitor).toBe('某市科技局');
});
