import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SealTo, sealed } from '#electron/bundles/seal.ts';
import { type OpeningKeys, unsealed, unsealHeader } from '#electron/bundles/unseal.ts';
import { takeAgeHeader } from '#shared/bundles/ageHeader.ts';
import { parseIdentityFile, plainPassphrase } from '#shared/bundles/ageKeys.ts';
import { byteReader } from '#shared/bundles/byteReader.ts';
import { allBytes, chunksOf } from '../shared/bundles/collect.ts';

const LOG_N = 10;
let identity = '';
let recipient = '';
let folder = '';

beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  folder = mkdtempSync(join(tmpdir(), 'mengbu-seal-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function seal(plain: Uint8Array, to: SealTo): Promise<Uint8Array> {
  return allBytes(sealed(chunksOf(plain, 70_001), to, LOG_N));
}

async function open(bytes: Uint8Array, keys: OpeningKeys, chunk = 50_003): Promise<Uint8Array> {
  const header = await unsealHeader(chunksOf(bytes, chunk), keys);
  return allBytes(unsealed(chunksOf(bytes, chunk), header));
}

describe('sealing', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 1_048_576, 3_000_000])(
    '%i bytes there and back',
    async (size) => {
      const plain = randomBytes(size);
      const bytes = await seal(plain, { recipients: [recipient] });
      expect(Buffer.compare(await open(bytes, { identities: [identity] }), plain)).toBe(0);
    },
  );

  it('to several recipients, each opens it; a second key is tried too', async () => {
    const other = await generateX25519Identity();
    const bytes = await seal(Buffer.from('x'), {
      recipients: [recipient, await identityToRecipient(other), recipient],
    });
    for (const identities of [[identity], [other], [await generateX25519Identity(), other]])
      expect(Buffer.from(await open(bytes, { identities })).toString()).toBe('x');
  });

  it('with a Chinese passphrase, typed composed or decomposed, from a file with a line end', async () => {
    const bytes = await seal(Buffer.from('x'), { passphrase: '盟簿 café' });
    expect(Buffer.from(await open(bytes, { passphrase: '盟簿 cafe\u0301\n' })).toString()).toBe('x');
    await expect(open(bytes, { passphrase: '盟簿 cafe' })).rejects.toMatchObject({
      code: 'CANNOT_DECRYPT',
      data: { needs: 'passphrase', tried: 'passphrase' },
    });
    await expect(open(bytes, { identities: [identity] })).rejects.toMatchObject({
      code: 'CANNOT_DECRYPT',
      data: { needs: 'passphrase', tried: 'nothing' },
    });
  });

  it.each<[what: string, to: unknown, rule: string]>([
    ['no recipient', { recipients: [] }, 'NO_RECIPIENT'],
    ['a recipient that is none', { recipients: ['age1x'] }, 'RECIPIENT_UNKNOWN'],
    ['a post-quantum recipient', { recipients: [`age1pq1${'q'.repeat(100)}`] }, 'RECIPIENT_UNKNOWN'],
    ['an empty passphrase', { passphrase: '\n' }, 'PASSPHRASE_EMPTY'],
    ['both kinds', { passphrase: 'x', recipients: [`age1${'q'.repeat(58)}`] }, 'KEYS_MIXED'],
  ])('refuses %s', async (_what, to, rule) => {
    await expect(seal(Buffer.from('x'), to as SealTo)).rejects.toMatchObject({
      code: 'KEY_INVALID',
      data: { rule },
    });
  });

  it('a recipient with a wrong checksum is an error, never a file nobody can open', async () => {
    const wrong = recipient.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q'));
    await expect(seal(Buffer.from('x'), { recipients: [wrong] })).rejects.toThrow();
  });

  it('passes on what the source throws', async () => {
    async function* failing(): AsyncGenerator<Uint8Array, void> {
      yield randomBytes(2_000_000);
      throw new Error('stick pulled');
    }
    await expect(allBytes(sealed(failing(), { recipients: [recipient] }))).rejects.toThrow('stick pulled');
  });

  it('does not block the thread while a passphrase is tried', async () => {
    const bytes = await allBytes(sealed(chunksOf(Buffer.from('x'), 10), { passphrase: 'p' }, 17));
    const began = performance.now();
    let longest = 0;
    let last = began;
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 2);
    await open(bytes, { passphrase: 'p' });
    clearInterval(timer);
    // Were scrypt done here, nothing else would run for nearly all of the time.
    expect(longest).toBeLessThan((performance.now() - began) * 0.6);
  });
});

