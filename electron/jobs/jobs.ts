import { EventPublisher } from '@orpc/server';
import { type Id, newId } from '#shared/ids.ts';
import type { Job } from '#shared/jobs/contract.ts';

export type JobHandle = {
  readonly id: Id;
  readonly signal: AbortSignal;
  /** Progress as seen; events go out at most some times a second. */
  update(change: Partial<Pick<Job, 'done' | 'total' | 'state' | 'attention' | 'problems' | 'title'>>): void;
};

/** The tray: all long work of this process. What must survive a restart keeps its own rows and starts a job again. */
export type Jobs = {
  start(kind: Job['kind'], title: string, options: { unit: Job['unit']; total: number; id?: Id }): JobHandle;
  list(): Job[];
  watch(signal?: AbortSignal): AsyncGenerator<Job[]>;
  /** Asks the work to stop. False where there is no such job under way. */
  cancel(id: Id): boolean;
  dismiss(id: Id): void;
};

const INTERVAL_MS = 200;

export function createJobs(now: () => number): Jobs {
  const jobs = new Map<Id, { job: Job; stop: AbortController }>();
  const publisher = new EventPublisher<{ jobs: Job[] }>();
  let timer: NodeJS.Timeout | null = null;

  function list(): Job[] {
    return [...jobs.values()].map(({ job }) => job);
  }

  function announceSoon(): void {
    if (timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      publisher.publish('jobs', list());
    }, INTERVAL_MS).unref();
  }

  return {
    start(kind, title, { unit, total, id = newId() }) {
      const stop = new AbortController();
      const job: Job = {
        id,
        kind,
        title,
        state: 'RUNNING',
        done: 0,
        total,
        unit,
        startedAt: now(),
        endedAt: null,
        attention: 0,
        problems: [],
      };
      jobs.set(id, { job, stop });
      announceSoon();
      return {
        id,
        signal: stop.signal,
        update(change) {
          const known = jobs.get(id);
          if (!known) return;
          const ended = change.state !== undefined && change.state !== 'RUNNING' && change.state !== 'PAUSED';
          known.job = { ...known.job, ...change, endedAt: ended ? now() : known.job.endedAt };
          announceSoon();
        },
      };
    },
    list,
    async *watch(signal) {
      const following = publisher.subscribe('jobs', signal ? { signal } : {});
      yield list();
      yield* following;
    },
    cancel(id) {
      const known = jobs.get(id);
      if (known?.job.state !== 'RUNNING' && known?.job.state !== 'PAUSED') return false;
      known.stop.abort();
      return true;
    },
    dismiss(id) {
      if (jobs.get(id)?.job.state !== 'RUNNING') jobs.delete(id);
      announceSoon();
    },
  };
}
