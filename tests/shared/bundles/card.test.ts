import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  allowedSigners,
  CARD_NAMESPACE,
  type Card,
  keptCard,
  makeCard,
  maySign,
  readCard,
} from '#shared/bundles/card.ts';
import { newSigningKey, publicKeyLine, type SigningKey } from '#shared/bundles/sshKey.ts';
import { signMessage } from '#shared/bundles/sshSignature.ts';
import { encodeUtf8 } from '#shared/bundles/text.ts';
import { TIERS, type Tier } from '#shared/confidentiality/levels.ts';

const VAULT = '01890000-0000-7000-8000-000000000001';
let keys: Record<Tier, SigningKey>;
let card: Card;

async function pairOf(key: SigningKey) {
  return {
    recipient: await identityToRecipient(await generateX25519Identity()),
    signingKey: publicKeyLine(key.publicKey),
  };
}

beforeAll(async () => {
  keys = { register: newSigningKey(), secret: newSigningKey(), core: newSigningKey() };
  const pairs = {
    register: await pairOf(keys.register),
    secret: await pairOf(keys.secret),
    core: await pairOf(keys.core),
  };
  card = makeCard({ vaultId: VAULT, unit: '华东肿瘤产学研联合体', pairs }, keys.core);
});

/** The same card with line 1 rewritten and signed again by this key. */
function resigned(change: (line: string) => string, key: SigningKey = keys.core): string {
  const line = change(card.text.split('\n')[0] ?? '');
  return `${line}\n${signMessage(encodeUtf8(`${line}\n`), CARD_NAMESPACE, key)}`;
}

function faultOf(text: string): string | null {
  const reading = readCard(text);
  return reading.ok ? null : reading.fault;
}

describe('a contact card', () => {
  it('reads back what was made, also from a mail that changed line ends and spaces around it', () => {
    expect(readCard(card.text)).toEqual({ ok: true, card });
    expect(readCard(`\uFEFF\r\n  ${card.text.replaceAll('\n', '\r\n')}  \r\n\r\n`)).toEqual({
      ok: true,
      card,
    });
  });

  it('is the same byte for byte for the same keys and name', () => {
    const again = makeCard({ vaultId: card.vaultId, unit: card.unit, pairs: card.pairs }, keys.core);
    expect(again.text).toBe(card.text);
  });

  it('that was kept reads the same without its signature being tried again', () => {
    expect(keptCard(card.text)).toEqual(card);
    expect(keptCard('x')).toBeNull();
  });

  it('lets a key sign for its own level and below, and no other key at all', () => {
    expect(maySign(card, card.pairs.core.signingKey, 'INTERNAL')).toBe(true);
    expect(maySign(card, card.pairs.register.signingKey, 'INTERNAL')).toBe(true);
    expect(maySign(card, card.pairs.register.signingKey, 'TRADE_SECRET')).toBe(false);
    expect(maySign(card, publicKeyLine(newSigningKey().publicKey), 'PUBLIC')).toBe(false);
  });
});

describe('a hostile contact card', () => {
  it('is refused when one character of line 1 or of the signature is another', () => {
    fc.assert(
      fc.property(fc.nat(card.text.length - 2), fc.constantFrom('0', 'a', 'Z', '"', ' '), (at, other) => {
        if (card.text[at] === other) return;
        const changed = card.text.slice(0, at) + other + card.text.slice(at + 1);
        const reading = readCard(changed);
        // White space at the end of a line is forgiven; then it is the very same card.
        if (reading.ok) expect(reading.card).toEqual(card);
        else expect(reading.fault).toMatch(/^CARD_/);
      }),
      { numRuns: 400 },
    );
  });

  it('is refused when another key than its own highest signed it', () => {
    expect(faultOf(resigned((line) => line, keys.register))).toBe('CARD_SIGNED_BY_OTHER');
    expect(faultOf(resigned((line) => line, newSigningKey()))).toBe('CARD_SIGNED_BY_OTHER');
  });

  it('is refused in any other spelling, with a field too many, or with a field twice', () => {
    expect(faultOf(resigned((line) => line.replace('{"format"', '{ "format"')))).toBe('CARD_NOT_CANONICAL');
    expect(faultOf(resigned((line) => line.replace('"version":1', '"version":1,"more":1')))).toBe(
      'CARD_FIELD',
    );
    expect(faultOf(resigned((line) => line.replace('"unit":', '"unit":"另一家","unit":')))).toBe(
      'CARD_NOT_CANONICAL',
    );
  });

  it('is refused when one key stands in two places, or a name hides characters', () => {
    const { register, secret } = card.pairs;
    expect(faultOf(resigned((line) => line.replace(secret.recipient, register.recipient)))).toBe(
      'CARD_KEY_TWICE',
    );
    expect(faultOf(resigned((line) => line.replace('华东', '华\u202E东')))).toBe('CARD_FIELD');
    expect(faultOf(resigned((line) => line.replace('华东', '华\\n东')))).toBe('CARD_FIELD');
    expect(faultOf(resigned((line) => line.replace('华东', '\\ud800')))).toBe('CARD_FIELD');
  });

  it('says when a newer program is needed, and when it is no card', () => {
    expect(faultOf(resigned((line) => line.replace('"version":1', '"version":2')))).toBe('CARD_NEWER');
    expect(faultOf('你好')).toBe('CARD_UNREADABLE');
    expect(faultOf('')).toBe('CARD_UNREADABLE');
    expect(faultOf(`{"a":"${'x'.repeat(20_000)}"}`)).toBe('CARD_TOO_LONG');
    expect(faultOf(card.text.split('\n')[0] ?? '')).toBe('CARD_SIGNATURE');
  });
});

const hasSshKeygen = (() => {
  try {
    execFileSync('ssh-keygen', ['-Y', 'sign'], { stdio: 'pipe' });
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
  return true;
})();

describe.skipIf(!hasSshKeygen)('a card and ssh-keygen (skipped where ssh-keygen is not installed)', () => {
  it('verifies line 1 with the allowed_signers file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mengbu-card-'));
    try {
      const [line = '', ...rest] = card.text.split('\n');
      writeFileSync(join(folder, 'allowed'), allowedSigners(card));
      writeFileSync(join(folder, 'sig'), rest.join('\n'));
      const verify = (input: string) =>
        execFileSync(
          'ssh-keygen',
          [
            '-Y',
            'verify',
            '-f',
            join(folder, 'allowed'),
            '-I',
            card.unit,
            '-n',
            CARD_NAMESPACE,
            '-s',
            join(folder, 'sig'),
          ],
          { input, stdio: 'pipe' },
        ).toString();
      expect(verify(`${line}\n`)).toContain('Good');
      expect(() => verify(line)).toThrow();
      expect(allowedSigners(card).trim().split('\n')).toHaveLength(TIERS.length);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
