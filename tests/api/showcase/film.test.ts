import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBoothPage } from '#electron/showcase/boothPage.ts';
import { readBack } from '#electron/showcase/readBack.ts';
import { PLACE, placedMovie, SLICES } from '../../files/movieFixture.ts';
import { importPlan } from '../../support/importPlan.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { makeExhibition, makePanel, panelFields, publish } from '../../support/panels.ts';

/** A film of an exhibition leaves with its pictures and nothing that was written beside them. */
const HANDLER = '灌流参数';
const COMPRESSOR = 'secret compressor';
let app: TestApp;
let pack = '';

beforeAll(async () => {
  app = await openTestVault();
  const folder = join(app.folder, 'film');
  mkdirSync(folder);
  writeFileSync(join(folder, '样机演示.mp4'), namedMovie());
  const { id: importId } = await app.client.imports.begin({
    plan: importPlan({ level: 'PUBLIC' }),
    places: [app.place(folder)],
  });
  while ((await app.client.imports.get({ id: importId })).state !== 'DONE')
    await new Promise((resolve) => setTimeout(resolve, 5));
  const [record] = await app.client.citations.find({ text: '样机演示', level: 'PUBLIC', limit: 1 });
  const [file] = record?.files ?? [];
  if (!record || !file) throw new Error('the film was not filed');
  expect(file.kind).toBe('video');
  const cited = { recordId: record.id, fileId: file.id, sha256: file.sha256, caption: '', captionEn: '' };
  const panel = await makePanel(app.client, panelFields(), [cited]);
  await publish(app.client, panel.id);
  const { id } = await makeExhibition(app.client, [panel.id]);
  const { jobId } = await app.client.exhibitions.export({
    id,
    place: app.place(app.folder),
    expiresOn: null,
  });
  const { folderName } = await app.client.exhibitions.wait({ jobId });
  pack = join(app.folder, folderName);
});
afterAll(() => app.close());

/** The film of the fixture, with words where programs name their handlers and compressors. */
function namedMovie(): Buffer {
  const movie = placedMovie();
  const name = Buffer.from(HANDLER);
  // The thirteenth byte after the kind of the handler is the first of its name; the fixture's has room for one.
  movie.write(COMPRESSOR, movie.indexOf('avc1', 0, 'latin1') + 4 + 42, 'latin1');
  const at = movie.indexOf(Buffer.from('vide'));
  movie[at + 4 + 12] = name[0] ?? 0;
  return movie;
}

test('its pictures are there, and neither a place nor a name', () => {
  const film = readFileSync(join(pack, 'media/001-1.mp4'));
  for (const slice of SLICES) expect(film.includes(slice)).toBe(true);
  expect(film.includes(PLACE)).toBe(false);
  expect(film.includes(COMPRESSOR)).toBe(false);
  expect(film[film.indexOf(Buffer.from('vide')) + 4 + 12]).toBe(0);
});

test.each<[string, (film: Buffer) => void]>([
  ['compressor', (film) => void film.write(COMPRESSOR, film.indexOf('avc1', 0, 'latin1') + 4 + 42, 'latin1')],
  ['handler', (film) => void film.write('x', film.indexOf(Buffer.from('vide')) + 4 + 12, 'latin1')],
])('a word in the name of the %s is told when the pack is read back', async (_, spoil) => {
  const path = join(pack, 'media/001-1.mp4');
  const clean = readFileSync(path);
  const film = Buffer.from(clean);
  spoil(film);
  writeFileSync(path, film);
  const { faults } = await readBack(pack, await readBoothPage(), app.app.inspector);
  writeFileSync(path, clean);
  expect(faults).toEqual([{ rule: 'LEAK_METADATA', file: 'media/001-1.mp4' }]);
  expect((await readBack(pack, await readBoothPage(), app.app.inspector)).faults).toEqual([]);
});
