import { ORPCError } from '@orpc/server';
import type { TierFile } from '#db/open.ts';
import {
  lastPosition,
  readEntry,
  readImport,
  readImports,
  readPlaces,
  unfinishedImports,
} from '#db/records/importsQueries.ts';
import type { ImportEntryRow, ImportRow } from '#db/records/importsSchema.ts';
import { changeEntry, changeImport, letWait } from '#db/records/importsWrites.ts';
import { all, inOrder } from '#db/tiers.ts';
import { write } from '#db/write.ts';
import { canonicalJson } from '#shared/canonical.ts';
import type { Id } from '#shared/ids.ts';
import type { Job } from '#shared/jobs/contract.ts';
import type { Import, ImportEntry, ImportPlan, ImportState } from '#shared/records/importsContract.ts';
import { conflict, notFound } from '../api/errors.ts';
import type { Inspector } from '../files/inspector.ts';
import type { OpenVault } from '../vault/session.ts';
import { announceFiles, type UploadListing, type Wanted } from './importsAnnounce.ts';
import { recordImport } from './importsBegin.ts';
import { quietWriter } from './importsChanges.ts';
import { collectOrphans } from './importsCollect.ts';
import { look } from './importsListing.ts';
import { type Run, type Stop, startRun } from './importsRun.ts';
import { takeUpload } from './importsTake.ts';
import { attentionOf, tallyOf } from './importsTally.ts';
import { undoImport } from './importsUndo.ts';
import { type EntriesQuery, showEntries, showEntry, showImport } from './importsView.ts';
import type { JobHandle, Jobs } from './jobs.ts';

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
  begin(tier: TierFile, plan: ImportPlan, places: readonly string[]): Promise<Import>;
  announce(id: Id, listing: readonly UploadListing[], last: boolean): Promise<Wanted[]>;
  /** One announced file's bytes. Resolves when they are in and looked at; rejects where they did not all come. */
  receive(id: Id, entryId: Id, bytes: AsyncIterable<Uint8Array>): Promise<ImportEntry>;
  list(): Import[];
  get(id: Id): Import;
  entries(id: Id, query: EntriesQuery): { entries: ImportEntry[]; after: string | null };
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

/** What was dropped in one go: which entries were found in it, and which are still to come. */
type Drop = { claimed: Set<Id>; wanted: Set<Id>; isListed: boolean; timer: NodeJS.Timeout | null };
type Found = { vault: OpenVault; tier: TierFile; row: ImportRow };

const MOST_LISTED = 50;

