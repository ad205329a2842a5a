import { writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Tier } from '#shared/confidentiality/levels.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import { problemText } from '#shared/translations/problemText.ts';
import type { CheckEvent } from '#shared/vault/contract.ts';
import { toContractError } from '../api/errors.ts';
import { fillDemo } from '../demo/fillDemo.ts';
import { createVault } from '../vault/create.ts';
import { isVault } from '../vault/layout.ts';
import { newRecoverySheet, sealToRecovery } from '../vault/recovery.ts';
import { catalogue, endProgress, FindingsError, print, progress, report, UsageError } from './output.ts';
import { readSecret, type UnlockOptions, withService, withVault } from './unlock.ts';

type CreateOptions = UnlockOptions & { name: string; recoveryOut?: string; demo?: boolean };

export async function create(dir: string, options: CreateOptions): Promise<void> {
  const folder = resolve(dir);
  if (!options.user) throw new UsageError((usage) => usage.coordinator);
  const wanted = {
    name: options.name,
    coordinator: options.user,
    passphrase: readSecret(options.passphraseFile),
    demo: options.demo === true,
  };
  if (wanted.passphrase.length < 10) throw new UsageError((usage) => usage.passphraseShort);
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
      const t = await catalogue();
      report(options.json, { folder, id: vault.file.id, user: vault.me.id, recovery }, () => [
        folder,
        ...(recovery ? [] : [t.terminal.check.noRecovery]),
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
      ...findings.map(
        ({ tier, problem }) =>
          `${tier === null ? '' : `${t.levels.tiers[tier]}${t.formats.separator}`}${problemText(t, problem)}`,
      ),
      t.terminal.check.found(String(items), String(files), String(bytes), findings.length),
      ...notOpenedLine(t, notOpened),
      ...(hasRecovery ? [] : [t.terminal.check.noRecovery]),
    ]);
    if (findings.length > 0) throw new FindingsError(findings.length);
  });
}

export async function backup(place: string, options: UnlockOptions): Promise<void> {
  await withVault(options, async ({ client, place: grant }) => {
    const { result } = await followed(await client.vault.backup({ place: grant(place, 'folder') }));
    const t = await catalogue();
    report(options.json, result, () => [t.terminal.copied, ...notOpenedLine(t, result.notOpened)]);
  });
}

export async function restore(from: string, into: string, { json }: { json?: boolean }): Promise<void> {
  if (!isVault(resolve(from))) throw new UsageError((usage) => usage.noBackup(from));
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

function notOpenedLine(t: Catalogue, tiers: readonly Tier[]): string[] {
  if (tiers.length === 0) return [];
  return [t.terminal.check.notOpened(tiers.map((tier) => t.levels.tiers[tier]).join(t.formats.list))];
}

type Result = Extract<CheckEvent, { kind: 'result' }>;

async function followed(events: AsyncIterable<CheckEvent>) {
  const findings: Extract<CheckEvent, { kind: 'finding' }>['finding'][] = [];
  let result: Result | null = null;
  const t = await catalogue();
  const steps: Readonly<Record<string, string>> = t.settings.check.steps;
  for await (const event of events) {
    if (event.kind === 'step') {
      const tier = event.tier === null ? '' : t.levels.tiers[event.tier];
      progress(`${tier} ${steps[event.step] ?? event.step}`, event.done, event.total);
    }
    if (event.kind === 'finding') findings.push(event.finding);
    if (event.kind === 'result') result = event;
  }
  endProgress();
  if (result === null) throw new Error('the check ended without a result');
  return { findings, result };
}
