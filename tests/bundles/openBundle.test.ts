import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armor, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBundle, verifyBundle } from '#electron/bundles/openBundle.ts';
import { extractBundle } from '#electron/bundles/openBundleExtract.ts';
import { nodeHasher } from '#electron/bundles/readBundleHash.ts';
import { keyWanted } from '#electron/bundles/receiveLook.ts';
import { type BundleTarget, type WrittenBundle, writeBundle } from '#electron/bundles/writeBundle.ts';
import { HEAD_FILES } from '#shared/bundles/bagParts.ts';
import type { BundlePlan } from '#shared/bundles/bundlePlan.ts';
import { composeBag } from '#shared/bundles/composeBag.ts';
import { failureOf } from '#shared/bundles/inspectBag.ts';
import { newSigningKey, publicKeyLine } from '#shared/bundles/sshKey.ts';
import { BUNDLE_NAMESPACE, signMessage } from '#shared/bundles/sshSignature.ts';
import { writeTar } from '#shared/bundles/tarWriter.ts';
import { newId } from '#shared/ids.ts';
import { type Sample, samplePlan, sha256Of } from './samplePlan.ts';

const key = newSigningKey();
let folder = '';
let identity = '';
let recipient = '';
let sample: Sample;
let written: WrittenBundle;