describe('the header, before any library sees it', () => {
  async function header(text: string): Promise<unknown> {
    return takeAgeHeader(byteReader(chunksOf(Buffer.from(text, 'latin1'), 1000))).catch(
      (error: unknown) => error,
    );
  }
  const v1 = 'age-encryption.org/v1\n';
  const mac = '--- Vn+54jqiiUCE+WZcEVY3f1sqHjlu/z1LCQ/T7Xm7qI0\n';

  it('refuses 200 MB without a line end after 128 KiB', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array, void> {
      yield Buffer.from(v1);
      for (; given < 200_000_000; given += 65_536) yield Buffer.alloc(65_536, 0x41);
    }
    await expect(takeAgeHeader(byteReader(endless()))).rejects.toMatchObject({
      code: 'REFUSED_ENTRY',
      data: { rule: 'AGE_HEADER_TOO_LONG' },
    });
    expect(given).toBeLessThan(300_000);
  });

  it.each<[what: string, text: string, code: string, rule?: string]>([
    ['65 stanzas', v1 + '-> X25519 abc\nQQ\n'.repeat(65) + mac, 'REFUSED_ENTRY', 'AGE_STANZAS_TOO_MANY'],
    [
      'work factor 19',
      `${v1}-> scrypt rF0/NwblUHHTpgQgRpe5CQ 19\nQQ\n${mac}`,
      'REFUSED_ENTRY',
      'AGE_WORK_FACTOR_TOO_HIGH',
    ],
    [
      'work factor 1e9',
      `${v1}-> scrypt rF0/NwblUHHTpgQgRpe5CQ 1000000000\nQQ\n${mac}`,
      'REFUSED_ENTRY',
      'AGE_WORK_FACTOR_TOO_HIGH',
    ],
    [
      'passphrase beside a recipient',
      `${v1}-> scrypt rF0/NwblUHHTpgQgRpe5CQ 10\nQQ\n-> X25519 abc\nQQ\n${mac}`,
      'DAMAGED',
      'AGE_HEADER',
    ],
    ['version 2', 'age-encryption.org/v2\n', 'NEWER_VERSION'],
    [
      'text form, which is turned into the binary one before',
      '-----BEGIN AGE ENCRYPTED FILE-----\n',
      'NOT_A_BUNDLE',
      'NOT_AGE',
    ],
    ['no age file', 'hello\n', 'NOT_A_BUNDLE', 'NOT_AGE'],
    ['a cut one', `${v1}-> X25519 abc\n`, 'DAMAGED', 'AGE_HEADER'],
  ])('%s', async (_what, text, code, rule) => {
    expect(await header(text)).toMatchObject({ code, ...(rule === undefined ? {} : { data: { rule } }) });
  });

  it('never throws anything but a BundleError', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom('a', '\n', '-> scrypt x 9', '---', ' ', '\u00ff', '-> X25519 a'),
          maxLength: 60,
        }),
        async (tail) => {
          const result = await header(v1 + tail);
          if (result instanceof Error) expect(result.name).toBe('BundleError');
        },
      ),
    );
  });
});

describe('identity files', () => {
  it('as age-keygen writes them, with comments and line ends of Windows', () => {
    expect(
      parseIdentityFile(`\uFEFF# created: 2026\r\n# public key: ${recipient}\r\n${identity}\r\n`),
    ).toEqual([identity]);
  });
  it.each(['', '# only a comment', 'hello', 'AGE-SECRET-KEY-PQ-1QQQ', 'AGE-SECRET-KEY-1QQ'])(
    'refuses %j',
    (text) => {
      expect(() => parseIdentityFile(text)).toThrow('KEY_INVALID');
    },
  );
  it('a passphrase keeps its inner spaces', () => {
    expect(plainPassphrase(' a b \r\n')).toBe(' a b ');
  });
});

const hasAge = spawnSync('age', ['--version']).error === undefined;

