import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bench, startRun } from './bench.ts';
import { blocking } from './blocking.ts';
import { boards } from './boards.ts';
import { bundles } from './bundles.ts';
import { cliStart } from './cliStart.ts';
import { facets } from './facets.ts';
import { firstLoad } from './firstLoad.ts';
import { imports } from './imports.ts';
import { packs } from './packs.ts';
import { pages } from './pages.ts';
import { scrolling } from './scrolling.ts';
import { search } from './search.ts';
import { type Line, tableOf } from './table.ts';
import { tables } from './tables.ts';
import { unlocking } from './unlocking.ts';
import { writes } from './writes.ts';

/**
 * node tests/bench/run.ts [names…] [--small | --large]
 *
 * Measures each thing beside something else on the same bytes in the same run and prints a table, also where a goal is
 * missed: figures of other machines and other days cannot be compared. Ends with 1 only when a bench itself breaks.
 */
const BENCHES: readonly Bench[] = [
  firstLoad,
  cliStart,
  pages,
  facets,
  search,
  blocking,
  writes,
  unlocking,
  imports,
  tables,
  boards,
  packs,
  bundles,
  scrolling,
];

const { values, positionals } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(
    `No bench named ${unknown.join(', ')}. There are: ${BENCHES.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'mengbu-bench-'));
const run = startRun(folder, values.large ? 'large' : values.small ? 'small' : 'usual', say);
const lines: Line[] = [];
say(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
);
try {
  for (const bench of BENCHES) {
    if (positionals.length > 0 && !positionals.includes(bench.name)) continue;
    say(`${bench.name} …`);
    try {
      lines.push(...(await bench.run(run)));
    } catch (error) {
      process.exitCode = 1;
      console.error(`${bench.name} broke:`, error);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${tableOf(lines)}\n\nload at the end ${loadavg()[0]?.toFixed(1)}`);

/** Progress goes where the table does not. */
function say(text: string): void {
  console.error(text);
}
