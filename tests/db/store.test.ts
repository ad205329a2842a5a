import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listSegments, segmentFile } from '#db/files/segment.ts';
import { type FileStore, openFileStore } from '#db/files/store.ts';
import { closeTier, createTier, type TierFile } from '#db/open.ts';
import type { Tier } from '#shared/confidentiality/levels.ts';
import { newId } from '#shared/ids.ts';

const MIB = 1 << 20;
const key = new Uint8Array(32).fill(4);
let folder: string;
let tiers: Map<Tier, TierFile>;
let store: FileStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mengbu-store-'));
  tiers = new Map([['register', createTier(join(folder, 'register.db'), 'register', key, newId())]]);
  store = await open();
});
afterEach(async () => {
  await store.close();
  for (const tier of tiers.values()) closeTier(tier);
  rmSync(folder, { recursive: true, force: true });
});

const open = (limit = 40 * MIB) => openFileStore(folder, tiers, new Map([['register', key]]), limit);
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function* portions(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('stored bytes', () => {
  test.each([0, 1, MIB - 1, MIB, MIB + 1, 3 * MIB + 17])(
    'of %i bytes come back as they were, from any place',
    async (size) => {
      const bytes = randomBytes(size);
      const stored = await store.storeStream('register', portions(bytes, 70_001));
      expect(stored).toMatchObject({ size, sha256: sha(bytes) });
      expect(Buffer.from(store.read('register', stored, 0, size + 10)).equals(bytes)).toBe(true);
      for (const [offset, length] of [
        [MIB - 5, 10],
        [size - 3, 10],
        [size, 5],
        [2, 3],
      ] as const) {
        if (offset < 0) continue;
        expect(
          Buffer.from(store.read('register', stored, offset, length)).equals(
            bytes.subarray(offset, offset + length),
          ),
        ).toBe(true);
      }
    },
  );

  test('from a path equal those from a stream', async () => {
    const bytes = randomBytes(5 * MIB + 3);
    writeFileSync(join(folder, 'source'), bytes);
    const stored = await store.storePath('register', join(folder, 'source'));
    expect(stored.sha256).toBe(sha(bytes));
    expect(sha(store.read('register', stored, 0, stored.size))).toBe(sha(bytes));
  });

  test('go on in a new segment when one is full; a file may span both', async () => {
    const bytes = randomBytes(100 * MIB);
    const stored = await store.storeStream('register', portions(bytes, MIB));
    expect(listSegments(folder, 'register').length).toBeGreaterThan(1);
    expect(sha(store.read('register', stored, 0, stored.size))).toBe(sha(bytes));
  });

  test('lie encrypted', async () => {
    await store.storeBytes('register', Buffer.from('canary in the file store '.repeat(1000)));
    await store.close();
    const raw = listSegments(folder, 'register').map((segment) =>
      readFileSync(segmentFile(folder, 'register', segment)),
    );
    expect(raw.some((bytes) => bytes.includes('canary'))).toBe(false);
    store = await open();
  });

  test('that were not named can be forgotten, and their numbers are not given again while they are there', async () => {
    const first = await store.storeBytes('register', randomBytes(10));
    await store.close();
    store = await open();
    const second = await store.storeBytes('register', randomBytes(10));
    expect(second.no).toBeGreaterThan(first.no);
    await store.forget([first]);
    expect(() => store.read('register', first, 0, 10)).toThrow(/missing/);
    expect(store.read('register', second, 0, 10)).toHaveLength(10);
  });

  test('of a source that breaks off leave nothing', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield randomBytes(40 * MIB);
      throw new Error('pulled out');
    }
    await expect(store.storeStream('register', broken())).rejects.toThrow('pulled out');
    const next = await store.storeBytes('register', randomBytes(5));
    expect(() => store.read('register', { ...next, no: next.no - 1 }, 0, 5)).toThrow(/missing/);
  });

  test('a path that cannot be read is an error with its code', async () => {
    await expect(store.storePath('register', join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
