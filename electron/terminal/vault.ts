import { writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { problemText } from '#shared/translations/problemText.ts';
import type { CheckEvent } from '#shared/vault/contract.ts';
import { toContractError } from '../api/errors.ts';
import { fillDemo } from '../demo/fillDemo.ts';
import { createVault } from '../vault/create.ts';
import { isVault } from '../vault/layout.ts';
import { newRecoverySheet, sealToRecovery } from '../vault/recovery.ts';
import { catalogue, endProgress, print, progress, report, UsageError } from './output.ts';
import { readSecret, type UnlockOptions, withService, withVault } from './unlock.ts';

type CreateOptions = UnlockOptions & { name: string; recoveryOut?: string; demo?: boolean };

export async function create(dir: string, options: CreateOptions): Promise<void> {
  const folder = resolve(dir);
  if (!options.user) throw new UsageError('--user NAME names the coordinator');
  const wanted = {
    name: options.name,
    coordinator: options.user,
    passphrase: readSecret(options.passphraseFile),
    demo: options.demo === true,
  };
  if (wanted.passphrase.length < 10) throw new UsageError('a passphrase has at least 10 characters');
  await withService(async ({ app }) => {
    const vault = await (options.demo
      ? fillDemo(folder, app, wanted)
      : createVault(folder, wanted, app.openOptions)
    ).catch((error: unknown) => {
      throw toContractError(error);
    });
    try {
      if (options.recoveryOut) {
        const { identity } = await newRecoverySheet('en');
        writeFileSync(options.recoveryOut, `${identity}\n`, { flag: 'wx', mode: 0o600 });
        await sealToRecovery(vault, identity);
      }
      const recovery = vault.hasRecovery();
      report(options.json, { folder, id: vault.file.id, user: vault.me.id, recovery }, () => [
        folder,
        ...(recovery
          ? []
          : ['There is no recovery key yet: without the passphrase nobody can open this vault.']),
      ]);
    } finally {
      await vault.close();
    }
  });
}

export async function check(dir: string | undefined, options: UnlockOptions): Promise<void> {
  await withVault({ ...options, ...(dir ? { vault: dir } : {}) }, async ({ client }) => {
    const { findings, result } = await followed(await client.vault.check());
    const t = await catalogue();
    const { items, files, bytes, notOpened, hasRecovery } = result;
    report(options.json, { findings, items, files, bytes, notOpened, hasRecovery }, () => [
      ...findings.map(({ tier, problem }) => `${tier ?? ''}: ${problemText(t, problem)}`),
      `${items} items, ${files} files, ${bytes} bytes: ${findings.length} findings`,
      ...(notOpened.length ? [`not opened: ${notOpened.join(', ')}`] : []),
      ...(hasRecovery ? [] : ['There is no recovery key yet.']),
    ]);
    if (findings.length > 0) process.exitCode = 1;
  });
}

export async function backup(place: string, options: UnlockOptions): Promise<void> {
  await withVault(options, async ({ client, place: grant }) => {
    const { result } = await followed(await client.vault.backup({ place: grant(place, 'folder') }));
    report(options.json, result, () => [
      `copied and checked${result.notOpened.length ? `; not opened: ${result.notOpened.join(', ')}` : ''}`,
    ]);
  });
}

export async function restore(from: string, into: string, { json }: { json?: boolean }): Promise<void> {
  if (!isVault(resolve(from))) throw new UsageError(`${from} holds no backup`);
  await withService(async ({ client, place }) => {
    await client.vault.restore({
      from: place(from, 'folder'),
      to: place(dirname(resolve(into)), 'folder'),
      folderName: basename(resolve(into)),
    });
    if (json) print(JSON.stringify({ folder: resolve(into) }));
    else print(resolve(into));
  });
}

type Result = Extract<CheckEvent, { kind: 'result' }>;

async function followed(events: AsyncIterable<CheckEvent>) {
  const findings: Extract<CheckEvent, { kind: 'finding' }>['finding'][] = [];
  let result: Result | null = null;
  for await (const event of events) {
    if (event.kind === 'step') progress(`${event.tier ?? ''} ${event.step}`, event.done, event.total);
    if (event.kind === 'finding') findings.push(event.finding);
    if (event.kind === 'result') result = event;
  }
  endProgress();
  if (result === null) throw new Error('the check ended without a result');
  return { findings, result };
}
