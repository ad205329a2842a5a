import { encodeUtf8, joinBytes } from '../bundles/text.ts';

/**
 * The journal's two hash chains. An item's chain can be shown alone; the tier's chain orders everything.
 *
 *   itemHash = H('mengbu-item',  previous itemHash, time, verb, role, actor commitment, content commitment)
 *   tierHash = H('mengbu-tier',  previous tierHash, sequence, itemHash)
 *   commitment = H(32 random bytes, value)
 *
 * Each part goes in with its length before it (4 bytes, big endian), so that no two inputs look alike.
 * A commitment shows nothing of its value; destroying its salt makes it unprovable for good.
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

export type ChainedDeed = {
  /** null for the first entry of an item. */
  itemPrev: Uint8Array | null;
  at: number;
  verb: string;
  role: string;
  actorCommit: Uint8Array;
  contentCommit: Uint8Array;
};

export function commitment(sha256: Sha256, salt: Uint8Array, value: string): Uint8Array {
  if (salt.length !== 32) throw new RangeError('a salt has 32 bytes');
  return sha256(joinBytes([salt, encodeUtf8(value)]));
}

export function itemHash(sha256: Sha256, deed: ChainedDeed): Uint8Array {
  return sha256(
    framed([
      encodeUtf8('mengbu-item'),
      deed.itemPrev ?? new Uint8Array(0),
      encodeUtf8(String(deed.at)),
      encodeUtf8(deed.verb),
      encodeUtf8(deed.role),
      deed.actorCommit,
      deed.contentCommit,
    ]),
  );
}

export function tierHash(
  sha256: Sha256,
  tierPrev: Uint8Array | null,
  seq: number,
  item: Uint8Array,
): Uint8Array {
  return sha256(
    framed([encodeUtf8('mengbu-tier'), tierPrev ?? new Uint8Array(0), encodeUtf8(String(seq)), item]),
  );
}

function framed(parts: readonly Uint8Array[]): Uint8Array {
  return joinBytes(parts.flatMap((part) => [lengthOf(part), part]));
}

function lengthOf(part: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, part.length);
  return length;
}
