import { type FileHandle, open } from 'node:fs/promises';

/**
 * Bytes of a file, wherever they lie: on disk, in memory, in the vault. `read` answers exactly the bytes [offset, offset + length), cut
 * at `size`; it throws where it cannot. A reader may keep what it gets but must not write into it.
 */
export type FileSource = {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
  /** Set where a worker thread may open the file by itself instead of asking for ranges. */
  readonly path?: string;
};
export type OpenSource = FileSource & { close(): Promise<void> };

/** The bytes themselves could not be had; says nothing about what they hold. */
export class UnreadableError extends Error {}

/** The size is taken now; a file that shrinks afterwards fails the read instead of giving fewer bytes. */
export async function fromPath(path: string): Promise<OpenSource> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return {
      size,
      path,
      read: (offset, length) => readExactly(handle, size, offset, length),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

export function fromBytes(bytes: Uint8Array): FileSource {
  return {
    size: bytes.byteLength,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  };
}

/** Everything at once. The caller answers for `size` being small enough. */
export function readAll(source: FileSource): Promise<Uint8Array> {
  return source.read(0, source.size);
}

/** Keeps the bytes once they have been read as a whole, so that several readers of one picture cost one reading. */
export function remembering(source: FileSource): FileSource {
  let whole: Promise<Uint8Array> | null = null;
  return {
    size: source.size,
    async read(offset, length) {
      if (offset === 0 && length >= source.size) whole ??= source.read(0, source.size);
      return whole === null ? source.read(offset, length) : (await whole).subarray(offset, offset + length);
    },
  };
}

/** The bytes from start to end in pieces, for hashing and writing; memory stays at one piece. */
export async function* pieces(source: FileSource, pieceSize = 1 << 20): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < source.size; offset += pieceSize) yield await source.read(offset, pieceSize);
}

async function readExactly(
  handle: FileHandle,
  size: number,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  const wanted = Math.max(0, Math.min(length, size - offset));
  const bytes = new Uint8Array(wanted);
  let done = 0;
  while (done < wanted) {
    const { bytesRead } = await handle.read(bytes, done, wanted - done, offset + done);
    if (bytesRead === 0) throw new UnreadableError(`file ended at ${offset + done} of ${size} bytes`);
    done += bytesRead;
  }
  return bytes;
}
