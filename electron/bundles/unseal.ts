import { Worker } from 'node:worker_threads';
import { Decrypter } from 'age-encryption';
import { type AgeHeader, takeAgeHeader } from '#shared/bundles/ageHeader.ts';
import { plainPassphrase } from '#shared/bundles/ageKeys.ts';
import { BundleError } from '#shared/bundles/bundleError.ts';
import { type ByteReader, byteReader } from '#shared/bundles/byteReader.ts';
import { equalBytes } from '#shared/bundles/text.ts';
import type { UnsealAnswer, UnsealTask } from './unsealWorker.ts';

/** What may open a file: the lines of an identity file, a passphrase, or both to try. */
export interface OpeningKeys {
  identities?: readonly string[];
  passphrase?: string;
}

/** The key of one age file, with the header it belongs to. */
export interface UnsealedHeader {
  header: AgeHeader;
  fileKey: Uint8Array;
}

const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('./unsealWorker.ts', import.meta.url)
  : new URL('./unsealWorker.js', import.meta.url);

/**
 * Finds the key of an age file. The limits of the header are checked before the library or scrypt see it. Throws a BundleError:
 * CANNOT_DECRYPT with data.needs ('passphrase', 'identity', 'other': which kind of key the file wants) and data.tried,
 * DAMAGED, NOT_A_BUNDLE, NEWER_VERSION, REFUSED_ENTRY.
 */
export async function unsealHeader(
  source: AsyncIterable<Uint8Array>,
  keys: OpeningKeys,
): Promise<UnsealedHeader> {
  const reader = byteReader(source);
  try {
    const header = await takeAgeHeader(reader);
    return { header, fileKey: await fileKeyOf(header, keys) };
  } finally {
    await reader.close();
  }
}

/** The plaintext of an age file whose key is known; each piece is authentic, the whole only at the end. Throws a BundleError (DAMAGED). */
export async function* unsealed(
  source: AsyncIterable<Uint8Array>,
  { header, fileKey }: UnsealedHeader,
): AsyncGenerator<Uint8Array, void> {
  const reader = byteReader(source);
  const decrypter = new Decrypter();
  decrypter.addIdentity({ unwrapFileKey: () => fileKey });
  let failed: unknown = null;
  try {
    const start = await takeAgeHeader(reader);
    if (!equalBytes(start.bytes, header.bytes)) throw new BundleError('DAMAGED', { rule: 'AGE_HEADER' });
    const body = streamOf(start.bytes, reader, (error) => {
      failed = error;
    });
    for await (const piece of piecesOf(await decrypter.decrypt(body))) if (piece.length > 0) yield piece;
  } catch (error) {
    if (failed !== null || error instanceof BundleError) throw failed ?? error;
    throw new BundleError('DAMAGED', { rule: 'AGE_PAYLOAD' }, { cause: error });
  } finally {
    await reader.close();
  }
}

async function fileKeyOf(header: AgeHeader, keys: OpeningKeys): Promise<Uint8Array> {
  const needs = { PASSPHRASE: 'passphrase', IDENTITY: 'identity', OTHER: 'other' }[header.opensWith];
  const passphrase = keys.passphrase === undefined ? null : plainPassphrase(keys.passphrase);
  const identities = keys.identities ?? [];
  if (header.opensWith === 'PASSPHRASE' && passphrase !== null)
    return keyOrError(await tryPassphrase({ header: header.bytes, passphrase }), needs);
  if (header.opensWith === 'IDENTITY' && identities.length > 0)
    return keyOrError(await tryIdentities(header.bytes, identities), needs);
  throw new BundleError('CANNOT_DECRYPT', { needs, tried: 'nothing' });
}

function tryPassphrase(task: UnsealTask): Promise<UnsealAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: task });
    worker.once('message', (answer: UnsealAnswer) => {
      resolve(answer);
      void worker.terminate();
    });
    worker.once('error', reject);
  });
}

async function tryIdentities(header: Uint8Array, identities: readonly string[]): Promise<UnsealAnswer> {
  const decrypter = new Decrypter();
  try {
    for (const identity of identities) decrypter.addIdentity(identity);
  } catch {
    throw new BundleError('KEY_INVALID', { rule: 'IDENTITY_UNKNOWN' });
  }
  try {
    return { fileKey: await decrypter.decryptHeader(header) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

/** The library tells a key that does not fit from a damaged header by its message alone. */
function keyOrError(answer: UnsealAnswer, needs: string): Uint8Array {
  if ('fileKey' in answer) return answer.fileKey;
  if (answer.failure.startsWith('no identity matched'))
    throw new BundleError('CANNOT_DECRYPT', { needs, tried: needs });
  throw new BundleError('DAMAGED', { rule: 'AGE_HEADER' });
}

/** The library takes web streams. `onError` hears what the source said, which the library would wrap. */
function streamOf(
  start: Uint8Array,
  reader: ByteReader,
  onError: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  let cancelled = false;
  async function next(): Promise<Uint8Array | null> {
    try {
      return await reader.some(1024 * 1024);
    } catch (error) {
      if (!cancelled) onError(error);
      throw error;
    }
  }
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(start),
    async pull(controller) {
      const piece = await next();
      if (cancelled) return;
      if (piece === null) controller.close();
      else controller.enqueue(piece);
    },
    cancel() {
      cancelled = true;
    },
  });
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
