import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { median } from './measure.ts';
import { openService, unlock } from './vaults.ts';

const ROUNDS = 7;

/** From the passphrase to what the archive page shows first, against the same on an empty vault. */
export const unlocking: Bench = {
  name: 'unlocking',
  async run(run) {
    const full = await run.vaultOf(run.records);
    const empty = await run.vaultOf(0);
    const ours: number[] = [];
    const beside: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await firstScreen(full));
      beside.push(await firstScreen(empty));
    }
    return [
      {
        what: `unlock to first screen, ${run.records} records`,
        ours: median(ours),
        beside: median(beside),
        against: 'an empty vault',
        unit: 'ms',
        goal: { most: 1.2, of: 'ratio' },
      },
    ];
  },
};

/** Milliseconds without starting and ending the service. */
async function firstScreen(folder: string): Promise<number> {
  const { app, client } = await openService(join(folder, 'home'));
  const begun = performance.now();
  await unlock(client);
  await client.vault.status();
  await Promise.all([
    client.records.page({ query: {}, order: 'updated', direction: 'desc', after: null, limit: 100 }),
    client.records.facets({ query: {} }),
  ]);
  const took = performance.now() - begun;
  await app.close();
  return took;
}
