import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { sideBySide } from './measure.ts';

const CLI = join(import.meta.dirname, '../../out/electron/cli.js');

/** What a person waits for before any command does something. */
export const cliStart: Bench = {
  name: 'cliStart',
  async run({ say }) {
    if (!existsSync(CLI)) {
      say('cliStart: skipped, out/electron/cli.js is not built');
      return [];
    }
    const node = (...args: string[]): Buffer => execFileSync(process.execPath, args, { stdio: 'pipe' });
    const { ours, beside } = await sideBySide(
      () => node(CLI, '--help'),
      () => node('-e', '0'),
      { rounds: 11, warmUps: 1 },
    );
    return [
      {
        what: 'CLI start (--help)',
        ours,
        beside,
        against: 'node -e 0',
        unit: 'ms',
        goal: { most: 6, of: 'ratio' },
      },
    ];
  },
};
