import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeHasher } from '#electron/bundles/readBundleHash.ts';
import { bagFindings } from '#shared/bundles/bagFindings.ts';
import { formatManifest, parseManifest } from '#shared/bundles/bagManifest.ts';
import type { BagInput } from '#shared/bundles/bagParts.ts';
import { parseTagLines } from '#shared/bundles/bagText.ts';
import { digestOf, type HashAlgorithm } from '#shared/bundles/hashes.ts';
import { type BagReport, failureOf, inspectBag } from '#shared/bundles/inspectBag.ts';
import { tarBagMembers } from '#shared/bundles/tarBag.ts';
import { encodeUtf8 } from '#shared/bundles/text.ts';
import { chunksOf } from './collect.ts';

type BagFiles = Record<string, string | Uint8Array>;

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? encodeUtf8(content) : content;
}

function bagInput(files: BagFiles): BagInput {
  return {
    sealed: false,
    async *members() {
      for (const [path, content] of Object.entries(files)) {
        const bytes = bytesOf(content);
        yield { root: 'bag', path, size: bytes.length, body: chunksOf(bytes, 1000) };
      }
    },
  };
}

function inspect(files: BagFiles): Promise<BagReport> {
  return inspectBag(bagInput(files), { newHasher: nodeHasher });
}

function hash(content: string | Uint8Array, algorithm: HashAlgorithm = 'sha256'): string {
  return digestOf(nodeHasher, algorithm, bytesOf(content));
}

const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

function plainBag(payload: Record<string, string>, more: BagFiles = {}): BagFiles {
  const lines = Object.entries(payload).map(([path, content]) => [path, hash(content)] as const);
  return {
    'bagit.txt': DECLARATION,
    'manifest-sha256.txt': formatManifest(new Map(lines)),
    ...payload,
    ...more,
  };
}

function rules(report: BagReport): string[] {
  return report.problems.map(({ rule, entry }) => `${rule} ${entry}`);
}

describe('manifests', () => {
  it('read back what they write, percent signs and line ends in names included', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', '%', '%25', '%0A', '盟', ' ', '  x'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 10 }), (names) => {
        const manifest = new Map(names.map((one) => [`data/${one}z`, hash(one)]));
        const findings = bagFindings();
        const text = formatManifest(manifest);
        const read = parseManifest(
          text,
          { algorithm: 'sha256', version: '1.0', strict: true, name: 'm' },
          findings,
        );
        expect(findings.problems).toEqual([]);
        expect([...read].sort()).toEqual([...manifest].sort());
      }),
    );
  });

  it('decode %25 in 1.0 only', () => {
    const line = `${hash('')}  data/100%25.txt\n`;
    const read = (version: string): string[] => [
      ...parseManifest(
        line,
        { algorithm: 'sha256', version, strict: false, name: 'm' },
        bagFindings(),
      ).keys(),
    ];
    expect(read('1.0')).toEqual(['data/100%.txt']);
    expect(read('0.97')).toEqual(['data/100%25.txt']);
  });
});

