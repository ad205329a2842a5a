import { type ChildProcess, fork } from 'node:child_process';
import { createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { FromChild, ToChild } from './childMessages.ts';
import { hashOf, type KnownSessions, newStartToken, START_LIFE_MS } from './sessions.ts';

export type Supervisor = {
  port: number;
  /** An address that opens a session once, within a minute. */
  freshAddress(): Promise<string>;
  close(): Promise<void>;
};

const CHILD = fileURLToPath(
  import.meta.url.endsWith('.ts')
    ? new URL('./serviceChild.ts', import.meta.url)
    : new URL('./serviceChild.js', import.meta.url),
);

/** Keeps the port and a service behind it: when the service ends (lock or crash) a fresh, locked one takes its place. */
export async function supervise(options: {
  demo?: boolean;
  home: string;
  staticFolder: string;
  port: number;
}): Promise<Supervisor> {
  const known: KnownSessions = { starts: [], sessions: [] };
  const waiting: Socket[] = [];
  const starting = new Map<string, () => void>();
  let chosen: string | null = null;
  let child: ChildProcess | null = null;
  let isReady = false;
  let closing = false;
  let demo = options.demo === true;

  const server = createServer({ pauseOnConnect: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    if (isReady) hand(socket);
    else waiting.push(socket);
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(options.port, '127.0.0.1', done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  startService();

  function startService(): void {
    isReady = false;
    const started = fork(CHILD, [], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: childEnvironment(),
    });
    child = started;
    send({ kind: 'open', home: options.home, staticFolder: options.staticFolder, port, chosen, demo, known });
    demo = false;
    started.on('message', (message: FromChild) => {
      if (message.kind === 'session') known.sessions = [...known.sessions, message.session].slice(-20);
      if (message.kind === 'locked') {
        chosen = message.chosen;
        isReady = false;
        send({ kind: 'holding' });
      }
      if (message.kind === 'started') settle([message.hash]);
      if (message.kind === 'ready') {
        isReady = true;
        settle([...starting.keys()]);
        for (const socket of waiting.splice(0)) hand(socket);
      }
    });
    started.once('exit', () => {
      if (closing || child !== started) return;
      startService();
    });
  }

  /** The service knows these tokens now. */
  function settle(hashes: readonly string[]): void {
    for (const hash of hashes) {
      starting.get(hash)?.();
      starting.delete(hash);
    }
  }

  function hand(socket: Socket): void {
    child?.send({ kind: 'connection' } satisfies ToChild, socket, (error) => {
      if (error) waiting.push(socket);
    });
  }

  function send(message: ToChild): void {
    child?.send(message, () => undefined);
  }

  return {
    port,
    async freshAddress() {
      const token = newStartToken();
      const start = { hash: hashOf(token), until: Date.now() + START_LIFE_MS };
      known.starts = [...known.starts.filter(({ until }) => until > Date.now()), start];
      await new Promise<void>((done) => {
        starting.set(start.hash, done);
        send({ kind: 'start', ...start });
      });
      return `http://127.0.0.1:${port}/#start=${token}`;
    },
    async close() {
      closing = true;
      server.close();
      for (const socket of waiting) socket.destroy();
      const ending = child;
      if (!ending || ending.exitCode !== null) return;
      const ended = new Promise<void>((done) => ending.once('exit', () => done()));
      send({ kind: 'close' });
      await ended;
    },
  };
}

/** The service inherits nothing it has no use for. */
function childEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  return environment;
}
