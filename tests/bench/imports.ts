import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ImportPlan } from '#shared/records/importsContract.ts';
import { importPlan } from '../support/importPlan.ts';
import type { Bench, BenchRun } from './bench.ts';
import { longestBlock, median, timed } from './measure.ts';
import { photoFolder } from './photos.ts';
import { makeVault, openVaultIn } from './vaults.ts';

/** A folder of photos into an empty vault: hashed, sealed, pictures drawn, EXIF read, records filed. */
export const imports: Bench = {
  name: 'imports',
  async run(run) {
    const count = run.size === 'small' ? 100 : 1000;
    const folder = await photoFolder(count);
    const files = readdirSync(folder).map((name) => join(folder, name));
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    run.say(`imports: ${count} photos, ${Math.round(bytes / 1e6)} MB`);
    const ours: number[] = [];
    const beside: number[] = [];
    const blocks: number[] = [];
    for (let round = 0; round < 3; round++) {
      beside.push(await timed(() => hashAndDraw(files)));
      const { seconds, block } = await importInto(run, folder, `photos-${round}`, count);
      ours.push(seconds * 1000);
      blocks.push(block);
    }
    return [
      {
        what: `import of ${count} photos of 12 megapixels`,
        ours: median(ours) / 1000,
        beside: median(beside) / 1000,
        against: `sha256 + sharp alone, ${availableParallelism()} threads`,
        unit: 's',
        goal: { most: 1.3, of: 'ratio' },
      },
      {
        what: 'longest block, while importing',
        ours: median(blocks),
        beside: null,
        against: '',
        unit: 'ms',
        goal: { most: 20, of: 'ours' },
      },
    ];
  },
};

async function importInto(
  run: BenchRun,
  folder: string,
  name: string,
  count: number,
): Promise<{ seconds: number; block: number }> {
  const place = join(run.folder, name);
  await makeVault(place, 0);
  const { app, client, vault, close } = await openVaultIn(place);
  try {
    await vault.remembered;
    let took = 0;
    const block = await longestBlock(async () => {
      took = await timed(async () => {
        const begun = await client.imports.begin({
          plan: PLAN,
          places: [app.places.grant(folder, 'folder').token],
        });
        for (;;) {
          const { state, counts } = await client.imports.get({ id: begun.id });
          if (state === 'DONE' && counts.DONE === count) return;
          if (state !== 'LISTING' && state !== 'RUNNING')
            throw new Error(`the import is ${state}: ${JSON.stringify(counts)}`);
          await new Promise((done) => setTimeout(done, 50));
        }
      });
    });
    return { seconds: took / 1000, block };
  } finally {
    await close();
  }
}

const PLAN: ImportPlan = importPlan({ term: 'P3Y' });

/** On all cores, each file once. */
async function hashAndDraw(files: readonly string[]): Promise<void> {
  const threads = availableParallelism();
  await Promise.all(
    Array.from({ length: threads }, (_, thread) => {
      const paths = files.filter((_, index) => index % threads === thread);
      const worker = new Worker(new URL('./photoWorker.ts', import.meta.url), { workerData: { paths } });
      return new Promise<void>((done, failed) => {
        worker.once('error', failed);
        worker.once('exit', () => done());
      });
    }),
  );
}
