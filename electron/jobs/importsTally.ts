import type { TierFile } from '#db/open.ts';
import { countEntries, type EntryCount } from '#db/records/importsQueries.ts';
import type { Id } from '#shared/ids.ts';
import { type EntryState, entryStateSchema, type Import } from '#shared/records/importsContract.ts';

export type Counts = Import['counts'];

/** How many entries of an import stand where, kept beside the rows so that progress costs no query. */
export type Tally = {
  add(state: EntryState, bytes: number): void;
  remove(state: EntryState, bytes: number): void;
  /** Bytes of an entry that have arrived although it is not settled. */
  moved(entryId: Id, bytes: number): void;
  settled(entryId: Id): void;
  of(state: EntryState): number;
  counts(): Counts;
  entries(): EntryCount[];
  bytes(): { done: number; total: number };
};

export function tallyOf(tier: TierFile, importId: Id): Tally {
  const count = emptyCounts();
  const size = emptyCounts();
  const flowing = new Map<Id, number>();
  for (const { state, count: entries, bytes } of countEntries(tier, importId)) {
    count[state] = entries;
    size[state] = bytes;
  }

  return {
    add(state, bytes) {
      count[state] += 1;
      size[state] += bytes;
    },
    remove(state, bytes) {
      count[state] -= 1;
      size[state] -= bytes;
    },
    moved: (entryId, bytes) => flowing.set(entryId, bytes),
    settled: (entryId) => flowing.delete(entryId),
    of: (state) => count[state],
    counts: () => ({ ...count }),
    entries: () => states().map((state) => ({ state, count: count[state], bytes: size[state] })),
    bytes() {
      const total = states().reduce((sum, state) => sum + size[state], 0);
      const arrived = flowing.values().reduce((sum, bytes) => sum + bytes, 0);
      return { done: Math.min(total, total - size.WAITING + arrived), total };
    },
  };
}

/** What needs a person. */
export function attentionOf(counts: Counts): number {
  return counts.HELD + counts.REFUSED + counts.FAILED;
}

function emptyCounts(): Counts {
  return Object.fromEntries(states().map((state) => [state, 0])) as Counts;
}

function states(): readonly EntryState[] {
  return entryStateSchema.options;
}
