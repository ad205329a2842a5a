import {
  type Camera,
  type CaptureTime,
  captureTime,
  decimalDegrees,
  type Orientation,
  orientationOf,
  type Position,
  positionOf,
} from '#shared/records/photoMetadata.ts';
import { decodeText } from './text.ts';
import { bytesOf, numbersOf, openTiff, readDirectory, type Tiff, type TiffDirectory } from './tiff.ts';

export type ExifFacts = {
  orientation: Orientation;
  takenAt: CaptureTime | null;
  digitizedAt: CaptureTime | null;
  camera: Camera | null;
  gps: Position | null;
  /** The block or one of its directories is cut or points outside itself; what could be read is given. */
  damaged: boolean;
};

/**
 * What an EXIF block (CIPA DC-008) says of the taking. The block may begin with 'Exif\0\0' or with the TIFF header.
 * DateTime (0x0132) is the last change, not the taking, and is not read.
 */
export function exifFacts(block: Uint8Array | undefined): ExifFacts {
  if (block === undefined) return NOTHING;
  const tiff = openTiff(withoutPreamble(block));
  const main = tiff === null ? null : readDirectory(tiff, tiff.firstDirectory);
  if (tiff === null || main === null) return { ...NOTHING, damaged: true };
  const exif = subDirectory(tiff, main, TAG.exifDirectory);
  const gps = subDirectory(tiff, main, TAG.gpsDirectory);
  return {
    orientation: orientationOf(numbersOf(tiff, main.entries.get(TAG.orientation))[0]),
    takenAt: time(tiff, exif, TAG.dateTimeOriginal, TAG.offsetTimeOriginal),
    digitizedAt: time(tiff, exif, TAG.dateTimeDigitized, TAG.offsetTimeDigitized),
    camera: camera(tiff, main, exif),
    gps: gps === null ? null : position(tiff, gps),
    damaged: [main, exif, gps].some((directory) => directory?.whole === false),
  };
}

/** 'Exif\0\0' off the front, where it stands there. */
export function withoutPreamble(block: Uint8Array): Uint8Array {
  return EXIF_PREAMBLE.every((byte, index) => block[index] === byte)
    ? block.subarray(EXIF_PREAMBLE.length)
    : block;
}

export const EXIF_PREAMBLE = [0x45, 0x78, 0x69, 0x66, 0, 0];

function subDirectory(tiff: Tiff, main: TiffDirectory, tag: number): TiffDirectory | null {
  const offset = numbersOf(tiff, main.entries.get(tag))[0];
  if (offset === undefined) return null;
  return readDirectory(tiff, offset) ?? { entries: new Map(), next: 0, whole: false };
}

function time(tiff: Tiff, exif: TiffDirectory | null, tag: number, offsetTag: number): CaptureTime | null {
  return exif === null ? null : captureTime(text(tiff, exif, tag), text(tiff, exif, offsetTag));
}

function camera(tiff: Tiff, main: TiffDirectory, exif: TiffDirectory | null): Camera | null {
  const device = {
    make: text(tiff, main, TAG.make),
    model: text(tiff, main, TAG.model),
    serial: exif === null ? null : text(tiff, exif, TAG.bodySerialNumber),
    software: text(tiff, main, TAG.software),
  };
  return Object.values(device).every((value) => value === null) ? null : device;
}

function position(tiff: Tiff, gps: TiffDirectory): Position | null {
  const numbers = (tag: number) => numbersOf(tiff, gps.entries.get(tag));
  const [height] = numbers(TAG.gpsAltitude);
  const below = numbers(TAG.gpsAltitudeRef)[0] === 1;
  return positionOf(
    decimalDegrees(numbers(TAG.gpsLatitude), text(tiff, gps, TAG.gpsLatitudeRef)),
    decimalDegrees(numbers(TAG.gpsLongitude), text(tiff, gps, TAG.gpsLongitudeRef)),
    height === undefined ? null : below ? -height : height,
    numbers(TAG.gpsImgDirection)[0] ?? null,
  );
}

/** Text up to the first NUL, without the blanks cameras pad with; null where nothing is left. */
function text(tiff: Tiff, directory: TiffDirectory, tag: number): string | null {
  const entry = directory.entries.get(tag);
  if (entry === undefined || (entry.type !== TYPE_ASCII && entry.type !== TYPE_UNDEFINED)) return null;
  const bytes = bytesOf(tiff, entry).subarray(0, MAX_TEXT_BYTES);
  const end = bytes.indexOf(0);
  const words = decodeText(end < 0 ? bytes : bytes.subarray(0, end))?.trim() ?? '';
  return words === '' ? null : words;
}

const NOTHING: ExifFacts = {
  orientation: 1,
  takenAt: null,
  digitizedAt: null,
  camera: null,
  gps: null,
  damaged: false,
};

const TYPE_ASCII = 2;
const TYPE_UNDEFINED = 7;
const MAX_TEXT_BYTES = 512;

const TAG = {
  make: 0x010f,
  model: 0x0110,
  orientation: 0x0112,
  software: 0x0131,
  exifDirectory: 0x8769,
  gpsDirectory: 0x8825,
  dateTimeOriginal: 0x9003,
  dateTimeDigitized: 0x9004,
  offsetTimeOriginal: 0x9011,
  offsetTimeDigitized: 0x9012,
  bodySerialNumber: 0xa431,
  gpsLatitudeRef: 1,
  gpsLatitude: 2,
  gpsLongitudeRef: 3,
  gpsLongitude: 4,
  gpsAltitudeRef: 5,
  gpsAltitude: 6,
  gpsImgDirection: 17,
} as const;
