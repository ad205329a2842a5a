import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** A browser for the end-to-end tests, and how it must be started here. */
export type TestBrowser = { executablePath: string; args: string[]; env: Record<string, string> };

const SYSTEM: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** CHROMIUM, else an installed Chrome, Edge or Chromium, else the one that ships in an npm package. Nothing is installed. */
export async function findBrowser(): Promise<TestBrowser> {
  // In a container everything runs as root, where Chromium's own sandbox cannot.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const installed = [process.env.CHROMIUM, ...(SYSTEM[process.platform] ?? [])].find(
    (path) => path && existsSync(path),
  );
  if (installed) return { executablePath: installed, args, env: {} };
  return packagedBrowser();
}

/** Linux x64 only. It brings its own libraries, and a font with Chinese is laid where it looks for fonts. */
async function packagedBrowser(): Promise<TestBrowser> {
  const { default: chromium, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  const require = createRequire(import.meta.url);
  const packed = join(dirname(require.resolve('@sparticuz/chromium')), '../bin');
  const executablePath = await chromium.executablePath(packed);
  if (lacksLibraries(executablePath)) {
    await inflate(join(packed, 'al2023.tar.br'));
    setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'));
  }
  layFont(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));
  const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
  return {
    executablePath,
    args: ['--no-sandbox'],
    env: { ...(LD_LIBRARY_PATH ? { LD_LIBRARY_PATH } : {}), ...(FONTCONFIG_PATH ? { FONTCONFIG_PATH } : {}) },
  };
}

/** Several workers may come here at once: the font is there whole, or not at all. */
function layFont(from: string): void {
  const fonts = join(tmpdir(), 'fonts');
  const to = join(fonts, basename(from));
  if (existsSync(to)) return;
  mkdirSync(fonts, { recursive: true });
  const copy = `${to}.${process.pid}`;
  copyFileSync(from, copy);
  renameSync(copy, to);
}

function lacksLibraries(executablePath: string): boolean {
  try {
    return execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
}
