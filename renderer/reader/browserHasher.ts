import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { createSHA256 } from 'hash-wasm';
import type { HashAlgorithm, Hasher, NewHasher } from '#shared/bundles/hashes.ts';

const PLAIN = { md5, sha1, sha224, sha256, sha384, sha512 };

/**
 * Hashers for the browser: SHA-256 in WebAssembly, which is seven times as fast, the others (bags of other programs) in plain
 * script. WebAssembly is made ready once, as hashers themselves are made without waiting.
 */
export async function browserHashers(): Promise<NewHasher> {
  const idle = await Promise.all([createSHA256(), createSHA256(), createSHA256()]);

  return (algorithm: HashAlgorithm): Hasher => {
    const fast = algorithm === 'sha256' ? idle.pop() : undefined;
    if (fast === undefined) return plainHasher(algorithm);
    fast.init();
    return {
      update: (bytes) => {
        fast.update(bytes);
      },
      hex() {
        idle.push(fast);
        return fast.digest('hex');
      },
    };
  };
}

function plainHasher(algorithm: HashAlgorithm): Hasher {
  const hash = PLAIN[algorithm].create();
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    hex: () => Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}
