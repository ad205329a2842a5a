import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSheet } from '#electron/demo/pictures/canvas.ts';
import { pdfOf } from '#electron/demo/pictures/pdf.ts';
import type { Shot } from '#electron/demo/pictures/scene.ts';
import { corridor } from '#electron/demo/pictures/scenesPlace.ts';
import { murmur } from '#electron/demo/pictures/sound.ts';
import { openStudio, type Studio } from '#electron/demo/pictures/studio.ts';
import { diceFor } from '#electron/demo/random.ts';
import { openFonts } from '#electron/drawing/nativeFonts.ts';
import { createInspector, type Inspector } from '#electron/files/inspector.ts';
import { fromBytes } from '#electron/files/source.ts';

let studio: Studio;
let inspector: Inspector;

beforeAll(() => {
  studio = openStudio();
  inspector = createInspector({ workers: 1 });
});

afterAll(async () => {
  studio.close();
  await inspector.close();
});

const inspect = async (bytes: Uint8Array, name: string) => inspector.inspect(fromBytes(bytes), name);

describe('photos', () => {
  const shot = (orientation: Shot['orientation']): Shot => ({
    orientation,
    taken: '2024-05-06T10:11:12',
    camera: { make: 'Canon', model: 'EOS R6' },
    gps: { latitude: 30.5125, longitude: 123.25 },
    framing: 'FREE',
  });

  test.each([1, 6, 8] as const)(
    'held as %i say so, upright, with camera, time and place',
    async (orientation) => {
      const bytes = await studio.photo(
        'corridor',
        () => corridor(diceFor('c')),
        shot(orientation),
        diceFor('s'),
      );
      const found = await inspect(bytes, 'DSC_1.JPG');
      expect(found).toMatchObject({ mediaType: 'image/jpeg', orientation, problems: [] });
      expect([found.width, found.height]).toEqual(orientation === 1 ? [960, 720] : [720, 960]);
      expect(found.takenAt).toEqual({ local: '2024-05-06T10:11:12', offset: '+08:00' });
      expect(found.camera?.model).toBe('EOS R6');
      expect(found.gps?.lat).toBeCloseTo(30.5125, 3);
      expect(found.gps?.lon).toBeCloseTo(123.25, 3);
    },
  );

  test('of one seed are the same, byte for byte', async () => {
    const take = (seed: string) =>
      studio.photo('corridor', () => corridor(diceFor('c')), shot(1), diceFor(seed));
    const once = await take('a');
    expect(Buffer.compare(once, await take('a'))).toBe(0);
    expect(Buffer.compare(once, await take('b'))).not.toBe(0);
  });
});

describe('papers', () => {
  test('of several pages are a PDF that opens, with its title', async () => {
    const sheet = () => {
      const page = newSheet(1000, 1414);
      page.words.push({ text: '会议纪要', x: 500, y: 200, size: 40, align: 'centre' });
      return page;
    };
    const bytes = await studio.pdf([sheet(), { key: 'shared', draw: sheet }], '会议纪要（一）', '2024-05-06');
    expect(await inspect(bytes, 'a.pdf')).toMatchObject({
      mediaType: 'application/pdf',
      pages: 2,
      problems: [],
    });
  });

  test('a PDF names the place of every object', () => {
    const text = Buffer.from(
      pdfOf([{ jpeg: new Uint8Array([1, 2]), width: 10, height: 20 }], '题', '2024-05-06'),
    ).toString('latin1');
    const table = /xref\n0 (\d+)\n([\s\S]*?)trailer/.exec(text);
    const offsets = (table?.[2] ?? '')
      .split('\n')
      .filter(Boolean)
      .slice(1)
      .map((line) => Number(line.slice(0, 10)));
    expect(offsets).toHaveLength(Number(table?.[1]) - 1);
    for (const [index, offset] of offsets.entries())
      expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
    expect(text).toContain('/Title <FEFF9898>');
  });

  test('words leave ink where they stand', async () => {
    const blank = newSheet(300, 100);
    const lettered = newSheet(300, 100);
    lettered.words.push({ text: '沄', x: 20, y: 20, size: 60 });
    expect((await studio.plain(lettered)).length).toBeGreaterThan((await studio.plain(blank)).length + 300);
  });
});

test('a murmur is a sound of the length asked for', async () => {
  expect(await inspect(murmur('a', 2), 'a.wav')).toMatchObject({
    kind: 'audio',
    durationMs: 2000,
    problems: [],
  });
});

describe('fonts in an application archive', () => {
  test('are copied out, and taken away again', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'mengbu-test-')), 'app.asar', 'fonts');
    mkdirSync(folder, { recursive: true });
    const files = { regular: join(folder, 'a.ttf'), bold: join(folder, 'b.ttf') };
    writeFileSync(files.regular, 'a');
    writeFileSync(files.bold, 'b');
    const fonts = openFonts(files);
    expect([readFileSync(fonts.regular, 'utf8'), readFileSync(fonts.bold, 'utf8')]).toEqual(['a', 'b']);
    expect(fonts.regular).not.toContain('.asar');
    fonts.release();
    expect(existsSync(fonts.regular)).toBe(false);
    rmSync(join(folder, '../..'), { recursive: true });
  });

  test('that are missing are named', () => {
    expect(() => openFonts({ regular: '/nowhere/a.ttf', bold: '/nowhere/b.ttf' })).toThrow('/nowhere/a.ttf');
  });
});
