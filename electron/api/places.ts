import { accessSync, constants, mkdirSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { ApiContext } from './context.ts';
import { invalid, notAllowed } from './errors.ts';
import { anyone } from './procedure.ts';

const MOST_ENTRIES = 2000;

/** The browser door's folder list. It shows nothing above the home folder, no hidden names and no links. */
export const places = {
  list: anyone.places.list.handler(({ context, input }) => {
    assertBrowser(context);
    const { app } = context;
    const here = input.at ? pathOf(context, input.at) : homedir();
    const endings = new Set(input.endings.map((ending) => ending.toLowerCase()));
    const entries = readdirSync(here, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.'))
      .slice(0, MOST_ENTRIES)
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-Hans-CN'));
    return {
      here: app.places.grant(here, 'folder'),
      parent: isBelowHome(here) ? app.places.grant(dirname(here), 'folder').token : null,
      folders: entries
        .filter((entry) => entry.isDirectory())
        .map((entry) => app.places.grant(join(here, entry.name), 'folder')),
      files: entries
        .filter(
          (entry) =>
            entry.isFile() &&
            endings.size > 0 &&
            endings.has(entry.name.split('.').at(-1)?.toLowerCase() ?? ''),
        )
        .map((entry) => app.places.grant(join(here, entry.name), 'file')),
      writable: isWritable(here),
    };
  }),

  makeFolder: anyone.places.makeFolder.handler(({ context, input }) => {
    assertBrowser(context);
    const name = input.name.normalize('NFC').trim();
    if (name === '' || /^\.+$/.test(name) || /[\\/:*?"<>|\p{Cc}]/u.test(name)) {
      throw invalid({ rule: 'FOLDER_NAME_INVALID', field: 'name' });
    }
    const path = join(pathOf(context, input.at), name);
    try {
      mkdirSync(path);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
        throw invalid({ rule: 'FOLDER_EXISTS', field: 'name' });
      throw error;
    }
    return context.app.places.grant(path, 'folder');
  }),
};

function assertBrowser({ app }: ApiContext): void {
  if (app.door !== 'browser') throw notAllowed({ rule: 'ONLY_IN_BROWSER_DOOR' });
}

function pathOf({ app }: ApiContext, token: string): string {
  const path = app.places.resolve(token);
  if (!path) throw invalid({ rule: 'PLACE_UNKNOWN', field: 'at' });
  return path;
}

function isBelowHome(path: string): boolean {
  const below = relative(homedir(), path);
  return below !== '' && !below.startsWith('..');
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