describe.skipIf(!hasAge)('with age (skipped where it is not installed)', () => {
  it.each([0, 65_536, 200_000])('%i bytes both ways', async (size) => {
    const plain = randomBytes(size);
    const [ours, keys] = [join(folder, 'ours.age'), join(folder, 'keys.txt')];
    writeFileSync(keys, `${identity}\n`);
    writeFileSync(ours, await seal(plain, { recipients: [recipient] }));
    expect(execFileSync('age', ['-d', '-i', keys, ours], { maxBuffer: 1e9 }).equals(plain)).toBe(true);
    const theirs = execFileSync('age', ['-r', recipient], { input: plain, maxBuffer: 1e9 });
    expect(Buffer.compare(await open(theirs, { identities: [identity] }), plain)).toBe(0);
  });
});

const corpus = join(process.env.MENGBU_CORPUS ?? '', 'age-vectors');
const hasCorpus = process.env.MENGBU_CORPUS !== undefined && existsSync(corpus);

describe.skipIf(!hasCorpus)(
  `age vectors${hasCorpus ? '' : ' (skipped: MENGBU_CORPUS names no folder with age-vectors)'}`,
  () => {
    const names = hasCorpus
      ? readdirSync(corpus, { withFileTypes: true }).filter(
          (entry) => entry.isFile() && !entry.name.includes('.'),
        )
      : [];

    it.each(names.map(({ name }) => name))('%s', async (name) => {
      const { fields, body } = readVector(readFileSync(join(corpus, name)));
      const keys = { identities: fields.get('identity') ?? [], ...passphraseOf(fields) };
      const released: Uint8Array[] = [];
      const outcome = await readOut(body, keys, released).then(
        () => 'success',
        (error: unknown) => error,
      );
      const [expected] = fields.get('expect') ?? [];
      const payload = fields.get('payload')?.[0];
      if (outcome === 'success') {
        expect(expected).toBe('success');
        expect(createHash('sha256').update(Buffer.concat(released)).digest('hex')).toBe(payload);
        return;
      }
      expect(outcome).toMatchObject({ name: 'BundleError' });
      if (fields.has('armored')) return;
      if (expected === 'success') expect(unsupported(fields)).toBe(true);
      if (expected === 'no match') expect(outcome).toMatchObject({ code: 'CANNOT_DECRYPT' });
      if (expected === 'payload failure' || expected === 'HMAC failure')
        expect(outcome).toMatchObject({ code: 'DAMAGED' });
    });

    it('the example of age itself', async () => {
      const keys = parseIdentityFile(readFileSync(join(corpus, 'filosottile/example_keys.txt'), 'utf8'));
      expect(
        (await open(readFileSync(join(corpus, 'filosottile/example.age')), { identities: keys })).length,
      ).toBeGreaterThan(0);
    });

    function readVector(file: Buffer): { fields: Map<string, string[]>; body: Uint8Array } {
      const end = file.indexOf('\n\n');
      const fields = new Map<string, string[]>();
      for (const line of file.subarray(0, end).toString('latin1').split('\n')) {
        const [key = '', value = ''] = line.split(/: (.*)/s);
        fields.set(key, [...(fields.get(key) ?? []), value]);
      }
      const body = file.subarray(end + 2);
      return { fields, body: fields.has('compressed') ? inflateSync(body) : body };
    }

    function passphraseOf(fields: Map<string, string[]>): { passphrase?: string } {
      const [passphrase] = fields.get('passphrase') ?? [];
      return passphrase === undefined ? {} : { passphrase };
    }

    async function readOut(body: Uint8Array, keys: OpeningKeys, released: Uint8Array[]): Promise<void> {
      const header = await unsealHeader(chunksOf(body, 1000), keys);
      for await (const piece of unsealed(chunksOf(body, 1000), header)) released.push(piece);
    }

    /** Keys other than X25519 and several passphrases are refused by name, not read. */
    function unsupported(fields: Map<string, string[]>): boolean {
      const otherKeys = (fields.get('identity') ?? []).some((key) => !key.startsWith('AGE-SECRET-KEY-1'));
      return otherKeys || (fields.get('passphrase') ?? []).length > 1;
    }
  },
);
