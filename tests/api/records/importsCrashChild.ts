import { createRouterClient } from '@orpc/server';
import { router } from '#electron/api/router.ts';
import { openApp } from '#electron/app.ts';

/**
 * Opens a vault and lets its imports go on, saying on each line how many entries are done by what the rows say. It is there to
 * be killed: `node importsCrashChild.ts <home> <vault> <user> <passphrase>`.
 */
const [home = '', vault = '', userId = '', passphrase = ''] = process.argv.slice(2);
const app = await openApp({ home, door: 'cli', onLock: () => undefined, scryptLogN: 10, chosen: vault });
const client = createRouterClient(router, { context: { app, session: 'cli' } });
await client.vault.unlock({ userId, passphrase });

for (;;) {
  const imports = await client.imports.list();
  const done = imports.map(({ id, counts }) => [id, counts.DONE + counts.DUPLICATE]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(done))}\n`);
  if (imports.every(({ state }) => state === 'DONE')) break;
  await new Promise((resolve) => setTimeout(resolve, 10));
}
await app.close();
