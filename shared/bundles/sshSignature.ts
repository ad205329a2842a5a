import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { base64 } from '@scure/base';
import { LIMITS } from './limits.ts';
import { KEY_TYPE, linesOf, parsePublicKeyBlob, publicKeyBlob, type SigningKey } from './sshKey.ts';
import { wireReader, wireString, wireUint32 } from './sshWire.ts';
import { decodeUtf8, encodeUtf8, equalBytes, joinBytes } from './text.ts';

/** What a bundle's signature is made for; a signature for another purpose is none. */
export const BUNDLE_NAMESPACE = 'mengbu-bundle';

const MAGIC = 'SSHSIG';
const BEGIN = '-----BEGIN SSH SIGNATURE-----';
const END = '-----END SSH SIGNATURE-----';

export type SignatureFault =
  | 'SIGNATURE_UNREADABLE'
  | 'SIGNATURE_KEY_TYPE'
  | 'SIGNATURE_NAMESPACE'
  | 'SIGNATURE_WRONG';
export type SignatureReading = { ok: true; publicKey: Uint8Array } | { ok: false; fault: SignatureFault };

/** The armored SSHSIG over the message (PROTOCOL.sshsig of OpenSSH), byte for byte what `ssh-keygen -Y sign` writes. */
export function signMessage(message: Uint8Array, namespace: string, key: SigningKey): string {
  const signature = ed25519.sign(signedData(namespace, 'sha512', sha512(message)), key.secret);
  const blob = joinBytes([
    encodeUtf8(MAGIC),
    wireUint32(1),
    wireString(publicKeyBlob(key.publicKey)),
    wireString(namespace),
    wireString(''),
    wireString('sha512'),
    wireString(joinBytes([wireString(KEY_TYPE), wireString(signature)])),
  ]);
  return `${[BEGIN, ...linesOf(base64.encode(blob)), END].join('\n')}\n`;
}

/**
 * Whether it is a signature over the message for this namespace, and by which Ed25519 key. Who holds the key is the
 * caller's question. sha512 and sha256 as digest; one spelling only: canonical base64, no bytes left over.
 */
export function readSignature(armored: Uint8Array, message: Uint8Array, namespace: string): SignatureReading {
  let parts: SignatureParts;
  try {
    parts = signatureParts(armored);
  } catch {
    return { ok: false, fault: 'SIGNATURE_UNREADABLE' };
  }
  const { publicKey, signature, hash } = parts;
  if (publicKey === null) return { ok: false, fault: 'SIGNATURE_KEY_TYPE' };
  if (parts.namespace !== namespace) return { ok: false, fault: 'SIGNATURE_NAMESPACE' };
  const digest = hash === 'sha512' ? sha512(message) : sha256(message);
  const signed = signedData(namespace, hash, digest);
  return holds(signature, signed, publicKey)
    ? { ok: true, publicKey }
    : { ok: false, fault: 'SIGNATURE_WRONG' };
}

interface SignatureParts {
  /** Null for a key of another kind. */
  publicKey: Uint8Array | null;
  namespace: string;
  hash: 'sha256' | 'sha512';
  signature: Uint8Array;
}

function signatureParts(armored: Uint8Array): SignatureParts {
  const reader = wireReader(unarmored(armored));
  if (!equalBytes(reader.bytes(MAGIC.length), encodeUtf8(MAGIC)) || reader.uint32() !== 1)
    throw new RangeError('not SSHSIG 1');
  const keyBlob = reader.string();
  const namespace = decodeUtf8(reader.string());
  const reserved = reader.string();
  const hash = decodeUtf8(reader.string());
  const signature = wireReader(reader.string());
  if (reserved.length > 0 || reader.left() > 0 || (hash !== 'sha512' && hash !== 'sha256'))
    throw new RangeError('not SSHSIG 1');
  if (decodeUtf8(wireReader(keyBlob).string()) !== KEY_TYPE)
    return { publicKey: null, namespace, hash, signature: new Uint8Array(0) };
  const type = decodeUtf8(signature.string());
  const bytes = signature.string();
  if (type !== KEY_TYPE || bytes.length !== 64 || signature.left() > 0) throw new RangeError('not Ed25519');
  return { publicKey: parsePublicKeyBlob(keyBlob), namespace, hash, signature: bytes };
}

function signedData(namespace: string, hash: string, digest: Uint8Array): Uint8Array {
  return joinBytes([
    encodeUtf8(MAGIC),
    wireString(namespace),
    wireString(''),
    wireString(hash),
    wireString(digest),
  ]);
}

function holds(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

function unarmored(armored: Uint8Array): Uint8Array {
  if (armored.length > LIMITS.signatureBytes) throw new RangeError('signature too long');
  const lines = decodeUtf8(armored).split('\n');
  if (lines.pop() !== '' || lines.shift() !== BEGIN || lines.pop() !== END) throw new RangeError('no armor');
  const bytes = base64.decode(lines.join(''));
  if (linesOf(base64.encode(bytes)).join('\n') !== lines.join('\n')) throw new RangeError('not canonical');
  return bytes;
}
