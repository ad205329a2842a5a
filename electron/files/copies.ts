import type { FileSource } from './source.ts';

/** A piece of a new file: bytes of its own, a range of an existing file, or zeros. */
export type Part =
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'range'; source: FileSource; offset: number; length: number }
  | { kind: 'zeros'; length: number };

/** A file put together from parts, read only as it is asked for: a copy of any size costs no memory. */
export function joined(parts: readonly Part[]): FileSource {
  const starts: number[] = [];
  let size = 0;
  for (const part of parts) {
    starts.push(size);
    size += lengthOf(part);
  }
  return {
    size,
    async read(offset, length) {
      const end = Math.min(offset + length, size);
      const result = new Uint8Array(Math.max(0, end - offset));
      for (let index = lastAtOrBefore(starts, offset); index < parts.length; index += 1) {
        const part = parts[index];
        const start = starts[index] ?? size;
        if (part === undefined || start >= end) break;
        const from = Math.max(offset, start);
        const to = Math.min(end, start + lengthOf(part));
        if (to > from) result.set(await readPart(part, from - start, to - from), from - offset);
      }
      return result;
    },
  };
}

export function ofBytes(...pieces: readonly Uint8Array[]): FileSource {
  return joined(pieces.map((bytes) => ({ kind: 'bytes', bytes })));
}

async function readPart(part: Part, offset: number, length: number): Promise<Uint8Array> {
  if (part.kind === 'bytes') return part.bytes.subarray(offset, offset + length);
  return part.kind === 'zeros' ? new Uint8Array(length) : part.source.read(part.offset + offset, length);
}

function lengthOf(part: Part): number {
  return part.kind === 'bytes' ? part.bytes.byteLength : part.length;
}

/** Index of the last start that is not behind the offset; 0 where all are. */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
