import { Decrypter } from 'age-encryption';
import { unarmored } from '#shared/bundles/ageArmor.ts';
import { type AgeHeader, looksLikeAge, takeAgeHeader } from '#shared/bundles/ageHeader.ts';
import { plainPassphrase } from '#shared/bundles/ageKeys.ts';
import type { BagInput, BagMember } from '#shared/bundles/bagParts.ts';
import { BundleError } from '#shared/bundles/bundleError.ts';
import { type ByteReader, byteReader } from '#shared/bundles/byteReader.ts';
import { tarBagMembers } from '#shared/bundles/tarBag.ts';

/** Large enough to read fast, small enough for an old office PC. */
const SLICE = 4 * 1024 * 1024;

export interface BrowserKeys {
  identities: readonly string[];
  passphrase: string | null;
}

/**
 * A dropped file as a bag that is streamed from its beginning as often as needed. `onRead` hears how far the file has been
 * read. Throws a BundleError as the app does: CANNOT_DECRYPT with data.needs, DAMAGED, NOT_A_BUNDLE, REFUSED_ENTRY …
 */
export async function bagOfFile(
  file: Blob,
  keys: BrowserKeys,
  onRead: (bytes: number) => void,
): Promise<BagInput> {
  const start = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  if (!looksLikeAge(start)) {
    const members = (): AsyncIterable<BagMember> => tarBagMembers(bytesOf(file, onRead), 'foreign');
    return { sealed: false, members };
  }
  const reader = byteReader(unarmored(bytesOf(file, () => undefined)));
  const header = await takeAgeHeader(reader);
  await reader.close();
  const fileKey = await fileKeyOf(header, keys);
  const members = (): AsyncIterable<BagMember> =>
    tarBagMembers(unsealed(unarmored(bytesOf(file, onRead)), fileKey), 'strict');
  return { sealed: true, members };
}

/** Slices one after the other, the next one fetched while this one is worked on. */
async function* bytesOf(file: Blob, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array, void> {
  const slice = (at: number): Promise<ArrayBuffer> => file.slice(at, at + SLICE).arrayBuffer();
  let next = slice(0);
  for (let at = 0; at < file.size; at += SLICE) {
    const bytes = new Uint8Array(await next);
    if (at + SLICE < file.size) {
      next = slice(at + SLICE);
      // Awaited in the next round, if there is one.
      next.catch(() => undefined);
    }
    onRead(at + bytes.length);
    yield bytes;
  }
}

async function fileKeyOf(header: AgeHeader, { identities, passphrase }: BrowserKeys): Promise<Uint8Array> {
  const needs = { PASSPHRASE: 'passphrase', IDENTITY: 'identity', OTHER: 'other' }[header.opensWith];
  const decrypter = new Decrypter();
  let tried = 'nothing';
  if (header.opensWith === 'PASSPHRASE' && passphrase !== null) {
    decrypter.addPassphrase(plainPassphrase(passphrase));
    tried = needs;
  }
  if (header.opensWith === 'IDENTITY' && identities.length > 0) {
    addIdentities(decrypter, identities);
    tried = needs;
  }
  if (tried === 'nothing') throw new BundleError('CANNOT_DECRYPT', { needs, tried });
  try {
    return await decrypter.decryptHeader(header.bytes);
  } catch (error) {
    // The library tells a key that does not fit from a damaged header by its message alone.
    if (error instanceof Error && error.message.startsWith('no identity matched'))
      throw new BundleError('CANNOT_DECRYPT', { needs, tried });
    throw new BundleError('DAMAGED', { rule: 'AGE_HEADER' });
  }
}

function addIdentities(decrypter: Decrypter, identities: readonly string[]): void {
  try {
    for (const identity of identities) decrypter.addIdentity(identity);
  } catch {
    throw new BundleError('KEY_INVALID', { rule: 'IDENTITY_UNKNOWN' });
  }
}

async function* unsealed(
  source: AsyncIterable<Uint8Array>,
  fileKey: Uint8Array,
): AsyncGenerator<Uint8Array, void> {
  const input = byteReader(source);
  const decrypter = new Decrypter();
  decrypter.addIdentity({ unwrapFileKey: () => fileKey });
  try {
    const plain = (await decrypter.decrypt(streamOf(input))).getReader();
    try {
      for (let next = await plain.read(); !next.done; next = await plain.read())
        if (next.value.length > 0) yield next.value;
    } finally {
      await plain.cancel().catch(() => undefined);
    }
  } catch (error) {
    // A file that can no longer be read (moved, stick pulled) is no damage.
    if (error instanceof DOMException || error instanceof BundleError) throw error;
    throw new BundleError('DAMAGED', { rule: 'AGE_PAYLOAD' }, { cause: error });
  } finally {
    await input.close();
  }
}

function streamOf(reader: ByteReader): ReadableStream<Uint8Array> {
  let cancelled = false;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = await reader.some(SLICE);
      if (cancelled) return;
      if (piece === null) controller.close();
      else controller.enqueue(piece);
    },
    cancel() {
      cancelled = true;
    },
  });
}
