import { randomBytes } from 'node:crypto';
import type { Tier } from '#shared/confidentiality/levels.ts';

/** What a capability address opens: bytes of one tier, and how a door may serve them. */
export type FileAnswer = {
  size: number;
  mediaType: string;
  /** Only for the short list of types that cannot run anything; all else leaves as an attachment. */
  inline: boolean;
  name: string;
  /** Bytes from `offset`; fewer than `length` only at the end. */
  read(offset: number, length: number): Uint8Array;
};

export type Capability = { tier: Tier; blob: number; mediaType: string; inline: boolean; name: string };

/** Short-lived addresses of vault files. A door serves an address without knowing what is behind it. */
export type Addresses = {
  /** The same thing keeps its address for some minutes, so that a browser's memory of pictures works. */
  give(capability: Capability): string;
  open(address: string): Capability | null;
  /** None that was given opens anything any more. */
  forget(): void;
};

const LIFE_MS = 30 * 60_000;
const RENEW_MS = 15 * 60_000;
const MOST = 50_000;

export function createAddresses(now: () => number): Addresses {
  const given = new Map<string, { capability: Capability; at: number }>();
  const known = new Map<string, string>();

  function forgetOld(): void {
    for (const [address, { at, capability }] of given) {
      if (given.size <= MOST && now() - at < LIFE_MS) return;
      given.delete(address);
      if (known.get(keyOf(capability)) === address) known.delete(keyOf(capability));
    }
  }

  return {
    give(capability) {
      const key = keyOf(capability);
      const before = known.get(key);
      const still = before ? given.get(before) : undefined;
      if (before && still && now() - still.at < RENEW_MS) return before;
      forgetOld();
      const address = randomBytes(24).toString('base64url');
      given.set(address, { capability, at: now() });
      known.set(key, address);
      return address;
    },
    open(address) {
      const found = given.get(address);
      return found && now() - found.at < LIFE_MS ? found.capability : null;
    },
    forget() {
      given.clear();
      known.clear();
    },
  };
}

function keyOf({ tier, blob, mediaType, inline, name }: Capability): string {
  return JSON.stringify([tier, blob, mediaType, inline, name]);
}
