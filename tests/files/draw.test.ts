import { createServer } from 'node:http';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { draw } from '#electron/files/draw.ts';
import { type Drawing, PREVIEW_EDGE, THUMBNAIL_EDGE } from '#electron/files/inspection.ts';
import { fromBytes } from '#electron/files/source.ts';
import { bombPng, corneredPicture, cornersOf, phonePhoto, SEEN_UPRIGHT } from './pictureFixtures.ts';

describe('thumbnails', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('are upright at orientation %i', async (orientation) => {
    for (const format of ['jpeg', 'png', 'webp', 'tiff'] as const) {
      const stored = await corneredPicture(orientation)[format]().toBuffer();
      const { webp, ...drawing } = drawn(await thumbnail(stored, `image/${format}`));
      expect(drawing).toMatchObject({ width: 480, height: 300, partial: false });
      expect(await cornersOf(webp), format).toEqual(SEEN_UPRIGHT);
    }
  });

  it('are WebP without any metadata', async () => {
    const { webp } = drawn(await thumbnail(await phonePhoto('jpeg'), 'image/jpeg'));
    const metadata = await sharp(webp).metadata();
    expect(metadata).toMatchObject({ format: 'webp', width: 480 });
    expect([metadata.exif, metadata.xmp, metadata.icc, metadata.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('do not enlarge', async () => {
    const small = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect(await thumbnail(small, 'image/png')).toMatchObject({ drawn: true, width: 30, height: 20 });
  });

  it('show what there is of a JPEG that breaks off, and say so', async () => {
    const whole = await corneredPicture(1).jpeg().toBuffer();
    const part = drawn(await thumbnail(whole.subarray(0, Math.floor(whole.length * 0.6)), 'image/jpeg'));
    expect(part.partial).toBe(true);
    expect(await cornersOf(part.webp)).toMatchObject({ topLeft: 'topLeft', topRight: 'topRight' });
  });

  it('show nothing of a PNG that breaks off', async () => {
    const whole = await corneredPicture(1).png().toBuffer();
    expect(await thumbnail(whole.subarray(0, whole.length / 2), 'image/png')).toEqual({
      drawn: false,
      reason: 'DAMAGED',
    });
  });
});

describe('previews', () => {
  it('are upright and at most 2560 pixels long', async () => {
    const stored = await corneredPicture(6).resize(3000, 4800).tiff({ compression: 'lzw' }).toBuffer();
    const { webp, ...drawing } = drawn(await draw(fromBytes(stored), 'image/tiff', PREVIEW_EDGE, 20_000));
    expect(drawing).toMatchObject({ width: 2560, height: 1600 });
    expect(await cornersOf(webp)).toEqual(SEEN_UPRIGHT);
  });
});

describe('what is not drawn', () => {
  it.each([
    ['application/pdf', 'LEFT_TO_SCREEN'],
    ['video/mp4', 'LEFT_TO_SCREEN'],
    ['audio/wav', 'NOT_A_PICTURE'],
    ['text/plain', 'NOT_A_PICTURE'],
    ['image/x-canon-cr2', 'NO_DECODER'],
    ['image/jpeg', 'DAMAGED'],
  ])('%s is %s', async (mediaType, reason) => {
    expect(await thumbnail(new Uint8Array([1, 2, 3]), mediaType)).toEqual({ drawn: false, reason });
  });

  it('refuses a decompression bomb by its header', async () => {
    const started = performance.now();
    expect(await thumbnail(bombPng(), 'image/png')).toEqual({ drawn: false, reason: 'PICTURE_TOO_LARGE' });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('stops a drawing that takes too long', async () => {
    const nested = Array.from(
      { length: 30 },
      (_, level) => `<filter id="f${level}"><feGaussianBlur stdDeviation="200"/></filter>`,
    ).join('');
    const rects = Array.from(
      { length: 3000 },
      (_, index) => `<rect width="4000" height="4000" filter="url(#f${index % 30})"/>`,
    ).join('');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="4000">${nested}${rects}</svg>`;
    const started = performance.now();
    const drawing = await draw(fromBytes(Buffer.from(svg)), 'image/svg+xml', THUMBNAIL_EDGE, 1000);
    expect(drawing).toEqual({ drawn: false, reason: 'TIMEOUT' });
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

describe('SVG', () => {
  it('is drawn as a picture, at the size wanted, without fetching anything it names', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="10">
      <script>fetch('${origin}/script')</script><style>@import url('${origin}/style');</style>
      <rect width="20" height="10" fill="#1e1edc"/><image xlink:href="${origin}/image" width="20" height="10"/>
      <image href="file:///etc/passwd" width="20" height="10"/></svg>`;
    try {
      const { webp, ...drawing } = drawn(await thumbnail(Buffer.from(svg), 'image/svg+xml'));
      expect(drawing).toMatchObject({ width: 480, height: 240 });
      expect((await cornersOf(webp)).topLeft).toBe('bottomRight');
      expect(asked).toEqual([]);
    } finally {
      server.close();
    }
  });

  it('ends quickly on entities and <use> nested without end', async () => {
    const entities = Array.from(
      { length: 12 },
      (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(20)}">`,
    ).join('');
    const laughs = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e0 "ha">${entities}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&e12;</text></svg>`;
    const uses = Array.from(
      { length: 40 },
      (_, level) => `<g id="g${level + 1}"><use href="#g${level}"/><use href="#g${level}"/></g>`,
    ).join('');
    const loop = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g id="g0"><rect width="1" height="1"/></g>${uses}<use href="#g40"/></svg>`;
    const started = performance.now();
    for (const svg of [laughs, loop]) await thumbnail(Buffer.from(svg), 'image/svg+xml');
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

function thumbnail(bytes: Uint8Array, mediaType: string): Promise<Drawing> {
  return draw(fromBytes(bytes), mediaType, THUMBNAIL_EDGE, 20_000);
}

function drawn(drawing: Drawing): Extract<Drawing, { drawn: true }> {
  if (!drawing.drawn) throw new Error(`not drawn: ${drawing.reason}`);
  return drawing;
}
