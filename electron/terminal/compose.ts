import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { PolicySentence } from '#shared/bundles/contract.ts';
import { idSchema } from '#shared/ids.ts';
import { reasonText } from '#shared/translations/policyText.ts';
import { catalogue, report, UsageError } from './output.ts';
import { type Client, type UnlockOptions, withVault } from './unlock.ts';

type ComposeOptions = UnlockOptions & {
  items?: string;
  query?: string;
  to?: string;
  recipient?: string;
  unit?: string;
  passphraseOut?: string;
  purpose?: string;
  expires?: string;
  consent?: string;
  stripLocation?: boolean;
  out?: string;
  dryRun?: boolean;
};

/** Composes a bundle by the same policy as the screens: what may not go stays, and the answer says why. */
export async function compose(options: ComposeOptions): Promise<void> {
  const selection = selectionOf(options);
  const t = await catalogue();
  const stayed = ({ id, title, reasons }: { id: string; title: string; reasons: PolicySentence[] }) =>
    `${t.terminal.bundle.stays}  ${id}  ${title}  ${reasons.map((reason) => reasonText(t, reason)).join(' ')}`;
  if (!options.dryRun && !options.out) throw new UsageError((usage) => usage.out);
  const { out: target } = options;
  if (target && existsSync(target)) throw new UsageError((usage) => usage.taken(target));
  await withVault(options, async ({ client, place }) => {
    const input = {
      selection,
      withLinked: false,
      recipient: await recipientOf(client, options),
      imageMetadata: options.stripLocation ? ('STRIP_LOCATION' as const) : ('KEEP' as const),
      consent: options.consent ?? '',
    };
    const dryRun = await client.bundles.dryRun(input);
    if (options.dryRun) {
      report(options.json, dryRun, () => [
        ...dryRun.goes.map(({ id, title }) => `${t.terminal.bundle.goes}  ${id}  ${title}`),
        ...dryRun.stays.map(stayed),
      ]);
      return;
    }
    const passphrase =
      input.recipient.by === 'PASSPHRASE' ? await newPassphrase(client, options.passphraseOut) : null;
    const out = resolve(options.out ?? '');
    const started = await client.bundles.create({
      ...input,
      purpose: options.purpose ?? t.bundles.purposeNotStated,
      expires: options.expires ?? null,
      terms: { view: true, print: true, forward: false, note: '' },
      seriesId: null,
      digest: dryRun.digest,
      passphrase,
      to: { place: place(dirname(out), 'folder'), name: basename(out) },
    });
    const { bundle } = await client.bundles.wait({ id: started.id });
    report(options.json, { bundle, stays: dryRun.stays }, () => [
      `${out}  ${bundle.sha256}  ${t.terminal.bundle.copy(bundle.copy)}`,
      ...dryRun.stays.map(stayed),
    ]);
  });
}

function selectionOf({ items, query }: ComposeOptions): { ids: string[] } | { query: string } {
  if ((items === undefined) === (query === undefined)) throw new UsageError((usage) => usage.selection);
  if (query !== undefined) return { query };
  const ids = (items ?? '').split(',').map((id) => id.trim());
  const wrong = ids.find((id) => !idSchema.safeParse(id).success);
  if (wrong !== undefined) throw new UsageError((usage) => usage.notAnId(wrong));
  return { ids };
}

/** A contact's id or a card file; else a named person by passphrase. */
async function recipientOf(client: Client, { to, recipient, unit, passphraseOut }: ComposeOptions) {
  if ((to === undefined) === (recipient === undefined)) throw new UsageError((usage) => usage.recipient);
  if (to === undefined) {
    if (!passphraseOut) throw new UsageError((usage) => usage.passphraseOut);
    return { by: 'PASSPHRASE' as const, name: recipient ?? '', unit: unit ?? '' };
  }
  if (idSchema.safeParse(to).success) return { by: 'CARD' as const, contactId: to };
  const contact = await client.contacts.add({ text: readFileSync(to, 'utf8'), acceptChange: false });
  return { by: 'CARD' as const, contactId: contact.id };
}

/** Proposed by the program, and written to a new file that only this user can read. */
async function newPassphrase(client: Client, file: string | undefined): Promise<string> {
  const { passphrase } = await client.bundles.proposePassphrase();
  writeFileSync(file ?? '', `${passphrase}\n`, { flag: 'wx', mode: 0o600 });
  return passphrase;
}
