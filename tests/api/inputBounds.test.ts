import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '#shared/errors.ts';
import { MOST_CHARACTERS } from '#shared/meetings/discussion.ts';
import { EMPTY_MEETING_FIELDS } from '#shared/meetings/meeting.ts';
import { loadCatalogue } from '#shared/translations/catalogue.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { openTestVault, type TestApp } from '../support/openTestApp.ts';
import { makeUnit } from '../support/units.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
});
afterEach(() => app.close());

/** What a person reads of a refusal. */
async function sentencesOf(refused: Promise<unknown>): Promise<string[]> {
  const zh = await loadCatalogue('zh-CN');
  const error = (await refused.catch((reason: unknown) => reason)) as { data: { problems: Problem[] } };
  return error.data.problems.map((problem) => problemText(zh, problem));
}

test('a text that is too long is told with its bound, by the name of its field', async () => {
  const unit = await makeUnit(app);
  const edit = app.client.members.edit({
    id: unit.id,
    version: unit.version,
    fields: { note: 'x'.repeat(100_000), businessScope: '营'.repeat(2001) },
  });
  expect(await sentencesOf(edit)).toEqual([
    '备注：文字太长，最多 2000 个字。',
    '主要经营范围：文字太长，最多 2000 个字。',
  ]);
});

test('a hundred thousand characters pasted into a discussion are refused once, with the bound', async () => {
  const meeting = await app.client.meetings.create({
    level: 'INTERNAL',
    fields: { ...EMPTY_MEETING_FIELDS, name: '理事会' },
    projectId: null,
    likeId: null,
  });
  const paste = (length: number) =>
    app.client.meetings.edit({
      id: meeting.id,
      version: meeting.version,
      changes: {
        discussion: [{ kind: 'paragraph', line: [{ text: '盟'.repeat(length), bold: false }] }],
      },
    });
  expect(await sentencesOf(paste(100_000))).toEqual(['讨论要点：文字太长，最多 60000 个字。']);
  await expect(paste(MOST_CHARACTERS)).resolves.toMatchObject({ title: '理事会' });
});

test('what is missing is told as missing', async () => {
  const made = app.client.people.create({
    level: 'INTERNAL',
    unitId: null,
    fields: { name: '  ' } as never,
  });
  expect((await sentencesOf(made))[0]).toBe('名称：此项必填。');
});
