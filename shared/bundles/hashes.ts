/** Digests a manifest may use, with the length of each in hexadecimal digits (RFC 8493 §2.4). */
export const HASH_DIGITS = { md5: 32, sha1: 40, sha224: 56, sha256: 64, sha384: 96, sha512: 128 } as const;
export type HashAlgorithm = keyof typeof HASH_DIGITS;

export interface Hasher {
  update(bytes: Uint8Array): void;
  /** Lower-case hexadecimal; once, at the end. */
  hex(): string;
}

/** Makes a hasher: node:crypto in the app, WebAssembly in the reader. */
export type NewHasher = (algorithm: HashAlgorithm) => Hasher;

/** 'sha256' for 'sha256', 'SHA-256' and the like; null for what is not known. */
export function hashAlgorithm(name: string): HashAlgorithm | null {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return Object.hasOwn(HASH_DIGITS, plain) ? (plain as HashAlgorithm) : null;
}

/** Which digest has so many digits; every length is one algorithm's alone. Throws RangeError for none. */
export function algorithmOfDigest(hex: string): HashAlgorithm {
  const found = (Object.keys(HASH_DIGITS) as HashAlgorithm[]).find(
    (name) => HASH_DIGITS[name] === hex.length,
  );
  if (found === undefined) throw new RangeError('no digest of this length');
  return found;
}

export function digestOf(newHasher: NewHasher, algorithm: HashAlgorithm, bytes: Uint8Array): string {
  const hasher = newHasher(algorithm);
  hasher.update(bytes);
  return hasher.hex();
}
