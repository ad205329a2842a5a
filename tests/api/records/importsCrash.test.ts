import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { verifyJournal } from '#db/journal/verify.ts';
import type { TierFile } from '#db/open.ts';
import type { Tier } from '#shared/confidentiality/levels.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';
import { blobsInSegments, ended, entriesOf, folderOf, PLAN, photo } from './importsSupport.ts';

const CHILD = fileURLToPath(new URL('./importsCrashChild.ts', import.meta.url));
const SEED = Number(process.env.MENGBU_SEED ?? 20_261_120);
const KILLS = Number(process.env.MENGBU_FAULTS ?? 6);

type Done = Record<string, number>;
type Files = Record<string, Buffer>;

it(`survives kill -9 in the middle, ${KILLS} times (seed ${SEED})`, { timeout: 300_000 }, async () => {
  const random = randomOf(SEED);
  const [files, others] = [await manyFiles(random, 2024), await manyFiles(random, 2025)];
  let app = await openTestVault({ segmentLimit: 24 << 20 });
  const { vault } = await app.client.vault.status();
  const userId = vault?.users[0]?.id ?? '';
  const each = await app.client.imports.begin({ plan: PLAN, places: [app.place(folderOf(files))] });
  const one = {
    ...PLAN,
    shape: 'ONE',
    title: '合集',
    level: 'TRADE_SECRET',
    term: 'P5Y',
    basis: '合同',
  } as const;
  const all = await app.client.imports.begin({ plan: one, places: [app.place(folderOf(others))] });
  await app.app.close();

  const folder = join(app.folder, 'vault');
  let acknowledged: Done = {};
  for (let kill = 0; kill < KILLS; kill += 1) {
    const further = 1 + Math.floor(random() * 60);
    const after = await runAndKill(
      [join(app.folder, 'home'), folder, userId, PASSPHRASE],
      further,
      random() * 40,
    );
    for (const [id, done] of Object.entries(acknowledged))
      expect(after.first[id]).toBeGreaterThanOrEqual(done);
    expect(sumOf(after.last)).toBeGreaterThanOrEqual(sumOf(acknowledged) + further);
    acknowledged = after.last;
  }

  app = await unlockedAgain(app, userId);
  for (const { id } of [each, all])
    expect(await ended(app, id)).toMatchObject({ state: 'DONE', counts: { WAITING: 0, FAILED: 0 } });
  await assertWhole(app, each.id, 'register', files);
  await assertWhole(app, all.id, 'secret', others);
  expect((await app.client.records.facets({ query: {} })).total).toBe(distinct(files).size + 1);
  // Its own end was clean: what the killed ones left was collected at its beginning.
  app = await unlockedAgain(app, userId);
  for (const tier of ['register', 'secret'] as const) {
    const named = app.app.vault?.tiers
      .get(tier)
      ?.sqlite.prepare('select no from blob where size > 0 order by no')
      .pluck()
      .all();
    await expect.poll(() => blobsInSegments(app, tier), { timeout: 10_000 }).toEqual(named);
  }
  await app.close();
});

async function assertWhole(app: TestApp, importId: string, tier: Tier, files: Files): Promise<void> {
  const vault = app.app.vault;
  const file = vault?.tiers.get(tier);
  if (!vault || !file) throw new Error('the tier is closed');
  const contents = distinct(files);
  const entries = await entriesOf(app, importId);
  expect(entries).toHaveLength(Object.keys(files).length);
  const filed = entries.filter(({ state }) => state === 'DONE');
  expect(filed).toHaveLength(contents.size);
  expect(new Set(filed.map(({ recordId }) => recordId)).size).toBe(tier === 'register' ? contents.size : 1);
  expect(file.sqlite.prepare('select count(*) from file').pluck().get()).toBe(contents.size);
  expect(journalBreak(file)).toBeNull();
  const blobs = file.sqlite
    .prepare('select no, sha256, size, first_segment as firstSegment from blob')
    .all() as Blob[];
  for (const blob of blobs) expect(hashOf(vault.store.read(tier, blob, 0, blob.size))).toBe(blob.sha256);
  expect(new Set(blobs.map(({ sha256 }) => sha256)).isSupersetOf(contents)).toBe(true);
}

function distinct(files: Files): Set<string> {
  return new Set(Object.values(files).map(hashOf));
}

function journalBreak(file: TierFile): unknown {
  const walk = verifyJournal(file);
  for (;;) {
    const step = walk.next();
    if (step.done) return step.value.broken;
  }
}

type Blob = { no: number; sha256: string; size: number; firstSegment: number };

/** Starts the child and kills it so many milliseconds after so many further entries are done. */
async function runAndKill(
  args: string[],
  further: number,
  delay: number,
): Promise<{ first: Done; last: Done }> {
  const child = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let first: Done | null = null;
  let last: Done = {};
  let isDoomed = false;
  for await (const line of createInterface({ input: child.stdout })) {
    last = JSON.parse(line) as Done;
    first ??= last;
    if (isDoomed || sumOf(last) < sumOf(first) + further) continue;
    isDoomed = true;
    setTimeout(() => child.kill('SIGKILL'), delay);
  }
  await gone;
  if (first === null) throw new Error('the child said nothing');
  return { first, last };
}

function sumOf(done: Done): number {
  return Object.values(done).reduce((sum, count) => sum + count, 0);
}

/** Small texts, pictures, files of several chunks, and copies. */
async function manyFiles(random: () => number, year: number): Promise<Files> {
  const files: Files = {};
  for (let n = 0; n < 260; n += 1) {
    const kind = random();
    if (kind < 0.5) files[`文本/${n}.txt`] = Buffer.from(`第 ${n} 号 ${random()}`);
    else if (kind < 0.7)
      files[`图/${n}.jpg`] = await photo({
        seed: n,
        takenAt: `${year}:01:01 00:00:${String(n % 60).padStart(2, '0')}`,
      });
    else if (kind < 0.8)
      files[`大/${n}.bin`] = Buffer.alloc(Math.floor(random() * 3_500_000), `${year} ${n}`);
    else files[`副本/${n}.txt`] = Buffer.from(`${year} copy ${Math.floor(random() * 20)}`);
  }
  return files;
}

async function unlockedAgain(before: TestApp, userId: string): Promise<TestApp> {
  const after = await before.restart();
  await after.client.vault.unlock({ userId, passphrase: PASSPHRASE });
  return after;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** mulberry32: the same numbers for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
