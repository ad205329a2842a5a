import type { TarProfile } from '#shared/bundles/tarHeader.ts';
import { readTar, type TarEntry } from '#shared/bundles/tarReader.ts';

export interface ReadEntry extends Omit<TarEntry, 'body'> {
  bytes: Uint8Array;
}

/** Bytes as a stream, cut every so many bytes. */
export async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function allBytes(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

export async function readWholeTar(
  bytes: Uint8Array,
  profile: TarProfile,
  chunk = 777,
): Promise<ReadEntry[]> {
  const entries: ReadEntry[] = [];
  for await (const { body, ...entry } of readTar(chunksOf(bytes, chunk), profile))
    entries.push({ ...entry, bytes: await allBytes(body) });
  return entries;
}
