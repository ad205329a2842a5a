import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { idSchema } from '#shared/ids.ts';
import { endProgress, progress, report, UsageError } from './output.ts';
import { type Client, type UnlockOptions, withVault } from './unlock.ts';

type ExportOptions = UnlockOptions & { out: string; expires?: string };

/** Writes an exhibition's pack into a new folder below `--out`; prints that folder and the checksum of its list of files. */
export async function exportExhibition(exhibition: string, options: ExportOptions): Promise<void> {
  await withVault(options, async ({ client, place, app }) => {
    const id = await idOf(client, exhibition);
    const out = resolve(options.out);
    mkdirSync(out, { recursive: true });
    const { jobId } = await client.exhibitions.export({
      id,
      place: place(out, 'folder'),
      expiresOn: options.expires ?? null,
    });
    const watching = setInterval(() => {
      const job = app.jobs.list().find((each) => each.id === jobId);
      if (job) progress('', job.done, job.total);
    }, 100);
    try {
      const made = await client.exhibitions.wait({ jobId });
      endProgress();
      report(options.json, made, () => [
        `${join(out, made.folderName)}  ${made.pack.manifestSha256}  ${made.pack.expiresOn}`,
      ]);
    } finally {
      clearInterval(watching);
      endProgress();
    }
  });
}

/** By its id, or by its whole title where only one bears it. */
async function idOf(client: Client, exhibition: string): Promise<string> {
  if (idSchema.safeParse(exhibition).success) return exhibition;
  const all = await client.exhibitions.list({ text: '' });
  const [first, ...others] = all.filter(({ title }) => title === exhibition);
  if (!first) throw new UsageError((usage) => usage.noExhibition(exhibition));
  if (others.length > 0) throw new UsageError((usage) => usage.severalExhibitions(exhibition));
  return first.id;
}
