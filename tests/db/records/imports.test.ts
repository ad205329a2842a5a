import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectedUpTo, orphanedBlobs, setCollectedUpTo } from '#db/files/orphans.ts';
import { type FileStore, type LooseBlob, openFileStore } from '#db/files/store.ts';
import { closeTier, createTier, type TierFile } from '#db/open.ts';
import { countEntries, nextFolder, pageOfEntries, readEntry } from '#db/records/importsQueries.ts';
import type { ImportRow } from '#db/records/importsSchema.ts';
import {
  addEntries,
  changeEntry,
  type FoundEntry,
  insertImport,
  letWait,
  turnIntoFolder,
} from '#db/records/importsWrites.ts';
import { newId } from '#shared/ids.ts';
import type { ImportPlan } from '#shared/records/importsContract.ts';
import { importPlan } from '../../support/importPlan.ts';

let folder: string;
let tier: TierFile;
let store: FileStore | null = null;
const key = randomBytes(32);
const id = newId();

const PLAN: ImportPlan = importPlan({ level: 'PUBLIC' });
const ROW: Omit<ImportRow, 'id' | 'actorId'> = {
  state: 'LISTING',
  plan: PLAN,
  title: 'x',
  source: 'PLACES',
  problems: [],
  startedAt: 1,
  endedAt: null,
  recordId: null,
  recordVersion: null,
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mengbu-test-'));
  tier = createTier(join(folder, 'register.db'), 'register', key, newId());
  const places = ['x', 'y'].map((path) => ({
    path,
    source: Buffer.from(`/${path}`),
    kind: 'folder' as const,
  }));
  insertImport(tier, { ...ROW, id, actorId: newId() }, places);
});
afterEach(async () => {
  await store?.close();
  store = null;
  closeTier(tier);
  rmSync(folder, { recursive: true });
});

describe('rows of an import', () => {
  it('are added once, however often their folder is listed', () => {
    const listed = nextFolder(tier, id);
    expect(listed?.path).toBe('x');
    expect(addEntries(tier, id, [entry(0, '/x/a'), entry(1, '/x/b')])).toHaveLength(2);
    const again = addEntries(tier, id, [entry(2, '/x/a'), entry(3, '/x/c')], {
      folders: [{ path: 'x/d', source: Buffer.from('/x/d') }],
      listed: listed?.no ?? 0,
    });
    expect(again.map(({ position }) => position)).toEqual([3]);
    expect(countEntries(tier, id)).toEqual([{ state: 'WAITING', count: 3, bytes: 30 }]);
    expect(nextFolder(tier, id)?.path).toBe('x/d');
  });

  it('page in their order, of some states only', () => {
    addEntries(
      tier,
      id,
      [...Array(10).keys()].map((n) => entry(n, `/x/${n}`, n % 2 === 0 ? 'WAITING' : 'FAILED')),
    );
    const page = pageOfEntries(tier, id, { states: ['FAILED'], after: 1, limit: 3 });
    expect(page.map(({ position }) => position)).toEqual([3, 5, 7]);
    expect(letWait(tier, id, 'FAILED')).toBe(5);
    expect(countEntries(tier, id)).toEqual([{ state: 'WAITING', count: 10, bytes: 100 }]);
  });

  it('keep a path of any bytes', () => {
    const source = Buffer.from([0x2f, 0xff, 0xfe]);
    const [added] = addEntries(tier, id, [{ ...entry(0, '/'), source }]);
    const row = readEntry(tier, added?.id ?? '');
    expect(row?.source).toEqual(source);
    if (row) turnIntoFolder(tier, row);
    expect(readEntry(tier, added?.id ?? '')).toBeNull();
    expect(nextFolder(tier, id)?.source).toEqual(source);
  });

  it('forget what was said when they wait again', () => {
    const [added] = addEntries(tier, id, [entry(0, '/x/a')]);
    changeEntry(tier, added?.id ?? '', { state: 'FAILED', problems: [{ rule: 'FILE_GONE' }] });
    letWait(tier, id, 'FAILED');
    expect(readEntry(tier, added?.id ?? '')).toMatchObject({ state: 'WAITING', problems: [] });
  });
});

describe('bytes that no row names', () => {
  it('are found in every segment, within the range asked for, and only they', async () => {
    store = await openFileStore(folder, new Map([['register', tier]]), new Map([['register', key]]), 3 << 20);
    const blobs: LooseBlob[] = [];
    for (let n = 0; n < 9; n += 1)
      blobs.push(await store.storeBytes('register', randomBytes(n === 4 ? 2_500_000 : 900_000)));
    const named = [1, 4, 7].flatMap((index) => blobs[index] ?? []);
    const insert = tier.sqlite.prepare(
      'insert into blob (no, sha256, size, first_segment) values (?, ?, ?, ?)',
    );
    for (const { no, sha256, size, firstSegment } of named) insert.run(no, sha256, size, firstSegment);
    const numbers = blobs.map(({ no }) => no);
    const loose = numbers.filter((no) => !named.some((blob) => blob.no === no));
    expect(await found(0, Number.MAX_SAFE_INTEGER / 2 ** 20)).toEqual(loose);
    const [from = 0, before = 0] = [numbers[2], numbers[6]];
    expect(await found(from, before)).toEqual(loose.filter((no) => no >= from && no < before));
    await store.erase('register', loose);
    expect(await found(0, 2 ** 30)).toEqual([]);
    for (const blob of named) expect(store.read('register', blob, 0, blob.size)).toHaveLength(blob.size);
  });

  it('are looked for from where the last look ended', () => {
    expect(collectedUpTo(tier)).toBe(0);
    setCollectedUpTo(tier, 41);
    setCollectedUpTo(tier, 42);
    expect(collectedUpTo(tier)).toBe(42);
  });
});

async function found(from: number, before: number): Promise<number[]> {
  const all: number[] = [];
  for await (const some of orphanedBlobs(folder, tier, key, { from, before })) all.push(...some);
  return [...new Set(all)].sort((a, b) => a - b);
}

function entry(position: number, source: string, state: FoundEntry['state'] = 'WAITING'): FoundEntry {
  const path = source.slice(1);
  return {
    id: newId(),
    position,
    path,
    source: Buffer.from(source),
    size: 10,
    modifiedAt: 0,
    state,
    problems: [],
    quotable: false,
  };
}
