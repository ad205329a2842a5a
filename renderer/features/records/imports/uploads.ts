import { client } from '../../../api.ts';
import { host, type UploadEntry } from '../../../host/host.ts';
import { refreshStatus, statusNow, whenForgotten } from '../../../session.ts';
import { sendInLanes } from './lanes.ts';

/** Files announced at a time. */
const ANNOUNCED_AT_ONCE = 500;
/** Uploads at a time: enough to keep the service busy, few enough to stay quick. */
const PARALLEL = 2;

export type UploadState = {
  importId: string;
  total: number;
  announced: number;
  /** Asked for so far, arrived, and given up after several tries. */
  wanted: number;
  sent: number;
  failed: number;
};

type Sending = { state: UploadState; stop: AbortController };

/** Imports whose files this page still sends. They go on while other pages are looked at. */
const running = new Map<string, Sending>();
let shown: readonly UploadState[] = [];
let drawing = 0;
const listeners = new Set<() => void>();

/** For useSyncExternalStore. */
export const uploadStore = {
  current: (): readonly UploadState[] => shown,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/**
 * Announces files to an import and sends those it asks for, the first while the later ones are still being announced. What is
 * done already is not asked for, so the same folder can be given again after an interruption. Stopping it, or locking the vault,
 * ends it quietly.
 *
 * @throws what the sending of many files in a row failed with
 */
export async function sendFiles(importId: string, entries: readonly UploadEntry[]): Promise<UploadState> {
  stopSending(importId);
  const stop = new AbortController();
  const sending: Sending = {
    state: { importId, total: entries.length, announced: 0, wanted: 0, sent: 0, failed: 0 },
    stop,
  };
  const change = (next: Partial<UploadState>) => {
    sending.state = { ...sending.state, ...next };
    tell();
  };
  running.set(importId, sending);
  tell();
  try {
    await sendInLanes({
      lanes: PARALLEL,
      signal: stop.signal,
      batches: announce(importId, entries, stop.signal, (announced, wanted) =>
        change({ announced, wanted: sending.state.wanted + wanted }),
      ),
      send: ({ entryId, file }) => host.upload(importId, entryId, file, stop.signal),
      onSent: () => change({ sent: sending.state.sent + 1 }),
      onFailed: () => change({ failed: sending.state.failed + 1 }),
    });
    return sending.state;
  } catch (error) {
    // What is sent into a vault that was locked meanwhile did not fail: the import waits for its files.
    if (stop.signal.aborted || (await isLocked())) return sending.state;
    throw error;
  } finally {
    if (running.get(importId) === sending) running.delete(importId);
    tell();
  }
}

/** Ends the sending; what has arrived stays. */
export function stopSending(importId: string): void {
  running.get(importId)?.stop.abort();
  running.delete(importId);
  tell();
}

/** The vault was locked: what is still on its way has nobody to take it. */
whenForgotten(() => {
  for (const importId of [...running.keys()]) stopSending(importId);
});

async function isLocked(): Promise<boolean> {
  await refreshStatus().catch(() => undefined);
  return statusNow()?.state !== 'UNLOCKED';
}

/** The files the import wants, batch by batch. Nothing to announce is announced too: it ends the listing. */
async function* announce(
  importId: string,
  entries: readonly UploadEntry[],
  signal: AbortSignal,
  onAnnounced: (announced: number, wanted: number) => void,
): AsyncGenerator<{ entryId: string; file: Blob }[]> {
  for (let from = 0; from === 0 || from < entries.length; from += ANNOUNCED_AT_ONCE) {
    const batch = entries.slice(from, from + ANNOUNCED_AT_ONCE);
    const last = from + ANNOUNCED_AT_ONCE >= entries.length;
    const listing = batch.map(({ path, file }) => ({ path, size: file.size, modifiedAt: file.lastModified }));
    const { wanted } = await client.imports.announce({ id: importId, entries: listing, last }, { signal });
    onAnnounced(from + batch.length, wanted.length);
    yield wanted.flatMap(({ index, entryId }) => {
      const entry = batch[index];
      return entry === undefined ? [] : [{ entryId, file: entry.file }];
    });
  }
}

/** Once a frame: thousands of small files must not draw the page thousands of times. */
function tell(): void {
  if (drawing !== 0) return;
  drawing = requestAnimationFrame(() => {
    drawing = 0;
    shown = [...running.values()].map(({ state }) => state);
    for (const listener of listeners) listener();
  });
}
