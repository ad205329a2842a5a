import { lazy, Suspense, useSyncExternalStore } from 'react';

const PaletteDialog = lazy(async () => ({ default: (await import('./PaletteDialog.tsx')).PaletteDialog }));

let isOpen = false;
const listeners = new Set<() => void>();

export function openPalette(): void {
  setOpen(true);
}

/** Every page and action by name. Its code is fetched when it is first opened. */
export function CommandPalette() {
  const opened = useSyncExternalStore(subscribe, () => isOpen);
  if (!opened) return null;
  return (
    <Suspense>
      <PaletteDialog onClose={() => setOpen(false)} />
    </Suspense>
  );
}

function setOpen(next: boolean): void {
  isOpen = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
