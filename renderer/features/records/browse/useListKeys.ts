import type { KeyboardEvent } from 'react';

/**
 * Keys of a list of records: arrows move, Shift with them draws a range, Ctrl+Space takes one more, Enter opens, Space looks,
 * Ctrl+A takes all.
 */
export function useListKeys({
  count,
  focus,
  columns,
  page,
  onMove,
  onToggle,
  onOpen,
  onLook,
  onAll,
  onEscape,
}: {
  count: number;
  focus: number;
  /** Records side by side; 1 in a table. */
  columns: number;
  /** Records on one screen, when a key asks. */
  page: () => number;
  onMove: (to: number, extend: boolean) => void;
  onToggle: () => void;
  onOpen: () => void;
  onLook: () => void;
  onAll: () => void;
  onEscape: () => void;
}) {
  return function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.nativeEvent.isComposing || event.target !== event.currentTarget) return;
    const { key } = event;
    const command = event.ctrlKey || event.metaKey;
    const to = destination(key, { count, focus, columns, page: page() });
    const deed =
      to !== null && !command
        ? () => onMove(to, event.shiftKey)
        : key === 'a' && command
          ? onAll
          : key === ' ' && command
            ? onToggle
            : command
              ? undefined
              : ({ Enter: onOpen, ' ': onLook, Escape: onEscape } as Record<string, () => void>)[key];
    if (deed === undefined || count === 0) return;
    event.preventDefault();
    deed();
  };
}

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
