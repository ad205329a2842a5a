import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import exifr from 'exifr';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { joined, type Part } from '#electron/files/copies.ts';
import { inspect } from '#electron/files/inspect.ts';
import { fromBytes, fromPath, readAll } from '#electron/files/source.ts';
import { type LocationFreeCopy, stripLocation } from '#electron/files/stripLocation.ts';
import { PLACE, placedMovie, SLICES } from './movieFixture.ts';
import { corneredPicture, phonePhoto } from './pictureFixtures.ts';
import { tiffPhoto } from './tiffFixture.ts';

const corpus = process.env.MENGBU_CORPUS ?? '';
const hasExiftool = spawnSync('exiftool', ['-ver']).status === 0;

describe('a copy without location', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'of a %s keeps picture, time and camera, and loses place and serial number',
    async (format) => {
      const photo = await phonePhoto(format);
      const copy = await cleaned(photo, `image/${format}`);
      expect(await rawPixels(copy)).toEqual(await rawPixels(photo));
      const inspection = await inspect(fromBytes(copy), `a.${format}`);
      expect(inspection).toMatchObject({
        takenAt: { local: '2026-05-06T07:08:09', offset: null },
        camera: { make: 'Mengbu', model: 'Kamera 1', serial: null },
        gps: null,
        problems: [],
      });
      expect(Buffer.from(copy).includes('SN-0815')).toBe(false);
    },
  );

  it('of a TIFF is the same picture without what was beside it', async () => {
    const photo = tiffPhoto();
    const copy = await cleaned(photo, 'image/tiff');
    expect(await rawPixels(copy)).toEqual(await rawPixels(photo));
    expect(await inspect(fromBytes(copy), 'a.tif')).toMatchObject({
      gps: null,
      camera: { make: 'Mengbu', serial: null },
      takenAt: { local: '2026-05-06T07:08:09' },
    });
    for (const trace of ['Wuhan', '30.59', 'SN-0815'])
      expect(Buffer.from(copy).includes(trace), trace).toBe(false);
  });

  it.each(['none', 'lzw', 'deflate', 'packbits', 'jpeg'] as const)(
    'of a TIFF packed by %s is the same picture',
    async (compression) => {
      const stored = await corneredPicture(6)
        .tiff({ compression, tile: compression === 'deflate' })
        .toBuffer();
      const copy = await cleaned(stored, 'image/tiff');
      expect(await rawPixels(copy)).toEqual(await rawPixels(stored));
      expect((await sharp(copy).metadata()).orientation).toBe((await sharp(stored).metadata()).orientation);
    },
  );

  it.each([1, 3, 6, 8])('keeps orientation %i and the colour profile', async (orientation) => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const stored = await corneredPicture(orientation).withIccProfile('p3')[format]().toBuffer();
      const [before, after] = [
        await sharp(stored).metadata(),
        await sharp(await cleaned(stored, `image/${format}`)).metadata(),
      ];
      expect(after.orientation ?? 1).toBe(orientation);
      expect(after.icc?.equals(before.icc ?? Buffer.alloc(0))).toBe(true);
    }
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'of a %s drops XMP, comments, unknown parts, thumbnails and what is appended',
    async (format) => {
      const plain = await corneredPicture(6)
        .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${PLACE}</x:xmpmeta>`)
        [format]()
        .toBuffer();
      if (format !== 'png') expect(plain.includes(PLACE)).toBe(true);
      const hidden = withForeignParts(plain, format);
      const copy = await cleaned(hidden, `image/${format}`);
      expect(Buffer.from(copy).includes(PLACE)).toBe(false);
      expect(await rawPixels(copy)).toEqual(await rawPixels(plain));
      expect(await exifr.gps(Buffer.from(copy)).catch(() => undefined)).toBeUndefined();
    },
  );

  it('of a progressive or grey or CMYK JPEG is the same picture', async () => {
    const grey = await corneredPicture(1)
      .greyscale()
      .jpeg({ progressive: true, optimiseScans: true })
      .toBuffer();
    const cmyk = await corneredPicture(1).toColourspace('cmyk').jpeg().toBuffer();
    for (const stored of [grey, cmyk])
      expect(await rawPixels(await cleaned(stored, 'image/jpeg'))).toEqual(await rawPixels(stored));
  });

  it('of an animation keeps its frames', async () => {
    const frames = Buffer.from(Array.from({ length: 20 * 60 * 3 }, (_, index) => (index * 7919) % 251));
    const stored = await sharp(frames, { raw: { width: 20, height: 60, channels: 3, pageHeight: 20 } })
      .webp({ loop: 2, delay: [50, 60, 70] })
      .toBuffer();
    const after = await sharp(await cleaned(stored, 'image/webp'), { animated: true }).metadata();
    expect(after).toMatchObject({ pages: 3, loop: 2, delay: [50, 60, 70] });
  });

  it('of a clean copy is the copy itself', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const once = await cleaned(await phonePhoto(format), `image/${format}`);
      expect(Buffer.from(await cleaned(once, `image/${format}`)).equals(once)).toBe(true);
    }
  });
});

describe('a film without location', () => {
  it('has its samples where they were and nothing else that says where', async () => {
    const film = placedMovie();
    const copy = Buffer.from(await cleaned(film, 'video/mp4'));
    expect(film.toString('latin1').split(PLACE).length - 1).toBeGreaterThanOrEqual(8);
    expect(copy.byteLength).toBe(film.byteLength);
    expect(copy.includes(PLACE)).toBe(false);
    expect(copy.includes('freeGPS')).toBe(false);
    expect(copy.includes('gpmd')).toBe(false);
    for (const slice of SLICES) expect(copy.indexOf(slice)).toBe(film.indexOf(slice));
    expect(await inspect(fromBytes(copy), 'a.mp4')).toMatchObject({
      gps: null,
      durationMs: 12_500,
      codecs: ['avc1'],
      problems: [],
    });
  });

  it('puts filler data (NAL type 12) where user data stood', async () => {
    const film = placedMovie();
    const copy = Buffer.from(await cleaned(film, 'video/mp4'));
    const at = film.indexOf(Buffer.from([6, 5]));
    expect([copy[at], copy[at + 1]]).toEqual([0x0c, 0xff]);
  });

  it('is refused where it is cut off, fragmented, or coded in a way nobody looks into', async () => {
    const film = placedMovie();
    const coded = Buffer.from(film);
    coded.write('jpeg', coded.indexOf('avc1'), 'latin1');
    const fragmented = Buffer.concat([film, Buffer.from([0, 0, 0, 8]), Buffer.from('moof')]);
    expect(await strip(film.subarray(0, -70), 'video/mp4')).toEqual({ cleaned: false, reason: 'DAMAGED' });
    expect(await strip(coded, 'video/mp4')).toEqual({ cleaned: false, reason: 'FORMAT' });
    expect(await strip(fragmented, 'video/mp4')).toEqual({ cleaned: false, reason: 'FORMAT' });
  });
});

describe('what cannot be cleaned', () => {
  it.each([
    'image/heic',
    'image/avif',
    'image/gif',
    'image/x-adobe-dng',
    'image/svg+xml',
    'video/webm',
    'application/pdf',
    'text/plain',
  ])('%s is refused, not passed', async (mediaType) => {
    expect(await strip(Buffer.from('whatever'), mediaType)).toEqual({ cleaned: false, reason: 'FORMAT' });
  });

  it('a picture that breaks off is refused', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const photo = await phonePhoto(format);
      expect(await strip(photo.subarray(0, photo.length - 30), `image/${format}`), format).toEqual({
        cleaned: false,
        reason: 'DAMAGED',
      });
    }
  });

  it('never lets bytes it was not shown pass, and never throws, whatever was done to a file', {
    timeout: 120_000,
  }, async () => {
    const files: [Uint8Array, string][] = [
      ...(await Promise.all(
        (['jpeg', 'png', 'webp'] as const).map(
          async (format): Promise<[Uint8Array, string]> => [await phonePhoto(format), `image/${format}`],
        ),
      )),
      [tiffPhoto(), 'image/tiff'],
      [placedMovie(), 'video/mp4'],
    ];
    const change = fc.record({
      file: fc.nat(files.length - 1),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      byte: fc.nat(255),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ file, at, byte, cut }) => {
        const [original, mediaType] = files[file] ?? [new Uint8Array(), ''];
        const changed = Buffer.from(original);
        const position = Math.floor(at * changed.length);
        changed[position] = byte;
        const answer = await strip(cut ? changed.subarray(0, position) : changed, mediaType);
        if (!answer.cleaned) return;
        const copy = await readAll(answer.copy);
        expect(copy.byteLength).toBeLessThanOrEqual(original.byteLength + 64);
        expect(Buffer.from(copy).includes('SN-0815')).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('joined files', () => {
  it('read in any ranges what their parts hold one after the other', async () => {
    const part = fc.oneof(
      fc.uint8Array({ maxLength: 9 }).map((bytes): Part => ({ kind: 'bytes', bytes })),
      fc.nat(9).map((length): Part => ({ kind: 'zeros', length })),
      fc
        .tuple(fc.uint8Array({ minLength: 9, maxLength: 9 }), fc.nat(4), fc.nat(4))
        .map(
          ([bytes, offset, length]): Part => ({ kind: 'range', source: fromBytes(bytes), offset, length }),
        ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 8 }),
        fc.nat(40),
        fc.nat(40),
        async (parts, offset, length) => {
          const whole = Buffer.concat(
            await Promise.all(
              parts.map((each) =>
                each.kind === 'bytes'
                  ? each.bytes
                  : each.kind === 'zeros'
                    ? Buffer.alloc(each.length)
                    : each.source.read(each.offset, each.length),
              ),
            ),
          );
          const copy = joined(parts);
          expect(copy.size).toBe(whole.length);
          expect(
            Buffer.from(await copy.read(offset, length)).equals(whole.subarray(offset, offset + length)),
          ).toBe(true);
        },
      ),
    );
  });
});

describe.skipIf(corpus === '')('copies of the corpus photos (needs MENGBU_CORPUS)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mengbu-clean-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const rows = (corpus === '' ? '' : readFileSync(join(corpus, 'photos-exif/expected.tsv'), 'utf8'))
    .trim()
    .split('\n')
    .slice(1);

  it.each(rows.map((row) => row.split('\t')[0] ?? ''))('%s', async (file) => {
    const source = await fromPath(join(corpus, 'photos-exif', file));
    const { mediaType } = await inspect(source, file);
    const answer = await stripLocation(source, mediaType);
    if (mediaType === 'image/heic') expect(answer).toEqual({ cleaned: false, reason: 'FORMAT' });
    else if (!answer.cleaned) throw new Error(answer.reason);
    else {
      const copy = await readAll(answer.copy);
      const after = await inspect(fromBytes(copy), file);
      expect(after).toMatchObject({ gps: null, problems: [] });
      if (mediaType.startsWith('image/'))
        expect(await rawPixels(copy)).toEqual(await rawPixels(await readAll(source)));
      if (hasExiftool) expect(traces(copy, join(folder, basename(file)))).toEqual([]);
    }
    await source.close();
  });

  it.skipIf(hasExiftool)('were not shown to exiftool, which is not installed here', () => undefined);
});

/** Tags in which exiftool finds a place, an embedded picture or foreign metadata, embedded streams included. */
function traces(copy: Uint8Array, path: string): string[] {
  writeFileSync(path, copy);
  const listing = execFileSync('exiftool', ['-a', '-G1', '-s', '-ee3', '-u', path], { encoding: 'utf8' });
  return listing
    .split('\n')
    .filter((line) => !/^\[(System|File|ExifTool|Composite)/.test(line) && TRACE.test(line));
}

const TRACE =
  /GPS|Location|City|Country|Province|State|Thumbnail|PreviewImage|MPImage|^\[(XMP|IPTC|Photoshop|MakerNotes|MPF)|SerialNumber/i;

function withForeignParts(bytes: Buffer, format: 'jpeg' | 'png' | 'webp'): Buffer {
  const text = Buffer.from(PLACE);
  if (format === 'jpeg') {
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), text]);
    const maker = Buffer.concat([Buffer.from([0xff, 0xe7, 0, text.length + 2]), text]);
    return Buffer.concat([bytes.subarray(0, 2), comment, maker, bytes.subarray(2), bytes, text]);
  }
  if (format === 'png') {
    const chunk = Buffer.concat([
      Buffer.from([0, 0, 0, text.length]),
      Buffer.from('laTe'),
      text,
      Buffer.alloc(4),
    ]);
    return Buffer.concat([bytes.subarray(0, 33), chunk, bytes.subarray(33), text]);
  }
  const chunk = Buffer.concat([
    Buffer.from('PLCE'),
    Buffer.from([text.length, 0, 0, 0]),
    text,
    Buffer.alloc(text.length % 2),
  ]);
  const grown = Buffer.concat([bytes, chunk, text]);
  grown.writeUInt32LE(bytes.length - 8 + chunk.length, 4);
  return grown;
}

function strip(bytes: Uint8Array, mediaType: string): Promise<LocationFreeCopy> {
  return stripLocation(fromBytes(bytes), mediaType);
}

async function cleaned(bytes: Uint8Array, mediaType: string): Promise<Uint8Array> {
  const before = Buffer.from(bytes);
  const answer = await strip(bytes, mediaType);
  if (!answer.cleaned) throw new Error(`not cleaned: ${answer.reason}`);
  expect(before.equals(bytes), 'the original is untouched').toBe(true);
  return readAll(answer.copy);
}

/** As stored, without turning and without colour conversion. */
async function rawPixels(bytes: Uint8Array): Promise<string> {
  const { data, info } = await sharp(bytes, { failOn: 'none' }).raw().toBuffer({ resolveWithObject: true });
  return `${info.width}x${info.height}x${info.channels} ${createHash('sha256').update(data).digest('hex')}`;
}
