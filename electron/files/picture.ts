import sharp, { type Metadata } from 'sharp';
import { orientationOf } from '#shared/records/photoMetadata.ts';
import { declaredSize } from './formats/declaredSize.ts';
import { exifFacts } from './formats/exif.ts';
import { openTiff } from './formats/tiff.ts';
import { type FileProblem, type Inspection, MAX_DRAWN_FILE_BYTES, MAX_PIXELS } from './inspection.ts';
import { type FileSource, readAll } from './source.ts';

type PictureFacts = Pick<
  Inspection,
  'width' | 'height' | 'orientation' | 'takenAt' | 'digitizedAt' | 'camera' | 'gps'
> & { problems: FileProblem[] };

/** Formats this build of libvips reads, of those detection can tell. HEIF is read but only AV1 is decoded, not HEVC. */
export const READ_BY_SHARP: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/webp',
  'image/gif',
  'image/tiff',
  'image/svg+xml',
  'image/avif',
  'image/heic',
  'image/heif',
  'image/heic-sequence',
  'image/heif-sequence',
]);

/** Size, turning, time, device and place of a picture, from its header and EXIF block; no pixel is decoded. */
export async function pictureFacts(
  source: FileSource,
  head: Uint8Array,
  mediaType: string,
): Promise<PictureFacts> {
  const declared = { ...NOTHING, ...declaredSize(head, mediaType) };
  if (isTooLarge(declared)) return { ...declared, problems: ['PICTURE_TOO_LARGE'] };
  if (!READ_BY_SHARP.has(mediaType) || source.size > MAX_DRAWN_FILE_BYTES) return declared;
  const bytes = await readAll(source);
  const metadata = await readMetadata(bytes);
  if (metadata === null) return { ...declared, problems: ['DAMAGED'] };
  const { damaged, ...taking } = exifFacts(exifBlock(bytes, mediaType, metadata));
  const problems: FileProblem[] = isTooLarge(metadata.autoOrient) ? ['PICTURE_TOO_LARGE'] : [];
  if (damaged) problems.push('METADATA_DAMAGED');
  return { ...taking, ...metadata.autoOrient, orientation: orientationOf(metadata.orientation), problems };
}

/** A TIFF is itself the structure an EXIF block has, with the same directories; BigTIFF is another. */
function exifBlock(bytes: Uint8Array, mediaType: string, { exif }: Metadata): Uint8Array | undefined {
  return mediaType === 'image/tiff' && openTiff(bytes) !== null ? bytes : exif;
}

/** Header of the picture; null where it is none or broken before its size is known. */
export async function readMetadata(bytes: Uint8Array): Promise<Metadata | null> {
  try {
    return await sharp(bytes, { failOn: 'none', limitInputPixels: false }).metadata();
  } catch {
    return null;
  }
}

export function isTooLarge({ width, height }: { width: number | null; height: number | null }): boolean {
  return (width ?? 0) * (height ?? 0) > MAX_PIXELS;
}

const NOTHING: PictureFacts = {
  width: null,
  height: null,
  orientation: 1,
  takenAt: null,
  digitizedAt: null,
  camera: null,
  gps: null,
  problems: [],
};
