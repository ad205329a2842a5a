import type { ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { DesktopBridge, PortMessage } from '#shared/desktopBridge.ts';
import { ProblemsError } from '../problemsError.ts';
import type { Door, Host, PickedFiles } from './door.ts';

declare global {
  interface Window {
    /** Put there by the desktop door's preload; absent in a browser. */
    mengbu?: DesktopBridge;
  }
}

type AnyLink = ClientLink<Record<never, never>>;

/**
 * The desktop door. The service speaks through a MessagePort; when the service is replaced a new port comes, calls on
 * the old one are given up, and later calls go through the new one.
 */
export function openDesktopDoor(bridge: DesktopBridge): Door {
  const replaced = new Set<() => void>();
  const { link, onNewPort } = portLink();
  onNewPort(() => {
    for (const listener of replaced) listener();
  });
  bridge.connect();
  return { host: desktopHost(bridge, replaced), link };
}

function portLink(): { link: AnyLink; onNewPort(listener: () => void): void } {
  let giveUp = new AbortController();
  let current = Promise.withResolvers<AnyLink>();
  let isFirst = true;
  let announce = (): void => {};

  window.addEventListener('message', (event) => {
    const [port] = event.ports;
    if (!isPort(event) || port === undefined) return;
    giveUp.abort(new Error('The service was replaced.'));
    giveUp = new AbortController();
    const next: AnyLink = new RPCLink({ port });
    port.start();
    if (isFirst) current.resolve(next);
    else current = resolved(next);
    if (!isFirst) announce();
    isFirst = false;
  });

  return {
    onNewPort: (listener) => {
      announce = listener;
    },
    link: {
      call: async (path, input, options) => {
        const target = await current.promise;
        const signals = [giveUp.signal, ...(options.signal === undefined ? [] : [options.signal])];
        return target.call(path, input, { ...options, signal: AbortSignal.any(signals) });
      },
    },
  };
}

function isPort(event: MessageEvent): boolean {
  const expected: PortMessage = 'mengbu:port';
  return event.source === window && event.origin === window.location.origin && event.data === expected;
}

function resolved<Value>(value: Value): PromiseWithResolvers<Value> {
  const promise = Promise.withResolvers<Value>();
  promise.resolve(value);
  return promise;
}

function desktopHost(bridge: DesktopBridge, replaced: Set<() => void>): Host {
  return {
    door: 'desktop',
    pickFolder: (purpose) => bridge.pickFolder(purpose),
    pickFiles: async (options) => {
      const places = await bridge.pickFiles(options);
      return places === null ? null : { kind: 'places', places };
    },
    fileUrl: (address) => `mengbu-file://vault/${encodeURIComponent(address)}`,
    save: async (address, suggestedName) => {
      const outcome = await bridge.save(address, suggestedName);
      if (outcome.kind === 'failed') throw new ProblemsError([outcome.problem]);
    },
    upload: () => Promise.reject(new Error('The desktop door reads files itself.')),
    protectContent: (on) => bridge.protectContent(on),
    dropped: (data) => droppedPlaces(bridge, [...data.files]),
    onServiceReplaced: (listener) => {
      replaced.add(listener);
      return () => replaced.delete(listener);
    },
    onSessionLost: () => () => {},
    print: () => bridge.print(),
    showLanguage: (language) => bridge.language(language),
  };
}

async function droppedPlaces(bridge: DesktopBridge, files: File[]): Promise<PickedFiles | null> {
  const places = await Promise.all(files.map((file) => bridge.placeOf(file)));
  const found = places.filter((place) => place !== null);
  return found.length === 0 ? null : { kind: 'places', places: found };
}
