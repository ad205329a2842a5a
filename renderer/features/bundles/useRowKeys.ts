import { type KeyboardEvent, useState } from 'react';
import { isComposing } from '../../keyboard.ts';

/** The row the keys stand on in a list: arrows, Home, End, Enter. */
export function useRowKeys<Row>(rows: readonly Row[], onOpen: (row: Row) => void) {
  const [focus, setFocus] = useState(0);
  const last = Math.max(0, rows.length - 1);
  const at = Math.min(focus, last);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (isComposing(event)) return;
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: last,
      PageDown: at + 10,
      PageUp: at - 10,
    };
    const to = steps[event.key];
    const row = rows[at];
    if (to !== undefined) setFocus(Math.max(0, Math.min(last, to)));
    else if (event.key === 'Enter' && row !== undefined) onOpen(row);
    else return;
    event.preventDefault();
  }

  return { focus: at, setFocus, onKeyDown };
}
