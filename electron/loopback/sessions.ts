import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A start token works once, within this time. */
export const START_LIFE_MS = 60_000;

/** What the supervisor keeps over a restart of the service: hashes and times, no keys. */
export type KnownSessions = { starts: { hash: string; until: number }[]; sessions: string[] };

/**
 * Start tokens and session keys of the browser door. A token from the address is exchanged once for a key, which the page
 * keeps in sessionStorage and sends as a header: no cookie, because cookies ignore ports.
 */
export type Sessions = {
  allowStart(hash: string, until: number): void;
  /** The new session's key, or null where the token is unknown, used or too old. */
  exchange(token: string): string | null;
  /** The session a key belongs to (its hash), or null. */
  sessionOf(key: string | undefined): string | null;
};

export function createSessions(
  known: KnownSessions,
  now: () => number,
  onNew: (session: string) => void,
): Sessions {
  const starts = new Map(known.starts.map(({ hash, until }) => [hash, until]));
  const sessions = new Set(known.sessions);
  return {
    allowStart: (hash, until) => starts.set(hash, until),
    exchange(token) {
      const hash = hashOf(token);
      const until = starts.get(hash);
      starts.delete(hash);
      if (until === undefined || now() > until) return null;
      const key = randomBytes(32).toString('base64url');
      sessions.add(hashOf(key));
      onNew(hashOf(key));
      return key;
    },
    sessionOf(key) {
      if (!key || key.length > 200) return null;
      const hash = hashOf(key);
      for (const session of sessions) {
        if (timingSafeEqual(Buffer.from(session), Buffer.from(hash))) return session;
      }
      return null;
    },
  };
}

export function newStartToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
