import { type BrowserWindow, ipcMain } from 'electron';
import { z } from 'zod';
import type { DesktopBridge } from '#shared/desktopBridge.ts';
import { askFiles, askFolder, askSavePath } from './dialogs.ts';
import { saveFile } from './saveFile.ts';
import type { ServiceHost } from './serviceHost.ts';
import type { DesktopTexts } from './texts.ts';
import { isTrustedSender } from './trustedSender.ts';

export type BridgeOptions = {
  window(): BrowserWindow | null;
  service: ServiceHost;
  texts(): DesktopTexts;
  setLanguage: DesktopBridge['language'];
};

/** The calls of the preload, as they arrive here: a dropped file as the path the preload read from it. */
export type BridgeCalls = Omit<DesktopBridge, 'placeOf'> & {
  placeOf(path: string): ReturnType<DesktopBridge['placeOf']>;
};

/** Answers the preload. A call is answered only to our own window's page, and only when its arguments are what they should be. */
export function answerBridge({ window: current, service, texts, setLanguage }: BridgeOptions): void {
  answer('connect', z.tuple([]), (window) => service.connect(window.webContents));
  answer('pickFolder', z.tuple([z.enum(['vault', 'import', 'export'])]), async (window, purpose) => {
    const path = await askFolder(window, texts(), purpose);
    return path === null ? null : service.grant(path);
  });
  answer('pickFiles', z.tuple([fileChoice]), async (window, options) => {
    const paths = await askFiles(window, texts(), options);
    if (paths === null) return null;
    const places = await Promise.all(paths.map((path) => service.grant(path)));
    return places.filter((place) => place !== null);
  });
  answer('placeOf', z.tuple([z.string().min(1).max(32_768)]), (_window, path) => service.grant(path));
  answer('save', z.tuple([text.min(1), text]), async (window, address, name) => {
    const path = await askSavePath(window, texts(), name);
    if (path === null) return { kind: 'cancelled' };
    const file = await service.openFile(address);
    if (file === null) return { kind: 'failed', problem: { rule: 'SAVE_ADDRESS_GONE', file: name } };
    return saveFile(file, path);
  });
  answer('protectContent', z.tuple([z.boolean()]), (window, on) => window.setContentProtection(on));
  answer('print', z.tuple([]), (window) => window.webContents.print({ printBackground: true }));
  answer('language', z.tuple([z.enum(['zh-CN', 'en'])]), (_window, language) => setLanguage(language));

  function answer<Name extends keyof BridgeCalls>(
    name: Name,
    schema: z.ZodType<Parameters<BridgeCalls[Name]>>,
    reply: (
      window: BrowserWindow,
      ...args: Parameters<BridgeCalls[Name]>
    ) => ReturnType<BridgeCalls[Name]> | Awaited<ReturnType<BridgeCalls[Name]>>,
  ): void {
    ipcMain.handle(`mengbu:${name}`, (event, ...args: unknown[]) => {
      const window = current();
      if (window === null || !isTrustedSender(event, window.webContents)) throw new Error('Refused.');
      return reply(window, ...schema.parse(args));
    });
  }
}

const text = z.string().max(2_000);
const fileChoice = z.object({
  endings: z.array(z.string().regex(/^[a-z0-9]{1,12}$/i)).max(200),
  many: z.boolean(),
});
