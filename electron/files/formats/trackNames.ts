import { type Box, boxAtPath, boxesIn } from './boxes.ts';

/** Stretches of a film's tracks in which programs write words, each possibly empty (ISO/IEC 14496-12, 8.4.3 and 12.1.3). */
export function trackNames(movie: Uint8Array, track: Box): { start: number; end: number }[] {
  const media = boxAtPath(movie, track, 'mdia', 'hdlr');
  // QuickTime has a second handler, of the data.
  const handlers = [media, boxAtPath(movie, track, 'mdia', 'minf', 'hdlr')].filter((box) => box !== null);
  const names = handlers.map(({ bodyStart, end }) => ({ start: Math.min(bodyStart + HANDLER, end), end }));
  const table = boxAtPath(movie, track, 'mdia', 'minf', 'stbl', 'stsd');
  if (table === null || media === null || kindOf(movie, media) !== 'vide') return names;
  const entries = [...boxesIn(movie, table.bodyStart + 8, table.end)];
  const compressors = entries.map(({ bodyStart, end }) => ({
    start: Math.min(bodyStart + COMPRESSOR, end),
    end: Math.min(bodyStart + COMPRESSOR + COMPRESSOR_LENGTH, end),
  }));
  return [...names, ...compressors];
}

function kindOf(movie: Uint8Array, { bodyStart }: Box): string {
  return String.fromCharCode(...movie.subarray(bodyStart + 8, bodyStart + 12));
}

/** Bytes of a handler before its name, and of a visual sample entry before the name of its compressor. */
const HANDLER = 24;
const COMPRESSOR = 42;
const COMPRESSOR_LENGTH = 32;
