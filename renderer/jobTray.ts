let isOpen = false;
const listeners = new Set<() => void>();

/** For useSyncExternalStore: whether the tray of long work is open. A page that tells of a failed job opens it too. */
export const jobTrayStore = {
  current: (): boolean => isOpen,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function showJobTray(open: boolean): void {
  isOpen = open;
  for (const listener of listeners) listener();
}
