import { afterAll, beforeAll, expect, test } from 'vitest';
import { reviewForm } from '#shared/showcase/reviewForm.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import {
  answerGate,
  filePhoto,
  makePanel,
  panelFields,
  passing,
  publish,
  stepPanel,
} from '../../support/panels.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestVault();
});
afterAll(() => app.close());

test('the form has what is shown, each point with who answered it on what, the consents and the way it went', async () => {
  const { client } = app;
  const { recordId, fileId, sha256 } = await filePhoto(app, '同意书', 'INTERNAL');
  const { id } = await makePanel(client);
  const open = await answerGate(client, id, 'IP_REVIEW', ['TRADE_SECRET']);
  await client.panels.decide({
    ...passing('TRADE_SECRET', '周律师'),
    finding: 'PASSED',
    consents: [{ holder: '江北研究院', paper: { recordId, fileId, sha256 } }],
    id,
    version: open.version,
  });
  const panel = await client.panels.get({ id });
  const text = JSON.stringify(reviewForm(panel));
  for (const word of [
    '甲基化检测试剂盒',
    '一管血早发现',
    '面向高危人群的血液检测。',
    '王承办',
    '知识产权审核',
  ])
    expect(text).toContain(word);
  expect(text).toContain('["商业秘密","通过","周律师",');
  expect(text).toContain('书面同意：江北研究院（');
  expect(text).toContain('["密级","未审","","",""]');
  expect(text.replaceAll(' ', '')).toContain(panel.contentHash);
});

test('a decision on another text is not on it', async () => {
  const { client } = app;
  const { id } = await makePanel(client);
  const { version } = await publish(client, id);
  const published = await client.panels.get({ id });
  expect(JSON.stringify(reviewForm(published))).toContain(published.reviewNo);
  await client.panels.edit({ id, version, pictures: [], fields: panelFields({ summary: '另一简介' }) });
  const edited = await stepPanel(client, await client.panels.get({ id }), 'SUBMIT');
  expect(JSON.stringify(reviewForm(edited))).not.toContain('赵保密员');
});

test('it comes as Word and as PDF under the name of the panel', async () => {
  const { client } = app;
  const { id } = await makePanel(client);
  for (const format of ['DOCX', 'PDF'] as const) {
    const { name, address } = await client.panels.reviewForm({ id, format });
    expect(name).toBe(`保密审查审批表 甲基化检测试剂盒.${format.toLowerCase()}`);
    const file = app.app.openFile(address);
    const head = file ? Buffer.from(await file.read(0, 2)).toString() : '';
    expect(head).toBe(format === 'DOCX' ? 'PK' : '%P');
  }
});
