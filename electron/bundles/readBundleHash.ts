import { createHash } from 'node:crypto';
import type { HashAlgorithm, Hasher } from '#shared/bundles/hashes.ts';

/** The hashers of node:crypto for the code all doors share. */
export function nodeHasher(algorithm: HashAlgorithm): Hasher {
  const hash = createHash(algorithm);
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    hex: () => hash.digest('hex'),
  };
}
