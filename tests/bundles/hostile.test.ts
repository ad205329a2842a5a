import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '#electron/bundles/openBundle.ts';
import { extractBundle } from '#electron/bundles/openBundleExtract.ts';
import { nodeHasher } from '#electron/bundles/readBundleHash.ts';
import { writeBundle } from '#electron/bundles/writeBundle.ts';
import { BundleError } from '#shared/bundles/bundleError.ts';
import { composeBag } from '#shared/bundles/composeBag.ts';
import { newSigningKey } from '#shared/bundles/sshKey.ts';
import { readTar } from '#shared/bundles/tarReader.ts';
import { writeTar } from '#shared/bundles/tarWriter.ts';
import { allBytes, chunksOf, readWholeTar } from '../shared/bundles/collect.ts';
import { type Sample, samplePlan } from './samplePlan.ts';

/** How many mutated bundles to try, and where to begin; the seed is in every failure. */
const COUNT = Number(process.env.MENGBU_MUTATIONS ?? 300);
const SEED = Number(process.env.MENGBU_SEED ?? Math.floor(Math.random() * 2 ** 31));

let folder = '';
let identity = '';
let sample: Sample;
let recipient = '';
let sealedBytes: Buffer;
let tarBytes: Buffer;
const key = newSigningKey();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mengbu-hostile-'));
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  sample = samplePlan(
    [[{ name: 'a.bin', bytes: Buffer.alloc(90_000, 7) }], [{ name: '盟.txt', bytes: Buffer.from('b') }]],
    recipient,
  );
  const path = join(folder, 'good.mengbu');
  await writeBundle(sample.plan, sample.open, { path, key, to: { recipients: [recipient] } });
  sealedBytes = readFileSync(path);
  tarBytes = Buffer.from(
    await allBytes(writeTar(composeBag(sample.plan, key, nodeHasher).sources(sample.open))),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Small, fast and repeatable: mulberry32. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Flips, cuts, drops, doubles and swaps pieces, often on block borders where a parser's state changes. */
function mutate(bytes: Buffer, random: (below: number) => number): Buffer {
  const blocks = Math.max(1, Math.floor(bytes.length / 512));
  const from = random(2) === 0 ? random(blocks) * 512 : random(bytes.length);
  const length = random(2) === 0 ? 512 * (1 + random(4)) : 1 + random(2000);
  const piece = bytes.subarray(from, from + length);
  switch (random(6)) {
    case 0:
      return flipped(bytes, random);
    case 1:
      return bytes.subarray(0, random(bytes.length));
    case 2:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, from + length), piece, bytes.subarray(from + length)]);
    case 4: {
      const at = random(blocks) * 512;
      return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
    }
    default:
      return Buffer.concat([bytes, piece]);
  }
}

