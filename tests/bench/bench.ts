import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Line } from './table.ts';
import { type BenchVault, makeVault, openVaultIn } from './vaults.ts';

export type Size = 'small' | 'usual' | 'large';

/** What the benches of one run share: a scratch folder, and filled vaults, each made once. */
export type BenchRun = {
  readonly size: Size;
  readonly folder: string;
  /** Records of the vault that is measured; 100,000 but for small runs. */
  readonly records: number;
  say(text: string): void;
  /** The folder of a closed vault of so many records. */
  vaultOf(records: number): Promise<string>;
  /** Opens such a vault in this process, for as long as the work takes. */
  withVault<T>(records: number, work: (vault: BenchVault) => Promise<T>): Promise<T>;
};

export type Bench = { name: string; run(bench: BenchRun): Promise<Line[]> };

export function startRun(folder: string, size: Size, say: (text: string) => void): BenchRun {
  const made = new Map<number, Promise<string>>();
  async function make(records: number): Promise<string> {
    const path = join(folder, `vault-${records}`);
    mkdirSync(path, { recursive: true });
    const seconds = await makeVault(path, records);
    if (records > 0) say(`filled a vault with ${records} records in ${seconds.toFixed(1)} s`);
    return path;
  }
  const run: BenchRun = {
    size,
    folder,
    records: size === 'small' ? 10_000 : size === 'large' ? 1_000_000 : 100_000,
    say,
    vaultOf(records) {
      const known = made.get(records) ?? make(records);
      made.set(records, known);
      return known;
    },
    async withVault(records, work) {
      const vault = await openVaultIn(await run.vaultOf(records));
      try {
        await vault.vault.remembered;
        return await work(vault);
      } finally {
        await vault.close();
      }
    },
  };
  return run;
}
