import { stat } from 'node:fs/promises';
import type { ParentPort } from 'electron';
import type { Place } from '#shared/places.ts';
import { type App, openApp } from '../app.ts';
import { openDemo } from '../demo/openDemo.ts';
import { serveContract } from './rpcHost.ts';
import { answerMain, type DesktopService } from './serviceDoor.ts';

/**
 * The service's own process. The main process forks it with the home folder and, after a lock, the vault that was
 * open before, or '--demo' for the sample joint body.
 */
const [home, shown = null] = process.argv.slice(2);
const demo = shown === '--demo';
if (home === undefined) throw new Error('The service needs its home folder.');
const main = answerMain(parentPort(), open(home, demo ? null : shown));

async function open(folder: string, shownFirst: string | null): Promise<DesktopService> {
  const app: App = await openApp({
    home: folder,
    door: 'desktop',
    chosen: shownFirst,
    onLock: () => main.closed({ chosen: () => app.chosen }),
  });
  if (demo) await openDemo(app, 'desktop');
  return {
    serve: (port) => serveContract(port, { app, session: 'desktop' }),
    grant: async (path) => {
      const kind = await kindOf(path);
      return kind === null ? null : app.places.grant(path, kind);
    },
    openFile: async (address) => app.openFile(address),
    close: () => app.close(),
    chosen: () => app.chosen,
  };
}

/** null for what is neither file nor folder, or cannot be reached. */
async function kindOf(path: string): Promise<Place['kind'] | null> {
  const found = await stat(path);
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? 'file' : null;
}

function parentPort(): ParentPort {
  const port = (process as NodeJS.Process & { parentPort?: ParentPort }).parentPort;
  if (port === undefined) throw new Error('The service process is started by the desktop app.');
  return port;
}
