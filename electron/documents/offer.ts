import { randomBytes } from 'node:crypto';
import type { OfferedFile } from '#shared/documents/document.ts';
import type { FileAnswer } from '../addresses.ts';
import type { OpenVault } from '../vault/session.ts';

type Offered = { bytes: Uint8Array; mediaType: string; name: string };

/** A person saves one paper after the other; older ones are made anew when asked for. */
const MOST = 20;

const offered = new WeakMap<OpenVault, Map<string, Offered>>();

/**
 * Offers bytes that were made just now (a paper, a list) under an address that nobody can guess. They are held in memory
 * only and go with the vault.
 */
export function offerFile(vault: OpenVault, name: string, mediaType: string, bytes: Uint8Array): OfferedFile {
  const files = offered.get(vault) ?? new Map<string, Offered>();
  offered.set(vault, files);
  const address = randomBytes(24).toString('base64url');
  files.set(address, { bytes, mediaType, name });
  for (const old of [...files.keys()].slice(0, -MOST)) files.delete(old);
  return { address, name };
}

/** No address given out so far opens anything any more. */
export function withdrawOffers(vault: OpenVault): void {
  offered.delete(vault);
}

/** What such an address opens; null for any other. Always an attachment. */
export function offeredAnswer(vault: OpenVault, address: string): FileAnswer | null {
  const file = offered.get(vault)?.get(address);
  if (!file) return null;
  return {
    size: file.bytes.length,
    mediaType: file.mediaType,
    inline: false,
    name: file.name,
    read: (offset, length) => file.bytes.subarray(offset, offset + length),
  };
}
