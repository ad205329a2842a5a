import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBoothPage } from '#electron/showcase/boothPage.ts';
import { readBack } from '#electron/showcase/readBack.ts';
import type { Exhibition } from '#shared/showcase/contract.ts';
import type { PanelPicture } from '#shared/showcase/panel.ts';
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
  const { id } = await exhibitionOf(await fileFilm('样机演示.mp4', namedMovie()));
  const { folderName } = await exported(id);
  pack = join(app.folder, folderName);
});
afterAll(() => app.close());

async function fileFilm(name: string, bytes: Buffer): Promise<PanelPicture> {
  const folder = join(app.folder, `folder of ${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, name), bytes);
  const { id: importId } = await app.client.imports.begin({
    plan: importPlan({ level: 'PUBLIC' }),
    places: [app.place(folder)],
  });
  while ((await app.client.imports.get({ id: importId })).state !== 'DONE')
    await new Promise((resolve) => setTimeout(resolve, 5));
  const text = name.replace(/\..*$/, '');
  const [record] = await app.client.citations.find({ text, level: 'PUBLIC', limit: 1 });
  const [file] = record?.files ?? [];
  if (!record || !file) throw new Error('the film was not filed');
  expect(file.kind).toBe('video');
  return { recordId: record.id, fileId: file.id, sha256: file.sha256, caption: '', captionEn: '' };
}

async function exhibitionOf(film: PanelPicture): Promise<Exhibition> {
  const panel = await makePanel(app.client, panelFields(), [film]);
  await publish(app.client, panel.id);
  return makeExhibition(app.client, [panel.id]);
}

async function exported(id: string) {
  const place = app.place(app.folder);
  const { jobId } = await app.client.exhibitions.export({ id, place, expiresOn: null });
  return app.client.exhibitions.wait({ jobId });
}

/** The head of a WebM file: its kind, and a segment without end. */
function webm(): Buffer {
  const kind = Buffer.from(
    '4286810142f7810142f2810442f381084282847765626d42878104428581 02'.replaceAll(' ', ''),
    'hex',
  );
  const head = Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 | kind.length]);
  return Buffer.concat([head, kind, Buffer.from('1853806701ffffffffffffff', 'hex'), Buffer.alloc(64)]);
}

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

test('one of a kind that cannot be freed of what is written beside it stops the export, and says what to do', async () => {
  const { id, columns } = await exhibitionOf(await fileFilm('另一演示.webm', webm()));
  const title = columns[0]?.panels[0]?.title;
  const before = readdirSync(app.folder);
  await expect(exported(id)).rejects.toMatchObject({
    data: { problems: [{ rule: 'FILM_CANNOT_BE_CLEANED', params: { title } }] },
  });
  expect(readdirSync(app.folder)).toEqual(before);
});
