import type { EntryState, Import } from '#shared/records/importsContract.ts';

export const ENTRY_STATES = [
  'DONE',
  'HELD',
  'REFUSED',
  'FAILED',
  'DUPLICATE',
  'SKIPPED',
  'WAITING',
] as const satisfies readonly EntryState[];

export function totalOf({ counts }: Import): number {
  return ENTRY_STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
}

/** Files that have their result, whatever it is. */
export function doneOf(one: Import): number {
  return totalOf(one) - (one.counts.WAITING ?? 0);
}

/** Files a person should look at. */
export function attentionOf({ counts }: Import): number {
  return (counts.HELD ?? 0) + (counts.REFUSED ?? 0) + (counts.FAILED ?? 0);
}
