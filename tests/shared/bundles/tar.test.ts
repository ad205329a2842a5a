import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPax } from '#shared/bundles/paxRecords.ts';
import { tarChecksum } from '#shared/bundles/tarHeader.ts';
import { readTar } from '#shared/bundles/tarReader.ts';
import { type TarSource, tarLength, writeTar } from '#shared/bundles/tarWriter.ts';
import { allBytes, chunksOf, readWholeTar } from './collect.ts';

const safePath = fc
  .array(
    fc.string({
      unit: fc.constantFrom('a', 'B', '0', ' x', '盟', 'é', '%', '_'),
      minLength: 1,
      maxLength: 30,
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.map((part) => `${part}z`).join('/'));

async function tarOf(sources: TarSource[]): Promise<Uint8Array> {
  return allBytes(writeTar(sources));
}

function source(path: string, text: string, mtime = 0): TarSource {
  const body = Buffer.from(text);
  return { path, size: body.length, mtime, body };
}

/** A header block with its checksum; `change` spoils it before the sum is taken. */
function block(
  name: string,
  size: number,
  type = '0',
  change: (block: Buffer) => void = () => undefined,
): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000644\0', 100);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write(type, 156);
  header.write('ustar\x0000', 257);
  change(header);
  header.write(`${tarChecksum(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

function padded(bytes: Uint8Array): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

const END = Buffer.alloc(1024);

function pax(records: Uint8Array, then: Buffer): Buffer {
  return Buffer.concat([block('PaxHeaders/0', records.length, 'x'), padded(records), then]);
}

describe('round trip', () => {
  it('gives back names, sizes, times and bytes however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.tuple(safePath, fc.uint8Array({ maxLength: 2000 }), fc.integer({ min: -1e12, max: 5e12 })),
          {
            selector: ([path]) => path,
            maxLength: 8,
          },
        ),
        fc.integer({ min: 1, max: 3000 }),
        async (files, chunk) => {
          const sources = files.map(([path, body, mtime]) => ({ path, size: body.length, mtime, body }));
          const tar = await tarOf(sources);
          expect(tar.length).toBe(1024 + sources.reduce((sum, one) => sum + tarLength(one), 0));
          const entries = await readWholeTar(tar, 'strict', chunk);
          expect(entries.map(({ path, size, mtime, bytes }) => [path, size, mtime, [...bytes]])).toEqual(
            files.map(([path, body, mtime]) => [path, body.length, mtime, [...body]]),
          );
          for (const { offset, bytes } of entries)
            expect(Buffer.compare(tar.subarray(offset, offset + bytes.length), bytes)).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('writes the same bytes for the same sources', async () => {
    const sources = [source('a/盟.txt', 'x', 1_700_000_000_500), source('b', 'y')];
    expect(Buffer.compare(await tarOf(sources), await tarOf(sources))).toBe(0);
  });

  it('skips a body nobody reads, or reads in part', async () => {
    const tar = await tarOf([source('a', 'x'.repeat(3000)), source('b', 'second'), source('c', 'third')]);
    const seen: string[] = [];
    for await (const { path, body } of readTar(chunksOf(tar, 700), 'strict')) {
      seen.push(path);
      if (path === 'a') for await (const _ of body) break;
      if (path === 'c') seen.push(Buffer.from(await allBytes(body)).toString());
    }
    expect(seen).toEqual(['a', 'b', 'c', 'third']);
  });

  it('refuses to write a body that is longer or shorter than its size, or a name no bundle may hold', async () => {
    await expect(tarOf([{ ...source('a', 'abc'), size: 2 }])).rejects.toMatchObject({
      code: 'SOURCE_CHANGED',
    });
    await expect(tarOf([{ ...source('a', 'abc'), size: 4 }])).rejects.toMatchObject({
      code: 'SOURCE_CHANGED',
    });
    await expect(tarOf([source('../a', 'abc')])).rejects.toMatchObject({
      code: 'PLAN_INVALID',
      data: { rule: 'PATH_LEAVES_FOLDER' },
    });
  });
});

describe('hostile archives are refused by name and rule', () => {
  const cases: [what: string, tar: Buffer, code: string, rule: string][] = [
    ['path that leaves', Buffer.concat([block('r/../../x', 0), END]), 'REFUSED_ENTRY', 'PATH_LEAVES_FOLDER'],
    ['absolute path', Buffer.concat([block('/etc/x', 0), END]), 'REFUSED_ENTRY', 'PATH_ABSOLUTE'],
    ['drive letter', Buffer.concat([block('C:x', 0), END]), 'REFUSED_ENTRY', 'PATH_DRIVE'],
    ['symbolic link', Buffer.concat([block('r/l', 0, '2'), END]), 'REFUSED_ENTRY', 'LINK'],
    ['hard link', Buffer.concat([block('r/l', 0, '1'), END]), 'REFUSED_ENTRY', 'LINK'],
    ['character device', Buffer.concat([block('r/d', 0, '3'), END]), 'REFUSED_ENTRY', 'DEVICE'],
    ['fifo', Buffer.concat([block('r/d', 0, '6'), END]), 'REFUSED_ENTRY', 'DEVICE'],
    ['unknown type', Buffer.concat([block('r/d', 0, 'S'), END]), 'REFUSED_ENTRY', 'TAR_TYPE'],
    [
      'same name twice',
      Buffer.concat([block('r/a', 0), block('r/a', 0), END]),
      'REFUSED_ENTRY',
      'ENTRY_TWICE',
    ],
    [
      'folder with bytes',
      Buffer.concat([block('r/', 512, '5'), Buffer.alloc(512), END]),
      'REFUSED_ENTRY',
      'FOLDER_WITH_BYTES',
    ],
    [
      'base-256 size',
      Buffer.concat([block('r/a', 0, '0', (b) => b.fill(0x81, 124, 136)), END]),
      'REFUSED_ENTRY',
      'TAR_SIZE',
    ],
    [
      'negative size',
      Buffer.concat([block('r/a', 0, '0', (b) => b.write('-0000000001\0', 124)), END]),
      'REFUSED_ENTRY',
      'TAR_SIZE',
    ],
    [
      'name not UTF-8',
      Buffer.concat([block('r/a', 0, '0', (b) => b.writeUInt8(0xff, 3)), END]),
      'REFUSED_ENTRY',
      'NAME_NOT_TEXT',
    ],
    [
      'direction control in pax name',
      pax(Buffer.from(formatPax([['path', 'r/\u202Ex']])), Buffer.concat([block('r/a', 0), END])),
      'REFUSED_ENTRY',
      'NAME_DIRECTION_CHARACTER',
    ],
    [
      'NUL in pax name',
      pax(Buffer.from(formatPax([['path', 'r/a\0b']])), Buffer.concat([block('r/a', 0), END])),
      'REFUSED_ENTRY',
      'PAX_RECORD',
    ],
    [
      'pax key twice',
      pax(
        Buffer.from(
          formatPax([
            ['path', 'r/a'],
            ['path', 'r/b'],
          ]),
        ),
        Buffer.concat([block('r/a', 0), END]),
      ),
      'REFUSED_ENTRY',
      'PAX_KEY_TWICE',
    ],
    [
      'pax size 1e3',
      pax(Buffer.from(formatPax([['size', '1e3']])), Buffer.concat([block('r/a', 0), END])),
      'REFUSED_ENTRY',
      'PAX_NUMBER',
    ],
    [
      'pax record past its header',
      pax(Buffer.from('99 path=r/a\n'), Buffer.concat([block('r/a', 0), END])),
      'REFUSED_ENTRY',
      'PAX_RECORD',
    ],
    [
      'pax record of length 0',
      pax(Buffer.from('0 path=r/a\n'), Buffer.concat([block('r/a', 0), END])),
      'REFUSED_ENTRY',
      'PAX_RECORD',
    ],
    [
      'pax key that acts',
      pax(Buffer.from(formatPax([['GNU.sparse.size', '9']])), Buffer.concat([block('r/a', 0), END])),
      'REFUSED_ENTRY',
      'PAX_KEY_UNKNOWN',
    ],
    [
      'pax header of a gigabyte',
      Buffer.concat([block('p', 2 ** 30, 'x'), END]),
      'REFUSED_ENTRY',
      'PAX_TOO_LONG',
    ],
    [
      'wrong checksum later on',
      Buffer.concat([block('r/a', 0), block('r/b', 0).fill(0x41, 0, 4), END]),
      'DAMAGED',
      'TAR_CHECKSUM',
    ],
    ['no end', block('r/a', 0), 'DAMAGED', 'TAR_ENDS_EARLY'],
    ['one end block', Buffer.concat([block('r/a', 0), Buffer.alloc(512)]), 'DAMAGED', 'TAR_ENDS_EARLY'],
    ['cut in a body', Buffer.concat([block('r/a', 5000), Buffer.alloc(512)]), 'DAMAGED', 'TAR_ENDS_EARLY'],
    [
      'pax header and then nothing',
      pax(Buffer.from(formatPax([['path', 'r/a']])), END),
      'DAMAGED',
      'TAR_ENDS_EARLY',
    ],
    ['no tar', Buffer.from('PK\u0003\u0004'.repeat(300)), 'NOT_A_BUNDLE', 'NOT_A_TAR'],
    ['nothing', Buffer.alloc(0), 'NOT_A_BUNDLE', 'NOT_A_TAR'],
  ];

  it.each(cases)('%s', async (_what, tar, code, rule) => {
    for (const profile of ['strict', 'foreign'] as const)
      for (const chunk of [1, 512, 100_000])
        await expect(readWholeTar(tar, profile, chunk)).rejects.toMatchObject({ code, data: { rule } });
  });

  it('refuses a second archive behind the end', async () => {
    const tar = Buffer.concat([block('r/a', 0), END, block('r/b', 0), END]);
    await expect(readWholeTar(tar, 'strict')).rejects.toMatchObject({ data: { rule: 'DATA_AFTER_END' } });
    await expect(readWholeTar(tar, 'foreign')).rejects.toMatchObject({ data: { rule: 'DATA_AFTER_END' } });
  });

  it('refuses hidden bytes in the padding of a bundle', async () => {
    const body = padded(Buffer.from('x'));
    body[100] = 1;
    const tar = Buffer.concat([block('r/a', 1), body, END]);
    await expect(readWholeTar(tar, 'strict')).rejects.toMatchObject({ data: { rule: 'TAR_PADDING' } });
    await expect(readWholeTar(tar, 'foreign')).resolves.toHaveLength(1);
  });

  it('stops at 300,000 entries', async () => {
    async function* many(): AsyncGenerator<Uint8Array, void> {
      for (let index = 0; index < 300_002; index++) yield block(`r/${index}`, 0);
      yield END;
    }
    async function readAll(): Promise<void> {
      for await (const _ of readTar(many(), 'strict'));
    }
    await expect(readAll()).rejects.toMatchObject({
      code: 'REFUSED_ENTRY',
      data: { rule: 'TOO_MANY_ENTRIES' },
    });
  });

  it('never crashes, hangs or throws anything else on mutated archives', async () => {
    const tar = await tarOf([
      source('r/盟簿.txt', 'x'.repeat(700), 5e12),
      source('r/b', ''),
      source('r/c', 'y'),
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(tar.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.nat(tar.length),
        fc.constantFrom('strict', 'foreign'),
        async (flips, cut, profile) => {
          const mutated = Buffer.from(tar.subarray(0, cut % 3 === 0 ? cut : tar.length));
          for (const [at, value] of flips) if (at < mutated.length) mutated[at] = value;
          try {
            await readWholeTar(mutated, profile);
          } catch (error) {
            expect(error).toMatchObject({ name: 'BundleError' });
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

const hasTar = spawnSync('tar', ['--version'], { encoding: 'utf8' }).stdout?.includes('GNU tar') ?? false;

describe.skipIf(!hasTar)('with GNU tar (skipped where it is not installed)', () => {
  it('reads what we write: long, Chinese and odd times', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mengbu-tar-'));
    try {
      const long = `r/${'长'.repeat(40)}/${'b'.repeat(120)}.txt`;
      const tar = await tarOf([
        source(long, 'one', 4_102_444_800_000),
        source('r/old', 'two', -86_400_000),
        source('r/half', 'three', 1_700_000_000_500),
      ]);
      writeFileSync(join(folder, 'x.tar'), tar);
      execFileSync('tar', ['xf', 'x.tar'], { cwd: folder, stdio: 'pipe' });
      expect(readFileSync(join(folder, long), 'utf8')).toBe('one');
      const times = execFileSync('tar', ['tvf', 'x.tar', '--full-time', '--utc'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(times).toContain('2100-01-01 00:00:00');
      expect(times).toContain('1969-12-31 00:00:00');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each(['pax', 'gnu', 'ustar', 'v7'])('we read what it writes as %s', async (format) => {
    const folder = mkdtempSync(join(tmpdir(), 'mengbu-tar-'));
    try {
      const name = format === 'pax' || format === 'gnu' ? `${'名'.repeat(60)}.txt` : 'short.txt';
      execFileSync('mkdir', ['-p', 'bag/data'], { cwd: folder });
      writeFileSync(join(folder, 'bag/data', name), 'hello');
      const tar = execFileSync('tar', ['cf', '-', `--format=${format}`, 'bag'], { cwd: folder });
      const entries = await readWholeTar(tar, 'foreign');
      expect(entries.map(({ path, kind }) => [path, kind])).toEqual([
        ['bag', 'directory'],
        ['bag/data', 'directory'],
        [`bag/data/${name}`, 'file'],
      ]);
      expect(Buffer.from(entries[2]?.bytes ?? []).toString()).toBe('hello');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
