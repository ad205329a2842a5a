import { appendFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBoothPage } from '#electron/showcase/boothPage.ts';
import { type ReadBack, readBack } from '#electron/showcase/readBack.ts';
import { placedMovie } from '../../files/movieFixture.ts';
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

type Spoiling = [string, string, string, (folder: string) => Promise<void> | void];

const PLACE = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '30/1 15/1 0/1',
  GPSLongitudeRef: 'E',
  GPSLongitude: '120/1 9/1 0/1',
};

/** Marks that a bare picture has too, with room for words in them. */
const MARKS: [string, number, Buffer][] = [
  ['words in an APP0 that is not of JFIF', 0xe0, Buffer.from('secret')],
  [
    'words behind a JFIF',
    0xe0,
    Buffer.concat([Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'), Buffer.from('secret')]),
  ],
  ['a thumbnail in a JFIF', 0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01secret', 'latin1')],
  ['words in an APP14', 0xee, Buffer.from('secret')],
  ['words behind Adobe’s mark', 0xee, Buffer.from('Adobe\0\x64\0\0\0\0\x01secret', 'latin1')],
];

function insertSegment(path: string, marker: number, content: Buffer): void {
  const picture = readFileSync(path);
  const head = Buffer.from([0xff, marker, 0, content.length + 2]);
  writeFileSync(path, Buffer.concat([picture.subarray(0, 2), head, content, picture.subarray(2)]));
}

/** Byte for byte. */
function replaceIn(path: string, old: string, by: string): void {
  const text = readFileSync(path, 'latin1');
  expect(text.split(old).length, `${old} stands there`).toBeGreaterThan(1);
  writeFileSync(path, text.replace(old, by), 'latin1');
}

/** Adds an entry to the catalogue of a PDF by an incremental update (ISO 32000-1, 7.5.6). */
function update(path: string, entry: string): void {
  const text = readFileSync(path, 'latin1');
  const root = Number(/\/Root (\d+) 0 R/.exec(text)?.[1]);
  const size = Number(/\/Size (\d+)/.exec(text)?.[1]);
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const body = new RegExp(`\\n${root} 0 obj\\s*<<([\\s\\S]*?)>>\\s*endobj`).exec(text)?.[1] ?? '';
  const object = `${root} 0 obj\n<<${body.replace(/\/Names \d+ 0 R|\/Outlines \d+ 0 R/g, '')} ${entry} >>\nendobj\n`;
  const at = text.length + 1;
  const table = `xref\n${root} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  const trailer = `trailer\n<< /Size ${size} /Root ${root} 0 R /Prev ${start} >>\nstartxref\n${at + object.length}\n%%EOF\n`;
  writeFileSync(path, `${text}\n${object}${table}${trailer}`, 'latin1');
}

const ATTACHMENT =
  '/Names << /EmbeddedFiles << /Names [(secret.txt) << /Type /Filespec /F (secret.txt) /UF (secret.txt) >>] >> >>';

describe('what is read back of a pack', () => {
  test('is without fault where nobody touched it', async () => {
    expect(await afterSpoiling(() => undefined)).toEqual([]);
  });

  test.each<Spoiling>([
    [
      'a place in a picture',
      'LEAK_LOCATION',
      PICTURE,
      (folder) => redraw(join(folder, PICTURE), (picture) => picture.withExif({ IFD3: PLACE }).jpeg()),
    ],
    [
      'a place in the XMP of a thumbnail',
      'LEAK_LOCATION',
      THUMBNAIL,
      (folder) =>
        redraw(join(folder, THUMBNAIL), (picture) =>
          picture.withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/" exif:GPSLatitude="30,15.5N"/>').jpeg(),
        ),
    ],
    [
      'a place in a film',
      'LEAK_LOCATION',
      'media/001-2.mp4',
      (folder) => writeFileSync(join(folder, 'media/001-2.mp4'), placedMovie()),
    ],
    ...MARKS.map(
      ([what, marker, content]): Spoiling => [
        what,
        'LEAK_METADATA',
        PICTURE,
        (folder) => insertSegment(join(folder, PICTURE), marker, content),
      ],
    ),
    [
      'an author in the catalogue',
      'LEAK_METADATA',
      'catalogue.pdf',
      // The same length: no offset of the file moves.
      (folder) => replaceIn(join(folder, 'catalogue.pdf'), '/Producer', '/Author  '),
    ],
    [
      'another program in the catalogue',
      'LEAK_METADATA',
      'catalogue.pdf',
      (folder) => replaceIn(join(folder, 'catalogue.pdf'), '(Mengbu)', '(secret)'),
    ],
    [
      'a file attached to the catalogue',
      'LEAK_METADATA',
      'catalogue.pdf',
      (folder) => update(join(folder, 'catalogue.pdf'), ATTACHMENT),
    ],
    [
      'a page of the catalogue that runs a script',
      'LEAK_METADATA',
      'catalogue.pdf',
      (folder) =>
        update(join(folder, 'catalogue.pdf'), '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'),
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
      'words among the sounds of a title',
      'LEAK_PAGE_CHANGED',
      'index.html',
      (folder) => replaceIn(join(folder, 'index.html'), '"sounds":{"title":"', '"sounds":{"title":"mi fang '),
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
