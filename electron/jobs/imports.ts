import { ORPCError } from '@orpc/server';
import type { TierFile } from '#db/open.ts';
import {
  readEntry,
  readImport,
  readImports,
  readPlaces,
  unfinishedImports,
} from '#db/records/importsQueries.ts';
import type { ImportEntryRow } from '#db/records/importsSchema.ts';
import { letWait } from '#db/records/importsWrites.ts';
import { all, inOrder } from '#db/tiers.ts';
import type { Id } from '#shared/ids.ts';
import type { Import, ImportEntry, ImportedRow, ImportPlan } from '#shared/records/importsContract.ts';
import { notFound } from '../api/errors.ts';
import type { Inspector } from '../files/inspector.ts';
import type { OpenVault } from '../vault/session.ts';
import type { UploadListing, Wanted } from './importsAnnounce.ts';
import { type CatalogueRows, recordImport } from './importsBegin.ts';
import { collectOrphans } from './importsCollect.ts';
import { declareQuoted } from './importsDeclare.ts';
import { look } from './importsListing.ts';
import { hasRowsToSettle } from './importsRows.ts';
import { createRuns, type Found } from './importsRuns.ts';
import { tallyOf } from './importsTally.ts';
import { undoImport } from './importsUndo.ts';
import { createUploads } from './importsUploads.ts';
import { type EntriesQuery, showEntries, showEntry, showRows } from './importsView.ts';
import type { Jobs } from './jobs.ts';

/**
 * The imports of the user who has the vault open. One under way has a {@link Run}; all others are only their rows.
 * @throws LOCKED, NOT_FOUND for another user's import, CONFLICT where the import's state does not allow the deed
 */
export type Imports = {
  /** After unlock: erases what a crash left unnamed, and goes on with imports of places; uploads wait for their files. */
  resumeAll(): void;
  /** Before the vault closes: finishes the write under way; what is not filed waits for the next unlock. */
  pauseAll(): Promise<void>;
  /** In the tier of the level, or of the record that takes the files. No places: the files are announced and sent. */
  begin(
    tier: TierFile,
    plan: ImportPlan,
    places: readonly string[],
    catalogue?: CatalogueRows,
  ): Promise<Import>;
  announce(id: Id, listing: readonly UploadListing[], last: boolean): Promise<Wanted[]>;
  /** One announced file's bytes. Resolves when they are in and looked at; rejects where they did not all come. */
  receive(id: Id, entryId: Id, bytes: AsyncIterable<Uint8Array>): Promise<ImportEntry>;
  list(): Import[];
  get(id: Id): Import;
  entries(id: Id, query: EntriesQuery): { entries: ImportEntry[]; after: string | null };
  /** Of an import that follows a 归档目录; without rows for any other. */
  rows(id: Id, after: number, limit: number): { rows: ImportedRow[]; after: number | null };
  cancel(id: Id): Promise<Import>;
  /** Also tries again what failed. */
  resume(id: Id): Promise<Import>;
  declareQuoted(id: Id, entryId: Id, declaration: string): Promise<ImportEntry>;
  undo(id: Id): Promise<{ removed: number; kept: number }>;
};

export type ImportsOptions = {
  vault(): OpenVault | null;
  jobs: Jobs;
  inspector: Inspector;
  now(): number;
  /** Uploads that send nothing for so long have lost their screen. */
  idleMs?: number;
};

const MOST_LISTED = 50;