const photo = randomBytes(200_000);
const report = randomBytes(3_000_001);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mengbu-bundle-'));
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  sample = samplePlan(
    [
      [
        { name: '扫描件 第一页.jpg', bytes: photo },
        { name: 'aux.txt', bytes: new Uint8Array(0) },
        { name: 'AUX.TXT', bytes: randomBytes(3) },
      ],
      [{ name: `${'长'.repeat(90)}.pdf`, bytes: report }],
    ],
    recipient,
  );
  written = await writeBundle(sample.plan, sample.open, target('first.mengbu'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function target(name: string): BundleTarget {
  return { path: join(folder, name), key, to: { recipients: [recipient] } };
}

/** The bag of the sample as files in memory, to be spoiled. */
async function bagFiles(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for await (const { path, body } of composeBag(sample.plan, key, nodeHasher).sources(sample.open)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of body instanceof Uint8Array ? [body] : body) pieces.push(piece);
    files.set(path.slice(path.indexOf('/') + 1), Buffer.concat(pieces));
  }
  return files;
}

function bagFolder(files: ReadonlyMap<string, Buffer>): string {
  const top = mkdtempSync(join(folder, 'bag-'));
  for (const [path, bytes] of files) {
    mkdirSync(join(top, path, '..'), { recursive: true });
    writeFileSync(join(top, path), bytes);
  }
  return top;
}

/** Makes manifests and signature fit again, as a forger with a key of his own could. */
function resigned(files: Map<string, Buffer>, signer = key): Map<string, Buffer> {
  const manifest = [...files]
    .filter(([path]) => path.startsWith('data/'))
    .map(([path, bytes]) => `${sha256Of(bytes)}  ${path}\n`);
  files.set(
    'manifest-sha256.txt',
    Buffer.from(manifest.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('')),
  );
  const payload = [...files].filter(([path]) => path.startsWith('data/'));
  const bytes = payload.reduce((sum, [, content]) => sum + content.length, 0);
  const info = files.get('bag-info.txt')?.toString() ?? '';
  files.set(
    'bag-info.txt',
    Buffer.from(info.replace(/Payload-Oxum: .*/, `Payload-Oxum: ${bytes}.${payload.length}`)),
  );
  const tags = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt'];
  const signed = Buffer.from(
    tags.map((path) => `${sha256Of(files.get(path) ?? Buffer.alloc(0))}  ${path}\n`).join(''),
  );
  files.set('tagmanifest-sha256.txt', signed);
  files.set('tagmanifest-sha256.txt.sig', Buffer.from(signMessage(signed, BUNDLE_NAMESPACE, signer)));
  return files;
}

function edit(
  files: Map<string, Buffer>,
  path: string,
  change: (json: Record<string, unknown>) => void,
): void {
  const json = JSON.parse(files.get(path)?.toString() ?? '{}');
  change(json);
  files.set(path, Buffer.from(JSON.stringify(json)));
}

describe('a bundle written and read', () => {
  it('is whole and signed by its sender, and says what it holds', async () => {
    const opened = await openBundle(written.path, { identities: [identity] });
    expect(opened.report.problems).toEqual([]);
    expect(opened.report).toMatchObject({
      whole: true,
      container: 'sealed',
      profile: 'strict',
      signature: { state: 'VALID', publicKey: publicKeyLine(key.publicKey) },
      items: 3,
      bundle: { id: written.id, counts: { items: 3, files: 4, bytes: 200_000 + 3_000_001 + 3 } },
    });
    expect(opened.items.map(({ title }) => title)).toContain('样本库建设');
    const files = opened.items.flatMap((item) => item.files);
    expect(files.map(({ name }) => name)).toEqual([
      '扫描件 第一页.jpg',
      'aux.txt',
      'AUX.TXT',
      `${'长'.repeat(90)}.pdf`,
    ]);
    expect(files[1]?.path).toMatch(/\/_aux\.txt$/);
    expect(files[2]?.path).toMatch(/\/_AUX \(2\)\.TXT$/);
  });

  it('gives the very bytes of one file, and of many in one pass', async () => {
    const opened = await openBundle(written.path, { identities: [identity] });
    const [first] = opened.items.flatMap((item) => item.files);
    const pieces: Uint8Array[] = [];
    for await (const piece of opened.readFile(first?.path ?? '')) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(photo)).toBe(true);
    const seen = new Map<string, string>();
    for await (const { path, body } of opened.readFiles((path) => path.startsWith('data/files/'))) {
      const parts: Uint8Array[] = [];
      for await (const part of body) parts.push(part);
      seen.set(path, sha256Of(Buffer.concat(parts)));
    }
    for (const file of opened.items.flatMap((item) => item.files))
      expect(seen.get(file.path)).toBe(file.sha256);
  });

  it('is opened from the text form of age too', async () => {
    const path = join(folder, 'armored.asc');
    writeFileSync(path, armor.encode(readFileSync(written.path)));
    const found = await verifyBundle(path, { identities: [identity] });
    expect(found).toMatchObject({ container: 'sealed', profile: 'strict', whole: true });
    await expect(keyWanted(path)).resolves.toBe('IDENTITY');
  });

  it('tells the hash of the file it wrote', () => {
    const bytes = readFileSync(written.path);
    expect(written).toMatchObject({ size: bytes.length, sha256: sha256Of(bytes) });
  });

  it('has the head first in the tar and the same bytes each time before sealing', async () => {
    const tar = async (): Promise<Buffer> => {
      const pieces: Uint8Array[] = [];
      for await (const piece of writeTar(composeBag(sample.plan, key, nodeHasher).sources(sample.open)))
        pieces.push(piece);
      return Buffer.concat(pieces);
    };
    const [one, two] = [await tar(), await tar()];
    expect(one.equals(two)).toBe(true);
    expect(one.length).toBe(composeBag(sample.plan, key, nodeHasher).tarBytes);
    const paths: string[] = [];
    for await (const { path } of composeBag(sample.plan, key, nodeHasher).sources(sample.open))
      paths.push(path);
    expect(paths.slice(0, HEAD_FILES.length)).toEqual(HEAD_FILES.map((name) => `${written.id}/${name}`));
  });

  it('is extracted whole into an empty folder, and verifies there as a folder and as a tar', async () => {
    const out = join(folder, 'deep', 'out');
    const { bagFolder: made } = await extractBundle(written.path, { identities: [identity] }, out);
    expect(made).toBe(join(out, written.id));
    expect(readdirSync(out)).toEqual([written.id]);
    for (const path of [out, made])
      expect(await verifyBundle(path, {})).toMatchObject({
        whole: true,
        container: 'folder',
        profile: 'strict',
      });
    await expect(extractBundle(written.path, { identities: [identity] }, out)).rejects.toMatchObject({
      code: 'TARGET_NOT_EMPTY',
    });
  });

  it('reports its head before the bulk, and its progress', async () => {
    const order: string[] = [];
    await verifyBundle(
      written.path,
      { identities: [identity] },
      {
        onHead: ({ bundle }) => order.push(`head ${bundle?.id}`),
        onBytes: (bytes) => order.push(`bytes ${bytes > 3_000_000}`),
      },
    );
    expect(order[0]).toBe(`head ${written.id}`);
    expect(order.at(-1)).toBe('bytes true');
  });
});

