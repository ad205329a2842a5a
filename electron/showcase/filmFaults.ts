import { type Box, boxesIn, topLevelBoxes } from '../files/formats/boxes.ts';
import { movieFacts } from '../files/formats/movie.ts';
import { trackNames } from '../files/formats/trackNames.ts';
import { fromPath } from '../files/source.ts';
import type { PackFault } from './readBack.ts';

/** A film holds its tracks of pictures and sound, and no word beside them. */
export async function filmFaults(path: string, file: string): Promise<PackFault[]> {
  const source = await fromPath(path);
  try {
    const facts = await movieFacts(source);
    if (facts.gps !== null) return [{ rule: 'LEAK_LOCATION', file }];
    if (facts.damaged || facts.takenAt !== null) return [{ rule: 'LEAK_METADATA', file }];
    const { boxes } = await topLevelBoxes(source);
    const strange = boxes.some(
      ({ type }) => !['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide'].includes(type),
    );
    const moov = boxes.find(({ type }) => type === 'moov');
    const movie = moov ? await source.read(moov.bodyStart, moov.end - moov.bodyStart) : new Uint8Array();
    const tells = boxesIn(movie).some(({ type }) => !['mvhd', 'trak', 'free'].includes(type));
    const named = boxesIn(movie)
      .filter(({ type }) => type === 'trak')
      .some((track) => trackTells(movie, track));
    return strange || tells || named ? [{ rule: 'LEAK_METADATA', file }] : [];
  } finally {
    await source.close();
  }
}

/** User data of a track, or a word where programs name their handlers and compressors. */
function trackTells(movie: Uint8Array, track: Box): boolean {
  const parts = boxesIn(movie, track.bodyStart, track.end);
  if (parts.some(({ type }) => !['tkhd', 'edts', 'mdia', 'tapt', 'free'].includes(type))) return true;
  return trackNames(movie, track).some(({ start, end }) =>
    movie.subarray(start, end).some((byte) => byte !== 0),
  );
}