export function createImports({
  vault: opened,
  jobs,
  inspector,
  now,
  idleMs = 30_000,
}: ImportsOptions): Imports {
  const runs = createRuns({ jobs, inspector, now });
  const uploads = createUploads(runs, idleMs);
  let collecting: { stop: AbortController; done: Promise<void> } | null = null;

  return {
    resumeAll() {
      const vault = open();
      const stop = new AbortController();
      collecting = { stop, done: collectOrphans(vault, stop.signal).catch(() => undefined) };
      for (const tier of inOrder(vault.tiers)) {
        for (const row of unfinishedImports(tier, vault.me.id)) void goOn({ vault, tier, row });
      }
    },

    async pauseAll() {
      collecting?.stop.abort();
      await Promise.all([runs.stopAll({ as: 'LOCKED' }), collecting?.done]);
      collecting = null;
    },

    async begin(tier, plan, places, catalogue) {
      const id = await recordImport(open(), tier, plan, places, catalogue);
      const found = find(id);
      if (found.row.source === 'PLACES') runs.start(found);
      return runs.show(found);
    },

    announce: (id, listing, last) => uploads.announce(find(id), listing, last),

    async receive(id, entryId, bytes) {
      const found = find(id);
      entryOf(found, entryId);
      await uploads.receive(found, entryId, bytes);
      return showEntry(found.vault, found.tier, entryOf(found, entryId));
    },

    list() {
      const vault = open();
      const found = all(vault.tiers, (tier) =>
        readImports(tier, vault.me.id, MOST_LISTED).map((row) => ({ vault, tier, row })),
      );
      return found
        .sort((a, b) => b.row.startedAt - a.row.startedAt)
        .slice(0, MOST_LISTED)
        .map(runs.show);
    },

    get: (id) => runs.show(find(id)),

    entries(id, query) {
      const { vault, tier } = find(id);
      return showEntries(vault, tier, id, query);
    },

    rows(id, after, limit) {
      const { vault, tier, row } = find(id);
      const isCancelled = !runs.of(id) && row.state === 'CANCELLED';
      return showRows(vault, tier, id, { isCancelled, after, limit });
    },

    async cancel(id) {
      await runs.stop(find(id), { as: 'CANCELLED' });
      return runs.show(find(id));
    },

    async resume(id) {
      const found = find(id);
      const { tier, row } = found;
      if (!runs.of(id)) {
        letWait(tier, id, 'FAILED');
        if (row.source === 'PLACES') runs.start(found);
        else if (tallyOf(tier, id).of('WAITING') > 0) runs.rest(found, []);
        else if (hasRowsToSettle({ tier, id })) runs.start(found);
      }
      return runs.show(find(id));
    },

    async declareQuoted(id, entryId, declaration) {
      const found = find(id);
      await declareQuoted(runs, found, entryOf(found, entryId), declaration);
      return showEntry(found.vault, found.tier, entryOf(found, entryId));
    },

    async undo(id) {
      const found = find(id);
      if (runs.of(id)) await runs.stop(found, { as: 'CANCELLED' });
      return undoImport(found.tier, found.vault.writer, found.row);
    },
  };

  function open(): OpenVault {
    const vault = opened();
    if (!vault) throw new ORPCError('LOCKED', { status: 423 });
    return vault;
  }

  function find(id: Id): Found {
    const vault = open();
    for (const tier of inOrder(vault.tiers)) {
      const row = readImport(tier, id);
      if (row?.actorId === vault.me.id) return { vault, tier, row };
    }
    throw notFound();
  }

  /** Places go on by themselves where they are there; uploads wait until their files are dropped again. */
  async function goOn(found: Found): Promise<void> {
    const { tier, row, vault } = found;
    const isThere = row.source === 'PLACES' && (await isReachable(tier, row.id));
    if (opened() !== vault || runs.of(row.id)) return;
    if (isThere) runs.start(found);
    else runs.rest(found, row.source === 'PLACES' ? [{ rule: 'IMPORT_SOURCE_UNREACHABLE' }] : []);
  }
}

async function isReachable(tier: TierFile, importId: Id): Promise<boolean> {
  for (const place of readPlaces(tier, importId)) if (!('code' in (await look(place.source)))) return true;
  return false;
}

/** @throws NOT_FOUND also for an entry of another import */
function entryOf({ tier, row }: Found, entryId: Id): ImportEntryRow {
  const entry = readEntry(tier, entryId);
  if (entry?.importId !== row.id) throw notFound();
  return entry;
}
