import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '#electron/bundles/openBundle.ts';
import { type BundleTarget, writeBundle } from '#electron/bundles/writeBundle.ts';
import type { OpenPlannedFile } from '#shared/bundles/bundlePlan.ts';
import { newSigningKey } from '#shared/bundles/sshKey.ts';
import { type Sample, samplePlan } from './samplePlan.ts';

const key = newSigningKey();
let folder = '';
let recipient = '';
let identity = '';
let sample: Sample;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mengbu-write-'));
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  sample = samplePlan(
    [[{ name: 'a.bin', bytes: Buffer.alloc(5_000_000, 7) }], [{ name: 'b.txt', bytes: Buffer.from('b') }]],
    recipient,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function target(path: string): BundleTarget {
  return { path, key, to: { recipients: [recipient] } };
}

/** Writes into a folder of its own and says what was left there. */
async function attempt(
  open: OpenPlannedFile,
  watch: Parameters<typeof writeBundle>[3] = {},
): Promise<{ error: unknown; left: string[] }> {
  const place = mkdtempSync(join(folder, 'attempt-'));
  const error = await writeBundle(sample.plan, open, target(join(place, 'x.mengbu')), watch).catch(
    (reason: unknown) => reason,
  );
  return { error, left: readdirSync(place) };
}

describe('all or nothing', () => {
  it.each<[what: string, open: OpenPlannedFile, rule: string]>([
    ['other bytes of the same length', (file) => bytesOf(Buffer.alloc(file.size, 1)), 'HASH'],
    ['fewer bytes', (file) => bytesOf(Buffer.alloc(Math.max(0, file.size - 1), 7)), 'HASH'],
    ['more bytes', (file) => bytesOf(Buffer.alloc(file.size + 1, 7)), 'SIZE'],
  ])('a file that gives %s is named, and nothing is left', async (_what, open, rule) => {
    const { error, left } = await attempt(open);
    expect(error).toMatchObject({ code: 'SOURCE_CHANGED', data: { rule } });
    expect(String((error as Error).message)).toContain('a.bin');
    expect(left).toEqual([]);
  });

  it('a source that fails', async () => {
    async function* failing(): AsyncGenerator<Uint8Array, void> {
      yield Buffer.alloc(1000, 7);
      throw new Error('the stick is gone');
    }
    const { error, left } = await attempt(failing);
    expect(error).toMatchObject({ message: 'the stick is gone' });
    expect(left).toEqual([]);
  });

  it('called off in the middle, with every source closed', async () => {
    const stop = new AbortController();
    let opened = 0;
    let closed = 0;
    const open: OpenPlannedFile = async function* (file) {
      opened += 1;
      try {
        yield* sample.open(file, '');
      } finally {
        closed += 1;
      }
    };
    const { error, left } = await attempt(open, {
      signal: stop.signal,
      onBytes: (bytes) => bytes > 2_000_000 && stop.abort(),
    });
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(left).toEqual([]);
    expect(opened).toBe(1);
    expect(closed).toBe(1);
  });

  it('never over another file, unless told so', async () => {
    const path = join(folder, 'taken.mengbu');
    writeFileSync(path, 'mine');
    await expect(writeBundle(sample.plan, sample.open, target(path))).rejects.toMatchObject({
      code: 'TARGET_EXISTS',
      data: { path },
    });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    await writeBundle(sample.plan, sample.open, { ...target(path), replace: true });
    expect(await verifyBundle(path, { identities: [identity] })).toMatchObject({ whole: true });
  });

  it('a folder that is not there', async () => {
    await expect(
      writeBundle(sample.plan, sample.open, target(join(folder, 'no', 'x.mengbu'))),
    ).rejects.toMatchObject({ code: 'TARGET_UNUSABLE' });
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a read-only folder (skipped for root, who may write anywhere)',
    async () => {
      const place = join(folder, 'read-only');
      mkdirSync(place);
      chmodSync(place, 0o500);
      await expect(
        writeBundle(sample.plan, sample.open, target(join(place, 'x.mengbu'))),
      ).rejects.toMatchObject({ code: 'TARGET_UNUSABLE' });
    },
  );
});

it('shows its progress up to the whole', async () => {
  const seen: [number, number][] = [];
  await writeBundle(sample.plan, sample.open, target(join(folder, 'progress.mengbu')), {
    onBytes: (bytes, of) => seen.push([bytes, of]),
  });
  const last = seen.at(-1);
  expect(last?.[0]).toBe(last?.[1]);
  expect(seen.every(([bytes], index) => bytes > (seen[index - 1]?.[0] ?? 0))).toBe(true);
});

it('keeps its memory small whatever the size (400 MB through, at most 200 MB more)', async () => {
  const size = 400_000_000;
  const piece = Buffer.alloc(1_000_000, 3);
  async function* large(): AsyncGenerator<Uint8Array, void> {
    for (let at = 0; at < size; at += piece.length) yield piece;
  }
  const big = samplePlan([[{ name: 'big.bin', bytes: Buffer.alloc(1) }]], recipient);
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  for await (const part of large()) hash.update(part);
  const sha256 = hash.digest('hex');
  const items = [...big.plan.items].map((item) => ({
    ...item,
    files: item.files.map((file) => ({ ...file, size, sha256 })),
  }));
  const path = join(folder, 'big.mengbu');
  const before = process.memoryUsage().rss;
  let most = 0;
  const note = (): void => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  await writeBundle({ ...big.plan, items }, large, target(path), { onBytes: note });
  expect(await verifyBundle(path, { identities: [identity] }, { onBytes: note })).toMatchObject({
    whole: true,
  });
  expect((most - before) / 1e6).toBeLessThan(200);
}, 300_000);

/** A file system of one megabyte, where this system lets us make one. */
function smallDisk(): string | null {
  if (process.platform !== 'linux') return null;
  const place = mkdtempSync(join(tmpdir(), 'mengbu-small-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place]).status === 0) return place;
  rmSync(place, { recursive: true });
  return null;
}

const disk = smallDisk();
afterAll(() => {
  if (disk === null) return;
  spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

describe.skipIf(disk === null)('a full disk (skipped where no small file system can be mounted)', () => {
  it('is named, and nothing is left on it', async () => {
    const path = join(disk ?? '', 'x.mengbu');
    await expect(writeBundle(sample.plan, sample.open, target(path))).rejects.toMatchObject({
      code: 'DISK_FULL',
      data: { path },
    });
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(disk ?? '')).toEqual([]);
  });
});

async function* bytesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes;
}
