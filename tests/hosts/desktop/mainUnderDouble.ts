import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { answerMain, type DesktopService } from '#electron/desktop/serviceDoor.ts';
import type { ContentsDouble, SessionDouble } from './electronDouble.ts';

export type Double = typeof import('./electronDouble.ts');

/**
 * Runs electron/main.ts afresh over a fresh double. `before` arranges what Electron would say at the start.
 */
export async function runMain(before: (double: Double) => void = () => {}): Promise<MainRun> {
  vi.resetModules();
  vi.doMock('electron', () => import('./electronDouble.ts'));
  const double = (await import('electron')) as unknown as Double;
  double.world.onFork = (child) => void answerMain(child.parentPort, Promise.resolve(stubService));
  before(double);
  process.env.MENGBU_HOME = mkdtempSync(join(tmpdir(), 'mengbu-desktop-'));
  await import('#electron/main.ts');
  // whenReady resolves before the start function runs
  await new Promise((resolve) => setImmediate(resolve));
  return new MainRun(double);
}

export class MainRun {
  readonly double: Double;
  constructor(double: Double) {
    this.double = double;
  }

  get window() {
    const window = this.double.BrowserWindow.all.at(-1);
    if (window === undefined) throw new Error('No window was opened.');
    return window;
  }

  get session(): SessionDouble {
    return this.window.options.webPreferences?.session as unknown as SessionDouble;
  }

  /** Calls what the preload would call, from the top frame of the window unless told otherwise. */
  async invoke(call: string, args: unknown[] = [], from: Partial<SenderDouble> = {}): Promise<unknown> {
    const handler = this.double.world.invocable.get(`mengbu:${call}`);
    if (handler === undefined) throw new Error(`Nothing answers ${call}.`);
    const sender = from.sender ?? this.window.webContents;
    const senderFrame = from.senderFrame === undefined ? sender.mainFrame : from.senderFrame;
    return handler({ sender, senderFrame } as unknown as Parameters<typeof handler>[0], ...args);
  }

  /** Asks one of the two schemes as the window's page does. */
  async fetch(
    address: string,
    init: RequestInit & { initiatorOrigin?: string | null } = {},
  ): Promise<Response> {
    const scheme = address.slice(0, address.indexOf(':'));
    const handler = this.session.handlers.get(scheme);
    if (handler === undefined) throw new Error(`No handler for ${scheme}.`);
    const { initiatorOrigin = 'mengbu://app', ...rest } = init;
    return handler(Object.assign(new Request(address, rest), { initiatorOrigin }));
  }

  /** The port the page was handed last. */
  async port() {
    const { received } = this.window.webContents;
    if (received.length === 0) {
      await new Promise((resolve) => this.window.webContents.once('double:received', resolve));
    }
    const port = received.at(-1)?.ports[0];
    if (port === undefined) throw new Error('The page was handed no port.');
    return port;
  }
}

export type SenderDouble = { sender: ContentsDouble; senderFrame: { url: string } | null };

const stubService: DesktopService = {
  serve: (port) => port.start(),
  grant: async (path) => ({ token: 'a'.repeat(22), name: path.split('/').at(-1) ?? '', kind: 'file' }),
  openFile: async () => null,
  close: async () => {},
  chosen: () => null,
};
