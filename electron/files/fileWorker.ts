import { type MessagePort, parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import { draw } from './draw.ts';
import {
  type FileOutcome,
  type FileTask,
  type FromWorker,
  outcomeOfFailure,
  type ToWorker,
} from './fileTasks.ts';
import { pdfNotes } from './formats/pdf.ts';
import { inspect } from './inspect.ts';
import { BLANK, type Drawing, type Inspection } from './inspection.ts';
import {
  type FileSource,
  fromPath,
  type OpenSource,
  readAll,
  remembering,
  UnreadableError,
} from './source.ts';
import { wholeText } from './wholeText.ts';

// One thread each: the workers share the processors among files, not one picture among processors.
sharp.concurrency(1);
sharp.cache(false);
if (parentPort !== null) serve(parentPort);

/** One task at a time; the pool sends the next when this one is done. */
function serve(port: MessagePort): void {
  const post = (message: FromWorker) => port.postMessage(message);
  const reads = new Map<number, { resolve(bytes: Uint8Array): void; reject(error: Error): void }>();
  let lastRead = 0;
  const ranges = (size: number): FileSource => ({
    size,
    read: (offset, length) =>
      new Promise((resolve, reject) => {
        lastRead += 1;
        reads.set(lastRead, { resolve, reject });
        post({ kind: 'read', read: lastRead, offset, length });
      }),
  });
  port.on('message', async (message: ToWorker) => {
    if (message.kind === 'task') {
      post({ kind: 'done', outcome: await carryOut(message, ranges, post) });
      return;
    }
    const waiting = reads.get(message.read);
    reads.delete(message.read);
    if (message.kind === 'bytes') waiting?.resolve(message.bytes);
    else waiting?.reject(new UnreadableError());
  });
  post({ kind: 'ready' });
}

async function carryOut(
  task: FileTask,
  ranges: (size: number) => FileSource,
  post: (message: FromWorker) => void,
): Promise<FileOutcome> {
  let known: Inspection = BLANK;
  const tell = (inspection: Inspection) => {
    known = inspection;
    post({ kind: 'known', inspection });
  };
  let file: OpenSource | null = null;
  try {
    file = await openFile(task, ranges);
    const source = remembering(file);
    if (task.inspect) tell(await inspect(source, task.name, tell));
    if (task.wholeText) return { ...NOTHING, text: await wholeText(source, task.mediaType) };
    if (task.pdfNotes) return { ...NOTHING, notes: await pdfNotes(await readAll(source)) };
    const mediaType = task.inspect ? known.mediaType : task.mediaType;
    if (task.drawEdge === null) return { ...NOTHING, inspection: task.inspect ? known : null };
    const drawing = await draw(source, mediaType, task.drawEdge, task.timeLimitMs);
    return { ...NOTHING, inspection: task.inspect ? withDrawingProblem(known, drawing) : null, drawing };
  } catch (error) {
    const reason = error instanceof UnreadableError || isSystemError(error) ? 'UNREADABLE' : 'DAMAGED';
    return outcomeOfFailure(task, known, reason);
  } finally {
    await file?.close();
  }
}

async function openFile({ path, size }: FileTask, ranges: (size: number) => FileSource): Promise<OpenSource> {
  return path === null ? { ...ranges(size), close: async () => undefined } : fromPath(path);
}

/** What only decoding can find. */
function withDrawingProblem(inspection: Inspection, drawing: Drawing): Inspection {
  const damaged = drawing.drawn ? drawing.partial : drawing.reason === 'DAMAGED';
  return damaged && !inspection.problems.includes('DAMAGED')
    ? { ...inspection, problems: [...inspection.problems, 'DAMAGED'] }
    : inspection;
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

const NOTHING: FileOutcome = { inspection: null, drawing: null, text: null, notes: null };
