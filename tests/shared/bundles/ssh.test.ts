import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  allowedSignersLine,
  formatPrivateKey,
  keyFingerprint,
  newSigningKey,
  parsePrivateKey,
  parsePublicKeyLine,
  publicKeyLine,
} from '#shared/bundles/sshKey.ts';
import { readSignature, signMessage } from '#shared/bundles/sshSignature.ts';
import { encodeUtf8 } from '#shared/bundles/text.ts';

const key = newSigningKey('盟簿 test');
const message = encodeUtf8('the tag manifest\n');
const armored = signMessage(message, 'mengbu-bundle', key);

describe('signing', () => {
  it('verifies what it signed and names the key', () => {
    expect(readSignature(encodeUtf8(armored), message, 'mengbu-bundle')).toEqual({
      ok: true,
      publicKey: key.publicKey,
    });
  });

  it('refuses another message and another purpose', () => {
    const changed = encodeUtf8('the tag manifest \n');
    expect(readSignature(encodeUtf8(armored), changed, 'mengbu-bundle')).toEqual({
      ok: false,
      fault: 'SIGNATURE_WRONG',
    });
    expect(readSignature(encodeUtf8(armored), message, 'file')).toEqual({
      ok: false,
      fault: 'SIGNATURE_NAMESPACE',
    });
  });

  it('refuses every single changed character of the armor', () => {
    const bytes = encodeUtf8(armored);
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(readSignature(changed, message, 'mengbu-bundle').ok, `byte ${at}`).toBe(false);
    }
  });

  it.each([
    ['CRLF line ends', armored.replaceAll('\n', '\r\n')],
    ['a line more', `${armored}\n`],
    ['no last line end', armored.trimEnd()],
    ['other line length', armored.replace(/([^-])\n([^-])/, '$1$2')],
    ['two signatures', armored + armored],
    ['nothing', ''],
  ])('has one spelling: refuses %s', (_what, text) => {
    expect(readSignature(encodeUtf8(text), message, 'mengbu-bundle')).toEqual({
      ok: false,
      fault: 'SIGNATURE_UNREADABLE',
    });
  });

  it('never throws on arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readSignature(bytes, message, 'mengbu-bundle').ok).toBe(false);
      }),
    );
  });
});

describe('key files', () => {
  it('reads back what it writes', () => {
    expect(parsePrivateKey(formatPrivateKey(key, 0x1234_5678))).toEqual(key);
    expect(parsePublicKeyLine(publicKeyLine(key.publicKey, 'x y'))).toEqual(key.publicKey);
  });

  it('refuses a public half that is not of the secret one', () => {
    const other = newSigningKey();
    const mixed = formatPrivateKey({ ...key, publicKey: other.publicKey }, 1);
    expect(() => parsePrivateKey(mixed)).toThrow('KEY_UNREADABLE');
  });

  it('quotes a principal with a space and lets none smuggle in a pattern or an option', () => {
    expect(allowedSignersLine('张 三', 'mengbu-bundle', key.publicKey)).toMatch(
      /^"张 三" namespaces="mengbu-bundle" ssh-ed25519 /,
    );
    expect(allowedSignersLine('*,"x\n', 'n', key.publicKey)).toMatch(/^___x_ namespaces/);
    expect(allowedSignersLine('*', 'n', key.publicKey).startsWith('*')).toBe(false);
  });
});

const hasSsh = spawnSync('ssh-keygen', ['-?'], { encoding: 'utf8' }).error === undefined;

describe.skipIf(!hasSsh)('with ssh-keygen (skipped where it is not installed)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mengbu-ssh-'));
    writeFileSync(join(folder, 'ours'), formatPrivateKey(key, 42), { mode: 0o600 });
    writeFileSync(join(folder, 'message'), message);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'theirs', '-f', 'theirs'], {
      cwd: folder,
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('it reads our key file and gives the same public line and fingerprint', () => {
    const line = execFileSync('ssh-keygen', ['-y', '-f', 'ours'], { cwd: folder, encoding: 'utf8' });
    expect(line.trim()).toBe(publicKeyLine(key.publicKey, key.comment));
    expect(execFileSync('ssh-keygen', ['-l', '-f', 'ours'], { cwd: folder, encoding: 'utf8' })).toContain(
      keyFingerprint(key.publicKey),
    );
  });

  it('our signature is byte for byte its own', () => {
    execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-f', 'ours', '-n', 'mengbu-bundle', 'message'], {
      cwd: folder,
      stdio: 'pipe',
    });
    expect(readFileSync(join(folder, 'message.sig'), 'utf8')).toBe(armored);
  });

  it('it accepts our signature by our allowed-signers line, also for a Chinese name', () => {
    for (const principal of ['unit@example', '肿瘤联合体']) {
      writeFileSync(join(folder, 'allowed'), allowedSignersLine(principal, 'mengbu-bundle', key.publicKey));
      writeFileSync(join(folder, 'ours.sig'), armored);
      const args = [
        '-Y',
        'verify',
        '-f',
        'allowed',
        '-I',
        principal,
        '-n',
        'mengbu-bundle',
        '-s',
        'ours.sig',
      ];
      expect(execFileSync('ssh-keygen', args, { cwd: folder, input: message, encoding: 'utf8' })).toContain(
        'Good',
      );
      expect(spawnSync('ssh-keygen', args, { cwd: folder, input: 'other' }).status).not.toBe(0);
    }
  });

  it('we read its key and verify its signatures, sha512 and sha256', () => {
    const theirs = parsePrivateKey(readFileSync(join(folder, 'theirs'), 'utf8'));
    expect(theirs.comment).toBe('theirs');
    for (const hash of ['sha512', 'sha256']) {
      const signed = execFileSync(
        'ssh-keygen',
        ['-Y', 'sign', '-f', 'theirs', '-n', 'mengbu-bundle', '-O', `hashalg=${hash}`],
        {
          cwd: folder,
          input: message,
          stdio: ['pipe', 'pipe', 'pipe'],
        },
      );
      expect(readSignature(signed, message, 'mengbu-bundle')).toEqual({
        ok: true,
        publicKey: theirs.publicKey,
      });
    }
  });

  it('refuses a key with a passphrase and a key of another kind, each by name', () => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', 'secret', '-f', 'locked'], { cwd: folder });
    execFileSync('ssh-keygen', ['-q', '-t', 'ecdsa', '-N', '', '-f', 'ecdsa'], { cwd: folder });
    expect(() => parsePrivateKey(readFileSync(join(folder, 'locked'), 'utf8'))).toThrow('KEY_HAS_PASSPHRASE');
    expect(() => parsePrivateKey(readFileSync(join(folder, 'ecdsa'), 'utf8'))).toThrow('KEY_TYPE');
  });
});
