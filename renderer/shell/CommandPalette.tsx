import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';

const fetchDialog = () => import('./PaletteDialog.tsx');
const PaletteDialog = lazy(async () => ({ default: (await fetchDialog()).PaletteDialog }));

let isOpen = false;
const listeners = new Set<() => void>();

export function openPalette(): void {
  setOpen(true);
}

/** Every page and action by name. Its code is fetched once nothing else is to do: who opens it types on at once. */
export function CommandPalette() {
  const opened = useSyncExternalStore(subscribe, () => isOpen);
  useEffect(() => {
    const idle = requestIdleCallback(() => void fetchDialog());
    return () => cancelIdleCallback(idle);
  }, []);
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
