import { Worker } from 'node:worker_threads';
import type { Tier } from '#shared/confidentiality/levels.ts';
import { prepared } from '../prepared.ts';
import type { BlobRow } from '../records/schema.ts';
import type { OpenTiers } from '../tiers.ts';
import type { WriteTx } from '../write.ts';
import { type BlobReader, createBlobReader } from './blobReader.ts';
import type { StoredBytes } from './blobWriter.ts';
import type { StoreAnswer, StoreFailure, StoreRequest } from './storeProtocol.ts';

/** The store worker could not do it; `code` is the system's or SQLite's (ENOENT, SQLITE_FULL, …). */
export class StoreError extends Error {
  readonly code: string;
  constructor(failure: StoreFailure) {
    super(failure.message);
    this.code = failure.code;
  }
}

/** Bytes that lie in the segments but that no row names yet: give them to {@link nameBlob} in a write, or forget them. */
export type LooseBlob = StoredBytes & { tier: Tier; no: number };

export type FileStore = {
  /** Reads a file of this machine in the store worker, hashing while it stores. */
  storePath(tier: Tier, path: string): Promise<LooseBlob>;
  /** Stores what arrives, with backpressure: at most a few portions wait. */
  storeStream(tier: Tier, bytes: AsyncIterable<Uint8Array>): Promise<LooseBlob>;
  storeBytes(tier: Tier, bytes: Uint8Array): Promise<LooseBlob>;
  /** Puts what was stored on the disk for good. Before the write that names it. */
  sync(tier: Tier): Promise<void>;
  forget(loose: readonly LooseBlob[]): Promise<void>;
  erase(tier: Tier, blobs: readonly number[]): Promise<void>;
  read(
    tier: Tier,
    blob: Pick<BlobRow, 'no' | 'size' | 'firstSegment'>,
    offset: number,
    length: number,
  ): Uint8Array;
  close(): Promise<void>;
};

const STORE_WORKER = import.meta.url.endsWith('.ts')
  ? new URL('./storeWorker.ts', import.meta.url)
  : new URL('./storeWorker.js', import.meta.url);

/** Starts the one store worker for the open tiers. The keys are copied into it; the caller wipes its own. */
export async function openFileStore(
  folder: string,
  tiers: OpenTiers,
  keys: ReadonlyMap<Tier, Uint8Array>,
  segmentLimit?: number,
): Promise<FileStore> {
  const worker = new Worker(STORE_WORKER);
  const ask = requester(worker);
  const readers = new Map<Tier, BlobReader>();
  const nextBlob = new Map<Tier, number>();
  for (const [tier, key] of keys) {
    const opened = await ask({
      do: 'open',
      folder,
      tier,
      key: Uint8Array.from(key),
      ...(segmentLimit === undefined ? {} : { limit: segmentLimit }),
    });
    readers.set(tier, createBlobReader(folder, tier, key));
    const file = tiers.get(tier);
    const named = file ? Number(prepared(file, 'select coalesce(max(no), 0) from blob').pluck().get()) : 0;
    nextBlob.set(tier, Math.max(named, opened.highest ?? 0) + 1);
  }

  function takeNumber(tier: Tier): number {
    const no = nextBlob.get(tier);
    if (no === undefined) throw new Error(`the store of ${tier} is not open`);
    nextBlob.set(tier, no + 1);
    return no;
  }

  async function finished(tier: Tier, no: number, stored: StoredBytes | undefined): Promise<LooseBlob> {
    if (!stored) throw new Error('the store worker gave no result');
    return { ...stored, tier, no };
  }

  return {
    async storePath(tier, path) {
      const no = takeNumber(tier);
      return finished(tier, no, (await ask({ do: 'storeFile', tier, blob: no, path })).stored);
    },
    async storeStream(tier, bytes) {
      const no = takeNumber(tier);
      await ask({ do: 'begin', tier, blob: no });
      try {
        let pending: Promise<unknown> = Promise.resolve();
        for await (const portion of gathered(bytes)) {
          await pending;
          pending = ask({ do: 'write', tier, blob: no, bytes: portion });
          pending.catch(() => undefined);
        }
        await pending;
        return finished(tier, no, (await ask({ do: 'finish', tier, blob: no })).stored);
      } catch (error) {
        await ask({ do: 'abandon', tier, blob: no });
        throw error;
      }
    },
    async storeBytes(tier, bytes) {
      const no = takeNumber(tier);
      await ask({ do: 'begin', tier, blob: no });
      await ask({ do: 'write', tier, blob: no, bytes: joined([bytes], bytes.length) });
      return finished(tier, no, (await ask({ do: 'finish', tier, blob: no })).stored);
    },
    async sync(tier) {
      await ask({ do: 'sync', tier });
    },
    async forget(loose) {
      for (const { tier, no } of loose) await ask({ do: 'erase', tier, blobs: [no] });
    },
    async erase(tier, blobs) {
      await ask({ do: 'erase', tier, blobs: [...blobs] });
    },
    read(tier, blob, offset, length) {
      const reader = readers.get(tier);
      if (!reader) throw new Error(`the store of ${tier} is not open`);
      return reader.read(blob, offset, length);
    },
    async close() {
      for (const reader of readers.values()) reader.close();
      await ask({ do: 'close' });
      await worker.terminate();
    },
  };
}

/**
 * Gives stored bytes their row. When the same content has a row already that one is used, and `loose` says that the new
 * chunks can be forgotten after the commit.
 */
export function nameBlob(tx: WriteTx, stored: LooseBlob): { no: number; loose: boolean } {
  const known = prepared(tx.tier, 'select no from blob where sha256 = ?').pluck().get(stored.sha256) as
    | number
    | undefined;
  if (known !== undefined) return { no: known, loose: known !== stored.no };
  prepared(tx.tier, 'insert into blob (no, sha256, size, first_segment) values (?, ?, ?, ?)').run(
    stored.no,
    stored.sha256,
    stored.size,
    stored.firstSegment,
  );
  return { no: stored.no, loose: false };
}

/** Small portions are put together, so that a slow network costs no message each. Every portion owns its memory. */
async function* gathered(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    parts.push(part);
    size += part.length;
    if (size < PORTION) continue;
    yield joined(parts, size);
    parts = [];
    size = 0;
  }
  if (size > 0) yield joined(parts, size);
}

const PORTION = 1 << 20;

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

type Asked = StoreRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;
type Answered = Extract<StoreAnswer, { ok: true }>;

function requester(worker: Worker): (request: Asked) => Promise<Answered> {
  let last = 0;
  const waiting = new Map<number, { done(answer: Answered): void; failed(error: Error): void }>();
  worker.on('message', (answer: StoreAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) asked?.done(answer);
    else asked?.failed(new StoreError(answer.failure));
  });
  worker.on('error', (error) => {
    for (const asked of waiting.values())
      asked.failed(error instanceof Error ? error : new Error(String(error)));
    waiting.clear();
  });
  return (request) =>
    new Promise((done, failed) => {
      last += 1;
      waiting.set(last, { done, failed });
      // A view would be copied with all the memory it looks into: what owns its memory is handed over instead.
      const owned = request.do === 'write' && request.bytes.byteLength === request.bytes.buffer.byteLength;
      worker.postMessage({ ...request, id: last }, owned ? [request.bytes.buffer as ArrayBuffer] : []);
    });
}
