import { opendir, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { isSystemFile } from '../jobs/importsGuard.ts';
import { look } from '../jobs/importsListing.ts';
import { joinPath, nameOf, readableName, systemPath } from '../jobs/importsPaths.ts';

/** Beyond this many files a preview row by row is no help any more. */
export const MOST_FILES = 50_000;

export class TooManyFilesError extends Error {}

/**
 * The files below these places under the paths an import of them would give, in no particular order. Links are not followed; what
 * cannot be read is left to the import to name. @throws TooManyFilesError
 */
export async function listPaths(places: readonly string[]): Promise<string[]> {
  const paths: string[] = [];
  const queue: { source: Buffer; path: string }[] = [];
  for (const place of places) {
    // A link that was picked itself is followed, as the import does.
    const source = await realpath(place, { encoding: 'buffer' }).catch(() => Buffer.from(place));
    queue.push({ source, path: readableName(Buffer.from(basename(place) || place)) });
  }
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { source, path } = next;
    const stats = await look(source);
    if ('code' in stats) continue;
    if (stats.isFile() && !isSystemFile(nameOf(path))) paths.push(path);
    if (paths.length > MOST_FILES) throw new TooManyFilesError('too many files');
    if (!stats.isDirectory()) continue;
    const folder = await opendir(systemPath(source), { encoding: 'buffer' as BufferEncoding }).catch(
      () => null,
    );
    if (folder === null) continue;
    for await (const entry of folder) {
      const name = Buffer.from(entry.name as unknown as Buffer);
      queue.push({ source: joinPath(source, name), path: `${path}/${readableName(name)}` });
    }
  }
  return paths;
}
