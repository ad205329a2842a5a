import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomFillSync } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Bench } from './bench.ts';
import type { BenchFile } from './bundleChild.ts';
import { median, timed } from './measure.ts';

const CHILD = join(import.meta.dirname, 'bundleChild.ts');
/** About a photograph. */
const FILE_SIZE = 4 << 20;
const ROUNDS = 3;

/** A bundle sealed and opened, against tar and age on the same files, all to the disk. */
export const bundles: Bench = {
  name: 'bundles',
  async run({ size, folder, say }) {
    if (spawnSync('age', ['--version']).status !== 0 || process.platform === 'win32') {
      say('bundles: skipped, age is not installed');
      return [];
    }
    const count = size === 'small' ? 48 : 512;
    const source = join(folder, 'bundled');
    const files = makeFiles(source, count);
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    const keyFile = join(folder, 'identity.txt');
    writeFileSync(keyFile, `${identity}\n`, { mode: 0o600 });
    const took = { write: [] as Own[], tarAge: [] as number[], open: [] as Own[], ageTar: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      const [ours, theirs] = [join(folder, 'ours.mengbu'), join(folder, 'theirs.age')];
      took.tarAge.push(
        await timed(() =>
          shell(`tar -cf - -C "$1" . | age -r "$2" > "$3" && sync "$3"`, source, recipient, theirs),
        ),
      );
      took.write.push(child('write', source, ours, recipient, JSON.stringify(files)));
      const [opened, extracted] = [join(folder, 'opened'), join(folder, 'extracted')];
      mkdirSync(extracted);
      took.ageTar.push(
        await timed(() =>
          shell(
            `age -d -i "$1" "$2" | tar -xf - -C "$3" && find "$3" -type f -print0 | xargs -0 sha256sum > /dev/null`,
            keyFile,
            theirs,
            extracted,
          ),
        ),
      );
      took.open.push(child('open', ours, opened, identity));
      for (const made of [ours, theirs, opened, extracted]) rmSync(made, { recursive: true });
    }
    rmSync(source, { recursive: true });
    const amount = `${((count * FILE_SIZE) / 2 ** 30).toFixed(1)} GiB`;
    const seconds = (runs: readonly Own[]): number => median(runs.map((run) => run.seconds));
    const grown = (runs: readonly Own[]): number => Math.max(...runs.map((run) => run.grown)) / 1e6;
    const memory = { beside: null, against: '', unit: 'MB', goal: { most: 200, of: 'ours' } } as const;
    return [
      {
        what: `bundle of ${amount}, sealed and written`,
        ours: seconds(took.write),
        beside: median(took.tarAge) / 1000,
        against: 'tar | age, then sync',
        unit: 's',
        goal: { most: 1, of: 'ratio' },
      },
      { what: 'memory beyond idle while writing it', ours: grown(took.write), ...memory },
      {
        what: `bundle of ${amount}, opened, verified, extracted`,
        ours: seconds(took.open),
        beside: median(took.ageTar) / 1000,
        against: 'age -d | tar x, then sha256sum',
        unit: 's',
        goal: { most: 1, of: 'ratio' },
      },
      { what: 'memory beyond idle while opening it', ours: grown(took.open), ...memory },
    ];
  },
};

/** Seconds of the work without the start of the process, and bytes its memory grew by. */
type Own = { seconds: number; grown: number };

function child(...args: string[]): Own {
  const said = execFileSync(process.execPath, [CHILD, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(said) as Own;
}

function shell(script: string, ...args: string[]): void {
  execFileSync('bash', ['-o', 'pipefail', '-c', script, 'bench', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Random bytes: what photographs and films are to a compressor. */
function makeFiles(folder: string, count: number): BenchFile[] {
  mkdirSync(folder, { recursive: true });
  const bytes = Buffer.alloc(FILE_SIZE);
  return Array.from({ length: count }, (_, index) => {
    randomFillSync(bytes);
    const name = `file-${String(index).padStart(4, '0')}.bin`;
    writeFileSync(join(folder, name), bytes);
    return { name, size: FILE_SIZE, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
}
