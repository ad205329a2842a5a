import { Worker } from 'node:worker_threads';
import {
  type FileOutcome,
  type FileTask,
  type FromWorker,
  outcomeOfFailure,
  type ToWorker,
} from './fileTasks.ts';
import type { PdfNotes } from './formats/pdf.ts';
import {
  BLANK,
  type Drawing,
  type Examination,
  type Inspection,
  PREVIEW_EDGE,
  THUMBNAIL_EDGE,
} from './inspection.ts';
import type { FileSource } from './source.ts';

/**
 * Looks at files and draws them in worker threads. Every answer comes within the time limit, whatever the file is: a worker that hangs or runs
 * out of memory is replaced, and the answer says so in `problems` or `reason`. Promises reject only when the inspector is
 * closed or its worker cannot start at all.
 */
export type Inspector = {
  /** Inspection and thumbnail with one reading of the file. */
  examine(source: FileSource, name: string): Promise<Examination>;
  inspect(source: FileSource, name: string): Promise<Inspection>;
  /** 480 px. `mediaType` is the one inspect found. */
  thumbnail(source: FileSource, mediaType: string): Promise<Drawing>;
  /** 2560 px, for pictures the screen cannot draw from the original. */
  preview(source: FileSource, mediaType: string): Promise<Drawing>;
  /** All text of a text, PDF or office file; null where it holds none that can be read. */
  wholeText(source: FileSource, mediaType: string): Promise<string | null>;
  /** What a PDF says and carries beside its pages; null where it cannot be read. */
  pdfNotes(source: FileSource): Promise<PdfNotes | null>;
  /** Ends the workers; what is under way is rejected. */
  close(): Promise<void>;
};

export function createInspector({ workers = 2, timeLimitMs = 20_000 } = {}): Inspector {
  const queue: Job[] = [];
  const desks: Desk[] = Array.from({ length: workers }, () => ({ worker: null, job: null }));
  let closed = false;

  const next = () => {
    const desk = desks.find(({ job }) => job === null);
    const job = desk === undefined ? undefined : queue.shift();
    if (desk === undefined || job === undefined) return;
    takeUp(desk, job, next);
    next();
  };
  const ask = (
    source: FileSource,
    wish: Pick<FileTask, 'name' | 'mediaType' | 'inspect' | 'drawEdge'> & {
      wholeText?: boolean;
      pdfNotes?: boolean;
    },
  ) =>
    new Promise<FileOutcome>((resolve, reject) => {
      if (closed) throw new InspectorClosedError();
      const task: FileTask = {
        kind: 'task',
        wholeText: false,
        pdfNotes: false,
        ...wish,
        size: source.size,
        path: source.path ?? null,
        timeLimitMs,
      };
      queue.push({ task, source, known: BLANK, timer: null, resolve, reject });
      next();
    });

  return {
    async examine(source, name) {
      const wish = { name, mediaType: '', inspect: true, drawEdge: THUMBNAIL_EDGE };
      const { inspection, drawing } = await ask(source, wish);
      return { inspection: asked(inspection), thumbnail: asked(drawing) };
    },
    async inspect(source, name) {
      return asked((await ask(source, { name, mediaType: '', inspect: true, drawEdge: null })).inspection);
    },
    async thumbnail(source, mediaType) {
      const wish = { name: '', mediaType, inspect: false, drawEdge: THUMBNAIL_EDGE };
      return asked((await ask(source, wish)).drawing);
    },
    async preview(source, mediaType) {
      const wish = { name: '', mediaType, inspect: false, drawEdge: PREVIEW_EDGE };
      return asked((await ask(source, wish)).drawing);
    },
    async wholeText(source, mediaType) {
      return (await ask(source, { name: '', mediaType, inspect: false, drawEdge: null, wholeText: true }))
        .text;
    },
    async pdfNotes(source) {
      const mediaType = 'application/pdf';
      return (await ask(source, { name: '', mediaType, inspect: false, drawEdge: null, pdfNotes: true }))
        .notes;
    },
    async close() {
      closed = true;
      for (const job of queue.splice(0)) job.reject(new InspectorClosedError());
      await Promise.all(desks.map((desk) => dismiss(desk, new InspectorClosedError())));
    },
  };
}

