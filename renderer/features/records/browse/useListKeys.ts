import type { KeyboardEvent } from 'react';
import { destination } from './destination.ts';

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
