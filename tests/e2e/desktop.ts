import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { _electron } from '@playwright/test';
import type { Door } from './door.ts';

export const NO_RUNTIME = 'the Electron runtime is not here';

const ROOT = resolve(import.meta.dirname, '../..');

/** The Electron executable where it was fetched; null elsewhere. Nothing is downloaded. */
export function findRuntime(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  };
  const runtime = join(dist, names[process.platform] ?? 'electron');
  return existsSync(runtime) ? runtime : null;
}

/** The desktop window with a home of its own. The system's dialogs are answered by what the story would choose in them. */
export async function openDesktop(runtime: string): Promise<Door> {
  const home = mkdtempSync(join(tmpdir(), 'mengbu-e2e-'));
  mkdirSync(join(home, 'Documents'));
  const app = await _electron.launch({
    executablePath: runtime,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--lang=zh-CN', ROOT],
    env: { ...process.env, HOME: home, USERPROFILE: home, MENGBU_HOME: join(home, '.mengbu') } as Record<
      string,
      string
    >,
  });
  return {
    home,
    open: () => app.firstWindow(),
    async pickFolder(_page, ask, folders) {
      await app.evaluate(
        ({ dialog }, path) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
        },
        join(home, ...folders),
      );
      await ask();
    },
    end: () => app.close(),
    async close() {
      await app.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
