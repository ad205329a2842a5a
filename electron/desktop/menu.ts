import { app, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { DesktopTexts } from './texts.ts';

export type MenuDeeds = { lock(): void; print(): void };

/** Sets the application menu. Called again when the language changes. */
export function setMenu(texts: DesktopTexts, deeds: MenuDeeds): void {
  const { menu } = texts;
  const isMac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [macAppMenu(texts)] : []),
    {
      label: menu.file,
      submenu: [
        { label: menu.lock, accelerator: 'CmdOrCtrl+Shift+L', click: deeds.lock },
        { label: menu.print, accelerator: 'CmdOrCtrl+P', click: deeds.print },
        { type: 'separator' },
        isMac ? { role: 'close', label: menu.close } : { role: 'quit', label: menu.quit },
      ],
    },
    { label: menu.edit, submenu: editItems(texts) },
    {
      label: menu.view,
      submenu: [
        { role: 'resetZoom', label: menu.actualSize },
        { role: 'zoomIn', label: menu.zoomIn },
        { role: 'zoomOut', label: menu.zoomOut },
        { type: 'separator' },
        { role: 'togglefullscreen', label: menu.fullScreen },
        ...developerItems(),
      ],
    },
    {
      label: menu.window,
      submenu: [
        { role: 'minimize', label: menu.minimize },
        ...(isMac ? [] : [{ role: 'about', label: menu.about } as const]),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Cut, copy and paste under the right mouse button, where there is text to do it with. */
export function offerContextMenu(contents: WebContents, texts: () => DesktopTexts): void {
  contents.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (!isEditable && selectionText === '') return;
    const { menu } = texts();
    const copy: MenuItemConstructorOptions = { role: 'copy', label: menu.copy };
    Menu.buildFromTemplate(isEditable ? editItems(texts()) : [copy]).popup();
  });
}

function editItems({ menu }: DesktopTexts): MenuItemConstructorOptions[] {
  return [
    { role: 'undo', label: menu.undo },
    { role: 'redo', label: menu.redo },
    { type: 'separator' },
    { role: 'cut', label: menu.cut },
    { role: 'copy', label: menu.copy },
    { role: 'paste', label: menu.paste },
    { type: 'separator' },
    { role: 'selectAll', label: menu.selectAll },
  ];
}

function macAppMenu({ menu }: DesktopTexts): MenuItemConstructorOptions {
  return {
    label: app.name,
    submenu: [
      { role: 'about', label: menu.about },
      { type: 'separator' },
      { role: 'hide', label: menu.hide },
      { role: 'hideOthers', label: menu.hideOthers },
      { role: 'unhide', label: menu.showAll },
      { type: 'separator' },
      { role: 'quit', label: menu.quit },
    ],
  };
}

/** Tools for those who work on the program; the packaged app has none. */
function developerItems(): MenuItemConstructorOptions[] {
  return app.isPackaged ? [] : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
}
