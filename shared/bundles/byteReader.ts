/** Takes bytes off a stream in the pieces wanted. One reader at a time; close() lets the source release what it holds. */
export interface ByteReader {
  /** Exactly so many bytes as one array, or fewer at the end of the stream. For small, bounded lengths only. */
  take(length: number): Promise<Uint8Array>;
  /** The next bytes as they come, at least one and at most so many; null at the end. */
  some(atMost: number): Promise<Uint8Array | null>;
  /** Bytes taken so far. */
  offset(): number;
  close(): Promise<void>;
}

export function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = source[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);
  let taken = 0;

  async function some(atMost: number): Promise<Uint8Array | null> {
    while (held.length === 0) {
      const next = await iterator.next();
      if (next.done === true) return null;
      held = next.value;
    }
    const piece = held.subarray(0, atMost);
    held = held.subarray(piece.length);
    taken += piece.length;
    return piece;
  }

  async function take(length: number): Promise<Uint8Array> {
    const first = await some(length);
    if (first === null || first.length === length) return first ?? new Uint8Array(0);
    const whole = new Uint8Array(length);
    whole.set(first);
    let filled = first.length;
    while (filled < length) {
      const piece = await some(length - filled);
      if (piece === null) return whole.subarray(0, filled);
      whole.set(piece, filled);
      filled += piece.length;
    }
    return whole;
  }

  async function close(): Promise<void> {
    await iterator.return?.();
  }

  return { take, some, offset: () => taken, close };
}
