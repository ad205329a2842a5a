import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DesktopBridge, PortMessage } from '#shared/desktopBridge.ts';
import type { BridgeCalls } from './bridge.ts';

/** The page's window, as far as this script uses it. */
declare const window: {
  location: { origin: string };
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void;
};

const APP: typeof import('./origin.ts').APP_ORIGIN = 'mengbu://app';
const PORT: PortMessage = 'mengbu:port';

const bridge: DesktopBridge = {
  connect: () => void call('connect'),
  pickFolder: (purpose) => call('pickFolder', purpose),
  pickFiles: (options) => call('pickFiles', options),
  placeOf: async (file) => {
    const path = pathOf(file);
    return path === '' ? null : call('placeOf', path);
  },
  save: (address, suggestedName) => call('save', address, suggestedName),
  protectContent: (on) => void call('protectContent', on),
  print: () => void call('print'),
  language: (language) => void call('language', language),
};

if (window.location.origin === APP) {
  ipcRenderer.on(PORT, (event) => window.postMessage(PORT, APP, event.ports));
  contextBridge.exposeInMainWorld('mengbu', bridge);
}

function call<Name extends keyof BridgeCalls>(
  name: Name,
  ...args: Parameters<BridgeCalls[Name]>
): Promise<Awaited<ReturnType<BridgeCalls[Name]>>> {
  return ipcRenderer.invoke(`mengbu:${name}`, ...args);
}

/** '' for what is not a File of a disk. */
function pathOf(file: unknown): string {
  try {
    return webUtils.getPathForFile(file as File);
  } catch {
    return '';
  }
}
