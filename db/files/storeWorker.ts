import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { Tier } from '#shared/confidentiality/levels.ts';
import { type BlobWriter, createSegmentWriter, type SegmentWriter, type StoredBytes } from './blobWriter.ts';
import type { StoreAnswer, StoreFailure, StoreRequest } from './storeProtocol.ts';

/** The one thread that writes the segments: it hashes and stores, one request after the other. */
const port = parentPort;
if (!port) throw new Error('the store worker runs as a worker thread');

const writers = new Map<Tier, SegmentWriter>();
const begun = new Map<string, BlobWriter>();
const READ_SIZE = 4 << 20;

port.on('message', (request: StoreRequest) => port.postMessage(answer(request)));

function answer(request: StoreRequest): StoreAnswer {
  try {
    return { id: request.id, ok: true, ...perform(request) };
  } catch (error) {
    return { id: request.id, ok: false, failure: failureOf(error) };
  }
}

function perform(request: StoreRequest): { stored?: StoredBytes; highest?: number } {
  switch (request.do) {
    case 'open': {
      const writer = createSegmentWriter(request.folder, request.tier, request.key, request.limit);
      request.key.fill(0);
      writers.set(request.tier, writer);
      return { highest: writer.highestBlob() };
    }
    case 'storeFile':
      return { stored: storeFile(writerOf(request.tier), request.blob, request.path) };
    case 'begin':
      begun.set(`${request.tier}/${request.blob}`, writerOf(request.tier).begin(request.blob));
      return {};
    case 'write':
      begunBlob(request).write(request.bytes);
      return {};
    case 'finish': {
      const stored = begunBlob(request).finish();
      begun.delete(`${request.tier}/${request.blob}`);
      return { stored };
    }
    case 'abandon':
      begunBlob(request).abandon();
      begun.delete(`${request.tier}/${request.blob}`);
      return {};
    case 'erase':
      writerOf(request.tier).erase(request.blobs);
      return {};
    case 'sync':
      writerOf(request.tier).sync();
      return {};
    case 'close':
      for (const writer of writers.values()) writer.close();
      writers.clear();
      return {};
  }
}

function storeFile(writer: SegmentWriter, blob: number, path: string): StoredBytes {
  const handle = openSync(path, 'r');
  const target = writer.begin(blob);
  try {
    const buffer = Buffer.alloc(READ_SIZE);
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) {
      target.write(Uint8Array.from(buffer.subarray(0, read)));
    }
    return target.finish();
  } catch (error) {
    target.abandon();
    throw error;
  } finally {
    closeSync(handle);
  }
}

function writerOf(tier: Tier): SegmentWriter {
  const writer = writers.get(tier);
  if (!writer) throw new Error(`the store of ${tier} is not open`);
  return writer;
}

function begunBlob(request: { tier: Tier; blob: number }): BlobWriter {
  const writer = begun.get(`${request.tier}/${request.blob}`);
  if (!writer) throw new Error(`blob ${request.blob} of ${request.tier} was not begun`);
  return writer;
}

function failureOf(error: unknown): StoreFailure {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: String(error) };
  return { code: 'code' in error ? String(error.code) : error.name, message: error.message };
}
