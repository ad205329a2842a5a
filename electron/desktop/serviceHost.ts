import {
  MessageChannelMain,
  type MessagePortMain,
  type UtilityProcess,
  utilityProcess,
  type WebContents,
} from 'electron';
import type { PortMessage } from '#shared/desktopBridge.ts';
import type { Place } from '#shared/places.ts';
import { type OpenFile, openFile } from './fileStream.ts';
import type { FromService, Granted, ToService } from './serviceMessages.ts';

/** How long a service that was told to lock may take to finish its last write. */
const CLOSE_GRACE_MS = 15_000;
/** Ends by fault within a minute before the program gives up: a fresh process would not fare better. */
const FAULTS_PER_MINUTE = 4;

export type ServiceHost = {
  /** Gives the page a port to the service, now and whenever the service is replaced. */
  connect(page: WebContents): void;
  /** Makes a place of a path that a person picked or dropped. null: nothing readable is there. */
  grant(path: string): Promise<Place | null>;
  openFile(address: string): Promise<OpenFile | null>;
  /** Ends the process that holds the keys. The page gets the port of a fresh one at once, before the old one is gone. */
  lock(): void;
  /** Locks for good; resolves when the process is gone. */
  stop(): Promise<void>;
};

export function startService(options: {
  /** The bundled serviceProcess.js. */
  entry: string;
  home: string;
  /** Whether the first service opens with the sample joint body. */
  demo?: boolean;
  onHopeless(): void;
}): ServiceHost {
  let current: UtilityProcess | null = null;
  let page: WebContents | null = null;
  const unsent: [ToService, MessagePortMain[]][] = [];
  const tooManyFaults = countFaults();
  let stopped: (() => void) | null = null;
  let chosen: string | null = null;
  let demo = options.demo === true;
  fork();

  return {
    connect(contents) {
      page = contents;
      contents.once('destroyed', () => {
        if (page === contents) page = null;
      });
      handPort();
    },
    async grant(path) {
      const { place } = await onlyAnswer<Granted>(ask({ kind: 'grant', path }), { place: null });
      return place;
    },
    openFile: (address) => openFile(ask({ kind: 'file', address })),
    lock() {
      if (current === null) return;
      closeSoon(current);
      current = null;
      handPort();
    },
    stop() {
      return new Promise((resolve) => {
        stopped = resolve;
        if (current !== null) closeSoon(current);
      });
    },
  };

  function fork(): void {
    const words = [options.home, ...(demo ? ['--demo'] : chosen === null ? [] : [chosen])];
    demo = false;
    const child = utilityProcess.fork(options.entry, words, {
      serviceName: 'Mengbu service',
      stdio: 'inherit',
    });
    let expected = false;
    child.on('message', (message: FromService) => {
      if (message.kind !== 'closed') return;
      expected = true;
      chosen = message.chosen;
      child.kill();
    });
    child.once('exit', () => ended(child, expected));
    current = child;
    for (const [message, ports] of unsent.splice(0)) child.postMessage(message, ports);
  }

  function ended(child: UtilityProcess, expected: boolean): void {
    const alreadyHanded = child !== current;
    current = null;
    if (stopped !== null) {
      stopped();
    } else if (!expected && tooManyFaults()) {
      options.onHopeless();
    } else {
      fork();
      if (!alreadyHanded) handPort();
    }
  }

  function handPort(): void {
    if (page === null || page.isDestroyed()) return;
    page.postMessage('mengbu:port' satisfies PortMessage, null, [ask({ kind: 'serve' })]);
  }

  /** Sends to the service, or to the next one while there is none; the port is this side's end. */
  function ask(message: ToService): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    if (current === null) unsent.push([message, [port2]]);
    else current.postMessage(message, [port2]);
    return port1;
  }
}

/** Counts one fault at each call, and says whether there were too many within the last minute. */
function countFaults(): () => boolean {
  const faults: number[] = [];
  return () => {
    const now = Date.now();
    faults.push(now);
    return faults.filter((at) => now - at < 60_000).length >= FAULTS_PER_MINUTE;
  };
}

function closeSoon(child: UtilityProcess): void {
  child.postMessage({ kind: 'close' } satisfies ToService);
  const timer = setTimeout(() => child.kill(), CLOSE_GRACE_MS);
  child.once('exit', () => clearTimeout(timer));
}

/** The one message that comes over the port, or `otherwise` when the other end goes away without. */
function onlyAnswer<Answer>(port: MessagePortMain, otherwise: Answer): Promise<Answer> {
  return new Promise((resolve) => {
    port.once('message', ({ data }: { data: Answer }) => {
      resolve(data);
      port.close();
    });
    port.once('close', () => resolve(otherwise));
    port.start();
  });
}
