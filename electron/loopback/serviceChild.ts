import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { openApp } from '../app.ts';
import { openDemo } from '../demo/openDemo.ts';
import type { FromChild, ToChild } from './childMessages.ts';
import { rpcHost } from './rpcHost.ts';
import { createSessions } from './sessions.ts';

/**
 * The service behind the browser door. It never listens itself: the supervisor keeps the port and hands over each
 * connection, so that this process can end at a lock and a fresh one can take its place.
 */
const STREAM_GRACE_MS = 60_000;
/** Nobody's session: the first that comes takes the demo over. */
const DEMO_OWNER = 'demo';

process.once('message', (first: ToChild) => {
  if (first.kind === 'open') void serve(first);
});

async function serve({
  home,
  staticFolder,
  port,
  chosen,
  demo,
  known,
}: Extract<ToChild, { kind: 'open' }>): Promise<void> {
  const app = await openApp({
    home,
    door: 'browser',
    chosen,
    onLock: () => process.exit(0),
    onLocking: () => handOver(connections, app.chosen),
  });
  const sessions = createSessions(known, Date.now, (session) => {
    if (app.owner === DEMO_OWNER) app.takeOver(session);
    tell({ kind: 'session', session });
  });
  if (demo) await openDemo(app, DEMO_OWNER);
  const locking = lockWhenAlone(() => void app.lock());
  const server = createServer(rpcHost({ app, sessions, port, staticFolder, onStream: locking.change }));
  server.keepAliveTimeout = 30_000;
  const connections = trackConnections(server);
  process.on('message', (message: ToChild, handle: unknown) => {
    if (message.kind === 'connection' && handle) server.emit('connection', handle as Socket);
    if (message.kind === 'start') {
      sessions.allowStart(message.hash, message.until);
      tell({ kind: 'started', hash: message.hash });
    }
    if (message.kind === 'close') void app.close().then(() => process.exit(0));
  });
  process.on('disconnect', () => void app.close().then(() => process.exit(0)));
  tell({ kind: 'ready' });
}

/** Locks when the last event stream has been gone for a while: the page was closed or the browser ended. */
function lockWhenAlone(lock: () => void): { change(by: 1 | -1): void } {
  let open = 0;
  let timer: NodeJS.Timeout | null = null;
  return {
    change(by) {
      open += by;
      if (timer) clearTimeout(timer);
      timer = open === 0 ? setTimeout(lock, STREAM_GRACE_MS) : null;
    },
  };
}

/** Resolves when the supervisor keeps new connections for the fresh service; what is being answered may still finish. */
async function handOver(connections: Connections, chosen: string | null): Promise<void> {
  const holding = new Promise<void>((done) => {
    process.on('message', (message: ToChild) => {
      if (message.kind === 'holding') done();
    });
  });
  tell({ kind: 'locked', chosen });
  await holding;
  connections.endIdle();
}

type Connections = { endIdle(): void };

/** A server that does not listen itself keeps no list of its connections: this does. */
function trackConnections(server: Server): Connections {
  const answering = new Map<Socket, number>();
  const change = (socket: Socket, by: number) => answering.set(socket, (answering.get(socket) ?? 0) + by);
  server.on('connection', (socket: Socket) => {
    answering.set(socket, 0);
    socket.once('close', () => answering.delete(socket));
  });
  server.on('request', (request, response) => {
    change(request.socket, 1);
    response.once('close', () => change(request.socket, -1));
  });
  return {
    endIdle() {
      for (const [socket, open] of answering) if (open === 0) socket.destroy();
    },
  };
}

function tell(message: FromChild): void {
  process.send?.(message);
}
