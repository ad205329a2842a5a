import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { findRuntime, NO_RUNTIME, openDesktop } from './desktop.ts';

export type Host = 'browser' | 'desktop';

/** The running program with a home folder of its own, as `npm start` opens it. */
export type Door = {
  /** The person's home folder: the folder list shows what is in it. */
  home: string;
  /** Opens the program's page: in a tab of the context, or the desktop's window. */
  open(context: BrowserContext): Promise<Page>;
  /** Chooses a folder below home, by the names on the way, in the dialog that `ask` brings up. */
  pickFolder(page: Page, ask: () => Promise<void>, folders: readonly string[]): Promise<void>;
  /** Ends the program and leaves its home as it is. */
  end(): Promise<void>;
  /** Ends the program and takes its home away. */
  close(): Promise<void>;
};

/** The build that is driven; another one than the checkout's own by MENGBU_OUT. */
export const OUT = resolve(process.env.MENGBU_OUT ?? join(import.meta.dirname, '../../out'));
const SERVE = join(OUT, 'electron/serve.js');

/** @param temporary the folder the door takes for temporary files; the system's when absent */
export async function openDoor(temporary = tmpdir()): Promise<Door> {
  const home = mkdtempSync(join(tmpdir(), 'mengbu-e2e-'));
  mkdirSync(join(home, 'Documents'));
  const child = spawn(process.execPath, [SERVE, '--no-open'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      MENGBU_HOME: join(home, '.mengbu'),
      // One machine has one zone: that of the browser's pages (playwright.config.ts).
      TZ: 'Asia/Shanghai',
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
    },
  });
  const addresses = addressesOf(child);
  const first = await addresses.next();
  let unused: string | null = first;
  return {
    home,
    async open(context) {
      const page = await context.newPage();
      if (unused === null) child.stdin?.write('\n');
      await page.goto(unused ?? (await addresses.next()));
      unused = null;
      return page;
    },
    async pickFolder(page, ask, folders) {
      await ask();
      const dialog = page.getByRole('dialog', { name: /^选择.*(位置|文件夹)$/ });
      for (const name of folders) await dialog.getByRole('button', { name, exact: true }).click();
      await dialog.getByRole('button', { name: '选择此文件夹' }).click();
    },
    end: () => endOf(child),
    async close() {
      await endOf(child);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

/** The addresses the door prints, in the order it prints them. */
function addressesOf(child: ChildProcess): { next(): Promise<string> } {
  const found: string[] = [];
  const waiting: ((address: string) => void)[] = [];
  let text = '';
  child.stdout?.on('data', (part: Buffer) => {
    text += part.toString();
    for (
      let match = /http:\/\/127\.0\.0\.1:\d+\/#start=[\w-]+/.exec(text);
      match;
      match = /http:\/\/127\.0\.0\.1:\d+\/#start=[\w-]+/.exec(text)
    ) {
      text = text.slice(match.index + match[0].length);
      const next = waiting.shift();
      if (next) next(match[0]);
      else found.push(match[0]);
    }
  });
  return {
    next: () => {
      const ready = found.shift();
      return ready ? Promise.resolve(ready) : new Promise((done) => waiting.push(done));
    },
  };
}

/** Collects what pages ask for that is not on this machine. */
function requestsOutside(context: BrowserContext): string[] {
  const outside: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:|^wss?:/.test(url.protocol) && url.hostname !== '127.0.0.1') outside.push(request.url());
  });
  return outside;
}

export const test = base.extend<{ host: Host; door: Door; home: Page; partnerDoor: Door; partner: Page }>({
  host: ['browser', { option: true }],
  door: async ({ host }, use, info) => {
    const runtime = host === 'desktop' ? findRuntime() : null;
    info.skip(host === 'desktop' && runtime === null, NO_RUNTIME);
    const door = runtime === null ? await openDoor() : await openDesktop(runtime);
    await use(door);
    await door.close();
  },
  home: async ({ door, context }, use) => watched(door, context, use),
  /** The other party: a program, a home and a browser of its own. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures asked for from this pattern
  partnerDoor: async ({}, use) => {
    const door = await openDoor();
    await use(door);
    await door.close();
  },
  partner: async ({ partnerDoor, browser, contextOptions }, use) => {
    const context = await browser.newContext(contextOptions);
    await watched(partnerDoor, context, use);
    await context.close();
  },
});

/** A page with a session, during whose use nothing left the machine and nothing broke. */
async function watched(
  door: Door,
  context: BrowserContext,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const outside = requestsOutside(context);
  const errors: string[] = [];
  const page = await door.open(context);
  page.on('pageerror', (error) => errors.push(error.message));
  await use(page);
  expect(outside, 'requests that leave the machine').toEqual([]);
  expect(errors, 'errors of the page').toEqual([]);
}

export { expect };
