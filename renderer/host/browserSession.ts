import type { SessionLoss } from './door.ts';

const KEY = 'mengbu.session';
const HEADER = 'x-mengbu-session';

export type Session = {
  /** fetch with this tab's key; the first call waits until the start token was exchanged for one. */
  fetch(request: Request): Promise<Response>;
  onLost(listener: (why: SessionLoss) => void): () => void;
};

/**
 * The session of this tab. The address the program opened carries a start token in its fragment, good once and for a
 * minute; it is exchanged for a key that stays in this tab's sessionStorage and goes with every request as a header.
 */
export function browserSession(): Session {
  const listeners = new Set<(why: SessionLoss) => void>();
  let lost: SessionLoss | null = null;
  const key = sessionKey();

  function lose(why: SessionLoss): void {
    if (lost !== null) return;
    lost = why;
    sessionStorage.removeItem(KEY);
    for (const listener of listeners) listener(why);
  }

  return {
    fetch: async (request) => {
      const own = await key;
      if (own === null) {
        lose('NOT_STARTED');
        return new Response(null, { status: 401 });
      }
      request.headers.set(HEADER, own);
      const response = await window.fetch(request);
      if (response.status === 401) lose('ENDED');
      return response;
    },
    onLost: (listener) => {
      listeners.add(listener);
      if (lost !== null) listener(lost);
      return () => listeners.delete(listener);
    },
  };
}

/** null: there is neither a start token nor a key from before. */
async function sessionKey(): Promise<string | null> {
  const token = takeStartToken();
  if (token === null) return sessionStorage.getItem(KEY);
  const response = await window.fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: token,
  });
  if (!response.ok) return sessionStorage.getItem(KEY);
  const { key } = (await response.json()) as { key: string };
  sessionStorage.setItem(KEY, key);
  return key;
}

/** Takes the token out of the address bar at once: it must not stay in the history. */
function takeStartToken(): string | null {
  const match = /^#start=([\w-]+)$/.exec(window.location.hash);
  if (match?.[1] === undefined) return null;
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return match[1];
}
