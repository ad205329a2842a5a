import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { LooseBlob } from '#db/files/store.ts';
import { type FileSource, UnreadableError } from '../files/source.ts';
import type { OpenVault } from '../vault/session.ts';
import { StoppedError } from './importsFaults.ts';

const PORTION = 4 << 20;

/** A file of this machine. A worker opens it by its path where that can be written as text. */
export function placeSource(path: string | Buffer, size: number): FileSource {
  const source = {
    size,
    async read(offset: number, length: number): Promise<Uint8Array> {
      const file = await open(path, 'r');
      try {
        const wanted = Math.max(0, Math.min(length, size - offset));
        const { buffer, bytesRead } = await file.read(Buffer.alloc(wanted), 0, wanted, offset);
        if (bytesRead < wanted)
          throw new UnreadableError(`file ended at ${offset + bytesRead} of ${size} bytes`);
        return buffer;
      } finally {
        await file.close();
      }
    },
  };
  return typeof path === 'string' ? { ...source, path } : source;
}

/** Bytes that lie in the vault but have no row yet. Long reads are made of short ones, between which others get their turn. */
export function looseSource({ store }: Pick<OpenVault, 'store'>, blob: LooseBlob): FileSource {
  return {
    size: blob.size,
    async read(offset, length) {
      const end = Math.min(offset + length, blob.size);
      if (end - offset <= PORTION) return store.read(blob.tier, blob, offset, end - offset);
      const whole = new Uint8Array(Math.max(0, end - offset));
      for (let at = offset; at < end; at += PORTION) {
        whole.set(store.read(blob.tier, blob, at, Math.min(PORTION, end - at)), at - offset);
        await new Promise(setImmediate);
      }
      return whole;
    },
  };
}

/** The file from start to end. @throws StoppedError between two portions */
export async function* portionsOf(path: string | Buffer, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    for (;;) {
      if (signal.aborted) throw new StoppedError();
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(PORTION), 0, PORTION, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** What passes, told as it passes. @throws StoppedError between two portions */
export async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  moved: (total: number) => void,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const portion of bytes) {
    if (signal.aborted) throw new StoppedError();
    total += portion.length;
    moved(total);
    yield portion;
  }
}

/** In short steps, between which others get their turn. @throws StoppedError */
export async function sha256OfFile(path: string | Buffer, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'r');
  try {
    const step = Buffer.allocUnsafeSlow(HASH_STEP);
    for (;;) {
      if (signal.aborted) throw new StoppedError();
      const { bytesRead } = await file.read(step, 0, HASH_STEP, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(step.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

const HASH_STEP = 1 << 20;

/** The result, or StoppedError as soon as the import stops: what is still under way then is nobody's any more. */
export function unlessStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new StoppedError());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
