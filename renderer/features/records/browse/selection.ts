/** What is chosen in a list, by id, and from where a range with Shift is drawn. */
export type Selection = {
  ids: ReadonlySet<string>;
  /** Index the next range starts from; null before anything was chosen. */
  anchor: number | null;
};

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null };

/** A click without keys: only this one. */
export function selectOnly(index: number, id: string): Selection {
  return { ids: new Set([id]), anchor: index };
}

/** Ctrl or ⌘: this one more, or one less. */
export function toggleOne({ ids }: Selection, index: number, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: index };
}

/** Shift: all from the anchor to here and nothing else; the anchor stays. `ids` are those of the range. */
export function selectRange({ anchor }: Selection, index: number, ids: Iterable<string>): Selection {
  return { ids: new Set(ids), anchor: anchor ?? index };
}

/** First and last index of the range that Shift draws to `index`. */
export function rangeOf({ anchor }: Selection, index: number): [first: number, last: number] {
  const from = anchor ?? index;
  return from <= index ? [from, index] : [index, from];
}

export function selectAll({ anchor }: Selection, ids: Iterable<string>): Selection {
  return { ids: new Set(ids), anchor };
}
