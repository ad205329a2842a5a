import { createContext, use } from 'react';
import { CARD_ENDING } from '#shared/bundles/cardFileName.ts';
import type { PickedFiles } from '../../host/host.ts';

/** What was dropped on the page and waits for the view it belongs to; null once it was taken. */
export type Dropped = { files: PickedFiles | null; taken(): void };

export const DroppedContext = createContext<Dropped>({ files: null, taken: () => undefined });

/** The dropped file, for the view of bundles or for that of contacts. */
export function useDropped(kind: 'bundle' | 'card'): Dropped {
  const { files, taken } = use(DroppedContext);
  return { files: files !== null && kindOf(files) === kind ? files : null, taken };
}

/** A contact card by its ending; anything else is taken for a bundle, and judged when it is opened. */
export function kindOf(files: PickedFiles): 'bundle' | 'card' {
  const name = files.kind === 'places' ? files.places[0]?.name : files.entries[0]?.file.name;
  return name?.toLowerCase().endsWith(`.${CARD_ENDING}`) ? 'card' : 'bundle';
}
