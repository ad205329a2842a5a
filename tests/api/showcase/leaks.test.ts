import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#shared/errors.ts';
import type { PanelFields } from '#shared/showcase/panel.ts';
import { placedMovie } from '../../files/movieFixture.ts';
import { fileEvidence } from '../../support/evidence.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { filePhoto, makeExhibition, makePanel, panelFields, publish } from '../../support/panels.ts';
import { makeRecord } from '../../support/records.ts';

/** Confidential sentences in every place of a pack that holds words: each is found, and told with its panel. */
let app: TestApp;
beforeEach(async () => {
  app = await openTestVault();
});
afterEach(() => app.close());

const NUMERALS = '零一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
/** A sentence of its own for each place: 14 characters, none of whose twelve are in another. */
function canary(place: number): string {
  const mark = NUMERALS[place] ?? '';
  return `${mark}号配方在${mark}度保温${mark}时最稳${mark}`;
}

const zh = (change: Partial<PanelFields['zh']>) => panelFields(change);
const en = (change: Partial<PanelFields['en']>) =>
  panelFields({}, { en: { ...panelFields().en, ...change } });

/** Where words of a panel stand, each with the canary in it. */
const PLACES: [string, (text: string) => PanelFields][] = [
  ['zh.title', (title) => zh({ title })],
  ['zh.unitName', (unitName) => zh({ unitName })],
  ['zh.highlight', (highlight) => zh({ highlight })],
  ['zh.summary', (summary) => zh({ summary })],
  ['zh.indicators', (text) => zh({ indicators: ['两小时出结果', text] })],
  ['zh.scenario', (scenario) => zh({ scenario })],
  ['zh.market', (market) => zh({ market })],
  ['zh.contact', (contact) => zh({ contact })],
  ['en.title', (title) => en({ title })],
  ['en.unitName', (unitName) => en({ unitName })],
  ['en.highlight', (highlight) => en({ highlight })],
  ['en.scenario', (scenario) => en({ scenario })],
  ['en.market', (market) => en({ market })],
  ['en.summary', (text) => en({ summary: `As we say: ${text}` })],
  ['en.indicators', (text) => en({ indicators: [text] })],
  ['en.contact', (contact) => en({ contact })],
  ['rights', (text) => panelFields({}, { rights: [text] })],
  ['codeText', (codeText) => panelFields({}, { codeText })],
];

async function refusalOf(id: string): Promise<Problem[]> {
  const place = app.place(app.folder);
  const { jobId } = await app.client.exhibitions.export({ id, place, expiresOn: null });
  return app.client.exhibitions.wait({ jobId }).then(
    () => [],
    (error: { data?: { problems?: Problem[] } }) => error.data?.problems ?? [{ rule: String(error) }],
  );
}

test('in every field of a panel, its captions, and the words around the panels', async () => {
  const caption = canary(PLACES.length);
  const captionEn = canary(PLACES.length + 1);
  const around = [2, 3, 4, 5, 6, 7, 8].map((after) => canary(PLACES.length + after));
  const secrets = [...PLACES.map((_, at) => canary(at)), caption, captionEn, ...around];
  for (const [at, level] of (['TRADE_SECRET', 'CORE_TRADE_SECRET'] as const).entries()) {
    const description = secrets.filter((_, index) => index % 2 === at).join('。');
    await makeRecord(app.client, `配方汇总${at}`, level, { description });
  }
  const panelIds: string[] = [];
  for (const [at, [, fields]] of PLACES.entries()) {
    const { id } = await makePanel(app.client, fields(canary(at)));
    await publish(app.client, id);
    panelIds.push(id);
  }
  const photo = await filePhoto(app, '现场照片');
  const pictured = await makePanel(app.client, panelFields({ title: '带图的展板' }), [
    { ...photo, caption, captionEn },
  ]);
  await publish(app.client, pictured.id);
  const { id } = await makeExhibition(app.client, [...panelIds, pictured.id], {
    theme: around[0] ?? '',
    area: around[1] ?? '',
    column: around[2] ?? '',
    title: around[3] ?? '',
    titleEn: around[4] ?? '',
    themeEn: around[5] ?? '',
    columnEn: around[6] ?? '',
  });
  const problems = await refusalOf(id);
  const found = new Map(
    problems.filter(({ rule }) => rule === 'LEAK_TEXT').map(({ params }) => [params?.text, params?.panel]),
  );
  for (const [at, [name]] of PLACES.entries()) expect([name, found.get(canary(at))]).toEqual([name, at + 1]);
  expect(found.get(caption)).toBe(PLACES.length + 1);
  expect(found.get(captionEn)).toBe(PLACES.length + 1);
  for (const text of around) expect([text, found.has(text)]).toEqual([text, true]);
  expect(found.size).toBe(secrets.length);
}, 120_000);

describe('bytes of the pack that stand above public', () => {
  const bytesOf = async (id: string, name: string) => {
    const { jobId } = await app.client.exhibitions.export({
      id,
      place: app.place(app.folder),
      expiresOn: null,
    });
    const { folderName } = await app.client.exhibitions.wait({ jobId });
    return readFileSync(join(app.folder, folderName, name));
  };

  test.each([
    ['the picture', 'media/001-1.jpg', 'CORE_TRADE_SECRET'],
    ['its small copy', 'media/001-1s.jpg', 'INTERNAL'],
    ['the film', 'media/001-2.mp4', 'TRADE_SECRET'],
  ] as const)('as %s are found, and are none once they stand in a public record', async (_, name, level) => {
    const film = await fileEvidence(app, '样机演示', 'PUBLIC', { bytes: placedMovie(), ending: 'mp4' });
    const pictures = [await filePhoto(app, '现场照片'), { ...film, caption: '', captionEn: '' }];
    const panel = await makePanel(app.client, panelFields(), pictures);
    await publish(app.client, panel.id);
    const { id } = await makeExhibition(app.client, [panel.id]);
    const bytes = await bytesOf(id, name);
    const ending = name.slice(-3);
    await fileEvidence(app, `副本${level}`, level, { bytes, ending });
    expect(await refusalOf(id)).toEqual([{ rule: 'LEAK_FILE_HASH', file: name }]);
    await fileEvidence(app, '公开副本', 'PUBLIC', { bytes, ending });
    expect(await refusalOf(id)).toEqual([]);
  });
});
