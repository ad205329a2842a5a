import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { VaultStatus } from '#shared/vault/contract.ts';
import { api, client } from './api.ts';
import { forgetDrafts } from './drafts.ts';
import { forgetNotices } from './notices.ts';
import { queryClient } from './queryClient.ts';
import { forgetViews } from './views.ts';

const ACTIVITY = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const LOCK_CHECK_MS = 5000;

/** What the service says about the vault; pending until the first answer. */
export function useStatusQuery() {
  return useQuery(api.vault.status.queryOptions());
}

/** The same within the open vault, where it is always there. */
export function useVaultStatus(): VaultStatus {
  return useSuspenseQuery(api.vault.status.queryOptions()).data;
}

/** Outside of components: what was last said, undefined before the first answer. */
export function statusNow(): VaultStatus | undefined {
  return queryClient.getQueryData(api.vault.status.queryKey());
}

/** Deeds that change the status answer with the new one. */
export function takeStatus(status: VaultStatus): void {
  queryClient.setQueryData(api.vault.status.queryKey(), status);
}

export function refreshStatus(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: api.vault.status.key() });
}

/** Locks at once: what is on the screen goes first, then the service that holds the keys. */
export async function lockVault(): Promise<void> {
  const before = statusNow();
  if (before !== undefined) takeStatus({ ...before, state: 'LOCKED', me: null, openTiers: [], faults: [] });
  try {
    await client.vault.lock();
  } finally {
    await refreshStatus();
  }
}

/** Drops all that was read of the vault, so that nothing of it is shown where less may be seen now. */
export function forgetReadings(): void {
  const statusKey = JSON.stringify(api.vault.status.queryKey());
  queryClient.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey) !== statusKey });
}

const forgetting = new Set<() => void>();

/** Told when the screens let go of a vault, for what a feature keeps outside of its pages. */
export function whenForgotten(listener: () => void): void {
  forgetting.add(listener);
}

/** Drops everything the screens hold of a vault. */
export function forgetVault(): void {
  for (const listener of forgetting) listener();
  forgetReadings();
  queryClient.getMutationCache().clear();
  forgetNotices();
  forgetDrafts();
  forgetViews();
}

/** Locks after so many minutes without a hand on keyboard or pointer. */
export function useAutoLock(minutes: number | undefined): void {
  useEffect(() => {
    if (minutes === undefined) return;
    let lastTouch = Date.now();
    function touch(): void {
      lastTouch = Date.now();
    }
    // A clock instead of one long timer: after sleep the time that passed counts.
    const timer = setInterval(() => {
      if (Date.now() - lastTouch >= minutes * 60_000) void lockVault();
    }, LOCK_CHECK_MS);
    for (const kind of ACTIVITY) window.addEventListener(kind, touch, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const kind of ACTIVITY) window.removeEventListener(kind, touch, { capture: true });
    };
  }, [minutes]);
}
