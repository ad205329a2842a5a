import { pageOfEntries, readEntry } from '#db/records/importsQueries.ts';
import type { ImportEntryRow } from '#db/records/importsSchema.ts';
import { changeEntry, changeImport, turnIntoFolder } from '#db/records/importsWrites.ts';
import type { Problem } from '#shared/errors.ts';
import type { Id } from '#shared/ids.ts';
import type { EntryState, ImportState } from '#shared/records/importsContract.ts';
import { arrangeRecord, journalImport } from './importsClosing.ts';
import type { ImportContext } from './importsContext.ts';
import { fileProblem, StoppedError, vaultFault } from './importsFaults.ts';
import { createFilingDesk } from './importsFilingDesk.ts';
import type { Settled } from './importsGuard.ts';
import { listFolders } from './importsListing.ts';
import { settleRows } from './importsRows.ts';
import { type Outcome, takePlace } from './importsTake.ts';
import type { Tally } from './importsTally.ts';

/** Files that are looked at or stored at one time: enough to keep the file workers and the store worker busy. */
const UNDER_WAY = 10;
/** Entries read ahead of being taken. */
const READ_AHEAD = 64;

/** Why an import stops before its end. LOCKED: it goes on by itself at the next unlock. */
export type Stop = { as: 'CANCELLED' | 'LOCKED' | 'PAUSED'; problems?: Problem[] };

export type Run = {
  readonly context: ImportContext;
  readonly tally: Tally;
  readonly state: ImportState;
  readonly problems: readonly Problem[];
  /** Takes one entry; resolves when its bytes are in and looked at, rejects where they did not come. */
  take(entry: ImportEntryRow, how: () => Promise<Outcome>): Promise<void>;
  /** Something is there to do: entries wait again, or more are announced. */
  wake(): void;
  /** Resolves when the entry does not wait any more, or the import has stopped. */
  settled(entryId: Id): Promise<void>;
  /** Ends the import here. What is ready is still filed, the rest waits. Resolves when nothing is under way any more. */
  stop(stop: Stop): Promise<void>;
  readonly ended: Promise<void>;
};

export type RunOptions = {
  context: ImportContext;
  tally: Tally;
  /** Ends the signal of the context. */
  abort(): void;
  /** Of uploads: whether all are announced, and whether all that were asked for have come. */
  uploads: { isListed(): boolean; isAllSent(): boolean };
  /** Only this entry, whatever else waits; the import is afterwards what it was. */
  only?: { entry: ImportEntryRow; endAs: ImportState };
  /** Progress, and the end. */
  report(run: Run): void;
};

