import { useEffect } from 'react';
import { type Level, tierOf } from '#shared/confidentiality/levels.ts';
import { host } from '../host/host.ts';

/** How many views that show trade secrets are on the screen now. */
let shown = 0;

/** While a view shows something of 普通商密 or higher, the window shuts out screen capture where a system can. */
export function useProtectedScreen(levels: Iterable<Level>): void {
  const secret = [...levels].some((level) => tierOf(level) !== 'register');
  useEffect(() => {
    if (!secret) return;
    shown += 1;
    host.protectContent(true);
    return () => {
      shown -= 1;
      host.protectContent(shown > 0);
    };
  }, [secret]);
}
