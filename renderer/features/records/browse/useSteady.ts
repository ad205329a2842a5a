import { useCallback, useInsertionEffect, useRef } from 'react';

/**
 * A handler that stays the same function from render to render and always does what the newest one says. For handlers given to rows
 * of long lists, which are drawn again only when what they show changes. Not to be called while rendering.
 */
export function useSteady<Args extends unknown[], Result>(
  handler: (...args: Args) => Result,
): (...args: Args) => Result {
  const newest = useRef(handler);
  useInsertionEffect(() => {
    newest.current = handler;
  });
  return useCallback((...args: Args) => newest.current(...args), []);
}