describe('any bag, by RFC 8493', () => {
  it('is whole when every file is there, listed and unchanged', async () => {
    const report = await inspect(plainBag({ 'data/a.txt': 'x', 'data/盟/100%.txt': 'y' }));
    expect(rules(report)).toEqual([]);
    expect(report).toMatchObject({
      whole: true,
      profile: 'bagit',
      signature: { state: 'UNSIGNED' },
      bytes: 2,
    });
  });

  const good = { 'data/a.txt': 'x' };
  it.each<[what: string, bag: BagFiles, problem: string]>([
    ['changed file', { ...plainBag(good), 'data/a.txt': 'z' }, 'FILE_CHANGED data/a.txt'],
    ['extra file', plainBag(good, { 'data/b.txt': 'z' }), 'EXTRA_FILE data/b.txt'],
    [
      'missing file',
      { 'bagit.txt': DECLARATION, 'manifest-sha256.txt': `${hash('x')}  data/a.txt\n` },
      'FILE_MISSING data/a.txt',
    ],
    ['no manifest', { 'bagit.txt': DECLARATION, 'data/a.txt': 'x' }, 'TAG_FILE_MISSING manifest-<hash>.txt'],
    [
      'no bagit.txt',
      { 'manifest-sha256.txt': `${hash('x')}  data/a.txt\n`, ...good },
      'TAG_FILE_MISSING bagit.txt',
    ],
    [
      'a second manifest without the file',
      plainBag(good, { 'manifest-md5.txt': '' }),
      'NOT_IN_EVERY_MANIFEST data/a.txt',
    ],
    [
      'a weak second manifest that disagrees',
      plainBag(good, { 'manifest-md5.txt': `${hash('y', 'md5')}  data/a.txt\n` }),
      'FILE_CHANGED data/a.txt',
    ],
    [
      'a tag file changed',
      plainBag(good, {
        'bag-info.txt': 'A: b\n',
        'tagmanifest-sha256.txt': `${hash('A: c\n')}  bag-info.txt\n`,
      }),
      'FILE_CHANGED bag-info.txt',
    ],
    [
      'a tag file missing',
      plainBag(good, { 'tagmanifest-sha256.txt': `${hash('x')}  bag-info.txt\n` }),
      'FILE_MISSING bag-info.txt',
    ],
    [
      'Payload-Oxum wrong',
      plainBag(good, { 'bag-info.txt': 'Payload-Oxum: 2.1\n' }),
      'PAYLOAD_OXUM bag-info.txt',
    ],
    [
      'manifest path that leaves',
      plainBag(good, { 'manifest-sha256.txt': `${hash('x')}  data/a.txt\n${hash('x')}  ../../etc/x\n` }),
      'PATH_LEAVES_FOLDER ../../etc/x',
    ],
    [
      'line that is none',
      plainBag(good, { 'manifest-sha256.txt': `${hash('x')}  data/a.txt\nnonsense\n` }),
      'MANIFEST_LINE manifest-sha256.txt',
    ],
    [
      'same path twice',
      plainBag(good, { 'manifest-sha256.txt': `${hash('x')}  data/a.txt\n`.repeat(2) }),
      'PATH_TWICE data/a.txt',
    ],
    [
      'byte-order mark',
      { ...plainBag(good), 'bagit.txt': `\uFEFF${DECLARATION}` },
      'BAGIT_DECLARATION bagit.txt',
    ],
    [
      'space before the colon',
      { ...plainBag(good), 'bagit.txt': DECLARATION.replace(':', ' :') },
      'BAGIT_DECLARATION bagit.txt',
    ],
    [
      'unknown version',
      { ...plainBag(good), 'bagit.txt': DECLARATION.replace('1.0', '0.10') },
      'BAGIT_DECLARATION bagit.txt',
    ],
    [
      'unknown encoding',
      { ...plainBag(good), 'bagit.txt': DECLARATION.replace('UTF-8', 'KOI8-R') },
      'ENCODING_UNKNOWN manifest-sha256.txt',
    ],
  ])('names the fault: %s', async (_what, bag, problem) => {
    const report = await inspect(bag);
    expect(rules(report)).toContain(problem);
    expect(report.whole).toBe(false);
    expect(failureOf(report)).toMatchObject({ code: 'BAG_INVALID' });
  });

  it('never fetches; a bag with holes says which files are missing', async () => {
    const bag = plainBag(good, { 'fetch.txt': 'https://example.org/b 1 data/b.txt\n' });
    bag['manifest-sha256.txt'] += `${hash('z')}  data/b.txt\n`;
    const report = await inspect(bag);
    expect(rules(report)).toEqual(['FILE_MISSING data/b.txt']);
    expect(report.warnings.map(({ rule }) => rule)).toContain('FETCH_IGNORED');
  });

  it('refuses a fetch list that leaves the bag', async () => {
    const report = await inspect(
      plainBag(good, { 'fetch.txt': 'https://example.org/b - ../../README.md\n' }),
    );
    expect(rules(report)).toEqual(['PATH_LEAVES_FOLDER ../../README.md']);
  });

  it('reads tag files in UTF-16 and ISO 8859-1 where the bag says so', async () => {
    const text = `${hash('x')}  data/é.txt\n`;
    const utf16 = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]);
    for (const [encoding, bytes] of [
      ['UTF-16', utf16],
      ['ISO-8859-1', Buffer.from(text, 'latin1')],
    ] as const) {
      const declaration = DECLARATION.replace('UTF-8', encoding);
      const report = await inspect({
        'bagit.txt': declaration,
        'manifest-sha256.txt': bytes,
        'data/é.txt': 'x',
      });
      expect(rules(report)).toEqual([]);
    }
  });

  it('warns of names that are one on other systems, and of weak hashes', async () => {
    const twins = plainBag({ 'data/a.txt': 'x', 'data/A.TXT': 'y' }, {});
    expect((await inspect(twins)).warnings).toMatchObject([{ rule: 'NAMES_COLLIDE', entry: 'data/A.TXT' }]);
    const weak = {
      'bagit.txt': DECLARATION,
      'manifest-md5.txt': `${hash('x', 'md5')}  data/a.txt\n`,
      ...good,
    };
    expect(await inspect(weak)).toMatchObject({ whole: true, warnings: [{ rule: 'HASH_WEAK' }] });
  });

  it('says which version is needed, and what is no bag at all', async () => {
    const later = { ...plainBag(good), 'bagit.txt': DECLARATION.replace('1.0', '1.1') };
    await expect(inspect(later)).rejects.toMatchObject({
      code: 'NEWER_VERSION',
      data: { needs: 'BagIt 1.1' },
    });
    await expect(inspect({ 'a.txt': 'x' })).rejects.toMatchObject({ code: 'NOT_A_BUNDLE' });
  });
});

it('reads bag-info with continuation lines and odd spaces', () => {
  expect(parseTagLines('A: b\n  c\nTest-Tag    :   5\n\n')).toEqual([
    { label: 'A', value: 'b c' },
    { label: 'Test-Tag', value: '5' },
  ]);
  expect(parseTagLines('no colon here\n')).toBeNull();
});

const corpus = join(process.env.MENGBU_CORPUS ?? '', 'bagit-bags');
const hasCorpus = process.env.MENGBU_CORPUS !== undefined && existsSync(corpus);

describe.skipIf(!hasCorpus)(
  'BagIt conformance bags (skipped: MENGBU_CORPUS names no folder with bagit-bags)',
  () => {
    const bags = hasCorpus ? readdirSync(corpus).filter((name) => name.endsWith('.tar')) : [];

    it.each(bags)('%s', async (name) => {
      const bytes = readFileSync(join(corpus, name));
      const input: BagInput = {
        sealed: false,
        members: () => tarBagMembers(chunksOf(bytes, 5000), 'foreign'),
      };
      const verdict = await inspectBag(input, { newHasher: nodeHasher }).then(
        (report) => ({ whole: report.whole, warned: report.warnings.length > 0, rules: rules(report) }),
        (error: unknown) => ({ whole: false, warned: false, rules: [String(error)] }),
      );
      const kind = name.split('__')[1];
      expect(verdict.whole, verdict.rules.join('; ')).toBe(kind === 'valid' || kind === 'warning');
      if (kind === 'warning') expect(verdict.warned).toBe(true);
    });
  },
);
