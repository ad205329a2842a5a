import { readEntry } from '#db/records/importsQueries.ts';
import { changeImport } from '#db/records/importsWrites.ts';
import type { Id } from '#shared/ids.ts';
import { conflict } from '../api/errors.ts';
import { announceFiles, type UploadListing, type Wanted } from './importsAnnounce.ts';
import { leftByCatalogue } from './importsRows.ts';
import type { Run } from './importsRun.ts';
import type { Found, Runs } from './importsRuns.ts';
import { takeUpload } from './importsTake.ts';

/** Files that the screens send: announced first, then their bytes as far as they are wanted. */
export type Uploads = {
  announce(found: Found, listing: readonly UploadListing[], last: boolean): Promise<Wanted[]>;
  receive(found: Found, entryId: Id, bytes: AsyncIterable<Uint8Array>): Promise<void>;
};

/** What was dropped in one go: which entries were found in it, and which are still to come. */
type Drop = { claimed: Set<Id>; wanted: Set<Id>; isListed: boolean; timer: NodeJS.Timeout | null };

/** A screen that is closed says nothing: after `idleMs` without bytes an import waits for its files to be dropped again. */
export function createUploads(runs: Runs, idleMs: number): Uploads {
  const drops = new Map<Id, Drop>();

  /** A run of its own for each drop: what was dropped before is gone with the screen that had it. */
  function begin(found: Found): Drop {
    const { id } = found.row;
    const drop: Drop = { claimed: new Set(), wanted: new Set(), isListed: false, timer: null };
    drops.set(id, drop);
    const uploads = { isListed: () => drop.isListed, isAllSent: () => drop.wanted.size === 0 };
    void runs.start(found, { uploads }).ended.then(() => {
      if (drop.timer) clearTimeout(drop.timer);
      if (drops.get(id) === drop) drops.delete(id);
    });
    return drop;
  }

  function expectMore(run: Run, drop: Drop): void {
    if (drop.timer) clearTimeout(drop.timer);
    drop.timer = setTimeout(() => void run.stop({ as: 'PAUSED' }), idleMs).unref();
  }

  return {
    async announce(found, listing, last) {
      const { tier, row } = found;
      const isOver = row.state === 'DONE' || row.state === 'CANCELLED';
      if (row.source !== 'UPLOADS' || (isOver && !runs.of(row.id))) throw conflict({ rule: 'IMPORT_ENDED' });
      const drop = drops.get(row.id) ?? begin(found);
      const run = runs.of(row.id);
      if (!run) throw conflict({ rule: 'IMPORT_ENDED' });
      expectMore(run, drop);
      const wanted = await announceFiles(
        tier,
        row.id,
        listing,
        drop.claimed,
        {
          takePosition: run.context.takePosition,
          found(entries) {
            for (const entry of entries) run.tally.add(entry.state, entry.size);
          },
        },
        (path) => leftByCatalogue(run.context, path),
      );
      for (const { entryId } of wanted) drop.wanted.add(entryId);
      const root = listing[0]?.path.split('/')[0];
      if (row.title === '' && root) changeImport(tier, row.id, { title: root });
      drop.isListed ||= last;
      run.wake();
      return wanted;
    },

    async receive({ tier, row }, entryId, bytes) {
      const run = runs.of(row.id);
      const drop = drops.get(row.id);
      const entry = readEntry(tier, entryId);
      if (!run || !entry || !drop?.wanted.delete(entryId))
        throw conflict({ rule: 'IMPORT_ENTRY_NOT_WANTED' });
      try {
        const moving = alive(bytes, () => expectMore(run, drop));
        await run.take(entry, () => takeUpload(run.context, entry, moving));
      } catch (error) {
        drop.wanted.add(entryId);
        throw error;
      } finally {
        expectMore(run, drop);
      }
    },
  };
}

async function* alive(bytes: AsyncIterable<Uint8Array>, seen: () => void): AsyncGenerator<Uint8Array> {
  for await (const portion of bytes) {
    seen();
    yield portion;
  }
}
