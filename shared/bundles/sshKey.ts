import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64, base64nopad } from '@scure/base';
import { BundleError } from './bundleError.ts';
import { wireReader, wireString, wireUint32 } from './sshWire.ts';
import { decodeUtf8, encodeUtf8, equalBytes, joinBytes } from './text.ts';

/** An Ed25519 signing key as OpenSSH keeps it. */
export interface SigningKey {
  /** 32 bytes, the seed of RFC 8032. */
  secret: Uint8Array;
  /** 32 bytes. */
  publicKey: Uint8Array;
  comment: string;
}

export const KEY_TYPE = 'ssh-ed25519';
const MAGIC = 'openssh-key-v1\0';
const BEGIN = '-----BEGIN OPENSSH PRIVATE KEY-----';
const END = '-----END OPENSSH PRIVATE KEY-----';

export function newSigningKey(comment = ''): SigningKey {
  const { secretKey, publicKey } = ed25519.keygen();
  return { secret: secretKey, publicKey, comment };
}

/** The unencrypted private-key file (PROTOCOL.key of OpenSSH, cipher none). `check` is any 32-bit number, best a random one. */
export function formatPrivateKey({ secret, publicKey, comment }: SigningKey, check: number): string {
  const plain = [
    wireUint32(check >>> 0),
    wireUint32(check >>> 0),
    wireString(KEY_TYPE),
    wireString(publicKey),
    wireString(joinBytes([secret, publicKey])),
    wireString(comment),
  ];
  const length = plain.reduce((sum, part) => sum + part.length, 0);
  const padding = Uint8Array.from({ length: (8 - (length % 8)) % 8 }, (_, index) => index + 1);
  const file = joinBytes([
    encodeUtf8(MAGIC),
    wireString('none'),
    wireString('none'),
    wireString(''),
    wireUint32(1),
    wireString(publicKeyBlob(publicKey)),
    wireString(joinBytes([...plain, padding])),
  ]);
  return `${[BEGIN, ...linesOf(base64.encode(file)), END].join('\n')}\n`;
}

/** Reads it back. Throws a BundleError KEY_INVALID: 'KEY_HAS_PASSPHRASE' for an encrypted key, 'KEY_TYPE' for another kind, 'KEY_UNREADABLE'. */
export function parsePrivateKey(text: string): SigningKey {
  try {
    const reader = wireReader(unarmored(text));
    if (!equalBytes(reader.bytes(MAGIC.length), encodeUtf8(MAGIC))) throw unreadable();
    const cipher = decodeUtf8(reader.string());
    const kdf = decodeUtf8(reader.string());
    reader.string();
    if (cipher !== 'none' || kdf !== 'none')
      throw new BundleError('KEY_INVALID', { rule: 'KEY_HAS_PASSPHRASE' });
    if (reader.uint32() !== 1) throw unreadable();
    reader.string();
    return plainKey(reader.string());
  } catch (error) {
    if (error instanceof BundleError) throw error;
    throw unreadable();
  }
}

/** `ssh-ed25519 AAAA…`, the comment behind where there is one. */
export function publicKeyLine(publicKey: Uint8Array, comment = ''): string {
  const line = `${KEY_TYPE} ${base64.encode(publicKeyBlob(publicKey))}`;
  return comment === '' ? line : `${line} ${comment}`;
}

/** The 32 bytes of such a line. Throws a BundleError (KEY_INVALID). */
export function parsePublicKeyLine(line: string): Uint8Array {
  const [type, blob] = line.trim().split(/\s+/);
  if (type !== KEY_TYPE) throw new BundleError('KEY_INVALID', { rule: 'KEY_TYPE' });
  try {
    return parsePublicKeyBlob(base64.decode(blob ?? ''));
  } catch {
    throw unreadable();
  }
}

/** `SHA256:…`, as `ssh-keygen -l` shows it. */
export function keyFingerprint(publicKey: Uint8Array): string {
  return `SHA256:${base64nopad.encode(sha256(publicKeyBlob(publicKey)))}`;
}

/** A line for `ssh-keygen -Y verify -f`. The principal is quoted where it holds a space. */
export function allowedSignersLine(principal: string, namespace: string, publicKey: Uint8Array): string {
  const plain = principal.replace(/[\p{Cc}"\\,!*?]/gu, '_');
  const shown = /\s/.test(plain) ? `"${plain}"` : plain;
  return `${shown} namespaces="${namespace}" ${publicKeyLine(publicKey)}\n`;
}

export function publicKeyBlob(publicKey: Uint8Array): Uint8Array {
  return joinBytes([wireString(KEY_TYPE), wireString(publicKey)]);
}

/** Throws where the blob is not exactly one Ed25519 key. */
export function parsePublicKeyBlob(blob: Uint8Array): Uint8Array {
  const reader = wireReader(blob);
  const type = decodeUtf8(reader.string());
  const key = reader.string();
  if (type !== KEY_TYPE || key.length !== 32 || reader.left() !== 0) throw new RangeError('no Ed25519 key');
  return key.slice();
}

export function linesOf(text: string): string[] {
  return text.match(/.{1,70}/g) ?? [];
}

function plainKey(bytes: Uint8Array): SigningKey {
  const reader = wireReader(bytes);
  const check = reader.uint32();
  if (reader.uint32() !== check) throw unreadable();
  if (decodeUtf8(reader.string()) !== KEY_TYPE) throw new BundleError('KEY_INVALID', { rule: 'KEY_TYPE' });
  const publicKey = reader.string().slice();
  const pair = reader.string();
  const comment = decodeUtf8(reader.string());
  const secret = pair.slice(0, 32);
  const fits =
    pair.length === 64 &&
    equalBytes(pair.subarray(32), publicKey) &&
    equalBytes(ed25519.getPublicKey(secret), publicKey);
  if (!fits) throw unreadable();
  return { secret, publicKey, comment };
}

function unarmored(text: string): Uint8Array {
  const lines = text.trim().split(/\r?\n/);
  if (text.length > 16_384 || lines.shift() !== BEGIN || lines.pop() !== END) throw unreadable();
  return base64.decode(lines.join(''));
}

function unreadable(): BundleError {
  return new BundleError('KEY_INVALID', { rule: 'KEY_UNREADABLE' });
}
