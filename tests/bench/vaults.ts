import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { router } from '#electron/api/router.ts';
import { type App, openApp } from '#electron/app.ts';
import type { OpenVault } from '#electron/vault/session.ts';
import { fillVault } from './fillVault.ts';

export const PASSPHRASE = 'a passphrase for the bench';

export type BenchVault = {
  /** The program's home folder, which remembers the vault. */
  home: string;
  app: App;
  vault: OpenVault;
  client: RouterClient<typeof router>;
  close(): Promise<void>;
};

/** Makes a vault of so many records below `folder` and closes it; passphrases cost what they cost in use. @returns seconds of filling */
export async function makeVault(folder: string, records: number): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const { app, client } = await openService(join(folder, 'home'));
  await client.vault.create({
    name: '测试联合体',
    coordinator: '总协调人',
    passphrase: PASSPHRASE,
    place: app.places.grant(folder, 'folder').token,
    folderName: 'vault',
  });
  const { seconds } = records > 0 && app.vault ? await fillVault(app.vault, records) : { seconds: 0 };
  await app.close();
  return seconds;
}

/** Opens the vault that {@link makeVault} made there. */
export async function openVaultIn(folder: string): Promise<BenchVault> {
  const home = join(folder, 'home');
  const { app, client } = await openService(home);
  await unlock(client);
  if (!app.vault) throw new Error('the vault did not open');
  return { home, app, vault: app.vault, client, close: () => app.close() };
}

export async function openService(home: string): Promise<Pick<BenchVault, 'app' | 'client'>> {
  const app = await openApp({ home, door: 'cli', onLock: () => undefined });
  return { app, client: createRouterClient(router, { context: { app, session: 'cli' } }) };
}

type Unlocking = {
  vault: {
    status(): Promise<{ vault: { users: { id: string }[] } | null }>;
    unlock(input: { userId: string; passphrase: string }): Promise<unknown>;
  };
};

export async function unlock(client: Unlocking): Promise<void> {
  const { vault } = await client.vault.status();
  const userId = vault?.users[0]?.id;
  if (userId === undefined) throw new Error('there is no vault to open');
  await client.vault.unlock({ userId, passphrase: PASSPHRASE });
}
