import type { Place } from '#shared/places.ts';
import type { FileChoice, FolderPurpose, PickedFiles } from './door.ts';

/** What the screens are asked to show so that a person picks a folder or files: the browser has no dialog for places. */
export type Asking =
  | { kind: 'folder'; purpose: FolderPurpose; answer(place: Place | null): void }
  | { kind: 'files'; choice: FileChoice; answer(files: PickedFiles | null): void };

let current: Asking | null = null;
const listeners = new Set<() => void>();

/** For useSyncExternalStore: the question that is open now. */
export const asking = {
  current: (): Asking | null => current,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function askForFolder(purpose: FolderPurpose): Promise<Place | null> {
  return new Promise((resolve) =>
    ask({ kind: 'folder', purpose, answer: (place) => settle(resolve, place) }),
  );
}

export function askForFiles(choice: FileChoice): Promise<PickedFiles | null> {
  return new Promise((resolve) => ask({ kind: 'files', choice, answer: (files) => settle(resolve, files) }));
}

/** A new question takes the place of an open one, which is answered with "changed their mind". */
function ask(next: Asking): void {
  current?.answer(null);
  current = next;
  for (const listener of listeners) listener();
}

function settle<Answer>(resolve: (answer: Answer) => void, answer: Answer): void {
  current = null;
  for (const listener of listeners) listener();
  resolve(answer);
}
