import type { TierFile } from '#db/open.ts';
import { lastPosition, readImport } from '#db/records/importsQueries.ts';
import type { ImportRow } from '#db/records/importsSchema.ts';
import { changeImport } from '#db/records/importsWrites.ts';
import type { Problem } from '#shared/errors.ts';
import type { Id } from '#shared/ids.ts';
import type { Job } from '#shared/jobs/contract.ts';
import type { Import, ImportState } from '#shared/records/importsContract.ts';
import type { Inspector } from '../files/inspector.ts';
import type { OpenVault } from '../vault/session.ts';
import { quietWriter } from './importsChanges.ts';
import { type Run, type RunOptions, type Stop, startRun } from './importsRun.ts';
import { attentionOf, tallyOf } from './importsTally.ts';
import { type Standing, showImport } from './importsView.ts';
import type { JobHandle, Jobs } from './jobs.ts';

/** An import of the user who has the vault open, with the tier it lives in. */
export type Found = { vault: OpenVault; tier: TierFile; row: ImportRow };

/** What is under way in this process, each in the tray of long work, where it can be cancelled. */
export type Runs = {
  of(id: Id): Run | undefined;
  start(found: Found, options?: Pick<RunOptions, 'only'> & Partial<Pick<RunOptions, 'uploads'>>): Run;
  /** Ends what is under way; without anything under way a cancelled import is only written down as such. */
  stop(found: Found, how: Stop): Promise<void>;
  stopAll(how: Stop): Promise<void>;
  /** Writes down that an import waits for somebody, and says so in the tray. */
  rest(found: Found, problems: Problem[]): void;
  show(found: Found): Import;
};

export function createRuns({
  jobs,
  inspector,
  now,
}: {
  jobs: Jobs;
  inspector: Inspector;
  now(): number;
}): Runs {
  const runs = new Map<Id, Run>();
  /** Where an import stands although its row may not say so: a full disk takes no new state either. */
  const resting = new Map<Id, Standing>();

  function start(found: Found, { only, uploads = NOTHING_SENT }: Parameters<Runs['start']>[1] = {}): Run {
    const { vault, tier, row } = found;
    const controller = new AbortController();
    const quiet = quietWriter(vault.writer);
    const tally = tallyOf(tier, row.id);
    const tray = trayOf(found, tally.bytes().total);
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
        takePosition: counterFrom(lastPosition(tier, row.id) + 1),
        moved: tally.moved,
      },
      tally,
      abort: () => controller.abort(),
      uploads,
      ...(only ? { only } : {}),
      report({ state, problems }) {
        const { done, total } = tally.bytes();
        const attention = attentionOf(tally.counts());
        // Of dropped files the name is known only when the first are announced.
        const title = readImport(tier, row.id)?.title ?? row.title;
        tray.update({ title, state: jobState(state), done, total, attention, problems: [...problems] });
        quiet.writer.changed(new Set());
      },
    });
    runs.set(row.id, run);
    resting.delete(row.id);
    void run.ended.then(() => {
      runs.delete(row.id);
      if (run.state === 'PAUSED') resting.set(row.id, { state: run.state, problems: run.problems });
      quiet.tell();
    });
    return run;
  }

  function trayOf(found: Found, total: number): JobHandle {
    const { id, title } = found.row;
    const job = jobs.start('import', title, { unit: 'bytes', total, id });
    job.signal.addEventListener('abort', () => void stop(found, { as: 'CANCELLED' }));
    return job;
  }

  async function stop({ tier, row }: Found, how: Stop): Promise<void> {
    const run = runs.get(row.id);
    if (run) return run.stop(how);
    if (how.as !== 'CANCELLED' || row.state === 'DONE' || !tier.sqlite.open) return;
    changeImport(tier, row.id, { state: 'CANCELLED', problems: [], endedAt: now() });
    resting.delete(row.id);
    jobs.dismiss(row.id);
  }

  return {
    of: (id) => runs.get(id),
    start,
    stop,
    async stopAll(how) {
      await Promise.all(runs.values().map((run) => run.stop(how)));
    },
    rest(found, problems) {
      const { tier, row } = found;
      changeImport(tier, row.id, { state: 'PAUSED', problems, endedAt: null });
      resting.delete(row.id);
      const tally = tallyOf(tier, row.id);
      const { done, total } = tally.bytes();
      const attention = attentionOf(tally.counts());
      trayOf(found, total).update({ state: 'PAUSED', done, attention, problems });
    },
    show: ({ tier, row }) => showImport(tier, row, runs.get(row.id) ?? null, resting.get(row.id) ?? null),
  };
}

const NOTHING_SENT: RunOptions['uploads'] = { isListed: () => true, isAllSent: () => true };

function counterFrom(first: number): () => number {
  let next = first;
  return () => next++;
}

function jobState(state: ImportState): Job['state'] {
  return state === 'LISTING' ? 'RUNNING' : state;
}