describe('what is wrong is told apart', () => {
  async function verdictOn(
    change: (files: Map<string, Buffer>) => Map<string, Buffer> | undefined,
  ): Promise<string> {
    const files = await bagFiles();
    const report = await verifyBundle(bagFolder(change(files) ?? files), {}).catch((error: unknown) => error);
    if (report instanceof Error) return report.message;
    return failureOf(report as Awaited<ReturnType<typeof verifyBundle>>)?.message ?? 'whole';
  }
  const item = (files: Map<string, Buffer>): string =>
    [...files.keys()].find((path) => path.includes('items/record')) ?? '';
  const file = (files: Map<string, Buffer>): string =>
    [...files.keys()].find((path) => path.includes('data/files/')) ?? '';

  it('is whole when nothing was touched, or resigned with the same key', async () => {
    expect(await verdictOn(() => undefined)).toBe('whole');
    expect(await verdictOn((files) => resigned(files))).toBe('whole');
  });

  it.each<
    [
      what: string,
      change: (files: Map<string, Buffer>) => Map<string, Buffer> | undefined,
      ...expected: string[],
    ]
  >([
    [
      'signature deleted',
      (f) => void f.delete('tagmanifest-sha256.txt.sig'),
      'SIGNATURE_INVALID',
      'SIGNATURE_MISSING',
    ],
    [
      'signature by another key',
      (f) => resigned(f, newSigningKey()),
      'SIGNATURE_INVALID',
      'SIGNER_IS_NOT_SENDER',
    ],
    [
      'signature for another purpose',
      (f) =>
        void f.set(
          'tagmanifest-sha256.txt.sig',
          Buffer.from(signMessage(f.get('tagmanifest-sha256.txt') ?? Buffer.alloc(0), 'file', key)),
        ),
      'SIGNATURE_INVALID',
      'SIGNATURE_NAMESPACE',
    ],
    [
      'tag manifest deleted',
      (f) => void f.delete('tagmanifest-sha256.txt'),
      'SIGNATURE_INVALID',
      'TAG_MANIFEST_MISSING',
    ],
    [
      'tag manifest changed',
      (f) =>
        void f.set(
          'tagmanifest-sha256.txt',
          Buffer.from(`${f.get('tagmanifest-sha256.txt')}`.replace(/^./, '0')),
        ),
      'SIGNATURE_INVALID',
      'SIGNATURE_WRONG',
    ],
    ['manifest deleted', (f) => void f.delete('manifest-sha256.txt'), 'BAG_INVALID', 'TAG_FILE_MISSING'],
    [
      'line of the manifest deleted',
      (f) =>
        void f.set(
          'manifest-sha256.txt',
          Buffer.from(`${f.get('manifest-sha256.txt')}`.replace(/^.*\n/, '')),
        ),
      'BAG_INVALID',
      'FILE_CHANGED',
    ],
    ['file changed', (f) => void f.get(file(f))?.fill(1, 5, 6), 'BAG_INVALID', 'FILE_CHANGED'],
    ['file deleted', (f) => void f.delete(file(f)), 'BAG_INVALID', 'FILE_MISSING'],
    ['file added', (f) => void f.set('data/files/x.txt', Buffer.from('x')), 'BAG_INVALID', 'EXTRA_FILE'],
    ['tag file added', (f) => void f.set('manifest-md5.txt', Buffer.from('')), 'BAG_INVALID', 'EXTRA_FILE'],
    ['fetch.txt added', (f) => void f.set('fetch.txt', Buffer.from('')), 'BAG_INVALID', 'EXTRA_FILE'],
    [
      'unlisted tagmanifest beside',
      (f) => void f.set('tagmanifest-md5.txt', Buffer.from('')),
      'BAG_INVALID',
      'EXTRA_FILE',
    ],
    [
      'second signature',
      (f) => void f.set('tagmanifest-sha256.txt.sig2', Buffer.from('')),
      'BAG_INVALID',
      'EXTRA_FILE',
    ],
    [
      'bag-info changed',
      (f) => void f.set('bag-info.txt', Buffer.from('A: b\n')),
      'BAG_INVALID',
      'FILE_CHANGED',
    ],
    [
      'file of nobody',
      (f) => resigned(f.set(`data/files/${newId()}/x.txt`, Buffer.from('x'))),
      'BAG_INVALID',
      'ITEM_FILE',
    ],
    [
      'counts wrong',
      (f) => {
        edit(f, 'data/bundle.json', (json) => {
          json.counts = { items: 9, files: 4, bytes: 1 };
        });
        return resigned(f);
      },
      'BAG_INVALID',
      'COUNTS',
    ],
    [
      'level lower than its items',
      (f) => {
        edit(f, 'data/bundle.json', (json) => {
          json.level = { code: 'PUBLIC', term: null, mark: '', causes: [] };
        });
        return resigned(f);
      },
      'BAG_INVALID',
      'LEVEL_NOT_OF_ITEMS',
    ],
    [
      'link to something outside',
      (f) => {
        edit(f, item(f), (json) => {
          json.links = [{ rel: 'person', kind: 'person', id: newId() }];
        });
        return resigned(f);
      },
      'BAG_INVALID',
      'LINK_OUTSIDE',
    ],
    [
      'item with another id than its name',
      (f) => {
        edit(f, item(f), (json) => {
          json.id = newId();
        });
        return resigned(f);
      },
      'BAG_INVALID',
      'ITEM_AT_WRONG_PLACE',
    ],
    [
      'item against the schema',
      (f) => {
        edit(f, item(f), (json) => {
          json.title = 7;
        });
        return resigned(f);
      },
      'BAG_INVALID',
      'JSON_FIELD',
    ],
    [
      'item nested too deep',
      (f) => resigned(f.set(item(f), Buffer.from(`${'['.repeat(5000)}${']'.repeat(5000)}`))),
      'BAG_INVALID',
      'JSON_TOO_DEEP',
    ],
    [
      'journal that does not chain',
      (f) => resigned(f.set('data/journal.jsonl', Buffer.from('{}\n'))),
      'BAG_INVALID',
      'JOURNAL_LINE',
    ],
    [
      'newer bundle format',
      (f) => {
        edit(f, 'data/bundle.json', (json) => {
          json.version = 2;
        });
        return resigned(f);
      },
      'NEWER_VERSION',
      '"needs":2',
    ],
    [
      'newer item format',
      (f) => {
        edit(f, item(f), (json) => {
          json.version = 3;
        });
        return resigned(f);
      },
      'NEWER_VERSION',
      '"needs":3',
    ],
    [
      'critical field nobody here knows',
      (f) => {
        edit(f, 'data/bundle.json', (json) => {
          json.critical = ['quorum'];
          json.quorum = 2;
        });
        return resigned(f);
      },
      'NEWER_VERSION',
      '"needs":"quorum"',
    ],
    [
      'reserved name',
      (f) => resigned(f.set('data/files/CON', Buffer.from('x'))),
      'BAG_INVALID',
      'NAME_RESERVED',
    ],
  ])('%s', async (_what, change, ...expected) => {
    const verdict = await verdictOn(change);
    for (const part of expected) expect(verdict).toContain(part);
  });

  it('an unknown field that is not critical is passed over', async () => {
    expect(
      await verdictOn((files) => {
        edit(files, 'data/bundle.json', (json) => {
          json.extra = 1;
        });
        return resigned(files);
      }),
    ).toBe('whole');
  });

  it('a link or a colliding name in a bag folder is refused, and nothing of it is copied', async () => {
    const files = await bagFiles();
    const linked = bagFolder(files);
    symlinkSync('/etc/passwd', join(linked, 'data', 'files', 'link'));
    await expect(verifyBundle(linked, {})).rejects.toMatchObject({
      code: 'REFUSED_ENTRY',
      data: { rule: 'LINK' },
    });
    const out = join(folder, 'never');
    await expect(extractBundle(linked, {}, out)).rejects.toMatchObject({ code: 'REFUSED_ENTRY' });
    expect(existsSync(out)).toBe(false);
  });

  it('a text form that was cut', async () => {
    const path = join(folder, 'cut.asc');
    writeFileSync(path, armor.encode(readFileSync(written.path)).slice(0, 100_000));
    const found = await verifyBundle(path, { identities: [identity] });
    expect(found).toMatchObject({ whole: false, problems: [{ code: 'DAMAGED', rule: 'AGE_ARMOR' }] });
  });

  it('no bundle at all', async () => {
    const path = join(folder, 'x.zip');
    for (const bytes of [Buffer.from('PK\u0003\u0004'.repeat(500)), Buffer.alloc(0), Buffer.from('hello')]) {
      writeFileSync(path, bytes);
      await expect(verifyBundle(path, {})).rejects.toMatchObject({ code: 'NOT_A_BUNDLE' });
    }
    await expect(verifyBundle(mkdtempSync(join(folder, 'empty-')), {})).rejects.toMatchObject({
      code: 'NOT_A_BUNDLE',
    });
  });
});

