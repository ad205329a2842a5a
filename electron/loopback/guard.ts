import type { IncomingMessage } from 'node:http';

/** What a request asks for, as far as the guard cares. */
export type Ask = 'page' | 'start' | 'call' | 'file';

/**
 * Whether a request may be looked at at all. Checking Host stops DNS rebinding, checking Origin and Sec-Fetch-Site stops other
 * pages of the same browser. The address is 127.0.0.1 and nothing else, 'localhost' included.
 * @returns null when it may, else the status to refuse with.
 */
export function refuse(request: IncomingMessage, ask: Ask, port: number): number | null {
  const own = `127.0.0.1:${port}`;
  if (request.headers.host !== own) return 421;
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== `http://${own}`) return 403;
  const site = request.headers['sec-fetch-site'];
  if (ask === 'page') return isPageLoad(request) ? null : 403;
  if (site !== undefined && site !== 'same-origin') return 403;
  // A browser that sends neither is too old to be told apart from a foreign page.
  if (ask !== 'file' && site === undefined && origin === undefined && isBrowser(request)) return 403;
  return null;
}

/**
 * The shell holds nothing of the vault: any top-level load may have it, and the page itself its parts. No frame may, but the
 * page's own with the booth in it.
 */
function isPageLoad(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  const mode = request.headers['sec-fetch-mode'];
  const dest = request.headers['sec-fetch-dest'];
  if (dest === 'iframe' || dest === 'frame') return site === 'same-origin' && request.url === BOOTH;
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return mode === 'navigate' && dest === 'document';
}

const BOOTH = '/booth.html';

function isBrowser(request: IncomingMessage): boolean {
  return /mozilla/i.test(request.headers['user-agent'] ?? '');
}
