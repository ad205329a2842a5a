import type { TierFile } from '#db/open.ts';
import { entriesAnnounced } from '#db/records/importsQueries.ts';
import { addEntries, changeEntry, type FoundEntry } from '#db/records/importsWrites.ts';
import { type Id, newId } from '#shared/ids.ts';
import { isSystemFile, type Settled, stoppedByGuard } from './importsGuard.ts';
import { nameOf } from './importsPaths.ts';

/** A file that the screens have and will send when it is asked for. */
export type UploadListing = { path: string; size: number; modifiedAt: number };
export type Wanted = { index: number; entryId: Id };

const AT_ONCE = 200;

/**
 * Finds the entry of each announced file, or makes one. `claimed` are the entries that were found since the files were
 * dropped: two files of one name are two entries. Only files that wait are wanted; what the guard stops by its name, and what is
 * `left` aside, is never sent.
 */
export async function announceFiles(
  tier: TierFile,
  importId: Id,
  listing: readonly UploadListing[],
  claimed: Set<Id>,
  added: { takePosition(): number; found(entries: readonly FoundEntry[]): void },
  left: (path: string) => Settled | null,
): Promise<Wanted[]> {
  const wanted: Wanted[] = [];
  for (let start = 0; start < listing.length; start += AT_ONCE) {
    const fresh: FoundEntry[] = [];
    listing.slice(start, start + AT_ONCE).forEach((file, offset) => {
      const known = knownEntry(tier, importId, file, claimed);
      const entry = known ?? newEntry(file, added.takePosition(), left);
      if (!known) fresh.push(entry as FoundEntry);
      claimed.add(entry.id);
      if (entry.state === 'WAITING') wanted.push({ index: start + offset, entryId: entry.id });
    });
    added.found(addEntries(tier, importId, fresh));
    await new Promise(setImmediate);
  }
  return wanted;
}

/** The same path, size and time; else one that still waits under this path with this size: its file was only touched. */
function knownEntry(
  tier: TierFile,
  importId: Id,
  { path, size, modifiedAt }: UploadListing,
  claimed: ReadonlySet<Id>,
): { id: Id; state: FoundEntry['state'] } | null {
  const free = entriesAnnounced(tier, importId, path.toWellFormed(), size).filter(
    ({ id }) => !claimed.has(id),
  );
  const same = free.find((entry) => entry.modifiedAt === Math.round(modifiedAt));
  if (same) return same;
  const touched = free.find(({ state }) => state === 'WAITING');
  if (touched) changeEntry(tier, touched.id, { modifiedAt: Math.round(modifiedAt) });
  return touched ?? null;
}

function newEntry(file: UploadListing, position: number, left: (path: string) => Settled | null): FoundEntry {
  const path = file.path.toWellFormed();
  const base = {
    id: newId(),
    position,
    path,
    source: null,
    size: file.size,
    modifiedAt: Math.round(file.modifiedAt),
    problems: [],
    quotable: false,
  };
  if (isSystemFile(nameOf(path)))
    return { ...base, state: 'SKIPPED', problems: [{ rule: 'SYSTEM_FILE', file: path }] };
  const held = stoppedByGuard({ path, declared: false }, null) ?? left(path);
  if (held) return { ...base, state: held.state, problems: held.problems, quotable: held.quotable ?? false };
  return { ...base, state: 'WAITING' };
}
