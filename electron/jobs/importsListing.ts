import type { BigIntStats } from 'node:fs';
import { lstat, opendir, stat } from 'node:fs/promises';
import { nextFolder } from '#db/records/importsQueries.ts';
import type { ImportFolderRow } from '#db/records/importsSchema.ts';
import { addEntries, type FoundEntry, type Place } from '#db/records/importsWrites.ts';
import type { Problem } from '#shared/errors.ts';
import { newId } from '#shared/ids.ts';
import { compareSortKeys, nameSortKey } from '#shared/records/fileNames.ts';
import type { EntryState } from '#shared/records/importsContract.ts';
import type { ImportContext } from './importsContext.ts';
import { codeOf, isGone, systemProblem } from './importsFaults.ts';
import { isSystemFile } from './importsGuard.ts';
import { joinPath, nameOf, readableName, systemPath } from './importsPaths.ts';

/** Entries that are looked at and inserted together: some milliseconds. */
const AT_ONCE = 64;
/** Names sorted in one go; longer folders are merged from runs of this length. */
const RUN = 1000;

/**
 * Lists all folders that still have to be, to the bottom and in natural order, a slice at a time. The queue is in the
 * tier: what a crash leaves is listed again, without anything twice. Nothing is left out: what is not a file that can
 * be taken becomes an entry that says why.
 */
export async function listFolders(
  context: ImportContext,
  found: (entries: readonly FoundEntry[]) => void,
): Promise<void> {
  const vaultFolder = await stat(context.vault.folder, { bigint: true });
  for (
    let folder = nextFolder(context.tier, context.id);
    folder;
    folder = nextFolder(context.tier, context.id)
  ) {
    if (context.signal.aborted) return;
    await listFolder(context, folder, vaultFolder, found);
  }
}

async function listFolder(
  context: ImportContext,
  folder: ImportFolderRow,
  vaultFolder: BigIntStats,
  found: (entries: readonly FoundEntry[]) => void,
): Promise<void> {
  const { tier, id, signal } = context;
  const add = (entries: FoundEntry[], folders: Omit<Place, 'kind'>[], listed: boolean) =>
    found(addEntries(tier, id, entries, { folders, ...(listed ? { listed: folder.no } : {}) }));
  const itself = await look(folder.source);
  const problem = problemOf(itself, vaultFolder);
  if (problem)
    return add(
      [entryOf(context, folder, problem.state, 0, 0, [{ ...problem.problem, file: folder.path }])],
      [],
      true,
    );
  let names: Buffer[];
  try {
    names = await readNames(folder.source, signal);
  } catch (error) {
    const unreadable = { ...unreadableFolder(codeOf(error)), file: folder.path };
    return add([entryOf(context, folder, 'FAILED', 0, 0, [unreadable])], [], true);
  }
  const folders: Omit<Place, 'kind'>[] = [];
  for await (const some of inNaturalOrder(names)) {
    if (signal.aborted) return;
    const looked = await Promise.all(
      some.map(async (name) => {
        const place = { path: `${folder.path}/${readableName(name)}`, source: joinPath(folder.source, name) };
        return { place, stats: await look(place.source) };
      }),
    );
    const entries: FoundEntry[] = [];
    for (const { place, stats } of looked) {
      if ('isDirectory' in stats && stats.isDirectory()) folders.push(place);
      else entries.push(fileEntry(context, place, stats));
    }
    add(entries, [], false);
  }
  if (!signal.aborted) add([], folders.toReversed(), true);
}

