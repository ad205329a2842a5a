import { stat } from 'node:fs/promises';
import type { ParentPort } from 'electron';
import type { Place } from '#shared/places.ts';
import { type App, openApp } from '../app.ts';
import { serveContract } from './rpcHost.ts';
import { answerMain, type DesktopService } from './serviceDoor.ts';

/**
 * The service's own process. The main process forks it with the home folder and, after a lock, the vault that was
 * open before.
 */
const [home, chosen = null] = process.argv.slice(2);
if (home === undefined) throw new Error('The service needs its home folder.');
const main = answerMain(parentPort(), open(home, chosen));

async function open(folder: string, shownFirst: string | null): Promise<DesktopService> {
  const app: App = await openApp({
    home: folder,
    door: 'desktop',
    chosen: shownFirst,
    onLock: () => main.closed({ chosen: () => app.chosen }),
  });
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
