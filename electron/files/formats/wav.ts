import type { FileSource } from '../source.ts';

export type WavFacts = { durationMs: number | null; codec: string | null };

/** Length and coding of RIFF WAVE and RF64 (EBU Tech 3306) from the chunk headers; the sound itself is not read. */
export async function wavFacts(source: FileSource): Promise<WavFacts> {
  const facts: WavFacts = { durationMs: null, codec: null };
  let bytesPerSecond = 0;
  let longDataSize: number | null = null;
  let at = 12;
  for (let chunks = 0; chunks < MAX_CHUNKS && at + 8 <= source.size; chunks += 1) {
    const head = await source.read(at, 8 + 28);
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const name = String.fromCharCode(...head.subarray(0, 4));
    const size = view.getUint32(4, true);
    if (name === 'ds64' && head.byteLength >= 24) longDataSize = Number(view.getBigUint64(16, true));
    if (name === 'fmt ' && head.byteLength >= 24) {
      bytesPerSecond = view.getUint32(16, true);
      facts.codec = CODECS.get(view.getUint16(8, true)) ?? null;
    }
    if (name === 'data') {
      const left = source.size - at - 8;
      // Recorders that were cut off leave 0 or all ones: then the sound goes to the end of the file.
      const declared = size === 0xffffffff ? (longDataSize ?? left) : size === 0 ? left : size;
      if (bytesPerSecond > 0)
        facts.durationMs = Math.round((Math.min(declared, left) / bytesPerSecond) * 1000);
      return facts;
    }
    at += 8 + size + (size % 2);
  }
  return facts;
}

const MAX_CHUNKS = 1000;
/** Format tags of WAVEFORMATEX; 0xFFFE (extensible) is nearly always PCM but does not say so here. */
const CODECS = new Map([
  [0x0001, 'pcm'],
  [0x0002, 'adpcm'],
  [0x0003, 'float'],
  [0x0006, 'alaw'],
  [0x0007, 'ulaw'],
  [0x0011, 'adpcm'],
  [0x0055, 'mp3'],
]);
