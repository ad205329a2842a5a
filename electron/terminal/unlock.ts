import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { ApiContext } from '../api/context.ts';
import { router } from '../api/router.ts';
import { type App, openApp } from '../app.ts';
import { homeFolder } from '../home.ts';
import { readVaultFile } from '../vault/layout.ts';
import { UsageError } from './output.ts';

export type UnlockOptions = { vault?: string; user?: string; passphraseFile?: string; json?: boolean };
export type Client = RouterClient<typeof router>;
export type Terminal = { app: App; client: Client; place(path: string, kind: 'file' | 'folder'): string };

/** The service in this process, and a client of the same router the other doors serve. */
export async function withService<T>(use: (terminal: Terminal) => Promise<T>): Promise<T> {
  const app = await openApp({ home: homeFolder(), door: 'cli', onLock: () => undefined });
  const context: ApiContext = { app, session: 'cli' };
  const client = createRouterClient(router, { context });
  const place = (path: string, kind: 'file' | 'folder') => app.places.grant(resolve(path), kind).token;
  try {
    return await use({ app, client, place });
  } finally {
    await app.close();
  }
}

/** The same with the vault opened as the options say. */
export async function withVault<T>(
  options: UnlockOptions,
  use: (terminal: Terminal) => Promise<T>,
): Promise<T> {
  const folder = options.vault ?? process.env.MENGBU_VAULT;
  const name = options.user ?? process.env.MENGBU_USER;
  if (!folder) throw new UsageError((usage) => usage.vault);
  if (!name) throw new UsageError((usage) => usage.user);
  return withService(async (terminal) => {
    await terminal.client.vault.choose({ place: terminal.place(folder, 'folder') });
    const user = readVaultFile(resolve(folder)).users.find((each) => each.name === name);
    if (!user) throw new UsageError((usage) => usage.noUser(name));
    await terminal.client.vault.unlock({ userId: user.id, passphrase: readSecret(options.passphraseFile) });
    return use(terminal);
  });
}

/** The first line of a file, or of stdin for "-". Never from an argument: those show in the process list. */
export function readSecret(file: string | undefined): string {
  if (!file) throw new UsageError((usage) => usage.passphraseFile);
  const text = readFileSync(file === '-' ? 0 : file, 'utf8');
  const [line = ''] = text.split(/\r?\n/u);
  if (line === '') throw new UsageError((usage) => usage.noPassphrase(file));
  return line;
}
