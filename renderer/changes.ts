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

/** Readings that show items of every kind: what is to be done today may hang on anything. */
const OF_EVERY_ITEM = ['today', 'confidentiality', 'search'] as const;
/** Screens of the joint body; who has read a rule hangs on who holds an office. */
const BODY = ['body', 'groups', 'appointments', 'rulesets'] as const;
const SHOWCASE = ['exhibitions', 'panels', 'panelSources', 'visits'] as const;
const MATURITY = ['maturity', 'maturitySheets'] as const;

/** A write names the kinds of items it touched; these are the screens' readings that show such items, beside those above. */
const SHOWN_IN: Readonly<Record<string, readonly string[]>> = {
  record: [
    ...[
      'records',
      'meetings',
      'members',
      'screening',
      'citations',
      'rulesets',
      'people',
      'projects',
      'bundles',
      'imports',
    ],
    ...SHOWCASE,
  ],
  meeting: ['meetings', 'members'],
  person: [
    'people',
    'meetings',
    'members',
    'screening',
    'records',
    'dossiers',
    ...BODY,
    'outcomes',
    ...MATURITY,
  ],
  dossier: ['dossiers'],
  group: BODY,
  appointment: [...BODY, 'members'],
  ruleset: ['rulesets'],
  unit: [
    'members',
    'screening',
    'people',
    ...BODY,
    'projects',
    'outcomes',
    ...MATURITY,
    'contacts',
    'agreements',
    'bundles',
    ...SHOWCASE,
  ],
  screening: ['screening', 'members'],
  screeningSheet: ['screening'],
  project: ['projects', 'records', 'outcomes'],
  outcome: ['outcomes', ...MATURITY, 'panels', 'panelSources', 'exhibitions', 'members'],
  maturityPanel: [...MATURITY, 'outcomes'],
  maturitySheet: MATURITY,
  exhibition: SHOWCASE,
  panel: [...SHOWCASE, 'outcomes'],
  visit: ['visits'],
  agreement: ['agreements', 'outcomes', 'bundles', 'members'],
  contact: ['contacts', 'bundles'],
  // Deeds that are about no item: settings, users, and what was sent or received.
  vault: ['vault', 'bundles', 'contacts'],
};

function invalidate(nouns: readonly string[]): void {
  const stale = new Set([...nouns.flatMap((noun) => SHOWN_IN[noun] ?? [noun]), ...OF_EVERY_ITEM]);
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
