import { type KeyboardEvent, useState } from 'react';
import { isComposing } from '../../keyboard.ts';

/** The row the keyboard is at. */
export function useJournalKeys(count: number): {
  focus: number;
  setFocus(index: number): void;
  onKeyDown(event: KeyboardEvent): void;
} {
  const [focus, setFocus] = useState(0);
  return {
    focus,
    setFocus,
    onKeyDown(event) {
      const to = {
        ArrowDown: focus + 1,
        ArrowUp: focus - 1,
        PageDown: focus + 12,
        PageUp: focus - 12,
        Home: 0,
        End: count - 1,
      }[event.key];
      if (to === undefined || isComposing(event)) return;
      event.preventDefault();
      setFocus(Math.max(0, Math.min(count - 1, to)));
    },
  };
}