export class InspectorClosedError extends Error {}

type Job = {
  task: FileTask;
  source: FileSource;
  /** What the worker has found out so far. */
  known: Inspection;
  timer: NodeJS.Timeout | null;
  resolve(outcome: FileOutcome): void;
  reject(error: Error): void;
};
/** A place for one worker and the job it is at. */
type Desk = { worker: Worker | null; job: Job | null };

function takeUp(desk: Desk, job: Job, onFree: () => void): void {
  desk.job = job;
  desk.worker ??= employ(desk, onFree);
  desk.worker.ref();
  job.timer = setTimeout(() => giveUp(desk, 'TIMEOUT', onFree), job.task.timeLimitMs + GRACE_MS);
  send(desk.worker, job.task);
}

function employ(desk: Desk, onFree: () => void): Worker {
  const entry = import.meta.url.endsWith('.ts') ? './fileWorker.ts' : './fileWorker.js';
  const worker = new Worker(new URL(entry, import.meta.url), {
    name: 'files',
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  let started = false;
  worker.on('message', (message: FromWorker) => {
    if (desk.worker !== worker) return;
    if (message.kind === 'ready') started = true;
    else if (message.kind === 'known' && desk.job !== null) desk.job.known = message.inspection;
    else if (message.kind === 'read') void answerRead(worker, desk.job, message);
    else if (message.kind === 'done') finish(desk, onFree, (job) => job.resolve(message.outcome));
  });
  worker.on('error', (error: Error & { code?: string }) => {
    if (desk.worker !== worker) return;
    if (!started) {
      desk.worker = null;
      finish(desk, onFree, (job) => job.reject(error));
    } else giveUp(desk, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'OUT_OF_MEMORY' : 'DAMAGED', onFree);
  });
  return worker;
}

async function answerRead(
  worker: Worker,
  job: Job | null,
  { read, offset, length }: RangeWish,
): Promise<void> {
  try {
    const found = await job?.source.read(offset, length);
    if (found === undefined) return;
    // A copy of its own: what a source gives out may be a window on a larger buffer, and is not ours to hand over.
    const bytes = new Uint8Array(found);
    worker.postMessage({ kind: 'bytes', read, bytes } satisfies ToWorker, [bytes.buffer]);
  } catch {
    send(worker, { kind: 'unreadable', read });
  }
}

type RangeWish = Extract<FromWorker, { kind: 'read' }>;

/** The worker is not waited for: native code that hangs cannot be interrupted, but nobody needs it any more. */
function giveUp(desk: Desk, reason: 'TIMEOUT' | 'OUT_OF_MEMORY' | 'DAMAGED', onFree: () => void): void {
  void desk.worker?.terminate();
  desk.worker = null;
  finish(desk, onFree, (job) => job.resolve(outcomeOfFailure(job.task, job.known, reason)));
}

/** An idle worker keeps nothing alive: a program that has nothing else to do may end. */
function finish(desk: Desk, onFree: () => void, settle: (job: Job) => void): void {
  const { job } = desk;
  desk.job = null;
  desk.worker?.unref();
  if (job === null) return;
  if (job.timer !== null) clearTimeout(job.timer);
  settle(job);
  onFree();
}

async function dismiss(desk: Desk, error: Error): Promise<void> {
  const { worker } = desk;
  desk.worker = null;
  finish(
    desk,
    () => undefined,
    (job) => job.reject(error),
  );
  await worker?.terminate();
}

function send(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

/** The worker answers whatever was asked; null would be a fault of this module. */
function asked<T>(answer: T | null): T {
  if (answer === null) throw new Error('the worker left out what it was asked for');
  return answer;
}

/** Drawing stops itself at the time limit; only what hangs elsewhere is stopped from here. */
const GRACE_MS = 2_000;
const MAX_HEAP_MB = 512;