/** One import under way: a few files are looked at and stored at one time, and filed in batches. */
export function startRun({ context, tally, abort, uploads, only, report }: RunOptions): Run {
  const { tier, id, source } = context;
  /** Entries that are being taken or are ready to be filed; in the tier they still wait. */
  const claimed = new Set<Id>();
  const underWay = new Set<Promise<void>>();
  const waitingFor = new Map<Id, (() => void)[]>();
  const { promise: ended, resolve: resolveEnded } = Promise.withResolvers<void>();
  const desk = createFilingDesk(context, {
    onFiled(filed) {
      for (const { entry, state: to, size } of filed) leave(entry, to, size);
      pump();
    },
    onFault: (error) => fault(error),
  });
  let ahead: ImportEntryRow[] = [];
  let cursor = -1;
  let isListing = false;
  let stopping: Stop | null = null;
  let isClosing = false;
  let state: ImportState = 'LISTING';
  let problems: Problem[] = [];

  const run: Run = {
    context,
    tally,
    get state() {
      return state;
    },
    get problems() {
      return problems;
    },
    take,
    wake() {
      cursor = -1;
      ahead = [];
      if (only) void take(only.entry, () => takePlace(context, only.entry)).catch(() => undefined);
      else if (source === 'PLACES') list();
      else setState(uploads.isListed() ? 'RUNNING' : 'LISTING');
      pump();
    },
    settled: (entryId) =>
      new Promise((resolve) => {
        if (isClosing || readEntry(tier, entryId)?.state !== 'WAITING') return resolve();
        waitingFor.set(entryId, [...(waitingFor.get(entryId) ?? []), resolve]);
      }),
    async stop(wanted) {
      halt(wanted);
      await ended;
    },
    ended,
  };
  queueMicrotask(run.wake);
  return run;

  /** Lists what is queued, beside the taking. */
  function list(): void {
    if (isListing || stopping) return;
    isListing = true;
    setState('LISTING');
    const found = listFolders(context, (entries) => {
      for (const entry of entries) tally.add(entry.state, entry.size);
      report(run);
      pump();
    });
    found
      .catch((error: unknown) => fault(error))
      .finally(() => {
        isListing = false;
        if (!stopping) setState('RUNNING');
        pump();
      });
  }

  function pump(): void {
    if (source === 'PLACES' && !only) takeNext();
    const isIdle = underWay.size === 0 && !isListing;
    desk.fileIfDue(isIdle || stopping !== null);
    if (isIdle && desk.isEmpty() && (stopping || isComplete())) void close();
  }

  function takeNext(): void {
    while (!stopping && underWay.size < UNDER_WAY && !desk.isFull()) {
      const entry = nextEntry();
      if (!entry) return;
      void take(entry, () => takePlace(context, entry)).catch(() => undefined);
    }
  }

  function nextEntry(): ImportEntryRow | undefined {
    if (ahead.length === 0) {
      ahead = pageOfEntries(tier, id, { states: ['WAITING'], after: cursor, limit: READ_AHEAD });
      cursor = ahead.at(-1)?.position ?? cursor;
      ahead = ahead.filter((entry) => !claimed.has(entry.id)).reverse();
    }
    return ahead.pop();
  }

  function take(entry: ImportEntryRow, how: () => Promise<Outcome>): Promise<void> {
    claimed.add(entry.id);
    const work = how().then(
      (outcome) => arrive(entry, outcome),
      (error: unknown) => giveBack(entry, error),
    );
    const done = work
      .catch(() => undefined)
      .then(() => {
        underWay.delete(done);
        pump();
      });
    underWay.add(done);
    return work;
  }

  function arrive(entry: ImportEntryRow, outcome: Outcome): void {
    if ('taken' in outcome) desk.put(outcome.taken);
    else if ('settled' in outcome) settle(entry, outcome.settled);
    else {
      turnIntoFolder(tier, entry);
      tally.remove('WAITING', entry.size);
      leave(entry, null);
      list();
    }
  }

  /** What could not be taken: the vault's own fault stops the import, the file's fault is said of the file. */
  function giveBack(entry: ImportEntryRow, error: unknown): void {
    const isTheirs = !(error instanceof StoppedError) && source === 'PLACES' && !vaultFault(error);
    if (isTheirs) {
      settle(entry, { state: 'FAILED', problems: [fileProblem(error, entry.path)] });
      return;
    }
    leave(entry, null);
    if (vaultFault(error)) fault(error);
    throw error;
  }

  function settle(entry: ImportEntryRow, settled: Settled): void {
    const { state: to, problems: said, quotable = false } = settled;
    try {
      changeEntry(tier, entry.id, { state: to, problems: said, quotable, sha256: settled.sha256 ?? null });
      leave(entry, to);
    } catch (error) {
      leave(entry, null);
      fault(error);
    }
  }

  /** The entry is nobody's any more; null: it still waits, or is gone. */
  function leave(entry: ImportEntryRow, to: EntryState | null, size = entry.size): void {
    claimed.delete(entry.id);
    tally.settled(entry.id);
    if (to !== null) {
      tally.remove('WAITING', entry.size);
      tally.add(to, size);
    }
    for (const resolve of waitingFor.get(entry.id) ?? []) resolve();
    waitingFor.delete(entry.id);
    report(run);
  }

  function fault(error: unknown): void {
    const problem = vaultFault(error) ?? { rule: 'IMPORT_FAULT', params: { detail: String(error) } };
    halt({ as: 'PAUSED', problems: [problem] });
  }

  function halt(wanted: Stop): void {
    stopping ??= wanted;
    abort();
    pump();
  }

  function isComplete(): boolean {
    if (only) return true;
    if (source === 'UPLOADS') return uploads.isListed() && uploads.isAllSent();
    if (tally.of('WAITING') === 0) return true;
    // Entries may have come to wait again behind the cursor.
    cursor = -1;
    takeNext();
    return underWay.size === 0;
  }

  async function close(): Promise<void> {
    if (isClosing) return;
    isClosing = true;
    await desk.close();
    const left = tally.of('WAITING') > 0;
    if (!stopping && !left) await settleRows(context).catch((error: unknown) => fault(error));
    if (stopping) setState(stopping.as === 'LOCKED' ? 'PAUSED' : stopping.as, stopping.problems);
    else setState(only?.endAs ?? (left ? 'PAUSED' : 'DONE'));
    try {
      if (state === 'DONE' || state === 'CANCELLED') {
        arrangeRecord(context);
        journalImport(context, tally.entries());
      }
      // LOCKED leaves the row as it is: the next unlock goes on where this stopped.
      if (stopping?.as !== 'LOCKED') {
        const endedAt = state === 'PAUSED' ? null : context.writer.now();
        changeImport(tier, id, { state, problems, endedAt });
      }
    } catch (error) {
      setState('PAUSED', [vaultFault(error) ?? { rule: 'IMPORT_FAULT', params: { detail: String(error) } }]);
    }
    for (const resolve of [...waitingFor.values()].flat()) resolve();
    report(run);
    resolveEnded();
  }

  function setState(next: ImportState, why: Problem[] = []): void {
    state = next;
    problems = why;
    if (next === 'LISTING' || next === 'RUNNING')
      changeImport(tier, id, { state: next, problems: [], endedAt: null });
    report(run);
  }
}
