import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { textsIn } from './desktop/texts.ts';
import { terminalLanguage } from './terminal/language.ts';

/** Opens Mengbu from a checkout: the desktop window, or the browser door where there can be none. */

const FETCH_LIMIT_MS = 60_000;
/** A window that fails for want of a display or of rights fails within this time. */
const EARLY_MS = 10_000;

// Under node this file lies in electron/, bundled in out/electron/.
const root = nearestPackage(import.meta.dirname);
const { start: texts } = textsIn(terminalLanguage());
const given = process.argv.slice(2);
let running: ChildProcess | null = null;
let toldToEnd = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => passOn(signal));
process.exitCode = await start();

async function start(): Promise<number> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 24) return refuse(texts.nodeTooOld(process.versions.node));
  if (!existsSync(join(root, 'out/electron/serve.js'))) return refuse(texts.notBuilt);
  const runtime = await findRuntime();
  if (runtime === null) return openInBrowser(texts.noRuntime);
  const startedAt = Date.now();
  const code = await run(runtime, [root, ...given]);
  const early = code !== 0 && !toldToEnd && Date.now() - startedAt < EARLY_MS;
  return early ? openInBrowser(texts.exitedEarly(String(code))) : code;
}

/** The Electron executable, fetched by its own installer if need be; never by asking electron itself, which would download without limit. */
async function findRuntime(): Promise<string | null> {
  const electron = electronFolder();
  if (electron === null) return null;
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const runtime = join(named || join(electron, 'dist'), executableName());
  if (existsSync(runtime)) return runtime;
  if (named || process.env.CI === 'true') return null;
  console.error(texts.fetching);
  await run(process.execPath, [join(electron, 'install.js')], { quiet: true, limit: FETCH_LIMIT_MS });
  return existsSync(runtime) ? runtime : null;
}

async function openInBrowser(reason: string): Promise<number> {
  if (toldToEnd) return 1;
  console.error(reason);
  return run(process.execPath, [join(root, 'out/electron/serve.js'), ...given]);
}

function electronFolder(): string | null {
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** The child's exit code; for one ended by a signal 128 and the signal's number, as a shell counts. */
function run(
  file: string,
  args: string[],
  options: { quiet?: boolean; limit?: number } = {},
): Promise<number> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(file, args, {
    cwd: root,
    env,
    stdio: options.quiet ? 'ignore' : 'inherit',
    ...(options.limit === undefined ? {} : { timeout: options.limit, killSignal: 'SIGKILL' }),
  });
  running = child;
  return new Promise((resolveCode) => {
    child.once('error', () => resolveCode(127));
    child.once('exit', (code, signal) => resolveCode(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** Whoever ends this process ends what it started. Ctrl+C reaches the child by itself: the terminal tells both. */
function passOn(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): void {
  toldToEnd = true;
  if (signal !== 'SIGINT' || !process.stdin.isTTY) running?.kill(signal);
}

function nearestPackage(from: string): string {
  let folder = from;
  while (!existsSync(join(folder, 'package.json'))) {
    const above = resolve(folder, '..');
    if (above === folder) throw new Error(`No package.json above ${from}.`);
    folder = above;
  }
  return folder;
}

function refuse(reason: string): number {
  console.error(reason);
  return 1;
}
