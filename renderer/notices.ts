/**
 * What the program has to say after a deed. Success is quiet: a line that goes by itself, with its undo, kept in the
 * tray. Problems stay until they are read.
 */
export type Notice = {
  id: number;
  kind: 'done' | 'problem';
  lines: readonly string[];
  at: number;
  /** Takes the deed back. Absent: it cannot be. */
  undo?: (() => Promise<void>) | undefined;
  /** Whether it still floats over the page. */
  floating: boolean;
};

const DONE_MS = 6000;
const KEPT = 20;

let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** For useSyncExternalStore: newest first. */
export const noticeStore = {
  current: (): readonly Notice[] => notices,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Says that a deed is done. `undo` is offered here and in the tray. */
export function notifyDone(line: string, undo?: () => Promise<void>): void {
  const id = add({ kind: 'done', lines: [line], undo });
  setTimeout(() => settle(id), DONE_MS);
}

/** Says what went wrong; stays until it is closed. */
export function notifyProblem(lines: readonly string[]): void {
  add({ kind: 'problem', lines });
}

/** Takes a notice off the page: a deed stays in the tray, a problem is gone. */
export function settle(id: number): void {
  replace(
    notices
      .filter((notice) => !(notice.id === id && notice.kind === 'problem'))
      .map((notice) => (notice.id === id ? { ...notice, floating: false } : notice)),
  );
}

/** After its undo was used. */
export function withdraw(id: number): void {
  replace(notices.filter((notice) => notice.id !== id));
}

/** Locked: nothing of the vault stays on the screen. */
export function forgetNotices(): void {
  replace([]);
}

function add(notice: Pick<Notice, 'kind' | 'lines' | 'undo'>): number {
  lastId += 1;
  // One quiet line at a time: the one before goes to the tray. Problems stay beside it.
  const earlier = notices.map((each) => (each.kind === 'done' ? { ...each, floating: false } : each));
  replace([{ ...notice, id: lastId, at: Date.now(), floating: true }, ...earlier].slice(0, KEPT));
  return lastId;
}

function replace(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}
