import type { KnownSessions } from './sessions.ts';

/** From the supervisor, which keeps the port, to the service. A 'connection' comes with its socket. */
export type ToChild =
  | {
      kind: 'open';
      home: string;
      staticFolder: string;
      port: number;
      chosen: string | null;
      /** Opens with the sample joint body, for the first session that comes. */
      demo: boolean;
      known: KnownSessions;
    }
  | { kind: 'connection' }
  | { kind: 'start'; hash: string; until: number }
  /** New connections wait for the fresh service from now on. */
  | { kind: 'holding' }
  | { kind: 'close' };

export type FromChild =
  | { kind: 'ready' }
  /** A start token is known now: its address may be opened. */
  | { kind: 'started'; hash: string }
  | { kind: 'session'; session: string }
  /** Locked and about to end; a fresh service shows this vault's lock page. */
  | { kind: 'locked'; chosen: string | null };
