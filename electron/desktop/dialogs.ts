import { join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { safeName } from '#shared/bundles/names.ts';
import type { FolderPurpose } from '#shared/desktopBridge.ts';
import type { DesktopTexts } from './texts.ts';

/** The system's dialogs. Each gives paths, which stay in this process, or null when the person changed their mind. */

export async function askFolder(
  window: BrowserWindow,
  { dialogs }: DesktopTexts,
  purpose: FolderPurpose,
): Promise<string | null> {
  const titles = { vault: dialogs.vaultFolder, import: dialogs.importFolder, export: dialogs.exportFolder };
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: titles[purpose],
    message: titles[purpose],
    buttonLabel: dialogs.choose,
    properties: purpose === 'import' ? ['openDirectory'] : ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

export async function askFiles(
  window: BrowserWindow,
  { dialogs }: DesktopTexts,
  options: { endings: readonly string[]; many: boolean },
): Promise<string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: dialogs.files,
    message: dialogs.files,
    buttonLabel: dialogs.choose,
    properties: options.many ? ['openFile', 'multiSelections'] : ['openFile'],
    filters:
      options.endings.length === 0 ? [] : [{ name: dialogs.filesFilter, extensions: [...options.endings] }],
  });
  return canceled || filePaths.length === 0 ? null : filePaths;
}

export async function askSavePath(
  window: BrowserWindow,
  { dialogs }: DesktopTexts,
  suggestedName: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: dialogs.save,
    message: dialogs.save,
    defaultPath: join(app.getPath('downloads'), safeName(suggestedName, new Set())),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}