export function createImports({ vault: opened, jobs, inspector, idleMs = 30_000 }: ImportsOptions): Imports {
  const runs = new Map<Id, Run>();
  const drops = new Map<Id, Drop>();
  let collecting: { stop: AbortController; done: Promise<void> } | null = null;

  return {
    resumeAll() {
      const vault = open();
      const stop = new AbortController();
      collecting = { stop, done: collectOrphans(vault, stop.signal).catch(() => undefined) };
      for (const tier of inOrder(vault.tiers)) {
        for (const row of unfinishedImports(tier, vault.me.id)) void resumeRow({ vault, tier, row });
      }
    },

    async pauseAll() {
      collecting?.stop.abort();
      await Promise.all([...runs.values().map((run) => run.stop({ as: 'LOCKED' })), collecting?.done]);
      collecting = null;
    },

    async begin(tier, plan, places) {
      const vault = open();
      const id = await recordImport(vault, tier, plan, places);
      const found = find(id);
      start(found);
      return show(found);
    },

    async announce(id, listing, last) {
      const found = find(id);
      if (found.row.source !== 'UPLOADS' || isOver(found)) throw conflict({ rule: 'IMPORT_ENDED' });
      const run = runs.get(id) ?? start(found);
      const drop = dropOf(id);
      const { takePosition } = run.context;
      const wanted = await announceFiles(found.tier, id, listing, drop.claimed, {
        takePosition,
        found(entries) {
          for (const entry of entries) run.tally.add(entry.state, entry.size);
        },
      });
      for (const { entryId } of wanted) drop.wanted.add(entryId);
      if (found.row.title === '' && listing[0])
        changeImport(found.tier, id, { title: listing[0].path.split('/')[0] ?? '' });
      drop.isListed ||= last;
      run.wake();
      expectMore(run, drop);
      return wanted;
    },

    async receive(id, entryId, bytes) {
      const { vault, tier } = find(id);
      const run = runs.get(id);
      const drop = drops.get(id);
      if (!run || !drop?.wanted.has(entryId)) throw conflict({ rule: 'IMPORT_ENTRY_NOT_WANTED' });
      drop.wanted.delete(entryId);
      const entry = entryOf(tier, id, entryId);
      try {
        await run.take(entry, () => takeUpload(run.context, entry, bytes));
      } catch (error) {
        drop.wanted.add(entryId);
        throw error;
      } finally {
        expectMore(run, drop);
      }
      return showEntry(vault, entryOf(tier, id, entryId));
    },

    list() {
      const vault = open();
      const rows = all(vault.tiers, (tier) =>
        readImports(tier, vault.me.id, MOST_LISTED).map((row) => ({ vault, tier, row })),
      );
      return rows
        .sort((a, b) => b.row.startedAt - a.row.startedAt)
        .slice(0, MOST_LISTED)
        .map(show);
    },

    get: (id) => show(find(id)),

    entries(id, query) {
      const { vault, tier } = find(id);
      return showEntries(vault, tier, id, query);
    },

    async cancel(id) {
      const found = find(id);
      await stop(found, { as: 'CANCELLED' });
      return show(find(id));
    },

    async resume(id) {
      const found = find(id);
      if (!runs.has(id)) {
        const { tier, row } = found;
        letWait(tier, id, 'FAILED');
        if (row.source === 'PLACES') start(found);
        else if (tallyOf(tier, id).of('WAITING') > 0)
          changeImport(tier, id, { state: 'PAUSED', problems: [], endedAt: null });
      }
      return show(find(id));
    },

    async declareQuoted(id, entryId, declaration) {
      const found = find(id);
      const entry = entryOf(found.tier, id, entryId);
      if (entry.state !== 'HELD' || !entry.quotable) throw conflict({ rule: 'IMPORT_ENTRY_NOT_QUOTABLE' });
      journalDeclaration(found, entry, declaration);
      await takeDeclared(found, { ...entry, state: 'WAITING', declared: true });
      return showEntry(found.vault, entryOf(found.tier, id, entryId));
    },

    async undo(id) {
      const found = find(id);
      if (runs.has(id)) await stop(found, { as: 'CANCELLED' });
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

  function show({ tier, row }: Found): Import {
    return showImport(tier, row, runs.get(row.id) ?? null);
  }

  function start(found: Found, only?: { entry: ImportEntryRow; endAs: ImportState }): Run {
    const { vault, tier, row } = found;
    const controller = new AbortController();
    const quiet = quietWriter(vault.writer);
    const tally = tallyOf(tier, row.id);
    const tray = trayOf(found, tally.bytes().total);
    let position = lastPosition(tier, row.id);
    const run = startRun({
      context: {
        id: row.id,
        plan: row.plan,
        source: row.source,
        vault,
        tier,
        writer: quiet.writer,
        inspector,
        signal: controller.signal,
        takePosition: () => {
          position += 1;
          return position;
        },
        moved: (entryId, bytes) => tally.moved(entryId, bytes),
      },
      tally,
      abort: () => controller.abort(),
      uploads: {
        isListed: () => drops.get(row.id)?.isListed ?? false,
        isAllSent: () => drops.get(row.id)?.wanted.size === 0,
      },
      ...(only ? { only } : {}),
      report({ state, problems }) {
        const { done, total } = tally.bytes();
        const attention = attentionOf(tally.counts());
        tray.update({ state: jobState(state), done, total, attention, problems: [...problems] });
        quiet.writer.changed(new Set());
      },
    });
    runs.set(row.id, run);
    void run.ended.then(() => {
      runs.delete(row.id);
      const drop = drops.get(row.id);
      if (drop?.timer) clearTimeout(drop.timer);
      drops.delete(row.id);
      quiet.tell();
    });
    return run;
  }

  /** The import in the tray of long work, where it can be cancelled. */
  function trayOf({ row }: Found, total: number): JobHandle {
    const job = jobs.start('import', row.title, { unit: 'bytes', total, id: row.id });
    job.signal.addEventListener('abort', () => {
      if (opened()) void stop(find(row.id), { as: 'CANCELLED' });
    });
    return job;
  }

  async function stop({ tier, row }: Found, how: Stop): Promise<void> {
    const run = runs.get(row.id);
    if (run) return run.stop(how);
    if (how.as === 'CANCELLED' && row.state !== 'DONE') {
      changeImport(tier, row.id, { state: 'CANCELLED', problems: [], endedAt: Date.now() });
    }
  }

  async function resumeRow(found: Found): Promise<void> {
    const { tier, row } = found;
    if (row.source === 'PLACES' && (await isReachable(tier, row.id))) {
      if (opened() === found.vault && !runs.has(row.id)) start(found);
      return;
    }
    if (opened() !== found.vault) return;
    const problems = row.source === 'PLACES' ? [{ rule: 'IMPORT_SOURCE_UNREACHABLE' }] : [];
    changeImport(tier, row.id, { state: 'PAUSED', problems });
    const tally = tallyOf(tier, row.id);
    const { done, total } = tally.bytes();
    trayOf(found, total).update({ state: 'PAUSED', done, attention: attentionOf(tally.counts()), problems });
  }

  function dropOf(id: Id): Drop {
    const drop = drops.get(id) ?? { claimed: new Set(), wanted: new Set(), isListed: false, timer: null };
    drops.set(id, drop);
    return drop;
  }

  /** A screen that is closed says nothing: after a while without bytes the import waits for its files to be dropped again. */
  function expectMore(run: Run, drop: Drop): void {
    if (drop.timer) clearTimeout(drop.timer);
    drop.timer = setTimeout(() => void run.stop({ as: 'PAUSED' }), idleMs).unref();
  }

  /** The declaration is journalled with its words; what the file is and holds is not. */
  function journalDeclaration({ vault, tier, row }: Found, entry: ImportEntryRow, declaration: string): void {
    const rules = entry.problems.map(({ rule }) => rule);
    const about = canonicalJson({ import: row.id, entry: entry.id, rules });
    write(
      tier,
      vault.writer,
      { verb: 'record.import.quoted', reason: declaration, about },
      ({ tier: file }) =>
        changeEntry(file, entry.id, { state: 'WAITING', declared: true, problems: [], quotable: false }),
    );
  }

  /** Nothing of a held file was stored: a place is read again, an upload has to be sent again. */
  async function takeDeclared(found: Found, entry: ImportEntryRow): Promise<void> {
    const { tier, row } = found;
    const run = runs.get(row.id);
    run?.tally.remove('HELD', entry.size);
    run?.tally.add('WAITING', entry.size);
    if (row.source === 'UPLOADS') {
      if (!run) changeImport(tier, row.id, { state: 'PAUSED', problems: [], endedAt: null });
      return;
    }
    if (run) run.wake();
    else await start(found, { entry, endAs: row.state }).ended;
    await run?.settled(entry.id);
  }
}

async function isReachable(tier: TierFile, importId: Id): Promise<boolean> {
  for (const place of readPlaces(tier, importId)) if (!('code' in (await look(place.source)))) return true;
  return false;
}

function isOver({ row }: Found): boolean {
  return row.state === 'DONE' || row.state === 'CANCELLED';
}

/** @throws NOT_FOUND also for an entry of another import */
function entryOf(tier: TierFile, importId: Id, entryId: Id): ImportEntryRow {
  const entry = readEntry(tier, entryId);
  if (entry?.importId !== importId) throw notFound();
  return entry;
}

function jobState(state: ImportState): Job['state'] {
  return state === 'LISTING' ? 'RUNNING' : state;
}