function flipped(bytes: Buffer, random: (below: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  for (let count = 1 + random(3); count > 0; count--) {
    const at = random(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
  }
  return copy;
}

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('hangs')), 60_000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

describe(`mutated bundles (${COUNT} of each kind, MENGBU_MUTATIONS; seed ${SEED}, MENGBU_SEED)`, () => {
  it.each(['the sealed file', 'the archive inside, sealed again', 'the plain archive'])(
    '%s: never a crash, a hang, a file outside, a partial import or a wrong "whole"',
    async (kind) => {
      const random = randomFrom(SEED);
      const original = kind === 'the sealed file' ? sealedBytes : tarBytes;
      for (let run = 0; run < COUNT; run++) {
        const mutated = mutate(original, random);
        if (mutated.equals(original)) continue;
        const name = `seed ${SEED}, run ${run}`;
        const place = mkdtempSync(join(folder, 'run-'));
        const path = join(place, 'x.mengbu');
        writeFileSync(path, kind === 'the archive inside, sealed again' ? await sealAgain(mutated) : mutated);
        const out = join(place, 'out');
        const outcome = await inTime(extractBundle(path, { identities: [identity] }, out)).then(
          ({ bagFolder }) => bagFolder,
          (error: unknown) => error,
        );
        if (typeof outcome === 'string') {
          // A change may leave every byte of the bag as it was (zeros at the end of a plain tar): then it is the same bag.
          expect(sameFiles(outcome), name).toBe(true);
        } else {
          expect(outcome, name).toBeInstanceOf(BundleError);
          expect(readdirSync(place), name).toEqual(['x.mengbu']);
        }
        rmSync(place, { recursive: true });
      }
    },
    60_000 + COUNT * 1000,
  );

  async function sealAgain(bytes: Buffer): Promise<Uint8Array> {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    return encrypter.encrypt(bytes);
  }

  function sameFiles(bag: string): boolean {
    const present = readdirSync(bag, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    return (
      present.length === expectedFiles.size &&
      present.every((entry) => {
        const path = join(entry.parentPath, entry.name).slice(bag.length + 1);
        return expectedFiles.get(path)?.equals(readFileSync(join(bag, path))) === true;
      })
    );
  }
  const expectedFiles = new Map<string, Buffer>();
  beforeAll(async () => {
    for (const { path, bytes } of await readWholeTar(tarBytes, 'strict'))
      expectedFiles.set(path.slice(path.indexOf('/') + 1), Buffer.from(bytes));
  });
});

const corpus = process.env.MENGBU_CORPUS ?? '';
const archives = join(corpus, 'hostile-archives');
const names = join(corpus, 'filenames', 'names.tar');

describe.skipIf(corpus === '' || !existsSync(archives))(
  'hostile archives (skipped: MENGBU_CORPUS names no folder with hostile-archives)',
  () => {
    const list =
      corpus === '' || !existsSync(archives)
        ? []
        : readFileSync(join(archives, 'FILES.tsv'), 'utf8')
            .split('\n')
            .slice(1)
            .map((line) => line.split('\t'));
    const tars = list.flatMap(([file = '', ...columns]) =>
      /\.tar(\.gz)?$/.test(file) ? [{ file, expected: columns.at(-1) ?? '' }] : [],
    );
    const others = list.flatMap(([file = '']) => (/\.zip$/.test(file) ? [file] : []));

    it.each(tars)('$file: $expected', async ({ file, expected }) => {
      const raw = readFileSync(join(archives, file));
      const tar = file.endsWith('.gz') ? gunzipSync(raw) : raw;
      const read = await readWholeTar(tar, 'foreign').catch((error: unknown) => error);
      if (expected.startsWith('well-formed')) expect(read).toBeInstanceOf(Array);
      else expect(read).toBeInstanceOf(BundleError);
      const out = join(folder, 'hostile-out');
      const path = join(folder, 'hostile.tar');
      writeFileSync(path, tar);
      await expect(extractBundle(path, {}, out)).rejects.toBeInstanceOf(BundleError);
      expect(existsSync(out)).toBe(false);
    });

    it.each(others)('%s is no bundle, and says so', async (file) => {
      await expect(verifyBundle(join(archives, file), {})).rejects.toMatchObject({ code: 'NOT_A_BUNDLE' });
    });
  },
);

describe.skipIf(corpus === '' || !existsSync(names))(
  'tricky names (skipped: MENGBU_CORPUS names no folder with filenames)',
  () => {
    it('an archive of them is refused at the first that is unsafe, by name and rule', async () => {
      const bytes = readFileSync(names);
      const read = async (): Promise<number> => {
        let count = 0;
        for await (const _ of readTar(chunksOf(bytes, 4096), 'strict')) count += 1;
        return count;
      };
      await expect(read()).rejects.toMatchObject({ code: 'REFUSED_ENTRY' });
    });

    it('each of them goes into a bundle under a safe name, is kept as text, and comes out again', async () => {
      const originals = readFileSync(join(corpus, 'filenames', 'names.tsv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => {
          const hex = line.split('\t')[2] ?? '';
          return Buffer.from(hex, 'hex').toString('utf8');
        });
      const files = originals.map((name, index) => ({ name, bytes: Buffer.from(`${index}`) }));
      const recipient = await identityToRecipient(identity);
      const tricky = samplePlan([files], recipient);
      const path = join(folder, 'names.mengbu');
      await writeBundle(tricky.plan, tricky.open, { path, key, to: { recipients: [recipient] } });
      const { report } = await extractBundle(path, { identities: [identity] }, join(folder, 'names-out'));
      expect(report).toMatchObject({ whole: true, items: 2 });
      expect([...report.files.keys()].filter((name) => name.startsWith('data/files/'))).toHaveLength(
        originals.length,
      );
    });
  },
);
