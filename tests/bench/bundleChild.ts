import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { extractBundle } from '#electron/bundles/openBundleExtract.ts';
import { writeBundle } from '#electron/bundles/writeBundle.ts';
import type { BundlePlan, PlannedFile } from '#shared/bundles/bundlePlan.ts';
import { newSigningKey } from '#shared/bundles/sshKey.ts';
import { newId } from '#shared/ids.ts';
import { samplePlan } from '../bundles/samplePlan.ts';

/**
 * Writes or opens a bundle in a process of its own and says how long it took and how much its memory grew meanwhile.
 *   bundleChild.ts write <folder> <target> <recipient> <files as JSON>
 *   bundleChild.ts open <bundle> <folder> <identity>
 */
const [deed, ...given] = process.argv.slice(2);
const before = process.memoryUsage.rss();
let peak = before;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 20);
const begun = performance.now();
if (deed === 'write') await write(given);
else await open(given);
const seconds = (performance.now() - begun) / 1000;
clearInterval(watch);
console.log(JSON.stringify({ seconds, grown: Math.max(peak, process.memoryUsage.rss()) - before }));

export type BenchFile = { name: string; size: number; sha256: string };

async function write([folder = '', target = '', recipient = '', list = '[]']: string[]): Promise<void> {
  const files = JSON.parse(list) as BenchFile[];
  const { plan, paths } = planOf(files, recipient);
  await writeBundle(
    plan,
    (file) => createReadStream(join(folder, paths.get(file.id) ?? ''), { highWaterMark: 1 << 20 }),
    {
      path: target,
      to: { recipients: [recipient] },
      key: newSigningKey(),
    },
  );
}

async function open([bundle = '', folder = '', identity = '']: string[]): Promise<void> {
  await extractBundle(bundle, { identities: [identity] }, folder);
}

/** The hashes are known from when the files came into the vault. */
function planOf(
  files: readonly BenchFile[],
  recipient: string,
): { plan: BundlePlan; paths: Map<string, string> } {
  const empty = createHash('sha256').digest('hex');
  const { plan } = samplePlan([files.map(({ name }) => ({ name, bytes: new Uint8Array(0) }))], recipient);
  const paths = new Map<string, string>();
  const sized = (file: PlannedFile): PlannedFile => {
    const real = files.find(({ name }) => name === file.name);
    if (!real || file.sha256 !== empty) throw new Error(`${file.name} is none of the bench's files`);
    const id = newId();
    paths.set(id, real.name);
    return { ...file, id, size: real.size, sha256: real.sha256 };
  };
  const items = [...plan.items].map((item) => ({ ...item, files: item.files.map(sized) }));
  return { plan: { ...plan, items: items as BundlePlan['items'] }, paths };
}
