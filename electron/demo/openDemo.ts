import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../app.ts';
import { fillDemo } from './fillDemo.ts';

/** Makes the sample joint body in a temporary folder and opens it for a session; it goes when the vault is closed. */
export async function openDemo(app: App, session: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mengbu-demo-'));
  await app.adoptTemporary(await fillDemo(folder, app), session);
}
