import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Level } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import type { Citation } from '#shared/records/citation.ts';
import { importPlan } from './importPlan.ts';
import type { TestApp } from './openTestApp.ts';

/** Files a text, or a file of any kind, in the archive as a record of its own, and cites it. */
export async function fileEvidence(
  app: TestApp,
  name: string,
  level: Level = 'INTERNAL',
  content: string | { bytes: Uint8Array; ending: string } = `${name}的内容`,
): Promise<Citation> {
  const folder = join(app.folder, `evidence-${name}`);
  mkdirSync(folder, { recursive: true });
  const file = typeof content === 'string' ? { bytes: Buffer.from(content), ending: 'txt' } : content;
  writeFileSync(join(folder, `${name}.${file.ending}`), file.bytes);
  const { id } = await app.client.imports.begin({
    plan: importPlan({
      level,
      term: defaultTerm(level),
      basis: level === 'TRADE_SECRET' || level === 'CORE_TRADE_SECRET' ? '合作协议第七条' : '',
      takeDuplicates: true,
    }),
    places: [app.place(folder)],
  });
  for (;;) {
    const { state } = await app.client.imports.get({ id });
    if (state !== 'LISTING' && state !== 'RUNNING') break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const found = await app.client.citations.find({ text: `"${name}"`, level, limit: 1 });
  const record = found[0];
  const filed = record?.files[0];
  if (!record || !filed) throw new Error(`${name} was not filed`);
  return { recordId: record.id, fileId: filed.id, sha256: filed.sha256 };
}
