import { useCallback, useState } from 'react';
import { PAGE_SIZE } from './pageDirectory.ts';

type Range = { first: number; last: number };

/** The rows in sight, rounded out to whole pages: scrolling within them draws nothing anew but the list. */
export function useRange(start: number) {
  const [range, setRange] = useState<Range>(() => pagesAround(start, start));
  const onRange = useCallback(
    (first: number, last: number) =>
      setRange((before) => {
        const next = pagesAround(first, last);
        return next.first === before.first && next.last === before.last ? before : next;
      }),
    [],
  );
  return { range, onRange };
}

function pagesAround(first: number, last: number): Range {
  return {
    first: Math.floor(first / PAGE_SIZE) * PAGE_SIZE,
    last: (Math.floor(last / PAGE_SIZE) + 1) * PAGE_SIZE - 1,
  };
}
