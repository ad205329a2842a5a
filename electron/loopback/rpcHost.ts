import type { IncomingMessage, ServerResponse } from 'node:http';
import { RPCHandler } from '@orpc/server/node';
import { toContractError } from '../api/errors.ts';
import { router } from '../api/router.ts';
import type { App } from '../app.ts';
import { answerAppFiles } from '../web/appFiles.ts';
import { type Ask, refuse } from './guard.ts';
import { SECURE_HEADERS } from './headers.ts';
import type { Sessions } from './sessions.ts';
import { sendVaultFile } from './vaultFiles.ts';

export type RpcHostOptions = {
  app: App;
  sessions: Sessions;
  port: number;
  /** Folder of the built screens. */
  staticFolder: string;
  /** An event stream of this session opened (+1) or ended (−1). */
  onStream(change: 1 | -1): void;
};

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** The browser door's answers: the static shell, the session exchange, calls, uploads, and vault files by capability. */
export function rpcHost({ app, sessions, port, staticFolder, onStream }: RpcHostOptions): Listener {
  const calls = new RPCHandler(router);
  const page = answerAppFiles(staticFolder);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const ask = askOf(pathname);
    const refused = refuse(request, ask, port);
    if (refused !== null) return end(response, refused);
    if (ask === 'page') return sendPage(request, response, pathname);
    if (ask === 'start') return exchangeToken(request, response);
    if (ask === 'file') {
      if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
      return sendVaultFile(
        request,
        response,
        app.openFile(decodeURIComponent(pathname.slice('/file/'.length))),
      );
    }
    const session = sessions.sessionOf(header(request, 'x-mengbu-session'));
    if (session === null) return end(response, 401);
    if (pathname.startsWith('/upload/')) return receiveUpload(request, response, pathname, session);
    // The connection must not bring later calls to a process that is ending.
    if (app.closing || pathname === '/rpc/vault/lock') response.shouldKeepAlive = false;
    const isStream = /\/watch$/.test(pathname);
    if (isStream) {
      onStream(1);
      response.once('close', () => onStream(-1));
    }
    for (const [name, value] of Object.entries(SECURE_HEADERS)) response.setHeader(name, value);
    const { matched } = await calls.handle(request, response, { prefix: '/rpc', context: { app, session } });
    if (!matched) end(response, 404);
  }

  async function sendPage(
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
  ): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
    const { status, headers, body } = await page(pathname);
    response.writeHead(status, headers);
    response.end(request.method === 'HEAD' ? undefined : (body ?? undefined));
  }

  async function exchangeToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return end(response, 405);
    const token = await smallBody(request);
    const key = token === null ? null : sessions.exchange(token);
    if (key === null) return end(response, 403);
    response.writeHead(200, { ...SECURE_HEADERS, 'content-type': 'application/json' });
    response.end(JSON.stringify({ key }));
  }

  async function receiveUpload(
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
    session: string,
  ): Promise<void> {
    const [, , importId, entryId] = pathname.split('/');
    if (request.method !== 'PUT' || !importId || !entryId) return end(response, 405);
    if (!app.vault || app.owner !== session) return end(response, 423);
    try {
      await app.imports.receive(importId, entryId, request);
      end(response, 204);
    } catch (error) {
      request.resume();
      const known = toContractError(error);
      end(
        response,
        known !== null && typeof known === 'object' && 'status' in known ? Number(known.status) : 500,
      );
    }
  }

  return (request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else end(response, 500);
    });
  };
}

function askOf(pathname: string): Ask {
  if (pathname === '/session') return 'start';
  if (pathname.startsWith('/rpc/') || pathname.startsWith('/upload/')) return 'call';
  return pathname.startsWith('/file/') ? 'file' : 'page';
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, SECURE_HEADERS).end();
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

async function smallBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > 1000) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8').trim();
}
