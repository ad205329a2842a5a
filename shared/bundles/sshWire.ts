import { encodeUtf8, joinBytes } from './text.ts';

/** The binary forms of the SSH protocols (RFC 4251 §5): uint32, and strings with their length in front. */
export function wireUint32(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export function wireString(value: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = typeof value === 'string' ? encodeUtf8(value) : value;
  return joinBytes([wireUint32(bytes.length), bytes]);
}

export interface WireReader {
  uint32(): number;
  string(): Uint8Array;
  bytes(length: number): Uint8Array;
  left(): number;
}

/** Throws RangeError where a length runs past the end. */
export function wireReader(bytes: Uint8Array): WireReader {
  let at = 0;
  function take(length: number): Uint8Array {
    if (length > bytes.length - at) throw new RangeError('wire value past the end');
    at += length;
    return bytes.subarray(at - length, at);
  }
  function uint32(): number {
    const four = take(4);
    return new DataView(four.buffer, four.byteOffset, 4).getUint32(0);
  }
  return { uint32, string: () => take(uint32()), bytes: take, left: () => bytes.length - at };
}
