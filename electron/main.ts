import { join } from 'node:path';
import { app, type BrowserWindow, dialog, protocol } from 'electron';
import { answerAppScheme } from './desktop/appFiles.ts';
import { answerBridge } from './desktop/bridge.ts';
import { keepRunning } from './desktop/lifecycle.ts';
import { offerContextMenu, setMenu } from './desktop/menu.ts';
import { APP_SCHEME, VAULT_FILE_SCHEME } from './desktop/origin.ts';
import { lockWithSystem } from './desktop/powerLock.ts';
import { placeProfile } from './desktop/profile.ts';
import { secureApp, windowSession } from './desktop/security.ts';
import { startService } from './desktop/serviceHost.ts';
import { claimSingleInstance } from './desktop/singleInstance.ts';
import { languageOf, textsIn } from './desktop/texts.ts';
import { answerVaultFiles } from './desktop/vaultFiles.ts';
import { openWindow } from './desktop/window.ts';
import { homeFolder } from './home.ts';

const here = import.meta.dirname;
const home = homeFolder();
let window: BrowserWindow | null = null;
let texts = textsIn('zh-CN');

placeProfile(home);
if (secureApp(protocol) && claimSingleInstance(() => window)) void app.whenReady().then(start);
else app.quit();

function start(): void {
  texts = textsIn(languageOf(app.getLocale()));
  const session = windowSession();
  const demo = process.argv.includes('--demo');
  const service = startService({ entry: join(here, 'serviceProcess.js'), home, demo, onHopeless: giveUp });
  session.protocol.handle(APP_SCHEME, answerAppScheme(join(here, '..', 'renderer')));
  session.protocol.handle(VAULT_FILE_SCHEME, answerVaultFiles(service.openFile));
  const deeds = { lock: service.lock, print: () => window?.webContents.print({ printBackground: true }) };
  const setLanguage = (language: Parameters<typeof textsIn>[0]) => {
    texts = textsIn(language);
    setMenu(texts, deeds);
  };
  setMenu(texts, deeds);
  answerBridge({ window: () => window, service, texts: () => texts, setLanguage });
  lockWithSystem(service.lock);
  keepRunning(service, () => {
    window = openWindow({
      session,
      preload: join(here, 'preload.cjs'),
      icon: join(here, '../../resources/icons/icon.png'),
    });
    offerContextMenu(window.webContents, () => texts);
    window.once('closed', () => {
      window = null;
      service.lock();
    });
  });
}

function giveUp(): void {
  dialog.showErrorBox(texts.serviceFailed.title, texts.serviceFailed.text);
  app.exit(1);
}
