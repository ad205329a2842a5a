import { afterEach, expect, test } from 'vitest';
import { addDays, localDateOf } from '#shared/dates.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { answerGate, makePanel, panelFields, publish, stepPanel } from '../../support/panels.ts';

const TODAY = localDateOf(new Date());
let open: TestApp | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

test('panels of the showcase that wait for somebody, and those whose approval ends', async () => {
  open = await openTestVault();
  const { client } = open;
  const named = (title: string) => makePanel(client, panelFields({ title }));
  await named('草稿');
  await stepPanel(client, await named('待单位审核'), 'SUBMIT');
  await answerGate(client, (await named('待保密审核')).id, 'SECRECY_REVIEW');
  await stepPanel(client, await answerGate(client, (await named('待发布')).id), 'PASS');
  await publish(client, (await named('将到期')).id, addDays(TODAY, 5));
  await publish(client, (await named('还早')).id, addDays(TODAY, 200));
  const tasks = (await client.today.tasks()).filter(({ kind }) => kind === 'EXHIBIT');
  expect(tasks.map(({ title, detail, urgency, due }) => [title, detail, urgency, due])).toEqual(
    expect.arrayContaining([
      ['待单位审核', 'UNIT_REVIEW', 'WAITING', null],
      ['待保密审核', 'SECRECY_REVIEW', 'WAITING', null],
      ['待发布', 'APPROVED', 'WAITING', null],
      ['将到期', 'PUBLISHED', 'WEEK', addDays(TODAY, 5)],
    ]),
  );
  expect(tasks).toHaveLength(4);
});
