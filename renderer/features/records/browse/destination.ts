/** Index a key leads to; null when it leads nowhere. */
export function destination(
  key: string,
  { count, focus, columns, page }: { count: number; focus: number; columns: number; page: number },
): number | null {
  const by: Record<string, number> = {
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -page,
    PageDown: page,
    Home: -focus,
    End: count - 1 - focus,
    ...(columns > 1 ? { ArrowLeft: -1, ArrowRight: 1 } : {}),
  };
  const step = by[key];
  if (step === undefined || count === 0) return null;
  const to = focus + step;
  // A row up from the first row, or down from the last, stays: it would land in another column.
  if ((key === 'ArrowUp' && to < 0) || (key === 'ArrowDown' && to >= count && columns > 1)) return focus;
  return Math.min(count - 1, Math.max(0, to));
}
