import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** Keeps what Chromium writes in our own folder, which only this user may read; nothing of a vault is in it. */
export function placeProfile(home: string): void {
  const profile = join(home, 'desktop');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  app.setPath('userData', profile);
  app.setAppUserModelId('cn.mengbu.app');
}