/** An entry for what was found under a name: waiting where it is a file, else with the reason why not. */
export function fileEntry(
  context: Pick<ImportContext, 'takePosition'>,
  place: Omit<Place, 'kind'>,
  stats: Looked,
): FoundEntry {
  if ('code' in stats) {
    return entryOf(context, place, 'FAILED', 0, 0, [systemProblem(stats.code, place.path)]);
  }
  const size = stats.isFile() ? Number(stats.size) : 0;
  const modifiedAt = Number(stats.mtimeMs);
  const entry = (state: EntryState, rule?: string) =>
    entryOf(context, place, state, size, modifiedAt, rule ? [{ rule, file: place.path }] : []);
  if (stats.isSymbolicLink()) return entry('REFUSED', 'SYMBOLIC_LINK');
  if (!stats.isFile()) return entry('REFUSED', 'NOT_A_FILE');
  return isSystemFile(nameOf(place.path)) ? entry('SKIPPED', 'SYSTEM_FILE') : entry('WAITING');
}

export type Looked = BigIntStats | { code: string };

/** Links are not followed. */
export async function look(source: Buffer): Promise<Looked> {
  try {
    return await lstat(systemPath(source), { bigint: true });
  } catch (error) {
    return { code: codeOf(error) };
  }
}

function entryOf(
  context: Pick<ImportContext, 'takePosition'>,
  place: Omit<Place, 'kind'>,
  state: EntryState,
  size: number,
  modifiedAt: number,
  problems: Problem[],
): FoundEntry {
  const { path, source } = place;
  return {
    id: newId(),
    position: context.takePosition(),
    path,
    source,
    size,
    modifiedAt,
    state,
    problems,
    quotable: false,
  };
}

/** The vault must not take itself in: reading its open files would even drop the locks on them. */
function problemOf(itself: Looked, vaultFolder: BigIntStats): { state: EntryState; problem: Problem } | null {
  if ('code' in itself) return { state: 'FAILED', problem: unreadableFolder(itself.code) };
  // Between being listed and being opened another thing may have come in its place: what is no folder is not entered.
  if (!itself.isDirectory()) return { state: 'FAILED', problem: unreadableFolder('ENOTDIR') };
  const isVault = itself.dev === vaultFolder.dev && itself.ino === vaultFolder.ino;
  return isVault ? { state: 'REFUSED', problem: { rule: 'VAULT_ITSELF' } } : null;
}

/** A folder taken away while the import runs is gone; any other is there and does not open. */
function unreadableFolder(code: string): Problem {
  return isGone(code) ? { rule: 'FOLDER_GONE' } : { rule: 'FOLDER_UNREADABLE', params: { code } };
}

async function readNames(source: Buffer, signal: AbortSignal): Promise<Buffer[]> {
  // The declared types know no buffers here; the names come as they are asked for.
  const folder = await opendir(systemPath(source), { encoding: 'buffer' as BufferEncoding, bufferSize: 256 });
  const names: Buffer[] = [];
  for await (const entry of folder) {
    names.push(Buffer.from(entry.name as unknown as Buffer));
    if (signal.aborted) break;
  }
  return names;
}

type Named = { name: Buffer; key: string };

/** Sorts runs and merges them, so that no step takes long however many names there are. */
async function* inNaturalOrder(names: readonly Buffer[]): AsyncGenerator<Buffer[]> {
  const runs: Named[][] = [];
  for (let start = 0; start < names.length; start += RUN) {
    const run = names
      .slice(start, start + RUN)
      .map((name) => ({ name, key: nameSortKey(readableName(name)) }));
    runs.push(run.sort((a, b) => compareSortKeys(b.key, a.key)));
    await new Promise(setImmediate);
  }
  for (;;) {
    const some: Buffer[] = [];
    for (let next = takeFirst(runs); next; next = takeFirst(runs)) {
      some.push(next.name);
      if (some.length >= AT_ONCE) break;
    }
    if (some.length === 0) return;
    yield some;
  }
}

/** Runs are kept backwards: their first is at the end. */
function takeFirst(runs: Named[][]): Named | undefined {
  let least: Named[] | undefined;
  for (const run of runs) {
    const head = run.at(-1);
    const best = least?.at(-1);
    if (head && (!best || compareSortKeys(head.key, best.key) < 0)) least = run;
  }
  return least?.pop();
}
