import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Bench } from './bench.ts';

const RENDERER = join(import.meta.dirname, '../../out/renderer');

/** JavaScript that the first page cannot do without: the entry, what it preloads, and what those import at once. */
export const firstLoad: Bench = {
  name: 'firstLoad',
  async run({ say }) {
    const page = join(RENDERER, 'index.html');
    if (!existsSync(page)) {
      say('firstLoad: skipped, out/renderer is not built');
      return [];
    }
    const scripts = initialScripts(readFileSync(page, 'utf8'));
    const packed = [...scripts].reduce(
      (sum, script) => sum + gzipSync(readFileSync(join(RENDERER, script))).length,
      0,
    );
    return [
      {
        what: `initial JavaScript of the screens, gzip (${scripts.size} files)`,
        ours: packed / 1000,
        beside: null,
        against: '',
        unit: 'kB',
        goal: { most: 300, of: 'ours' },
      },
    ];
  },
};

function initialScripts(html: string): Set<string> {
  const found = new Set<string>();
  const begin = html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js)"/g);
  const waiting = [...begin].map(([, path = '']) => path.replace(/^(\.?\/)?/, ''));
  for (let script = waiting.pop(); script !== undefined; script = waiting.pop()) {
    if (found.has(script)) continue;
    found.add(script);
    waiting.push(...importsOf(script));
  }
  return found;
}

/** Static imports and re-exports of a built file; those by import() come later. */
function importsOf(script: string): string[] {
  const text = readFileSync(join(RENDERER, script), 'utf8');
  const paths = text.matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{][^'"();]*?from\s*)?["'](\.{1,2}\/[^"']+\.js)["']/g,
  );
  return [...paths].map(([, path = '']) => posix.normalize(posix.join(dirname(script), path)));
}
