import type { Place } from '#shared/places.ts';

/**
 * What the main process says to the service process. Each message but `close` comes with one port: the answer goes
 * through it, and its closing tells the other side that nobody is there any more.
 */
export type ToService =
  /** The port speaks the contract from here on. */
  | { kind: 'serve' }
  /** A path a person picked or dropped. The port gets one Granted. */
  | { kind: 'grant'; path: string }
  /** A vault file. The port gets a FileAnswer at once, then one for each FileQuestion. */
  | { kind: 'file'; address: string }
  /** Lock and end. */
  | { kind: 'close' };

/**
 * The vault is closed and nothing is left to write: the process may be ended. `chosen` is the folder whose lock page
 * the next process shows first.
 */
export type FromService = { kind: 'closed'; chosen: string | null };

/** null: there is nothing at that path that can be read. */
export type Granted = { place: Place | null };

export type FileHead = {
  /** Decided by the content, never by the name. */
  mediaType: string;
  /** bytes */
  size: number;
  /** Whether it is harmless to show as it is; else it is only kept or drawn by own code. */
  inline: boolean;
  name: string;
};
export type FileQuestion = { kind: 'read'; offset: number; length: number };
export type FileAnswer =
  | { kind: 'head'; head: FileHead }
  /** The address is unknown or has run out. */
  | { kind: 'gone' }
  | { kind: 'bytes'; bytes: Uint8Array<ArrayBuffer> }
  /** The bytes could not be read, or are not what was stored. */
  | { kind: 'failed' };
