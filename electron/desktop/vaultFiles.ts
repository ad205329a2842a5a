import { type ByteRange, byteRange } from '../web/byteRange.ts';
import { VAULT_FILE_POLICY } from '../web/contentPolicy.ts';
import { disposition } from '../web/disposition.ts';
import type { OpenFile } from './fileStream.ts';
import { APP_ORIGIN, VAULT_FILE_SCHEME } from './origin.ts';
import type { FileHead } from './serviceMessages.ts';

/** Who asked, as the browser process knows it: absent when no page did. */
type AskedRequest = Request & { initiatorOrigin?: string | null };

/** Answers `mengbu-file://vault/<capability address>` with the bytes the service reads, whole or a range of them. */
export function answerVaultFiles(
  open: (address: string) => Promise<OpenFile | null>,
): (request: AskedRequest) => Promise<Response> {
  return async function answer(request) {
    const { initiatorOrigin, method } = request;
    if (initiatorOrigin !== undefined && initiatorOrigin !== APP_ORIGIN) return refusal(403);
    if (method === 'OPTIONS') return new Response(null, { status: 204, headers: PREFLIGHT });
    if (method !== 'GET' && method !== 'HEAD') return refusal(405);
    const address = addressOf(request.url);
    const file = address === null ? null : await open(address);
    if (file === null) return refusal(404);
    return deliver(file, byteRange(request.headers.get('range'), file.head.size), method);
  };
}

function deliver(file: OpenFile, range: ByteRange | 'whole' | 'unsatisfiable', method: string): Response {
  const { size } = file.head;
  const headers = fileHeaders(file.head);
  if (range === 'unsatisfiable') {
    file.close();
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
  }
  const part = range === 'whole' ? { start: 0, end: size } : range;
  headers['content-length'] = String(part.end - part.start);
  if (range !== 'whole') headers['content-range'] = `bytes ${part.start}-${part.end - 1}/${size}`;
  if (method === 'HEAD') file.close();
  const body = method === 'HEAD' ? null : file.bytes(part);
  return new Response(body, { status: range === 'whole' ? 200 : 206, headers });
}

function addressOf(requested: string): string | null {
  const url = URL.parse(requested);
  if (url === null || url.protocol !== `${VAULT_FILE_SCHEME}:` || url.host !== 'vault') return null;
  try {
    return decodeURIComponent(url.pathname.slice(1)) || null;
  } catch {
    return null;
  }
}

function fileHeaders({ mediaType, inline, name }: FileHead): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-disposition': disposition(inline, name),
    'content-security-policy': VAULT_FILE_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'accept-ranges': 'bytes',
    'access-control-allow-origin': APP_ORIGIN,
    'access-control-expose-headers': 'accept-ranges, content-length, content-range',
  };
}

const PREFLIGHT = {
  'access-control-allow-origin': APP_ORIGIN,
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'range',
};

function refusal(status: number): Response {
  return new Response(null, { status, headers: { 'content-security-policy': VAULT_FILE_POLICY } });
}
