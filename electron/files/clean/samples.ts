import { type Box, boxAtPath, viewOf } from '../formats/boxes.ts';
import { CannotCleanError } from './cannotClean.ts';

/** Where samples of a track lie in the file. `samples`: their lengths one after the other, where the stream has to be looked into. */
export type MediaRange = {
  start: number;
  end: number;
  samples: readonly number[];
  nalLengthSize: number;
  family: 'H264' | 'H265' | null;
};

/** The chunks of a track with their samples, out of stco/co64, stsc and stsz (ISO/IEC 14496-12 §8.7). */
export function sampleRanges(
  movie: Uint8Array,
  track: Box,
  codec: { nalLengthSize: number; family: 'H264' | 'H265' | null },
): MediaRange[] {
  const table = boxAtPath(movie, track, 'mdia', 'minf', 'stbl');
  const offsets = table === null ? null : chunkOffsets(movie, table);
  const sizes = table === null ? null : sampleSizes(movie, table);
  const runs = table === null ? null : sampleToChunk(movie, table);
  if (offsets === null || sizes === null || runs === null) throw new CannotCleanError('DAMAGED');
  const ranges: MediaRange[] = [];
  let sample = 0;
  let run = 0;
  for (const [index, start] of offsets.entries()) {
    while ((runs[run + 1]?.firstChunk ?? Number.POSITIVE_INFINITY) <= index + 1) run += 1;
    const count = runs[run]?.samplesPerChunk ?? 0;
    const samples = sizes.of(sample, count);
    sample += count;
    const end = start + samples.reduce((sum, size) => sum + size, 0);
    ranges.push({ start, end, samples: codec.family === null ? [] : samples, ...codec });
  }
  return ranges;
}

function chunkOffsets(movie: Uint8Array, table: Box): number[] | null {
  const short = boxAtPath(movie, table, 'stco');
  const box = short ?? boxAtPath(movie, table, 'co64');
  if (box === null) return null;
  const width = short === null ? 8 : 4;
  const view = viewOf(movie);
  return numbered(view, box, 4, width, (at) =>
    width === 8 ? Number(view.getBigUint64(at)) : view.getUint32(at),
  );
}

type SampleSizes = { of(from: number, count: number): number[] };

/** stsz; a size for all, or one each. (stz2 is so rare that such a film is refused.) */
function sampleSizes(movie: Uint8Array, table: Box): SampleSizes | null {
  const box = boxAtPath(movie, table, 'stsz');
  if (box === null || box.bodyStart + 12 > box.end) return null;
  const view = viewOf(movie);
  const common = view.getUint32(box.bodyStart + 4);
  const total = view.getUint32(box.bodyStart + 8);
  const each = common === 0 ? numbered(view, box, 8, 4, (at) => view.getUint32(at)) : null;
  if (common === 0 && each === null) return null;
  return {
    of(from, count) {
      if (from + count > total) throw new CannotCleanError('DAMAGED');
      return each === null ? (count > 0 ? [common * count] : []) : each.slice(from, from + count);
    },
  };
}

function sampleToChunk(
  movie: Uint8Array,
  table: Box,
): { firstChunk: number; samplesPerChunk: number }[] | null {
  const box = boxAtPath(movie, table, 'stsc');
  if (box === null) return null;
  const view = viewOf(movie);
  return numbered(view, box, 4, 12, (at) => ({
    firstChunk: view.getUint32(at),
    samplesPerChunk: view.getUint32(at + 4),
  }));
}

/** The entries of a table whose number stands at `countAt` of the body; null where they do not fit into the box. */
function numbered<T>(
  view: DataView,
  box: Box,
  countAt: number,
  width: number,
  read: (at: number) => T,
): T[] | null {
  const first = box.bodyStart + countAt + 4;
  if (first > box.end) return null;
  const count = view.getUint32(box.bodyStart + countAt);
  if (first + count * width > box.end) return null;
  return Array.from({ length: count }, (_, index) => read(first + index * width));
}
