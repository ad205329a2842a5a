import { useEffect } from 'react';
import { api, client } from './api.ts';
import { queryClient } from './queryClient.ts';

const RECONNECT_MS = 1000;

/** While the vault is open: listens for writes and has the nouns they touched read again. */
export function useChanges(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const stop = new AbortController();
    void follow(stop.signal);
    return () => stop.abort();
  }, [active]);
}

/** The stream ends when the service is replaced or locks: the status is asked again, and says which. */
async function follow(signal: AbortSignal): Promise<void> {
  let isFirst = true;
  while (!signal.aborted) {
    try {
      for await (const change of await client.changes.watch(undefined, { signal })) {
        if (change.nouns.length > 0) invalidate(change.nouns);
        else if (!isFirst) void queryClient.invalidateQueries();
        isFirst = false;
      }
    } catch {
      // The reason does not matter: the status below tells what is left.
    }
    if (signal.aborted) return;
    await queryClient.invalidateQueries({ queryKey: api.vault.status.key() });
    await pause(RECONNECT_MS, signal);
  }
}

/** Screens of the joint body; who has read a rule hangs on who holds an office. */
const BODY = ['body', 'groups', 'appointments', 'rulesets'] as const;

/** A write names the kinds of items it touched; these are the screens' readings that show such items. */
const SHOWN_IN: Readonly<Record<string, readonly string[]>> = {
  record: [
    'records',
    'citations',
    'rulesets',
    'members',
    'screening',
    'people',
    'projects',
    'bundles',
    'imports',
    'confidentiality',
    'search',
  ],
  person: ['people', 'members', 'screening', 'records', 'dossiers', ...BODY, 'confidentiality', 'search'],
  dossier: ['dossiers', 'confidentiality', 'search'],
  group: [...BODY, 'confidentiality', 'search'],
  appointment: [...BODY, 'confidentiality', 'search'],
  ruleset: ['rulesets', 'confidentiality', 'search'],
  unit: [
    'members',
    'screening',
    'people',
    ...BODY,
    'projects',
    'contacts',
    'agreements',
    'bundles',
    'confidentiality',
    'search',
  ],
  project: ['projects', 'records', 'confidentiality', 'search'],
  screening: ['screening', 'members', 'confidentiality', 'search'],
  panelSheet: ['screening', 'confidentiality', 'search'],
  agreement: ['agreements', 'bundles', 'confidentiality', 'search'],
  contact: ['contacts', 'bundles', 'confidentiality', 'search'],
};

function invalidate(nouns: readonly string[]): void {
  const stale = new Set(nouns.flatMap((noun) => SHOWN_IN[noun] ?? [noun]));
  for (const noun of stale) void queryClient.invalidateQueries({ queryKey: [[noun]] });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
