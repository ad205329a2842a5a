import { app, BrowserWindow, nativeTheme, type Session } from 'electron';
import { APP_ORIGIN } from './origin.ts';

const TITLE = '盟簿 Mengbu';

/** Opens the window on the start page. `session` must be the secured one. */
export function openWindow(options: { session: Session; preload: string; icon: string }): BrowserWindow {
  const window = new BrowserWindow({
    title: TITLE,
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17191c' : '#ffffff',
    icon: options.icon,
    webPreferences: {
      session: options.session,
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      plugins: false,
      spellcheck: false,
      safeDialogs: true,
      devTools: !app.isPackaged,
    },
  });
  protectContent(window);
  keepTitle(window);
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

/** Whatever a page shows first is protected: screen capture is let in again only when its screens say they show nothing secret. */
function protectContent(window: BrowserWindow): void {
  window.setContentProtection(true);
  window.webContents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) window.setContentProtection(true);
  });
}

/** The title shows in task bars and window lists: it never carries words of the vault. */
function keepTitle(window: BrowserWindow): void {
  window.on('page-title-updated', (event) => event.preventDefault());
}
