import { Worker } from 'node:worker_threads';
import type { DocumentFormat, PrintedDocument } from '#shared/documents/document.ts';
import type { WriteAnswer, WriteRequest } from './documentProtocol.ts';

export type WrittenDocument = { bytes: Uint8Array; missing: string };

const DOCUMENT_WORKER = import.meta.url.endsWith('.ts')
  ? new URL('./documentWorker.ts', import.meta.url)
  : new URL('./documentWorker.js', import.meta.url);

/** Papers are asked for in bursts: the worker is kept for a while, since loading what it needs takes longer than one paper. */
const IDLE_MS = 20_000;

type Waiting = { done(written: WrittenDocument): void; failed(error: Error): void };

let worker: Worker | null = null;
let idle: NodeJS.Timeout | null = null;
let last = 0;
const waiting = new Map<number, Waiting>();

/**
 * A paper as the bytes of a file, set in a thread of its own: setting a PDF of some pages takes most of a second.
 * @throws Error where the paper cannot be set.
 */
export function writeDocument(document: PrintedDocument, format: DocumentFormat): Promise<WrittenDocument> {
  if (idle) clearTimeout(idle);
  idle = null;
  worker ??= hire();
  last += 1;
  const request: WriteRequest = { id: last, document, format };
  const hired = worker;
  return new Promise((done, failed) => {
    waiting.set(request.id, { done, failed });
    hired.ref();
    hired.postMessage(request);
  });
}

function hire(): Worker {
  const hired = new Worker(DOCUMENT_WORKER, { name: 'documents' });
  hired.on('message', (answer: WriteAnswer) => {
    const order = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) rest(hired);
    if (answer.ok) order?.done({ bytes: answer.bytes, missing: answer.missing });
    else order?.failed(new Error(answer.message));
  });
  hired.on('error', (error) => failAll(error instanceof Error ? error : new Error(String(error))));
  hired.on('exit', () => {
    if (worker !== hired) return;
    worker = null;
    failAll(new Error('the document worker ended'));
  });
  return hired;
}

/** Nothing to do: it neither keeps the process from ending nor stays for long. */
function rest(hired: Worker): void {
  hired.unref();
  idle = setTimeout(() => {
    if (worker === hired) worker = null;
    void hired.terminate();
  }, IDLE_MS).unref();
}

function failAll(error: Error): void {
  for (const order of waiting.values()) order.failed(error);
  waiting.clear();
}
