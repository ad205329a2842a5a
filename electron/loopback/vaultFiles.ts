import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FileAnswer } from '../addresses.ts';
import { byteRange } from '../web/byteRange.ts';
import { VAULT_FILE_POLICY } from '../web/contentPolicy.ts';
import { disposition } from '../web/disposition.ts';
import { SECURE_HEADERS } from './headers.ts';

const PIECE = 1 << 20;

/** Streams a vault file, whole or a range of it, a piece at a time and at the reader's pace. */
export async function sendVaultFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: FileAnswer | null,
): Promise<void> {
  if (!file) {
    response.writeHead(404, SECURE_HEADERS).end();
    return;
  }
  const range = byteRange(request.headers.range ?? null, file.size);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...SECURE_HEADERS, 'content-range': `bytes */${file.size}` }).end();
    return;
  }
  const { start, end } = range === 'whole' ? { start: 0, end: file.size } : range;
  response.writeHead(range === 'whole' ? 200 : 206, {
    ...SECURE_HEADERS,
    'content-security-policy': VAULT_FILE_POLICY,
    'content-type': file.mediaType,
    'content-length': end - start,
    'accept-ranges': 'bytes',
    'content-disposition': disposition(file.inline, file.name),
    ...(range === 'whole' ? {} : { 'content-range': `bytes ${start}-${end - 1}/${file.size}` }),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  try {
    for (let at = start; at < end && !response.destroyed; ) {
      const piece = file.read(at, Math.min(PIECE, end - at));
      if (piece.length === 0) throw new Error('the file is shorter than its row says');
      at += piece.length;
      if (!response.write(piece)) await drained(response);
    }
    response.end();
  } catch {
    // A broken connection tells the reader that these bytes are not all of it.
    response.destroy();
  }
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((done) => {
    response.once('drain', done);
    response.once('close', done);
  });
}
