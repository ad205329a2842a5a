import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createInspector, type Inspector, InspectorClosedError } from '#electron/files/inspector.ts';
import { type FileSource, fromBytes, fromPath } from '#electron/files/source.ts';
import { bombPng, corneredPicture, cornersOf, phonePhoto, SEEN_UPRIGHT, UPRIGHT } from './pictureFixtures.ts';

let folder: string;
let inspector: Inspector | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mengbu-inspector-'));
});
afterEach(async () => {
  await inspector?.close();
  inspector = null;
});
afterAll(() => rm(folder, { recursive: true }));

describe('inspector', () => {
  it('answers the same whether the bytes lie on disk, in memory or behind ranges', async () => {
    const photo = await corneredPicture(6).jpeg().toBuffer();
    const path = join(folder, '照片.jpg');
    await writeFile(path, photo);
    const onDisk = await fromPath(path);
    inspector = createInspector();
    const [disk, memory, ranges] = await Promise.all(
      [onDisk, fromBytes(photo), inRanges(photo)].map((source) => inspector?.examine(source, '照片.jpg')),
    );
    await onDisk.close();
    expect(disk?.inspection).toMatchObject({
      mediaType: 'image/jpeg',
      orientation: 6,
      ...UPRIGHT,
      problems: [],
    });
    expect(memory).toEqual(disk);
    expect(ranges).toEqual(disk);
    if (disk?.thumbnail.drawn !== true) throw new Error('no thumbnail');
    expect(await cornersOf(disk.thumbnail.webp)).toEqual(SEEN_UPRIGHT);
  });

  it('reads a picture once, and of a large film only what it needs', async () => {
    inspector = createInspector({ workers: 1 });
    const photo = counting(fromBytes(await phonePhoto('jpeg')));
    await inspector.examine(photo, 'a.jpg');
    expect(photo.bytesRead()).toBeLessThan(photo.size * 2 + 1);
    const film = counting(sparseFilm(5_000_000_000));
    expect(await inspector.inspect(film, 'a.mp4')).toMatchObject({ mediaType: 'video/mp4', kind: 'video' });
    expect(film.bytesRead()).toBeLessThan(200_000);
  });

  it('leaves the bytes it was given untouched and usable', async () => {
    inspector = createInspector();
    const photo = await phonePhoto('jpeg');
    const before = Buffer.from(photo);
    await inspector.examine(fromBytes(photo), 'a.jpg');
    expect(Buffer.from(photo).equals(before)).toBe(true);
  });

  it('takes many files at once and answers each with its own', async () => {
    inspector = createInspector();
    const files = await Promise.all(
      Array.from({ length: 24 }, async (_, index) => ({
        name: `${index}`,
        bytes:
          index % 3 === 0
            ? Buffer.from(`第 ${index} 号`)
            : await corneredPicture(1)
                .resize(10 + index, 20)
                .png()
                .toBuffer(),
      })),
    );
    const answers = await Promise.all(
      files.map(({ name, bytes }) => inspector?.inspect(fromBytes(bytes), name)),
    );
    for (const [index, answer] of answers.entries()) {
      if (index % 3 === 0) expect(answer?.firstPageText).toBe(`第 ${index} 号`);
      else expect(answer?.width).toBe(10 + index);
    }
  });

  it('reports damage that only decoding finds', async () => {
    inspector = createInspector();
    const whole = await corneredPicture(1).png().toBuffer();
    const { inspection, thumbnail } = await inspector.examine(
      fromBytes(whole.subarray(0, whole.length - 200)),
      'a.png',
    );
    expect(inspection).toMatchObject({ ...UPRIGHT, problems: ['DAMAGED'] });
    expect(thumbnail).toEqual({ drawn: false, reason: 'DAMAGED' });
  });

  it('draws a thumbnail and a preview of a file inspected before', async () => {
    inspector = createInspector();
    const large = await corneredPicture(1).resize(3000).png().toBuffer();
    expect(await inspector.thumbnail(fromBytes(large), 'image/png')).toMatchObject({
      drawn: true,
      width: 480,
    });
    expect(await inspector.preview(fromBytes(large), 'image/png')).toMatchObject({
      drawn: true,
      width: 2560,
    });
  });
});

