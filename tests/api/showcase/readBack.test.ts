import { appendFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBoothPage } from '#electron/showcase/boothPage.ts';
import { type ReadBack, readBack } from '#electron/showcase/readBack.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { filePhoto, makeExhibition, makePanel, panelFields, publish } from '../../support/panels.ts';

/** A whole pack, spoiled in one place after the other: what is read back of it says so, whoever had spoiled it. */
let app: TestApp;
let whole = '';
let page = '';

beforeAll(async () => {
  app = await openTestVault();
  page = await readBoothPage();
  const panel = await makePanel(app.client, panelFields(), [await filePhoto(app, '现场照片')]);
  await publish(app.client, panel.id);
  const { id } = await makeExhibition(app.client, [panel.id]);
  const { jobId } = await app.client.exhibitions.export({
    id,
    place: app.place(app.folder),
    expiresOn: null,
  });
  const { folderName } = await app.client.exhibitions.wait({ jobId });
  whole = join(app.folder, folderName);
});
afterAll(() => app.close());

const PICTURE = 'media/001-1.jpg';
const THUMBNAIL = 'media/001-1s.jpg';

async function afterSpoiling(spoil: (folder: string) => Promise<void> | void): Promise<ReadBack['faults']> {
  const folder = join(app.folder, 'spoiled');
  rmSync(folder, { recursive: true, force: true });
  cpSync(whole, folder, { recursive: true });
  await spoil(folder);
  return (await readBack(folder, page, app.app.inspector)).faults;
}

async function redraw(path: string, change: (picture: Sharp) => Sharp): Promise<void> {
  writeFileSync(path, await change(sharp(readFileSync(path))).toBuffer());
}

describe('what is read back of a pack', () => {
  test('is without fault where nobody touched it', async () => {
    expect(await afterSpoiling(() => undefined)).toEqual([]);
  });

  test.each<[string, string, string, (folder: string) => Promise<void> | void]>([
    [
      'a place in a picture',
      'LEAK_METADATA',
      PICTURE,
      (folder) =>
        redraw(join(folder, PICTURE), (picture) =>
          picture.withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1' } }).jpeg(),
        ),
    ],
    [
      'a name in a thumbnail',
      'LEAK_METADATA',
      THUMBNAIL,
      (folder) =>
        redraw(join(folder, THUMBNAIL), (picture) =>
          picture.withExif({ IFD0: { Artist: '欧阳若水' } }).jpeg(),
        ),
    ],
    [
      'XMP in a picture',
      'LEAK_METADATA',
      PICTURE,
      (folder) =>
        redraw(join(folder, PICTURE), (picture) =>
          picture.withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').jpeg(),
        ),
    ],
    [
      'another format under the name of a picture',
      'LEAK_METADATA',
      PICTURE,
      (folder) => redraw(join(folder, PICTURE), (picture) => picture.png()),
    ],
    [
      'words after the end of a picture',
      'LEAK_METADATA',
      PICTURE,
      (folder) => appendFileSync(join(folder, PICTURE), '灌流速度每分钟三毫升'),
    ],
    [
      'a file of a telling name',
      'LEAK_FILE_NAME',
      'media/七号剂型.jpg',
      (folder) => renameSync(join(folder, PICTURE), join(folder, 'media/七号剂型.jpg')),
    ],
    [
      'a file that is none of a pack',
      'LEAK_FILE_NAME',
      'notes.txt',
      (folder) => writeFileSync(join(folder, 'notes.txt'), ''),
    ],
    [
      'a hidden file',
      'LEAK_FILE_NAME',
      '.cache/x',
      (folder) => {
        mkdirSync(join(folder, '.cache'));
        writeFileSync(join(folder, '.cache/x'), '');
      },
    ],
    [
      'metadata in the catalogue',
      'LEAK_METADATA',
      'catalogue.pdf',
      (folder) =>
        appendFileSync(join(folder, 'catalogue.pdf'), '\n% http://ns.adobe.com/xap/1.0/ 欧阳若水\n'),
    ],
    [
      'a catalogue that nobody can read',
      'LEAK_UNREADABLE',
      'catalogue.pdf',
      (folder) => writeFileSync(join(folder, 'catalogue.pdf'), 'no document at all'),
    ],
    [
      'a page with one more script',
      'LEAK_PAGE_CHANGED',
      'index.html',
      (folder) => appendFileSync(join(folder, 'index.html'), '<script src="https://example.org"></script>'),
    ],
    [
      'a film that is none',
      'LEAK_METADATA',
      'media/001-2.mp4',
      (folder) => writeFileSync(join(folder, 'media/001-2.mp4'), '\0\0\0\x10udta secret'),
    ],
  ])('tells of %s', async (_, rule, file, spoil) => {
    expect(await afterSpoiling(spoil)).toEqual([{ rule, file }]);
  });
});
