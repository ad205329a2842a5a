/** From which end of the list a row is counted: the end is as near as the start, but only where the length is known. */
export type Side = 'start' | 'end';

/** Where a row stands on its side. `total` undefined: the list is read from the start only. */
export function sideOf(index: number, total: number | undefined): { side: Side; at: number } {
  if (total === undefined || index < halfOf(total) || index >= total) return { side: 'start', at: index };
  return { side: 'end', at: total - 1 - index };
}

/** The rows from `first` to `last` (inclusive) as stretches of one side each, in places of that side. */
export function splitRange(
  first: number,
  last: number,
  total: number | undefined,
): { side: Side; from: number; to: number }[] {
  const half = total === undefined ? Number.POSITIVE_INFINITY : halfOf(total);
  const stretches: { side: Side; from: number; to: number }[] = [];
  if (first < half) stretches.push({ side: 'start', from: first, to: Math.min(last, half - 1) });
  if (total !== undefined && last >= half && total > half) {
    const from = total - 1 - Math.min(last, total - 1);
    stretches.push({ side: 'end', from, to: total - 1 - Math.min(Math.max(first, half), total - 1) });
  }
  return stretches;
}

/** First row of the second half; a short list has none, its pages would only be read twice. */
function halfOf(total: number): number {
  return total < 2000 ? total : Math.ceil(total / 2);
}
