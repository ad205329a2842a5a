import { useSyncExternalStore } from 'react';
import type { Direction } from '#shared/paging.ts';
import type { RecordOrder, RecordQuery } from '#shared/records/query.ts';
import { keepView, viewOf } from '../../../views.ts';
import { newPageDirectory, type PageDirectory } from './pageDirectory.ts';

/** What a person looks for in the archive and how far they have come. */
export type ArchiveView = {
  query: RecordQuery;
  order: RecordOrder;
  direction: Direction;
  /** Index of the row that has the keyboard; also where the list is scrolled to when the view comes back. */
  focus: number;
};

/** What stands behind the id in the address. */
type Kept = { view: ArchiveView; directories: Map<string, PageDirectory> };

export const FIRST_VIEW: ArchiveView = { query: {}, order: 'created', direction: 'desc', focus: 0 };

const listeners = new Set<() => void>();

/** Keeps a view under a new id, which then stands in the address. */
export function keepArchiveView(view: ArchiveView = FIRST_VIEW): string {
  const kept: Kept = { view, directories: new Map() };
  return keepView(kept);
}

/** A view by the id in the address; an id from before the last lock starts as the first view. */
export function useArchiveView(id: string): ArchiveView {
  return useSyncExternalStore(listen, () => viewOf<Kept>(id)?.view ?? FIRST_VIEW);
}

/** Does nothing to a view that is forgotten. */
export function changeArchiveView(id: string, change: Partial<ArchiveView>): void {
  const kept = viewOf<Kept>(id);
  if (kept === undefined) return;
  kept.view = { ...kept.view, ...change };
  for (const listener of listeners) listener();
}

/** Where the pages of the view's list begin, counted from one of its ends, as far as the view has come. */
export function directoryOf(id: string, side: 'start' | 'end'): PageDirectory {
  const kept = viewOf<Kept>(id);
  if (kept === undefined) return newPageDirectory();
  const { query, order, direction } = kept.view;
  const key = JSON.stringify([query, order, direction, side]);
  const known = kept.directories.get(key) ?? newPageDirectory();
  kept.directories.set(key, known);
  return known;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