describe('sealed bytes', () => {
  it('wrong key, no key and the wrong kind of key', async () => {
    const other = await generateX25519Identity();
    await expect(verifyBundle(written.path, { identities: [other] })).rejects.toMatchObject({
      code: 'CANNOT_DECRYPT',
      data: { needs: 'identity', tried: 'identity' },
    });
    await expect(verifyBundle(written.path, {})).rejects.toMatchObject({
      code: 'CANNOT_DECRYPT',
      data: { needs: 'identity', tried: 'nothing' },
    });
    await expect(verifyBundle(written.path, { passphrase: 'x' })).rejects.toMatchObject({
      code: 'CANNOT_DECRYPT',
      data: { needs: 'identity', tried: 'nothing' },
    });
    await expect(verifyBundle(written.path, { identities: ['AGE-SECRET-KEY-1QQ'] })).rejects.toMatchObject({
      code: 'KEY_INVALID',
    });
  });

  it('a cut or flipped file is damaged; extracting leaves nothing behind', async () => {
    const bytes = readFileSync(written.path);
    const path = join(folder, 'broken.mengbu');
    for (const broken of [
      bytes.subarray(0, 2_000_000),
      bytes.subarray(0, -1),
      Buffer.concat([bytes, Buffer.from('x')]),
    ]) {
      writeFileSync(path, broken);
      const report = await verifyBundle(path, { identities: [identity] });
      expect(report.whole).toBe(false);
      expect(failureOf(report)?.code).toBe('DAMAGED');
      const out = join(folder, 'broken-out');
      await expect(extractBundle(path, { identities: [identity] }, out)).rejects.toMatchObject({
        code: 'DAMAGED',
      });
      expect(existsSync(out)).toBe(false);
      mkdirSync(out);
      await expect(extractBundle(path, { identities: [identity] }, out)).rejects.toMatchObject({
        code: 'DAMAGED',
      });
      expect(readdirSync(out)).toEqual([]);
      rmSync(out, { recursive: true });
    }
  });

  it('names the files that were whole before the damage', async () => {
    const bytes = Buffer.from(readFileSync(written.path));
    bytes[bytes.length - 100_000] = (bytes[bytes.length - 100_000] ?? 0) ^ 1;
    const path = join(folder, 'late.mengbu');
    writeFileSync(path, bytes);
    const { report, items } = await openBundle(path, { identities: [identity] });
    expect(failureOf(report)?.code).toBe('DAMAGED');
    expect(items).toHaveLength(3);
    expect([...report.files].filter(([name, { whole }]) => whole && name.endsWith('.jpg'))).toHaveLength(1);
    expect([...report.files.keys()].some((name) => name.endsWith('.pdf'))).toBe(false);
  });

  it('can be called off', async () => {
    const stop = new AbortController();
    const reading = extractBundle(written.path, { identities: [identity] }, join(folder, 'stopped'), {
      signal: stop.signal,
      onBytes: (bytes) => bytes > 100_000 && stop.abort(),
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(existsSync(join(folder, 'stopped'))).toBe(false);
  });
});

describe('a plan that may not leave', () => {
  async function refused(change: (plan: BundlePlan) => BundlePlan): Promise<unknown> {
    const path = join(folder, 'refused.mengbu');
    const result = await writeBundle(change(sample.plan), sample.open, target('refused.mengbu')).catch(
      (error: unknown) => error,
    );
    expect(existsSync(path)).toBe(false);
    return result;
  }

  it('names item and rule', async () => {
    const [first, ...rest] = [...sample.plan.items];
    if (first === undefined) throw new Error('the sample has items');
    expect(await refused((plan) => ({ ...plan, items: [first, first, ...rest] }))).toMatchObject({
      code: 'PLAN_INVALID',
      data: { rule: 'ITEM_TWICE' },
    });
    expect(await refused((plan) => ({ ...plan, items: [first] }))).toMatchObject({
      code: 'PLAN_INVALID',
      data: { rule: 'LINK_OUTSIDE' },
    });
    expect(
      await refused((plan) => ({ ...plan, items: [{ ...first, title: 'x'.repeat(5000) }, ...rest] })),
    ).toMatchObject({ code: 'PLAN_INVALID', data: { rule: 'JSON_FIELD', field: 'title' } });
    expect(
      await refused((plan) => ({
        ...plan,
        bundle: { ...plan.bundle, level: { ...plan.bundle.level, code: 'CORE_TRADE_SECRET' } },
      })),
    ).toMatchObject({ data: { rule: 'LEVEL_NOT_OF_ITEMS' } });
    expect(
      await refused((plan) => ({
        ...plan,
        bundle: { ...plan.bundle, recipient: { ...plan.bundle.recipient, by: 'PASSPHRASE', key: null } },
      })),
    ).toMatchObject({ data: { rule: 'ADDRESSEE' } });
  });
});
