import { CannotCleanError, type CannotCleanReason } from './clean/cannotClean.ts';
import { cleanJpeg } from './clean/jpeg.ts';
import { cleanMovie } from './clean/movie.ts';
import { cleanPng } from './clean/png.ts';
import { cleanTiff } from './clean/tiff.ts';
import { cleanWebp } from './clean/webp.ts';
import { ofBytes } from './copies.ts';
import { MAX_DRAWN_FILE_BYTES } from './inspection.ts';
import { type FileSource, readAll } from './source.ts';

export type LocationFreeCopy =
  | { cleaned: true; copy: FileSource }
  | { cleaned: false; reason: CannotCleanReason };

/**
 * A copy that tells nowhere where it was taken, nor the serial number of the camera. Pixels, frames, sound, orientation, colour profile,
 * time and settings of the camera stay as they are, bit for bit: nothing is decoded. Everything else is left out, known or
 * unknown: GPS, XMP, IPTC, maker notes, comments, embedded thumbnails and second pictures, telemetry, appended data.
 * A file it cannot vouch for gets a reason instead of a copy; it must stay behind or be marked, never pass in silence.
 * The copy reads from `source`, which must stay open as long.
 */
export async function stripLocation(source: FileSource, mediaType: string): Promise<LocationFreeCopy> {
  try {
    return { cleaned: true, copy: await cleanCopy(source, mediaType) };
  } catch (error) {
    if (error instanceof CannotCleanError) return { cleaned: false, reason: error.reason };
    throw error;
  }
}

async function cleanCopy(source: FileSource, mediaType: string): Promise<FileSource> {
  if (MOVIES.has(mediaType)) return cleanMovie(source);
  const cleanPicture = PICTURES.get(mediaType);
  if (cleanPicture === undefined) throw new CannotCleanError('FORMAT');
  if (source.size > MAX_DRAWN_FILE_BYTES) throw new CannotCleanError('FILE_TOO_LARGE');
  return ofBytes(...cleanPicture(await readAll(source)));
}

const PICTURES: ReadonlyMap<string, (bytes: Uint8Array) => Uint8Array[]> = new Map([
  ['image/jpeg', cleanJpeg],
  ['image/png', cleanPng],
  ['image/apng', cleanPng],
  ['image/webp', cleanWebp],
  ['image/tiff', cleanTiff],
]);
const MOVIES: ReadonlySet<string> = new Set(['video/mp4', 'video/quicktime', 'video/3gpp', 'audio/mp4']);
