import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appContentPolicy, BOOTH_POLICY, PERMISSIONS_POLICY, READER_POLICY } from './contentPolicy.ts';

const NONCE_PLACE = '__CSP_NONCE__';
/** Pages with a policy of their own inside; the door adds what a page cannot say of itself. */
const POLICIES: ReadonlyMap<string, string> = new Map([
  ['reader.html', READER_POLICY],
  ['booth.html', BOOTH_POLICY],
]);

export type AppFile = {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer> | null;
};

/**
 * Answers a path from the folder of the built screens, for whichever door serves them. A path without an ending is a page of
 * the app and gets index.html, with a nonce of its own in every load. `vaultFiles` is the scheme of vault files where it is
 * not the page's own.
 */
export function answerAppFiles(root: string, vaultFiles = ''): (pathname: string) => Promise<AppFile> {
  return async function answer(pathname) {
    const parts = safeParts(pathname);
    if (parts === null) return refusal(404);
    if (!parts.at(-1)?.includes('.')) return page(root, vaultFiles);
    const bytes = await bytesOf(join(root, ...parts));
    const type = mediaTypeOf(parts.at(-1) ?? '');
    if (bytes === null || type === null) return refusal(404);
    const policy = POLICIES.get(parts.join('/')) ?? appContentPolicy(freshNonce(), vaultFiles);
    return { status: 200, headers: headers(type, policy), body: bytes };
  };
}

async function page(root: string, vaultFiles: string): Promise<AppFile> {
  const bytes = await bytesOf(join(root, 'index.html'));
  if (bytes === null) return refusal(404);
  const nonce = freshNonce();
  const html = new TextDecoder().decode(bytes).replaceAll(NONCE_PLACE, nonce);
  return {
    status: 200,
    headers: headers('text/html; charset=utf-8', appContentPolicy(nonce, vaultFiles)),
    body: new TextEncoder().encode(html),
  };
}

/** The parts of a path, or null where one is not a plain name as the build gives them: no "..", no encoding, no hidden file. */
function safeParts(pathname: string): string[] | null {
  const parts = pathname.split('/').filter((part) => part !== '');
  return parts.every((part) => /^[A-Za-z0-9_@-][A-Za-z0-9._@-]*$/.test(part)) ? parts : null;
}

async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    return null;
  }
}

/** Only what the build writes has a type; anything else is not served. */
function mediaTypeOf(name: string): string | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(MEDIA_TYPES, ending) ? (MEDIA_TYPES[ending] ?? null) : null;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  wasm: 'application/wasm',
  bcmap: 'application/octet-stream',
  pfb: 'application/octet-stream',
  icc: 'application/octet-stream',
  txt: 'text/plain; charset=utf-8',
};

function headers(type: string, policy: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': policy,
    'permissions-policy': PERMISSIONS_POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}

function refusal(status: number): AppFile {
  return { status, headers: { 'content-security-policy': "default-src 'none'" }, body: null };
}

function freshNonce(): string {
  return randomBytes(18).toString('base64');
}
