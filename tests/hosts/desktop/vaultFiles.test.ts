import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadableFile } from '#electron/desktop/fileAnswers.ts';
import { answerMain } from '#electron/desktop/serviceDoor.ts';
import { byteRange } from '#electron/web/byteRange.ts';
import { fileOf } from './fileOf.ts';
import { type MainRun, runMain } from './mainUnderDouble.ts';

const MIB = 1024 * 1024;

/** The window with a service behind it that knows these files by address. */
function runWith(files: Record<string, ReadableFile>, asked: string[] = []): Promise<MainRun> {
  return runMain((double) => {
    double.world.onFork = (child) =>
      void answerMain(
        child.parentPort,
        Promise.resolve({
          serve: () => {},
          grant: async () => null,
          async openFile(address) {
            asked.push(address);
            return files[address] ?? null;
          },
          close: async () => {},
          chosen: () => null,
        }),
      );
  });
}

describe('a vault file in the window', () => {
  const content = new Uint8Array(3 * MIB + 17).map((_byte, at) => (at * 31) % 253);

  it('comes whole, with what keeps it from acting', async () => {
    const run = await runWith({
      abc: fileOf(content, undefined, { name: "付款'(一)\r\n单.html", mediaType: 'text/html' }),
    });
    const response = await run.fetch('mengbu-file://vault/abc');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('付款')}%27%28${encodeURIComponent('一')}%29%0D%0A${encodeURIComponent('单')}.html`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'accept-ranges': 'bytes',
      'access-control-allow-origin': 'mengbu://app',
    });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(content);
  });

  it('gives every range the bytes it names (RFC 9110 §14)', async () => {
    const run = await runWith({ abc: fileOf(content) });
    await fc.assert(
      fc.asyncProperty(fc.nat(content.length - 1), fc.nat(content.length + 10), async (start, length) => {
        const end = start + length;
        const response = await run.fetch('mengbu-file://vault/abc', {
          headers: { range: `bytes=${start}-${end}` },
        });
        const expected = content.subarray(start, end + 1);
        expect(response.status).toBe(206);
        expect(response.headers.get('content-range')).toBe(
          `bytes ${start}-${start + expected.length - 1}/${content.length}`,
        );
        expect(response.headers.get('content-length')).toBe(String(expected.length));
        expect(Buffer.from(await response.arrayBuffer()).equals(expected)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['bytes=5-', { start: 5, end: 100 }],
    ['bytes=-7', { start: 93, end: 100 }],
    ['bytes=-700', { start: 0, end: 100 }],
    ['bytes=0-0', { start: 0, end: 1 }],
    ['bytes=99-1000', { start: 99, end: 100 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=7-3', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['bytes=-', 'whole'],
    ['items=0-1', 'whole'],
    ['bytes=99999999999999999999-', 'whole'],
    [null, 'whole'],
  ])('the header %j asks 100 bytes for %j', (header, range) => {
    expect(byteRange(header, 100)).toEqual(range);
  });

  it('answers a range past the end with 416 and the size', async () => {
    const run = await runWith({ abc: fileOf(content), empty: fileOf(new Uint8Array()) });
    const past = await run.fetch('mengbu-file://vault/abc', {
      headers: { range: `bytes=${content.length}-` },
    });
    expect([past.status, past.headers.get('content-range')]).toEqual([416, `bytes */${content.length}`]);
    const empty = await run.fetch('mengbu-file://vault/empty');
    expect([empty.status, (await empty.arrayBuffer()).byteLength]).toEqual([200, 0]);
  });

  it('seeks in a terabyte without reading the rest, and reads only as it is taken', async () => {
    const reads: [number, number][] = [];
    const size = 2 ** 40;
    const huge: ReadableFile = {
      ...fileOf(new Uint8Array()),
      size,
      read(offset, length) {
        reads.push([offset, length]);
        return new Uint8Array(length).fill(offset % 251);
      },
    };
    const run = await runWith({ huge });
    const at = size / 2 + 5;
    const response = await run.fetch('mengbu-file://vault/huge', { headers: { range: `bytes=${at}-` } });
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(first?.value?.length).toBe(MIB - 5);
    expect(first?.value?.[0]).toBe(at % 251);
    await new Promise((resolve) => setTimeout(resolve, 30));
    // the piece taken, and one more made ready
    expect(reads).toEqual([
      [at, MIB - 5],
      [at - 5 + MIB, MIB],
    ]);
    await reader?.cancel();
  });

  it('breaks off, instead of ending early, when the store cannot deliver or the service is gone', async () => {
    const damaged = fileOf(content, (offset) => {
      if (offset >= MIB) throw new Error('damaged');
    });
    const run = await runWith({ damaged, short: { ...fileOf(content), size: content.length + 1 } });
    for (const address of ['damaged', 'short']) {
      const response = await run.fetch(`mengbu-file://vault/${address}`);
      await expect(response.arrayBuffer(), address).rejects.toThrow();
    }
  });

  it('is there for the app’s pages alone', async () => {
    const asked: string[] = [];
    const run = await runWith({ abc: fileOf(content) }, asked);
    for (const initiatorOrigin of ['https://example.com', 'mengbu-file://vault', 'null', null]) {
      const response = await run.fetch('mengbu-file://vault/abc', { initiatorOrigin });
      expect(response.status, String(initiatorOrigin)).toBe(403);
    }
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await run.fetch('mengbu-file://vault/abc', { method })).status).toBe(405);
    }
    for (const url of ['mengbu-file://other/abc', 'mengbu-file://vault/', 'mengbu-file://vault/%ff']) {
      expect((await run.fetch(url)).status, url).toBe(404);
    }
    expect(asked).toEqual([]);
    expect((await run.fetch(`mengbu-file://vault/${encodeURIComponent('不/存?在')}`)).status).toBe(404);
    expect(asked).toEqual(['不/存?在']);
  });

  it('answers HEAD and the preflight of a ranged fetch without a byte', async () => {
    const reads: number[] = [];
    const run = await runWith({ abc: fileOf(content, (offset) => void reads.push(offset)) });
    const head = await run.fetch('mengbu-file://vault/abc', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), head.body]).toEqual([
      200,
      String(content.length),
      null,
    ]);
    const preflight = await run.fetch('mengbu-file://vault/abc', { method: 'OPTIONS' });
    expect(preflight.headers.get('access-control-allow-headers')).toBe('range');
    expect(reads).toEqual([]);
  });

  it('sends nothing that lies beside the bytes in memory', async () => {
    const pool = Buffer.from('secret-before|visible|secret-after');
    const run = await runWith({
      abc: { ...fileOf(new Uint8Array()), size: 7, read: () => pool.subarray(14, 21) },
    });
    const response = await run.fetch('mengbu-file://vault/abc');
    const reader = response.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value?.buffer)).toBe('visible');
  });
});