describe('a file that goes wrong', () => {
  it('is given up at the time limit, named as far as it is known, and the next file is treated as usual', async () => {
    inspector = createInspector({ workers: 1, timeLimitMs: 300 });
    const photo = await phonePhoto('png');
    const [hanging, next] = await Promise.all([
      inspector.examine(hangingAfterHead(photo), '照片.png'),
      inspector.inspect(fromBytes(photo), 'b.png'),
    ]);
    expect(hanging.inspection).toMatchObject({ mediaType: 'image/png', problems: ['TIMEOUT'] });
    expect(hanging.thumbnail).toEqual({ drawn: false, reason: 'TIMEOUT' });
    expect(next).toMatchObject({ ...UPRIGHT, problems: [] });
  });

  it('is reported when its bytes cannot be read', async () => {
    inspector = createInspector({ workers: 1 });
    const broken: FileSource = { size: 100, read: () => Promise.reject(new Error('EIO')) };
    expect((await inspector.inspect(broken, 'a.jpg')).problems).toEqual(['UNREADABLE']);
    const gone: FileSource = { ...broken, path: join(folder, 'gone.jpg') };
    const { inspection, thumbnail } = await inspector.examine(gone, 'gone.jpg');
    expect(inspection.problems).toEqual(['UNREADABLE']);
    expect(thumbnail).toEqual({ drawn: false, reason: 'UNREADABLE' });
  });

  it('does not keep a bomb from being followed by a picture', async () => {
    inspector = createInspector({ workers: 1 });
    const [bomb, photo] = await Promise.all([
      inspector.examine(fromBytes(bombPng()), 'bomb.png'),
      inspector.examine(fromBytes(await phonePhoto('webp')), 'a.webp'),
    ]);
    expect(bomb.inspection.problems).toEqual(['PICTURE_TOO_LARGE']);
    expect(bomb.thumbnail).toEqual({ drawn: false, reason: 'PICTURE_TOO_LARGE' });
    expect(photo.thumbnail.drawn).toBe(true);
  });

  it('rejects what is under way when it is closed, and everything afterwards', async () => {
    const closing = createInspector({ workers: 1 });
    const never: FileSource = { size: 100, read: () => new Promise(() => undefined) };
    const pending = [closing.inspect(never, 'a'), closing.inspect(never, 'b')];
    const outcomes = Promise.allSettled(pending);
    await closing.close();
    for (const outcome of await outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(InspectorClosedError) });
    await expect(closing.inspect(never, 'c')).rejects.toBeInstanceOf(InspectorClosedError);
  });
});

/** Bytes given out from a larger buffer, as a pool or a vault page does. */
function inRanges(bytes: Uint8Array): FileSource {
  const pool = Buffer.concat([Buffer.alloc(64, 7), bytes, Buffer.alloc(64, 7)]);
  const own = pool.subarray(64, 64 + bytes.byteLength);
  return { size: own.byteLength, read: async (offset, length) => own.subarray(offset, offset + length) };
}

function counting(source: FileSource): FileSource & { bytesRead(): number } {
  let total = 0;
  return {
    size: source.size,
    async read(offset, length) {
      const bytes = await source.read(offset, length);
      total += bytes.byteLength;
      return bytes;
    },
    bytesRead: () => total,
  };
}

/** ftyp, an empty moov, and media data of nothing but zeros up to the size. */
function sparseFilm(size: number): FileSource {
  const head = Buffer.alloc(48);
  head.writeUInt32BE(24, 0);
  head.write('ftypisom\0\0\0\0isommp42', 4, 'latin1');
  head.writeUInt32BE(8, 24);
  head.write('moov', 28, 'latin1');
  head.writeUInt32BE(1, 32);
  head.write('mdat', 36, 'latin1');
  head.writeBigUInt64BE(BigInt(size - 32), 40);
  return {
    size,
    async read(offset, length) {
      const bytes = new Uint8Array(Math.min(length, size - offset));
      if (offset < head.byteLength) bytes.set(head.subarray(offset, offset + bytes.byteLength));
      return bytes;
    },
  };
}

/** Gives the head, then never answers again. */
function hangingAfterHead(photo: Uint8Array): FileSource {
  const bytes = Buffer.concat([photo, Buffer.alloc(200_000)]);
  let reads = 0;
  return {
    size: bytes.byteLength,
    read(offset, length) {
      reads += 1;
      return reads > 1 ? new Promise(() => undefined) : fromBytes(bytes).read(offset, length);
    },
  };
}
