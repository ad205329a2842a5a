import type { SentBundle } from '#shared/bundles/contract.ts';
import type { ImportResult } from '#shared/bundles/receivedContract.ts';
import type { Id } from '#shared/ids.ts';
import type { OpenVault } from '../vault/session.ts';
import type { OpenedBundle } from './openBundle.ts';

/** A sealed file that waits for its download by the browser. */
export type OutboxFile = { path: string; size: number; name: string };

export type MadeBundle = { bundle: SentBundle; address: string | null };

/** A received bundle as this session has it open. Its bytes stay where they are and are read again when wanted. */
export type OpenedFile = {
  opened: OpenedBundle;
  fileName: string;
  manifestHash: string;
  /** The public line of the key whose signature holds; whose it is, the cards say, which may have changed since. */
  signerKey: string | null;
  firstOpened: number | null;
};

/** A dropped file on its way in, in pieces. */
export type Upload = { path: string; name: string; size: number; received: number };

/** What is under way with bundles in one open vault; forgotten with it. */
export type Desk = {
  readonly exports: Map<Id, Promise<MadeBundle>>;
  readonly imports: Map<Id, Promise<ImportResult>>;
  readonly opened: Map<Id, OpenedFile>;
  readonly uploads: Map<Id, Upload>;
  /** By the address given out for it. */
  readonly outbox: Map<string, OutboxFile>;
  /** What taking the location out of a stored file gives, by tier and blob: it is asked for more than once. */
  readonly stripped: Map<string, { size: number; sha256: string } | { reason: string }>;
  readonly stopping: AbortController;
};

const desks = new WeakMap<OpenVault, Desk>();

export function deskOf(vault: OpenVault): Desk {
  let desk = desks.get(vault);
  if (!desk) {
    desk = {
      exports: new Map(),
      imports: new Map(),
      opened: new Map(),
      uploads: new Map(),
      outbox: new Map(),
      stripped: new Map(),
      stopping: new AbortController(),
    };
    desks.set(vault, desk);
  }
  return desk;
}
